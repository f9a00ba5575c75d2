"""A figure with the range it can be trusted in, and whether two figures differ or there is no clear change.

Nothing here is rounded: whoever shows a figure rounds it once, at display.
"""

from math import hypot
from statistics import NormalDist

from bot.values import dataclass

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its interval at 95 %, low <= high, all in the unit of the figure. The value of a change is the later
    figure less the earlier one."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rise:
    """The later figure is higher, and the interval of the difference lies above 0."""

    by: Estimate


@dataclass(frozen=True, slots=True)
class Fall:
    """The later figure is lower, and the interval of the difference lies below 0."""

    by: Estimate


@dataclass(frozen=True, slots=True)
class NoClearChange:
    """The interval of the difference holds 0: chance alone may have done this."""

    by: Estimate


Change = Rise | Fall | NoClearChange


def judged(difference: Estimate) -> Change:
    """A change is said only where its interval excludes 0; an interval that ends on 0 does not."""
    if difference.low > 0:
        return Rise(difference)
    if difference.high < 0:
        return Fall(difference)
    return NoClearChange(difference)


def difference(before: Estimate, after: Estimate) -> Estimate:
    """The hybrid interval of a difference, from the intervals of two figures of separate rounds.

    Rounds are unlinked, so people who answered both times cannot be paired: the interval is rather too wide than too
    narrow. For shares with Wilson's interval this is method 10 of Newcombe, Statistics in Medicine 17 (1998) 873-890.
    """
    value = after.value - before.value
    return Estimate(
        value,
        value - hypot(after.value - after.low, before.high - before.value),
        value + hypot(after.high - after.value, before.value - before.low),
    )
