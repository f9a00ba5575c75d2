"""The employee net promoter score: those who would recommend the place, less those who would not."""

from collections.abc import Iterable
from math import sqrt

from bot.values import dataclass
from storage.scores.interval import Estimate, Z

PROMOTER_FROM, PASSIVE_FROM, HIGHEST = 9, 7, 10
MORE = 3
"""Imaginary answers that the interval adds: three quarters each to both ends and twice that to the middle."""


@dataclass(frozen=True, slots=True)
class Camps:
    """How many chose 9 or 10, 7 or 8, and 0 to 6."""

    promoters: int
    passives: int
    detractors: int

    def __post_init__(self) -> None:
        if min(self.promoters, self.passives, self.detractors) < 0:
            raise ValueError("a number of people is not below 0")

    @property
    def answers(self) -> int:
        return self.promoters + self.passives + self.detractors


def camps(scores: Iterable[int]) -> Camps:
    """Sorts answers from 0 to 10 into the three camps; raises ValueError for any other answer."""
    counts = [0, 0, 0]
    for score in scores:
        if not 0 <= score <= HIGHEST:
            raise ValueError(f"an answer lies from 0 to {HIGHEST}")
        counts[(score < PROMOTER_FROM) + (score < PASSIVE_FROM)] += 1
    return Camps(*counts)


def enps(camps: Camps) -> Estimate:
    """From -100 to 100, with the adjusted Wald interval; raises ValueError without answers.

    Source of the adjustment: Rocks, "Interval estimation for the net promoter score", The American Statistician 70
    (2016) 365-372.
    """
    if not camps.answers:
        raise ValueError("nobody answered, so there is no score")
    value = 100 * (camps.promoters - camps.detractors) / camps.answers
    n = camps.answers + MORE
    p, d = (camps.promoters + MORE / 4) / n, (camps.detractors + MORE / 4) / n
    half = Z * sqrt((p + d - (p - d) ** 2) / n)
    low, high = 100 * (p - d - half), 100 * (p - d + half)
    # The adjusted middle lies nearer to 0 than the score, so a unanimous score could lie outside its own interval.
    return Estimate(value, min(value, max(-100.0, low)), max(value, min(100.0, high)))
