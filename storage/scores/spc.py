"""Process charts: is a series of figures only noise, or has something changed? The rules are Making Data Count's.

Reference: the XmR chart of NHSRplotthedots 0.2.2. A hidden point is a gap: no range is taken across it, and no rule looks
across it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum
from statistics import mean
from typing import Literal

from bot.values import dataclass
from storage.scores.signals import Flag, Limits, flagged

LIMIT = 2.66
SCREEN = 3.267
TRIAL_BELOW = 12

Direction = Literal["increase", "decrease", "neutral"]
Sense = Literal["common", "improvement", "concern", "neutral"]
Variation = Literal["common_cause", "special_cause_improvement", "special_cause_concern", "special_cause_neutral"]
Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
Points = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Options:
    """How a chart is to be read. `direction` is where better lies; parts begin anew at `rebase_at` (indexes).

    `fix_after`: limits rest on the first so many shown points of a part. `screen`: ranges of at least 3.267 times the mean
    range are left out once.
    """

    direction: Direction = "increase"
    target: float | None = None
    rebase_at: tuple[int, ...] = ()
    fix_after: int | None = None
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Points from index `first` up to before `end` with limits of their own, that rest on `basis` shown points.

    No limits if no two neighbours are shown; trial limits on fewer than 12 points.
    """

    first: int
    end: int
    basis: int
    limits: Limits | None

    @property
    def trial(self) -> bool:
        return self.basis < TRIAL_BELOW


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn. `flags` has one entry for each point, None for common cause or a gap.

    The icons: `variation` of the last point (None if it is hidden), `high` says which way it points (None for common
    cause); `assurance` from the last part and the target.
    """

    points: tuple[float | None, ...]
    parts: tuple[Part, ...]
    flags: tuple[Flag | None, ...]
    variation: Variation | None
    high: bool | None
    assurance: Assurance | None

    @property
    def trial(self) -> bool:
        """Too few points for icons that anybody should act on."""
        return not self.parts or self.parts[-1].trial


def chart(points: Points, options: Options | None = None) -> Chart:
    """The chart of a series in the order of time; None is a hidden point. Raises ValueError for options that cannot be."""
    options = options or Options()
    _check(points, options)
    parts = tuple(_part(points, first, end, options) for first, end in _spans(points, options))
    flags = tuple(flag for part in parts for flag in flagged(points[part.first : part.end], part.limits))
    last = flags[-1] if points and points[-1] is not None else None
    known = bool(points) and points[-1] is not None
    return Chart(
        tuple(points),
        parts,
        flags,
        variation=_variation(sense(last, options.direction)) if known else None,
        high=None if last is None else last.high,
        assurance=_assurance(parts[-1].limits, options) if parts else None,
    )


def sense(flag: Flag | None, direction: Direction) -> Sense:
    """What a point's flag means to somebody who wants the figure to go in this direction."""
    if flag is None:
        return "common"
    if direction == "neutral":
        return "neutral"
    return "improvement" if flag.high == (direction == "increase") else "concern"


def _check(points: Points, options: Options) -> None:
    if any(not 0 < at < len(points) for at in options.rebase_at):
        raise ValueError("a new part begins at a point of the series after the first")
    if options.fix_after is not None and options.fix_after < 2:
        raise ValueError("limits need at least two points")


def _spans(points: Points, options: Options) -> Iterator[tuple[int, int]]:
    if points:
        yield from pairwise((0, *sorted(set(options.rebase_at)), len(points)))


def _part(points: Points, first: int, end: int, options: Options) -> Part:
    shown = [at for at in range(first, end) if points[at] is not None][: options.fix_after]
    values = {at: value for at in shown if (value := points[at]) is not None}
    ranges = [abs(values[at] - values[at - 1]) for at in shown if at - 1 in values]
    return Part(first, end, len(shown), _limits(list(values.values()), ranges, screen=options.screen))


def _limits(values: Sequence[float], ranges: Sequence[float], *, screen: bool) -> Limits | None:
    if not ranges:
        return None
    # `mean` is exact where a float sum is not: a point that lies on the mean must be seen to lie on it.
    middle, size = mean(values), fsum(ranges) / len(ranges)
    if screen and size:
        kept = [each for each in ranges if each < SCREEN * size]
        size = fsum(kept) / len(kept)
    return Limits(middle, LIMIT * size)


def _variation(sense: Sense) -> Variation:
    match sense:
        case "common":
            return "common_cause"
        case "improvement":
            return "special_cause_improvement"
        case "concern":
            return "special_cause_concern"
        case "neutral":
            return "special_cause_neutral"


def _assurance(limits: Limits | None, options: Options) -> Assurance | None:
    if limits is None or options.target is None or options.direction == "neutral":
        return None
    if limits.lower <= options.target <= limits.upper:
        return "inconsistent"
    above = options.target > limits.upper
    return "consistent_fail" if above == (options.direction == "increase") else "consistent_pass"
