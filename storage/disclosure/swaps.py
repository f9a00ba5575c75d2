"""Shows quickly of nearly everybody that their answer does not follow: two answers change places and no figure changes.

People of the same block exchange two answers, and so on round a ring of blocks and value groups, until every block and
every group has the same answers as before. Whoever is on such a ring could have answered otherwise. Rings are found as
the strongly connected parts of a graph, for thousands of people in milliseconds; the integer program is left with the rest.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from bot.values import dataclass

Place = tuple[str, tuple[int, ...]]
"""A block's node, and the numbers of the value groups: people in the same place are in the same cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How often each answer was given in each place. `counts` is a numpy array of shape (places, answers)."""

    rows: Any
    columns: Any
    counts: Any


@dataclass(frozen=True, slots=True)
class Stuck:
    """Places of one mind for which no ring was found, and the insider (place, answer) who was taken out, or None."""

    places: tuple[int, ...]
    insider: tuple[int, int] | None = None


def grid(places: Sequence[Place], counts: Sequence[Sequence[int]]) -> Grid:

    row = {block: number for number, block in enumerate(dict.fromkeys(block for block, _ in places))}
    column = {groups: number for number, groups in enumerate(dict.fromkeys(groups for _, groups in places))}
    rows = np.asarray([row[block] for block, _ in places])
    columns = np.asarray([len(row) + column[groups] for _, groups in places])
    return Grid(rows, columns, np.asarray(counts))


def stuck(of: Grid, claimed: Collection[int], insiders: Iterable[tuple[int, int]] = ()) -> Iterator[Stuck]:
    """First of the outsider, then of each insider: the places whose people all gave a claimed answer and have no ring."""

    given = [answer for answer in range(of.counts.shape[1]) if of.counts[:, answer].any()]
    pairs = [(one, other) for one in given if one in claimed for other in given if other not in claimed]
    rings = {pair: _ring(of, of.counts, *pair) for pair in pairs}
    one_mind = _one_mind(of.counts, claimed)
    alone = one_mind & ~_any(rings.values(), len(one_mind))
    yield Stuck(tuple(np.flatnonzero(alone).tolist()))
    # Taking an answer out matters to others only where it was the last of its kind, and only to rings that used it.
    weak = {
        answer: one_mind & ~_any((ring for pair, ring in rings.items() if answer not in pair), len(one_mind))
        for answer in given
    }
    for place, answer in insiders:
        others = weak[answer] if of.counts[place, answer] == 1 else alone
        yield _stuck_beside(of, claimed, rings, insider=(place, answer), others=others)


Rings = Mapping[tuple[int, int], Any]
"""For each pair of a claimed and another answer, the places where somebody can exchange the one for the other."""


def _stuck_beside(of: Grid, claimed: Collection[int], rings: Rings, *, insider: tuple[int, int], others: Any) -> Stuck:
    """What an insider finds who takes their own answer out of every figure; `others` may have lost their rings by that."""

    place, answer = insider
    rest = of.counts.copy()
    rest[insider] -= 1
    known = {pair: ring for pair, ring in rings.items() if rest[insider] or answer not in pair}
    candidates = set(np.flatnonzero(others).tolist()) - {place}
    if rest[place].any() and _one_mind(rest[[place]], claimed)[0]:
        candidates.add(place)
    stuck_now = []
    for other in sorted(candidates):
        free = any(rest[other, pair[0]] and ring[other] for pair, ring in known.items())
        for pair in () if free else rings.keys() - known.keys():
            known[pair] = _ring(of, rest, *pair)
            free = free or bool(known[pair][other])
        if not free:
            stuck_now.append(other)
    return Stuck(tuple(stuck_now), insider)


def _one_mind(counts: Any, claimed: Collection[int]) -> Any:
    return counts[:, sorted(claimed)].sum(axis=1) == counts.sum(axis=1)


def _any(rings: Iterable[Any], size: int) -> Any:

    return np.logical_or.reduce([np.zeros(size, dtype=bool), *rings])


def _ring(of: Grid, counts: Any, one: int, other: int) -> Any:
    """Where `one` was given and an exchange for `other` closes a ring.

    An arc leads from the block to the group where `one` may go, and from the group to the block where `other` may.
    """

    goes, comes = counts[:, one] > 0, counts[:, other] > 0
    tails = np.concatenate([of.rows[goes], of.columns[comes]])
    heads = np.concatenate([of.columns[goes], of.rows[comes]])
    size = int(of.columns.max()) + 1
    graph = csr_array((np.ones(len(tails), dtype=np.int8), (tails, heads)), shape=(size, size))
    _, part = connected_components(graph, directed=True, connection="strong")
    return goes & (part[of.rows] == part[of.columns])
