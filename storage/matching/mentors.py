"""Proposes a mentor for each mentee: as many pairs as can be, and among those the ones that have most in common.

Some pairs cannot be: one reports to the other, they are in one team, they were a pair before, or one of them said so. And
one possible pair in four is left out by lot, for no reason at all: so nobody can conclude anything from a pair that is not
proposed.
"""

import hashlib
from collections.abc import Collection, Sequence
from typing import Any, Literal

from bot.values import dataclass

LEFT_OUT = 0.25
FEWEST = 4
"""Below so many mentors or mentees nothing is proposed: who is not paired would say too much."""
TOPIC, SAME_WAY, SAME_TIME, CHANCE = 12.0, 3.0, 3.0, 6.0
MOST_TOPICS = 3
WAITS, IMPOSSIBLE = 100.0, 10_000.0
MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))

Kind = Literal["topic", "way", "time", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Hopes:
    """What one person would like: `name` stands for them. `ways` and `times` in which they can meet; `seats`: for how many
    they would be a mentor."""

    name: str
    topics: frozenset[str]
    ways: frozenset[str]
    times: frozenset[str]
    seats: int = 1


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two people might suit: a topic, a way or time to meet that both named, or that they work in different teams."""

    kind: Kind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One pair, and why it might suit them."""

    mentee: str
    mentor: str
    reasons: tuple[Reason, Reason]


def propose(
    mentees: Collection[Hopes],
    mentors: Collection[Hopes],
    apart: Collection[tuple[str, str]],
    seed: bytes,
    *,
    left_out: float = LEFT_OUT,
) -> list[Proposal]:
    """At most one pair for each mentee, and as many for a mentor as they have seats. `apart` holds (mentee, mentor)."""
    asking = sorted(mentees, key=lambda each: each.name)
    offering = sorted(mentors, key=lambda each: each.name)
    if not asking or not offering:
        return []
    import numpy as np  # noqa: PLC0415  what takes long to import is imported when a cohort is matched
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    costs = _costs(asking, offering, seed, left_out)
    rows = {each.name: number for number, each in enumerate(asking)}
    columns = {each.name: number for number, each in enumerate(offering)}
    known = [(rows[one], columns[other]) for one, other in apart if one in rows and other in columns]
    if known:
        costs[tuple(np.array(known).T)] = IMPOSSIBLE
    seats = np.repeat(np.arange(len(offering)), [max(0, each.seats) for each in offering])
    dummy = np.full((len(asking), len(asking)), WAITS)
    chosen = linear_sum_assignment(np.hstack([costs[:, seats], dummy]))
    found = [(asking[row], offering[seats[column]]) for row, column in zip(*chosen, strict=True) if column < len(seats)]
    return [Proposal(mentee.name, mentor.name, reasons(mentee, mentor)) for mentee, mentor in found]


def reasons(one: Hopes, other: Hopes) -> tuple[Reason, Reason]:
    """Two, out of nothing but what both said they would like, and that they do not work in one team."""
    found = [Reason("topic", each) for each in sorted(one.topics & other.topics)[:2]]
    found += [Reason("time", each) for each in sorted(one.times & other.times)[:1]]
    found += [Reason("way", each) for each in sorted(one.ways & other.ways)[:1]]
    found += [Reason("elsewhere"), Reason("elsewhere")]
    return found[0], found[1]


def _costs(asking: Sequence[Hopes], offering: Sequence[Hopes], seed: bytes, left_out: float) -> Any:
    """The less the better; IMPOSSIBLE where they share no topic or no way to meet, or the lot leaves them out."""
    import numpy as np  # noqa: PLC0415

    topics = _shared([each.topics for each in asking], [each.topics for each in offering])
    ways = _shared([each.ways for each in asking], [each.ways for each in offering])
    times = _shared([each.times for each in asking], [each.times for each in offering])
    lots = _lots([each.name for each in asking], [each.name for each in offering], seed)
    liked = TOPIC * np.minimum(topics, MOST_TOPICS) + SAME_WAY * (ways > 0) + SAME_TIME * (times > 0) + CHANCE * lots
    possible = (topics > 0) & (ways > 0) & (lots >= left_out)
    return np.where(possible, -liked, IMPOSSIBLE)


def _shared(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> Any:
    """How many each of these has in common with each of those."""
    import numpy as np  # noqa: PLC0415

    every = sorted(set().union(*one, *other))
    rows, columns = (np.array([[each in held for each in every] for held in side], float) for side in (one, other))
    return rows @ columns.T


def _lots(one: Sequence[str], other: Sequence[str], seed: bytes) -> Any:
    """For each pair a number from 0 to 1 that depends on the two and the seed alone: it stays when others come or go."""
    import numpy as np  # noqa: PLC0415

    rows = np.array([_number(seed, "mentee", name) for name in one], np.uint64)
    columns = np.array([_number(seed, "mentor", name) for name in other], np.uint64)
    mixed = rows[:, None] + columns[None, :]  # wraps around, as it should
    for shift, factor in MIX:
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return (mixed >> np.uint64(11)).astype(float) / float(1 << 53)


def _number(seed: bytes, side: str, name: str) -> int:
    return int.from_bytes(hashlib.blake2b(f"{side}:{name}".encode(), key=seed, digest_size=8).digest())
