"""Means of answers on a scale, with their interval, from nothing more than what has been published."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import fsum, sqrt

from bot.values import dataclass
from storage.scores.interval import CONFIDENCE, Change, Estimate, judged
from storage.scores.student import t_quantile

ROUNDED = 0.05
"""Means are published with one decimal."""


@dataclass(frozen=True, slots=True)
class Sample:
    """So many answers with this mean and standard deviation (n - 1), on a scale whose values lie `step` apart.

    `rounded`: the mean was published rounded, and may be so much more or less; the deviation holds for all of these.
    """

    answers: int
    mean: float
    deviation: float
    lowest: float
    highest: float
    step: float = 1.0
    rounded: float = 0.0

    def variance_of_mean(self) -> float:
        """Answers come in steps, so no spread below that of rounding to a step is believed: else ten equal answers
        would be a mean without any doubt."""
        return max(self.deviation**2, self.step**2 / 12) / self.answers


@dataclass(frozen=True, slots=True)
class Band:
    """A class of answers as it was published: how many lie from `lowest` to `highest`."""

    lowest: float
    highest: float
    answers: int


def of_counts(counts: Mapping[float, int]) -> Sample:
    """From a published distribution: each value of the scale, in rising order, also those that nobody chose."""
    values = list(counts)
    if len(values) < 2 or values != sorted(values):
        raise ValueError("give every value of the scale, in rising order")
    answers = [value for value, count in counts.items() for _ in range(count)]
    step = min(above - below for below, above in pairwise(values))
    return of_values(answers, lowest=values[0], highest=values[-1], step=step)


def of_values(values: Sequence[float], *, lowest: float, highest: float, step: float = 1.0) -> Sample:
    """From the values themselves; raises ValueError without any."""
    if not values:
        raise ValueError("nobody answered, so there is no mean")
    mean = fsum(values) / len(values)
    spread = fsum((value - mean) ** 2 for value in values)
    return Sample(len(values), mean, sqrt(spread / max(1, len(values) - 1)), lowest, highest, step)


def of_bands(bands: Sequence[Band], mean: float, *, step: float = 1.0, rounded: float = 0.0) -> Sample:
    """From published classes and their published mean, with the widest spread that agrees with both.

    The true spread is not published and may be smaller: an interval made of this is rather too wide than too narrow.
    `rounded` is how far the mean may lie from the one that was published.
    """
    ordered = sorted(bands, key=lambda band: band.lowest)
    answers = sum(band.answers for band in ordered)
    if not answers:
        raise ValueError("nobody answered, so there is no mean")
    widest = max(_squares(ordered, each) - answers * each**2 for each in _turns(ordered, mean, rounded))
    deviation = sqrt(max(0.0, widest) / max(1, answers - 1))
    return Sample(answers, mean, deviation, ordered[0].lowest, ordered[-1].highest, step, rounded)


def interval(sample: Sample) -> Estimate:
    """The mean with Student's interval, inside the scale; from a single answer it is the whole scale."""
    half = quantile(sample.answers - 1) * sqrt(sample.variance_of_mean()) + sample.rounded
    return Estimate(sample.mean, max(sample.lowest, sample.mean - half), min(sample.highest, sample.mean + half))


def change_of_mean(before: Sample, after: Sample) -> Change:
    """Between two rounds whose people cannot be paired, by Welch's interval (Biometrika 34 (1947) 28-35)."""
    value = after.mean - before.mean
    of_before, of_after = before.variance_of_mean(), after.variance_of_mean()
    half = quantile(_freedom(before, after)) * sqrt(of_before + of_after) + before.rounded + after.rounded
    most, least = after.highest - before.lowest, after.lowest - before.highest
    return judged(Estimate(value, max(least, value - half), min(most, value + half)))


def quantile(freedom: float) -> float:
    """So many standard errors to either side hold the true mean."""
    return t_quantile((1 + CONFIDENCE) / 2, freedom)


def _squares(ordered: Sequence[Band], mean: float) -> float:
    """The largest sum of squares that answers with this mean can have."""
    # Within a band from a to b no answer x has x*x above (a + b) x - a b; the sum left over goes to the highest band first.
    left = max(0.0, sum(band.answers for band in ordered) * mean - fsum(b.lowest * b.answers for b in ordered))
    squares = 0.0
    for band in reversed(ordered):
        risen = min(left, (band.highest - band.lowest) * band.answers)
        left -= risen
        squares += band.lowest**2 * band.answers + (band.lowest + band.highest) * risen
    return squares


def _turns(ordered: Sequence[Band], mean: float, rounded: float) -> list[float]:
    """The means at which the spread can be widest, of all that round to this one: both ends, where a band is full, and the
    middle of each band. In between it only rises or only falls."""
    answers, total = sum(band.answers for band in ordered), fsum(band.lowest * band.answers for band in ordered)
    found = [mean - rounded, mean + rounded, *((band.lowest + band.highest) / 2 for band in ordered)]
    for band in reversed(ordered):
        found.append(total / answers)
        total += (band.highest - band.lowest) * band.answers
    return [min(mean + rounded, max(mean - rounded, each)) for each in (mean, *found, total / answers)]


def _freedom(before: Sample, after: Sample) -> float:
    """Welch and Satterthwaite's; none if a round has a single answer."""
    if min(before.answers, after.answers) < 2:
        return 0.0
    parts = [(sample.variance_of_mean(), sample.answers - 1) for sample in (before, after)]
    return fsum(v for v, _ in parts) ** 2 / fsum(v * v / n for v, n in parts)
