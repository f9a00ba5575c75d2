"""How sure a published result is: the interval of its favourable share and of its mean, from the published numbers alone."""

from bot.finding import Cell
from bot.question import Question
from storage.scores.interval import Estimate
from storage.scores.means import ROUNDED, Band, Sample, interval, of_bands, of_counts
from storage.scores.shares import share

_BANDS = {
    "scale": ((0, 6), (7, 8), (9, 10)),
    "agreement": ((1, 2), (3, 3), (4, 5)),
    "frequency": ((1, 2), (3, 3), (4, 5)),
}
AVERAGED = tuple(_BANDS)
"""The kinds of questions whose answers have a mean."""


def favourable(cell: Cell) -> Estimate:
    """The share, 0 to 1, who gave a favourable answer."""
    return share(cell.good, cell.answers)


def mean_interval(question: Question, cell: Cell) -> Estimate:
    """Of the distribution where that is published; else of the classes and the mean, and then rather too wide."""
    return interval(sample(question, cell))


def sample(question: Question, cell: Cell) -> Sample:
    """The answers as far as they were published: score by score, else in three classes."""
    bands = _BANDS[question.kind]
    if cell.spread:
        return of_counts({float(bands[0][0] + at): many for at, many in enumerate(cell.spread)})
    classes = [Band(*ends, many) for ends, many in zip(bands, rising(question, cell), strict=True)]
    return of_bands(classes, cell.mean, rounded=ROUNDED)


def rising(question: Question, cell: Cell) -> tuple[int, int, int]:
    """How many gave an answer of the lowest, the middle and the highest class; where agreeing is poor, the lowest is good."""
    counts = (cell.poor, cell.middle, cell.good)
    return counts[::-1] if question.reversed else counts
