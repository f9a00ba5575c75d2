"""Guesses under which themes a comment could go, from the themes' titles and from what a person has placed already.

Each theme is the mean of its title and its comments; a comment is near it when they share words that are rare elsewhere, or
where an organisation added the sentence model, when they mean nearly the same.
Nothing is remembered: every confirmation counts at the next guess, because the guess starts from what is true then.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from bot.values import dataclass
from conversations.sort.model import Reads, by_words
from conversations.sort.terms import ENOUGH, EXAMPLES, OFFERED, SURE, TRIED, Guess
from conversations.sort.vectors import Numbers, rows_of

TITLE_WEIGHS = 1.5
GUESSED_WEIGHS = 0.3
"""A comment that a machine placed says less about a theme than one that a person did."""
FARTHEST = 0.1
"""Nothing is placed unasked where it is farther from its theme than nine in ten of those that were guessed rightly."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What is known of a theme: its title, and the words of its comments, first those that a person placed."""

    title: str
    placed: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()


def likely(
    themes: Mapping[str, Theme], comments: Mapping[str, str], read: Reads = by_words
) -> dict[str, tuple[str, ...]]:
    """For each comment at most three themes, the likeliest first; those that share nothing with it come in the order of
    `themes`."""
    if not themes:
        return dict.fromkeys(comments, ())
    learnt = _Learnt(themes, list(comments.values()), read)
    order = np.argsort(-learnt.scores(), axis=1, kind="stable")[:, :OFFERED]
    names = list(themes)
    return {id_: tuple(names[at] for at in order[row]) for row, id_ in enumerate(comments)}


def clear(
    themes: Mapping[str, Theme], comments: Mapping[str, str], neither: Sequence[str] = (), read: Reads = by_words
) -> list[Guess]:
    """The comments that can be placed without asking: those whose best theme is so far ahead of the second that, of what a
    person placed, as many as `SURE` would have been placed alike; and that are as near to it as most of these. `neither` are
    those that a person put under no theme. None before there is enough to go by."""
    placed = sum(len(each.placed[:EXAMPLES]) for each in themes.values())
    if placed < ENOUGH or len(themes) < 2 or not comments:
        return []
    learnt = _Learnt(themes, [*neither[:EXAMPLES], *comments.values()], read)
    scores = learnt.scores()
    refused, scores = scores[: len(neither[:EXAMPLES])], scores[len(neither[:EXAMPLES]) :]
    ahead, near, right = learnt.tried()
    floor = np.quantile(near[right], FARTHEST) if right.any() else np.inf
    # A comment that a person put under no theme would have been placed wrongly wherever it went.
    ahead = np.concatenate([ahead, _margins(refused)[refused.max(axis=1) >= floor]])
    right = np.concatenate([right, np.zeros(len(ahead) - len(right), dtype=np.bool_)])
    best, margins = scores.argmax(axis=1), _margins(scores)
    names, found = list(themes), []
    for row in np.flatnonzero((margins > 0) & (scores.max(axis=1) >= floor)):
        alike = right[ahead >= margins[row]]
        share = alike.sum() / (len(alike) + 1)  # as if one more had been wrong: a short run of luck is no proof
        if len(alike) >= TRIED and share >= SURE:
            found.append(Guess(list(comments)[row], names[best[row]], int(100 * share)))
    return found


def typical(texts: Mapping[str, str], many: int = 2) -> tuple[str, ...]:
    """The ids of the comments that say most of what these comments say together; of the first ones, by their random ids."""
    some = dict(sorted(texts.items())[:EXAMPLES])
    if len(some) <= many:
        return tuple(some)
    weights = rows_of(list(some.values())).weights
    near = np.asarray(weights @ np.asarray(weights.sum(axis=0)).ravel()).ravel()
    ids = list(some)
    return tuple(ids[at] for at in np.argsort(-near, kind="stable")[:many])


class _Learnt:
    """The themes as one row each, beside the rows of the comments to be placed."""

    def __init__(self, themes: Mapping[str, Theme], texts: Sequence[str], read: Reads) -> None:
        placed = [each.placed[:EXAMPLES] for each in themes.values()]
        guessed = [each.guessed[: EXAMPLES - len(known)] for each, known in zip(themes.values(), placed, strict=True)]
        lists = [[each.title for each in themes.values()], *placed, *guessed, texts]
        weights = read([text for each in lists for text in each])
        ends = np.cumsum([0, *map(len, lists)])
        parts = [weights[start:end].toarray() for start, end in pairwise(ends[:-1])]
        many = len(themes)
        self._texts = weights[ends[-2] : ends[-1]]
        self._placed = parts[1 : many + 1]
        sums = [
            TITLE_WEIGHS * parts[0][at] + parts[1 + at].sum(axis=0) + GUESSED_WEIGHS * parts[1 + many + at].sum(axis=0)
            for at in range(many)
        ]
        self._themes = np.array(sums)

    def scores(self) -> Numbers:
        """An array of shape (comments, themes): the cosine between each two."""
        found: Numbers = np.asarray(self._texts @ _unit(self._themes).T)
        return found

    def tried(self) -> tuple[Numbers, Numbers, Numbers]:
        """Each placed comment guessed as if nobody had placed it: how far ahead the guess was, how near, whether right."""
        ahead, near, right = [], [], []
        known = _unit(self._themes)
        for theme, rows in enumerate(self._placed):
            scores = rows @ known.T
            scores[:, theme] = (rows * _unit(self._themes[theme] - rows)).sum(axis=1)
            ahead.append(_margins(scores))
            near.append(scores.max(axis=1, initial=0))
            right.append(scores.argmax(axis=1) == theme)
        return np.concatenate(ahead), np.concatenate(near), np.concatenate(right)


def _margins(scores: Numbers) -> Numbers:
    """How far the best theme of each comment is ahead of the second."""
    ordered = np.sort(scores, axis=1)
    margins: Numbers = ordered[:, -1] - ordered[:, -2]
    return margins


def _unit(rows: Numbers) -> Numbers:
    long = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Numbers = rows / np.where(long > 0, long, 1)
    return scaled
