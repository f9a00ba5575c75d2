"""Who was reached: whether answers come evenly from all parts, and how far off the result could be where they do not."""

from collections.abc import Iterable
from math import fsum, sqrt
from statistics import NormalDist

from bot.values import dataclass
from storage.scores.interval import CONFIDENCE


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of those who were invited, as it was when the round opened, and how many of it answered."""

    invited: int
    answered: int

    def __post_init__(self) -> None:
        if not 0 <= self.answered <= self.invited:
            raise ValueError(f"{self.answered} of {self.invited} invited cannot have answered")


@dataclass(frozen=True, slots=True)
class Representativeness:
    """`r` is 1 when every part answers at the same rate. `worst` is how far the mean could be off at most, as a multiple
    of the standard deviation of the score."""

    rate: float
    r: float
    worst: float


def representativeness(strata: Iterable[Stratum]) -> Representativeness | None:
    """None if nobody answered. Source: Schouten, Cobben, Bethlehem, Survey Methodology 35 (2009) 101-113."""
    parts = [part for part in strata if part.invited]
    invited, answered = sum(part.invited for part in parts), sum(part.answered for part in parts)
    if not answered:
        return None
    rate = answered / invited
    spread = sqrt(fsum(part.invited * (part.answered / part.invited - rate) ** 2 for part in parts) / invited)
    return Representativeness(rate, 1 - 2 * spread, spread / rate)


def evenly(strata: Iterable[Stratum]) -> bool:
    """Whether the parts' rates differ by no more than chance brings in 95 of 100 cases: Pearson's chi-square test.

    Its quantile is that of Wilson and Hilferty, Proceedings of the National Academy of Sciences 17 (1931) 684-688. A part
    alone, and parts of which everybody or nobody answered, are even.
    """
    parts = [part for part in strata if part.invited]
    invited, answered = sum(part.invited for part in parts), sum(part.answered for part in parts)
    if len(parts) < 2 or answered in (0, invited):
        return True
    rate, freedom = answered / invited, len(parts) - 1
    apart = fsum((part.answered - part.invited * rate) ** 2 / part.invited for part in parts) / (rate * (1 - rate))
    spread = 2 / (9 * freedom)
    return apart <= freedom * (1 - spread + NormalDist().inv_cdf(CONFIDENCE) * sqrt(spread)) ** 3
