"""Lays many comments in a few heaps to start from, each labelled by words from it and by the comment in its middle.

A heap is no theme: it has no title until a person gives it one, and what is near no heap stays out of all of them.
"""

from collections.abc import Mapping
from math import sqrt

import numpy as np
from scipy.sparse import csr_array

from bot.values import dataclass
from conversations.sort.fold import folded_groups
from conversations.sort.model import Reads, by_words
from conversations.sort.terms import ABOVE
from conversations.sort.vectors import Numbers, Rows, rows_of

FEWEST, MOST = 3, 12
SEED = 20261
LABELS = 3
ROUNDS, STARTS = 25, 4
NEAR = 0.05
"""How far the nearest heap must be ahead of the second, as a cosine; nearer the border, a comment stays out."""
SMALLEST = 3


@dataclass(frozen=True, slots=True)
class Heap:
    """`comments` with how clear each is, in whole per cent: how much nearer it is to this heap than to the next one.
    `words` are the most distinctive ones, `middle` is the id of the comment that says most of what the heap says."""

    comments: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    middle: str


def how_many(comments: int) -> int:
    """About the root of half of them, from three to twelve."""
    return max(FEWEST, min(MOST, round(sqrt(comments / 2))))


def heaps(texts: Mapping[str, str], read: Reads = by_words, seed: int = SEED) -> list[Heap]:
    """The starting heaps of these comments, the largest first; the same ones for the same comments and seed. Comments that
    say nearly the same are one while heaps are looked for, so that 2,000 copies of one are one voice."""
    groups = folded_groups(dict(sorted(texts.items())))
    if len(texts) <= ABOVE or len(groups) <= FEWEST:
        return []
    some = [texts[group[0]] for group in groups]
    rows, places = rows_of(some), read(some)
    middles = _middles(places, min(how_many(len(texts)), len(groups)), seed)
    scores = np.asarray(places @ middles.T)
    best = scores.argmax(axis=1)
    ordered = np.sort(scores, axis=1)
    ahead = ordered[:, -1] - ordered[:, -2]
    found = []
    for at in range(len(middles)):
        inside = [int(row) for row in np.flatnonzero((best == at) & (ahead >= NEAR))]
        clear = {row: min(99, round(100 * float(ahead[row] / ordered[row, -1]))) for row in inside}
        members = tuple((id_, clear[row]) for row in inside for id_ in groups[row])
        if len(members) >= SMALLEST:
            middle = groups[max(inside, key=lambda row: (scores[row, at], -row))][0]
            found.append(Heap(members, _distinctive(rows, inside), middle))
    # Without a word that tells it from the others it is what is left over.
    found = [heap for heap in found if heap.words]
    return sorted(found, key=lambda heap: (-len(heap.comments), heap.middle))


def _middles(rows: csr_array, many: int, seed: int) -> Numbers:
    """k-means on the sphere, started a few times by k-means++; of these the one whose comments lie nearest."""
    chance = np.random.default_rng(seed)
    tried = [_settled(rows, _spread(rows, many, chance)) for _ in range(STARTS)]
    return max(tried, key=lambda found: found[0])[1]


def _spread(rows: csr_array, many: int, chance: np.random.Generator) -> Numbers:
    """Starting points that lie far from one another: each by chance, the likelier the farther it is from those before."""
    chosen = [int(chance.integers(rows.shape[0]))]
    far = 1 - _near(rows, chosen[0])
    for _ in range(many - 1):
        weights = np.clip(far, 0, None) ** 2
        total = weights.sum()
        spread = weights / total if total > 0 else None
        chosen.append(int(chance.choice(rows.shape[0], p=spread)))
        far = np.minimum(far, 1 - _near(rows, chosen[-1]))
    points: Numbers = rows[chosen].toarray()
    return points


def _near(rows: csr_array, one: int) -> Numbers:
    near: Numbers = np.asarray(rows @ rows[[one]].toarray().ravel()).ravel()
    return near


def _settled(rows: csr_array, middles: Numbers) -> tuple[float, Numbers]:
    """Moves the middles until nothing changes; how near the comments lie, and the middles."""
    before = None
    near = np.zeros(0)
    for _ in range(ROUNDS):
        scores = np.asarray(rows @ middles.T)
        best, near = scores.argmax(axis=1), scores.max(axis=1)
        if before is not None and (best == before).all():
            break
        before = best
        inside = csr_array((np.ones(len(best)), (best, np.arange(len(best)))), (len(middles), len(best)))
        sums = (inside @ rows).toarray()
        long = np.linalg.norm(sums, axis=1, keepdims=True)
        middles = np.where(long > 0, sums / np.where(long > 0, long, 1), middles)
    return float(near.sum()), middles


def _distinctive(rows: Rows, inside: list[int]) -> tuple[str, ...]:
    """The words that stand in more of these comments than elsewhere, the most telling first."""
    there = np.asarray((rows.weights[inside] > 0).sum(axis=0)).ravel() / len(inside)
    everywhere = np.asarray((rows.weights > 0).sum(axis=0)).ravel() / rows.weights.shape[0]
    telling = {
        word: (there[at] - everywhere[at]) * len(word) ** 0.5 for at, word in rows.words.items() if len(word) > 2
    }
    ordered = sorted(telling, key=lambda word: (-telling[word], word))
    return tuple(word for word in ordered[:LABELS] if telling[word] > 0)
