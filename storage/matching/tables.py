"""Puts people who want to meet into pairs or tables, so that as far as can be nobody meets the same person again.

Greedy, then improved by swapping two people at a time. The same people, memory and seed give the same tables.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from random import Random

from bot.values import dataclass

NEVER, LATELY = 10**9, 10**6
SPARED = 4
"""Whoever met in one of the last so many rounds does not meet again, while there is another way."""
SMALL, TRIES = 300, 12
"""Up to so many people it is cheap enough to begin again with another order, so often."""
SWEEPS = 40
LEAST_AT_A_TABLE = 3

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits with whom. Whoever stands in `waiting` has nobody this time, and is to be told so."""

    tables: tuple[tuple[str, ...], ...]
    waiting: tuple[str, ...] = ()


def seat(
    people: Collection[str],
    size: int,
    seed: str,
    *,
    met: Mapping[Pair, Sequence[int]] = {},
    never: Iterable[Pair] = (),
) -> Seating:
    """Tables of about `size`, at least two; in pairs an odd number makes one three.

    `met` says for a pair how many rounds ago each of their meetings was, 1 is the last round. `never` cannot share a table.
    """
    names = sorted(set(people))
    if len(names) < 2:
        return Seating((), tuple(names))
    costs = _costs(names, met, never)
    best: list[list[int]] = []
    least = -1
    for number in range(TRIES if len(names) <= SMALL else 1):
        tables = _greedy(sizes(len(names), size), costs, Random(f"{seed}|{number}"))  # noqa: S311  to be repeatable
        _improve(tables, costs)
        total = sum(_within(table, costs) for table in tables)
        if least < 0 or total < least:
            best, least = tables, total
        if least == 0:
            break
    return _seating(best, costs, names)


def sizes(people: int, size: int) -> list[int]:
    """How large each table is: nobody sits alone, and of three or more a table has at least three where that can be."""
    tables = max(1, people // size if size <= 2 else -(-people // size))
    if size > 2 and people // tables < LEAST_AT_A_TABLE:
        tables = max(1, people // size)
    return [people // tables + (number < people % tables) for number in range(tables)]


Costs = Sequence[Mapping[int, int]]
"""For each person, what it costs to sit with another; nothing stands there for a pair that costs nothing."""


def _costs(names: Sequence[str], met: Mapping[Pair, Sequence[int]], never: Iterable[Pair]) -> Costs:
    place = {name: number for number, name in enumerate(names)}
    found: list[dict[int, int]] = [defaultdict(int) for _ in names]
    for (one, other), meetings in met.items():
        if one in place and other in place and one != other:
            cost = sum(LATELY // ago if ago <= SPARED else 1 + 1000 // ago for ago in meetings)
            found[place[one]][place[other]] += cost
            found[place[other]][place[one]] += cost
    for one, other in never:
        if one in place and other in place and one != other:
            found[place[one]][place[other]] = found[place[other]][place[one]] = NEVER
    return [dict(each) for each in found]


def _greedy(wanted: Sequence[int], costs: Costs, chance: Random) -> list[list[int]]:
    """Whoever is hardest to seat is seated first, each time with those who cost least."""
    order = list(range(len(costs)))
    chance.shuffle(order)
    left = dict.fromkeys(sorted(order, key=lambda each: -len(costs[each])))
    tables = []
    for seats in wanted:
        table = [next(iter(left))]
        del left[table[0]]
        while len(table) < seats:
            chosen = _cheapest(table, left, costs)
            table.append(chosen)
            del left[chosen]
        tables.append(table)
    return tables


def _cheapest(table: Sequence[int], left: Iterable[int], costs: Costs) -> int:
    best, least = -1, -1
    for each in left:
        cost = _beside(each, table, costs)
        if least < 0 or cost < least:
            best, least = each, cost
        if cost == 0:
            break
    return best


def _improve(tables: list[list[int]], costs: Costs) -> None:
    """Swaps two people of different tables for as long as that makes the two tables better."""
    for _ in range(SWEEPS):
        better = False
        for number, table in enumerate(tables):
            if _within(table, costs):
                better |= sum(_swap(tables, number, place, costs) for place in range(len(table))) > 0
        if not better:
            return


def _swap(tables: list[list[int]], number: int, place: int, costs: Costs) -> bool:
    """The best swap for this seat, if one helps at all."""
    table, one = tables[number], tables[number][place]
    rest = [each for each in table if each != one]
    now = _beside(one, rest, costs)
    gain, found = 0, None
    for other_number, other_table in enumerate(tables if now else ()):
        if other_number == number:
            continue
        for other_place, other in enumerate(other_table):
            others = [each for each in other_table if each != other]
            before = now + _beside(other, others, costs)
            after = _beside(other, rest, costs) + _beside(one, others, costs)
            if before - after > gain:
                gain, found = before - after, (other_table, other_place, other)
    if found is None:
        return False
    other_table, other_place, other = found
    table[place], other_table[other_place] = other, one
    return True


def _beside(one: int, others: Iterable[int], costs: Costs) -> int:
    of = costs[one]
    return sum(of.get(each, 0) for each in others) if of else 0


def _within(table: Sequence[int], costs: Costs) -> int:
    return sum(_beside(one, table[number + 1 :], costs) for number, one in enumerate(table))


def _seating(tables: Sequence[list[int]], costs: Costs, names: Sequence[str]) -> Seating:
    """Whoever cannot sit with those at their table stands up; nobody stays at a table alone."""
    kept, waiting = [], list[int]()
    for table in tables:
        while _within(table, costs) >= NEVER:
            worst = max(table, key=lambda each: _beside(each, [o for o in table if o != each], costs))
            table.remove(worst)
            waiting.append(worst)
        kept.append(table)
    for alone in [table for table in kept if len(table) == 1]:
        kept.remove(alone)
        waiting += alone
    for each in list(waiting):
        room = next((table for table in kept if _beside(each, table, costs) < LATELY), None)
        if room is not None:
            room.append(each)
            waiting.remove(each)
    seated = tuple(tuple(names[each] for each in sorted(table)) for table in kept)
    return Seating(seated, tuple(names[each] for each in sorted(waiting)))
