"""What change a round of so many answers could show at all, and how many answers a change needs."""

from math import sqrt
from statistics import NormalDist

from bot.values import dataclass
from storage.scores.interval import Z

POWER = 0.8
SHARE, MEAN, ENPS = 50.0, 2.0, 80.0
"""Standard deviations of one answer: a share in points at its widest, a mean from 0 to 10, the net promoter score."""

_REACH = Z + NormalDist().inv_cdf(POWER)


@dataclass(frozen=True, slots=True)
class Visible:
    """The smallest changes that two rounds of so many answers show four times in five, in points, scale units, points."""

    answers: int
    share_points: float
    mean: float
    enps_points: float


def smallest_change(before: int, after: int, deviation: float) -> float:
    """Between rounds of `before` and `after` answers, in the unit of the deviation; raises ValueError without answers."""
    if min(before, after) < 1:
        raise ValueError("without answers no change can be seen")
    return _REACH * deviation * sqrt(1 / before + 1 / after)


def visible(answers: int) -> Visible:
    """For the sentence "with about 40 answers you can see changes of 31 points": rounded only where it is said."""
    share, mean, enps = (smallest_change(answers, answers, deviation) for deviation in (SHARE, MEAN, ENPS))
    return Visible(answers, share, mean, enps)
