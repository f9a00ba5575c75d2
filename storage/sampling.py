"""Who is asked in which week: everybody once in a cycle, and each week a fair part of every division, team and group.

People are sorted by where they belong and dealt out like cards to the weeks of the cycle. So of any team, and of any part of
it, each week asks the same number of people give or take one. Nothing here knows the database.
"""

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from bot.values import dataclass

YEAR = 52
"""Weeks after which the cards are dealt anew: until then those who leave only thin the slots."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who can be asked, and where they belong, from the widest part to the finest: (division, team, value)."""

    person: int
    stratum: tuple[str, ...]


Slots = Mapping[int, int]
"""The slot of each person, from 0 to below the length of the cycle."""


def deal(people: Iterable[Listed], slots: int, key: bytes) -> dict[int, int]:
    """A slot for everybody. The key makes the order within a stratum one that nobody can foretell; it is kept with the
    slots or thrown away. One slot is a census."""
    _check(slots)
    ordered = sorted(people, key=lambda each: (each.stratum, _hash(each, key)))
    return {each.person: rank % slots for rank, each in enumerate(ordered)}


def admit(people: Iterable[Listed], given: Slots, slots: int, key: bytes) -> dict[int, int]:
    """The slots of those listed now: whoever has one keeps it, whoever has left is gone, and each joiner takes the slot
    that is least filled in their stratum; of equal ones, in the next wider part, and so on.

    A stratum then stays within one, however many join. Wider parts stay within one until the first joiner, and near it
    after that: deal anew once a year. Somebody who moves keeps their slot.
    """
    _check(slots)
    listed = list(people)
    kept = {each.person: given[each.person] for each in listed if each.person in given}
    filled: Counter[tuple[tuple[str, ...], int]] = Counter()
    for each in listed:
        if each.person in kept:
            _fill(filled, each, kept[each.person])
    for joiner in sorted((each for each in listed if each.person not in kept), key=lambda each: _hash(each, key)):
        slot = min(range(slots), key=lambda slot: _fullness(filled, joiner, slot))
        kept[joiner.person] = slot
        _fill(filled, joiner, slot)
    return kept


def asked(given: Slots, week: int, slots: int) -> list[int]:
    """Who is asked in this week or, where rounds come more rarely, this turn; in the order of their numbers."""
    _check(slots)
    return sorted(person for person, slot in given.items() if slot == week % slots)


def deal_anew(turn: int, slots: int, weeks: int) -> bool:
    """Whether it is time, so many turns and weeks after the last dealing: at the first cycle that begins after a year, so
    that nobody is left out of a cycle or asked twice in it."""
    _check(slots)
    return weeks >= YEAR and turn % slots == 0


def _check(slots: int) -> None:
    if slots < 1:
        raise ValueError("a cycle has at least one slot")


def _hash(each: Listed, key: bytes) -> bytes:
    return hmac.digest(key, str(each.person).encode(), sha256)


def _parts(stratum: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The stratum, then each wider part it lies in, to the whole."""
    return [stratum[:length] for length in range(len(stratum), -1, -1)]


def _fill(filled: Counter[tuple[tuple[str, ...], int]], each: Listed, slot: int) -> None:
    filled.update((part, slot) for part in _parts(each.stratum))


def _fullness(filled: Counter[tuple[tuple[str, ...], int]], joiner: Listed, slot: int) -> tuple[int, ...]:
    return tuple(filled[part, slot] for part in _parts(joiner.stratum))
