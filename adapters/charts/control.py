"""Draws a control chart: the points, the mean and the limits of each phase, what stands out, and the two signs."""

from functools import partial

from adapters.charts import signs
from adapters.charts.below import Said, put_below
from adapters.charts.canvas import SMALL, Canvas
from adapters.charts.palette import ACCENT, EDGE, INK, OF_SENSE, QUIET
from adapters.charts.plot import BELOW, Line, Plot, dashed, framed, newest, runs
from bot.charts import ControlChart, Flag, Phase

SIGN = 2 * signs.RADIUS


def draw(canvas: Canvas, top: float, chart: ControlChart) -> float:
    """Draws it from `top` on and returns where it ends."""
    now = chart.phases[-1]
    lines = [Line(now.mean, INK), Line(now.upper, QUIET), Line(now.lower, QUIET)]
    lines += [Line(chart.target, ACCENT, bold=True)] if chart.target else []
    plot = framed(canvas, top, chart, lines)
    ends = [*(phase.begins for phase in chart.phases[1:]), len(chart.points)]
    for phase, end in zip(chart.phases, ends, strict=True):
        _phase(canvas, plot, phase, end)
    if chart.target:
        dashed(canvas, plot, chart.target)
    _points(canvas, plot, chart)
    return put_below(canvas, plot.bottom + BELOW, _said(chart))


def _phase(canvas: Canvas, plot: Plot, phase: Phase, end: int) -> None:
    """Its mean and limits; where it is not the first, a thin line at its beginning with what changed."""
    left = plot.x(phase.begins - 0.5)
    right = plot.x(end - 0.5)
    canvas.line([(left, plot.y(phase.mean.at)), (right, plot.y(phase.mean.at))], EDGE, width=1.4)
    for limit in (phase.upper, phase.lower):
        canvas.line([(left, plot.y(limit.at)), (right, plot.y(limit.at))], EDGE, width=1.2, dash=(5, 4))
    if phase.begins:
        canvas.line([(left, plot.top - 6), (left, plot.bottom)], QUIET, width=1)
        wide = canvas.wide(phase.said)
        spot = (
            (left + 5, plot.top - 6 + SMALL * 0.2)
            if left + 5 + wide <= canvas.width
            else (left - 5 - wide, plot.top - 4)
        )
        canvas.text(spot, phase.said, QUIET)


def _points(canvas: Canvas, plot: Plot, chart: ControlChart) -> None:
    """The line, broken at gaps, then the points on it, then the last figure."""
    spots = [(plot.x(place), plot.y(point.value or 0.0)) for place, point in enumerate(chart.points)]
    shown = runs([point.value for point in chart.points])
    for run in shown:
        canvas.line([spots[place] for place in run], EDGE, width=1.6)
    for place in (place for run in shown for place in run):
        point = chart.points[place]
        signs.point(canvas, spots[place], point.flag, OF_SENSE[point.sense])
    if shown:
        newest(canvas, plot, [spots[place] for place in shown[-1]], chart.points[shown[-1][-1]].said)


def _said(chart: ControlChart) -> list[Said]:
    said = []
    if chart.variation_said:
        said.append(Said(chart.variation_said, partial(signs.variation, sign=chart.variation), SIGN))
    if chart.assurance != "none":
        said.append(Said(chart.assurance_said, partial(signs.assurance, sign=chart.assurance), SIGN))
    for place, (flag, text) in enumerate(chart.key):
        said.append(Said(text, partial(_flag, flag=flag, colour=_colour(chart, flag)), fresh=place == 0))
    return said + [Said(text, fresh=True) for text in (chart.trial, chart.note) if text]


def _colour(chart: ControlChart, flag: Flag) -> str:
    """The colour of the points with this flag; ink where they differ, because then it is the shape that is meant."""
    colours = {OF_SENSE[point.sense] for point in chart.points if point.flag == flag}
    return colours.pop() if len(colours) == 1 else INK


def _flag(canvas: Canvas, at: tuple[float, float], flag: Flag, colour: str) -> None:
    signs.point(canvas, at, flag, colour)
