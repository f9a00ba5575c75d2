"""Turns comments into rows of numbers: how often each word and each run of letters stands in it, rare ones weighing more.

Runs of three to five letters within a word stand in for stems, so that "parking" and "parked", "zmiana" and "zmiany" are
near each other in any language. numpy and scipy take half a second to import: this module is imported where sorting happens.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from bot.values import dataclass
from conversations.sort.redact import MAIL, NAME, NUMBER
from conversations.sort.tokens import bare, words_of

Numbers = np.ndarray[Any, np.dtype[Any]]
"""An array of numbers; each function says its shape."""
RUNS = (3, 4, 5)
LONGEST_WORD = 40
HIDDEN = (NAME, MAIL, NUMBER)


@dataclass(frozen=True, slots=True)
class Rows:
    """`weights`: a sparse array of shape (comments, features), each row of length 1, or empty. `words` names the features
    that are whole words."""

    weights: csr_array
    words: dict[int, str]


def rows_of(texts: Sequence[str]) -> Rows:
    """TF-IDF over these comments: 1 + log of how often, times log of how rare, then each row made as long as the others."""
    numbers: dict[str, int] = {}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for text in texts:
        counted = Counter(feature for word in _plain(text) for feature in _features(word))
        columns += [numbers.setdefault(feature, len(numbers)) for feature in counted]
        values += list(counted.values())
        ends.append(len(columns))
    weights = csr_array(
        (np.array(values), np.array(columns, dtype=np.int64), np.array(ends)), (len(texts), len(numbers))
    )
    words = {number: feature[1:] for feature, number in numbers.items() if feature.startswith("=")}
    return Rows(_weighed(weights), words)


def unit(rows: csr_array) -> csr_array:
    """Each row made as long as the others; an empty one stays empty."""
    long = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    long[long == 0] = 1
    scaled: csr_array = csr_array(rows.multiply((1 / long)[:, None]))
    return scaled


def _weighed(counts: csr_array) -> csr_array:
    if not counts.nnz:
        return counts
    comments = counts.shape[0]
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    counts.data = (1 + np.log(counts.data)) * (1 + np.log((1 + comments) / (1 + seen[counts.indices])))
    return unit(counts)


def _plain(text: str) -> Iterator[str]:
    for hidden in HIDDEN:
        text = text.replace(hidden, " ")
    return iter(words_of(text))


@lru_cache(maxsize=20_000)
def _features(word: str) -> tuple[str, ...]:
    """The word itself, marked as such, and the runs of letters in it, its ends marked."""
    inside = f" {bare(word)[:LONGEST_WORD]} "
    runs = (inside[at : at + size] for size in RUNS for at in range(len(inside) - size + 1))
    return (f"={word}", *dict.fromkeys(runs))
