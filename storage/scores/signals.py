"""The four rules by which a point of a process chart is more than noise."""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import Literal

from bot.values import dataclass

LONG = 7
NEAR = 2 / 3

Rule = Literal["outside", "trend", "two_of_three", "run"]


class Flag(Enum):
    """Why a point is marked; the strongest reason only, in this order."""

    outside_high = "outside_high"
    outside_low = "outside_low"
    trend_up = "trend_up"
    trend_down = "trend_down"
    two_of_three_high = "two_of_three_high"
    two_of_three_low = "two_of_three_low"
    run_high = "run_high"
    run_low = "run_low"

    @property
    def high(self) -> bool:
        """Whether it points upwards."""
        return self.value.endswith(("high", "up"))

    @property
    def rule(self) -> Rule:
        """Which of the four it is."""
        match self:
            case Flag.outside_high | Flag.outside_low:
                return "outside"
            case Flag.trend_up | Flag.trend_down:
                return "trend"
            case Flag.two_of_three_high | Flag.two_of_three_low:
                return "two_of_three"
            case Flag.run_high | Flag.run_low:
                return "run"


@dataclass(frozen=True, slots=True)
class Limits:
    """The mean, and how far the limits lie from it."""

    mean: float
    reach: float

    @property
    def lower(self) -> float:
        return self.mean - self.reach

    @property
    def upper(self) -> float:
        return self.mean + self.reach

    def near(self, value: float) -> bool:
        """Beyond two thirds of the way to a limit, and not outside."""
        inside = self.lower <= value <= self.upper
        return inside and not self.mean - NEAR * self.reach <= value <= self.mean + NEAR * self.reach


def flagged(points: Sequence[float | None], limits: Limits | None) -> list[Flag | None]:
    """One entry a point of one part of a chart. Without limits there is only the trend to look for."""
    flags: list[Flag | None] = [None] * len(points)
    for stretch in _stretches(points):
        # The weakest rule comes first, so that a stronger one may overwrite it.
        if limits:
            _mark(flags, _runs(stretch, limits))
            _mark(flags, _two_of_three(stretch, limits))
        _mark(flags, _trends(stretch))
        if limits:
            _mark(flags, _outside(stretch, limits))
    return flags


Stretch = Sequence[tuple[int, float]]
Marks = Iterator[tuple[int, Flag]]


def _mark(flags: list[Flag | None], marks: Marks) -> None:
    for at, flag in marks:
        flags[at] = flag


def _stretches(points: Sequence[float | None]) -> Iterator[Stretch]:
    """The shown points between two gaps, with their places."""
    stretch: list[tuple[int, float]] = []
    for at, value in enumerate(points):
        if value is not None:
            stretch.append((at, value))
        elif stretch:
            yield stretch
            stretch = []
    yield stretch


def _windows(stretch: Stretch, size: int) -> Iterator[Stretch]:
    return (stretch[at : at + size] for at in range(len(stretch) - size + 1))


def _outside(stretch: Stretch, limits: Limits) -> Marks:
    for at, value in stretch:
        if value > limits.upper:
            yield at, Flag.outside_high
        elif value < limits.lower:
            yield at, Flag.outside_low


def _trends(stretch: Stretch) -> Marks:
    """Seven points, each strictly beyond the one before. A valley belongs to the later of its two trends."""
    for window in _windows(stretch, LONG):
        steps = [after - before for (_, before), (_, after) in pairwise(window)]
        if all(step > 0 for step in steps):
            yield from ((at, Flag.trend_up) for at, _ in window)
        elif all(step < 0 for step in steps):
            yield from ((at, Flag.trend_down) for at, _ in window)


def _runs(stretch: Stretch, limits: Limits) -> Marks:
    """Seven points on one side of the mean; one that lies on it is on no side."""
    for window in _windows(stretch, LONG):
        if (side := _side(window, limits)) is not None:
            yield from ((at, Flag.run_high if side else Flag.run_low) for at, _ in window)


def _two_of_three(stretch: Stretch, limits: Limits) -> Marks:
    """Three points on one side, two of them near the limit and not beyond it: those are marked."""
    for window in _windows(stretch, 3):
        near = [at for at, value in window if limits.near(value)]
        if (side := _side(window, limits)) is not None and len(near) >= 2:
            yield from ((at, Flag.two_of_three_high if side else Flag.two_of_three_low) for at in near)


def _side(window: Stretch, limits: Limits) -> bool | None:
    """True if all lie above the mean, False if all lie below it."""
    if all(value > limits.mean for _, value in window):
        return True
    return False if all(value < limits.mean for _, value in window) else None
