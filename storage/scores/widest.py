"""How far people's own scores lie apart at most, where only the questions that they are made of were published.

A mean over several questions has no larger standard deviation than the mean of the questions' own (Minkowski's
inequality); it is reached where people answer all of them alike. What is made of this is at least as wide as the truth.
"""

from collections.abc import Sequence
from math import fsum, sqrt

from storage.scores.engagement import FULL, ITEMS, MIN_ITEMS, STEP
from storage.scores.interval import Change, Estimate, judged
from storage.scores.means import ROUNDED, Band, Sample, of_bands, quantile

Part = Sequence[Sample]
"""The questions of one sub-score, each on the scale from 0 to 10."""


def on_ten(sample: Sample) -> Sample:
    """The same answers on the scale from 0 to 10."""
    by = FULL / (sample.highest - sample.lowest)
    mean = (sample.mean - sample.lowest) * by
    return Sample(sample.answers, mean, sample.deviation * by, 0.0, FULL, sample.step * by, sample.rounded * by)


def own_scores(answers: int, mean: float, parts: Sequence[Part]) -> Sample:
    """The scores of so many people with this published mean, whoever of them left a question out, and whoever else answered.

    Each of them has a mean over `MIN_ITEMS` or more questions in every part, so none of their answers weighs more than one
    in `MIN_ITEMS`; and their answers are some of those that were published.
    """
    scores = max(1, answers - 1)
    apart = fsum(_part(part) for part in parts) / len(parts) / sqrt(scores)
    never = of_bands([Band(0.0, FULL, answers)], mean, rounded=ROUNDED)  # no scores of this mean lie further apart
    return Sample(answers, mean, min(apart, never.deviation), 0.0, FULL, STEP / ITEMS**2, ROUNDED)


def of_item_means(mean: float, items: Part, *, rounded: float) -> Sample:
    """A mean of the questions' means, which different people may have answered: as if the fewest had answered all of them."""
    fewest = min(item.answers for item in items)
    apart = fsum(item.deviation for item in items) / len(items)
    step = min(item.step for item in items) / len(items)
    return Sample(fewest, mean, apart, 0.0, FULL, step, rounded)


def change_at_least(before: Sample, after: Sample) -> Change:
    """Between two rounds; with the smaller of both numbers, because how the spreads compare is not known either."""
    value = after.mean - before.mean
    freedom = min(before.answers, after.answers) - 1
    half = quantile(freedom) * sqrt(before.variance_of_mean() + after.variance_of_mean())
    half += before.rounded + after.rounded
    return judged(Estimate(value, max(-FULL, value - half), min(FULL, value + half)))


def _part(part: Part) -> float:
    """The root of the largest sum of squares, about one point, of people's means over these questions.

    With weights of at most 1/m in each mean, that sum is at most 1/m of the questions' sums (Jensen), and its root at most
    1/m of the sum of their roots (Minkowski). Answers of people who are not counted can only add to it.
    """
    middle = fsum(item.answers * item.mean for item in part) / sum(item.answers for item in part)
    squares = [_about(item, middle) for item in part]
    return min(sqrt(fsum(squares) / MIN_ITEMS), fsum(map(sqrt, squares)) / MIN_ITEMS)


def _about(item: Sample, middle: float) -> float:
    """The largest sum of squares of the answers about this point."""
    off = abs(item.mean - middle) + item.rounded
    return (item.answers - 1) * item.deviation**2 + item.answers * off**2
