"""The frame of a chart over time: a scale on the left, labels along the bottom, lines with their words on the right."""

from collections.abc import Sequence
from itertools import pairwise

from adapters.charts.canvas import BODY, LEADING, SMALL, Canvas, Spot
from adapters.charts.palette import ACCENT, EDGE, GRID, INK, QUIET
from bot.charts import ControlChart, Mark, Trend
from bot.values import dataclass, replace

GAP = 8
WIDE = 480
"""From this width on there is room beside a chart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line across the plot, whose words stand in the margin on its right."""

    mark: Mark
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """Where things are: pixels of the plot's edges, the ends of the scale, how many points there are."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float
    number: int
    across: tuple[float, ...] = ()
    """How high the lines with words run."""

    def x(self, place: float) -> float:
        """Points stand at equal distances, as rounds follow one another."""
        return self.left + (self.right - self.left) * (place + 0.5) / self.number

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def framed(canvas: Canvas, top: float, chart: ControlChart | Trend, lines: list[Line]) -> Plot:
    """Draws the frame from `top` on; the words beside the lines move apart where they would touch."""
    axis, points = chart.axis, chart.points
    top = canvas.paragraph((0, top), axis.said, QUIET, room=canvas.width) + BODY
    left = max(canvas.wide(mark.said) for mark in axis.marks) + GAP
    margin = _margin(canvas, lines)
    high = 232.0 if canvas.width >= WIDE else 168.0
    right = canvas.width - (margin + GAP if margin else 0)
    low, most = axis.marks[0].at, axis.marks[-1].at
    plot = Plot(left, right, top, top + high, low, most, len(points))
    for mark in axis.marks:
        y = plot.y(mark.at)
        canvas.line([(left, y), (plot.right, y)], GRID)
        canvas.text((left - GAP, y + SMALL * 0.36), mark.said, QUIET, side="right")
    _labels(canvas, plot, [point.label for point in points])
    _beside(canvas, plot, lines, margin)
    return replace(plot, across=tuple(plot.y(line.mark.at) for line in lines))


def runs(values: Sequence[float | None]) -> list[list[int]]:
    """The places of points that follow one another without a gap."""
    found: list[list[int]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append(place)
    return [run for run in found if run]


def dashed(canvas: Canvas, plot: Plot, mark: Mark) -> None:
    """The target: the only line in the accent's colour that is broken."""
    y = plot.y(mark.at)
    canvas.line([(plot.left, y), (plot.right, y)], ACCENT, width=1.4, dash=(1.5, 2.5))


def newest(canvas: Canvas, plot: Plot, spots: list[Spot], said: str) -> None:
    """The last figure stands at its point: above, below or beside it, wherever it crosses the fewest lines."""
    x, y = spots[-1]
    half = canvas.wide(said, size=BODY, weight="bold") / 2
    middle = min(x, plot.right - half)
    # Farther off, and beside, where other points have theirs, only when it helps.
    places = {(middle, y - 10): 0, (middle, y + 11 + BODY): 0, (middle, y - 19): 1, (x - half - 12, y + 5): 3}
    best = min(places, key=lambda spot: places[spot] + _crossed((spot, half), spots, plot))
    canvas.text(best, said, INK, size=BODY, weight="bold", side="center")


def _crossed(lettering: tuple[Spot, float], spots: list[Spot], plot: Plot) -> int:
    """How many lines run through words that are centred on this baseline, the line before the last point above all."""
    (x, y), half = lettering
    top, end = y - BODY, y + 3
    found = sum(4 for line in plot.across if top < line < end) + (20 if end > plot.bottom or top < plot.top - 8 else 0)
    for (x1, y1), (x2, y2) in pairwise(spots):
        steps = [(x1 + (x2 - x1) * step / 12, y1 + (y2 - y1) * step / 12) for step in range(13)]
        found += 10 * any(abs(sx - x) < half + 2 and top - 2 < sy < end + 2 for sx, sy in steps)
    return found


def _margin(canvas: Canvas, lines: list[Line]) -> float:
    widths = [canvas.wide(word) for line in lines for word in _broken(canvas, line)]
    return max(widths, default=0)


def _broken(canvas: Canvas, line: Line) -> list[str]:
    return canvas.lines(line.mark.said, canvas.width * (0.3 if canvas.width >= WIDE else 0.2))


def _beside(canvas: Canvas, plot: Plot, lines: list[Line], margin: float) -> None:
    """Words beside the lines' right ends, moved apart where they would touch, and kept on the sheet."""
    step = SMALL * 1.15
    placed = sorted(((plot.y(line.mark.at), line) for line in lines), key=lambda each: each[0])
    blocks = [(y, len(_broken(canvas, line)) * step) for y, line in placed]
    tops = _apart([y - high / 2 for y, high in blocks], [high + 3 for _, high in blocks])
    for top, (_, line) in zip(tops, placed, strict=True):
        for number, words in enumerate(_broken(canvas, line)):
            spot = (canvas.width - margin, top + step * number + SMALL * 0.93)
            canvas.text(spot, words, line.colour, weight="bold" if line.bold else "normal")


def _apart(tops: list[float], highs: list[float]) -> list[float]:
    """Each begins where the one before ends, at the earliest; a crowd is shared out around where it wants to be."""
    groups: list[list[int]] = []
    starts: list[float] = []
    for number, top in enumerate(tops):
        groups.append([number])
        starts.append(top)
        while len(groups) > 1 and starts[-2] + sum(highs[each] for each in groups[-2]) > starts[-1]:
            joined = groups.pop()
            groups[-1] += joined
            starts.pop()
            offsets = [sum(highs[each] for each in groups[-1] if each < member) for member in groups[-1]]
            wanted = [tops[member] - offset for member, offset in zip(groups[-1], offsets, strict=True)]
            starts[-1] = sum(wanted) / len(wanted)
    return [
        start + sum(highs[each] for each in group if each < member)
        for start, group in zip(starts, groups, strict=True)
        for member in group
    ]


def _labels(canvas: Canvas, plot: Plot, labels: list[str]) -> None:
    """As many labels as fit, always with the last, at equal distances."""
    step = (plot.right - plot.left) / len(labels)
    widest = max(canvas.wide(label) for label in labels) + 14
    every = max(1, -(-int(widest) // max(1, int(step))))
    y = plot.bottom + GAP + SMALL
    for place in range(len(labels) - 1, -1, -every):
        half = canvas.wide(labels[place]) / 2
        x = min(max(plot.x(place), half), canvas.width - half)
        canvas.line([(plot.x(place), plot.bottom), (plot.x(place), plot.bottom + 4)], EDGE)
        canvas.text((x, y), labels[place], QUIET, side="center")


BELOW = GAP + SMALL * LEADING + GAP
"""What the labels along the bottom take."""
