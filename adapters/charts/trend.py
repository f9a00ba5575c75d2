"""Draws a figure over time with the band in which the true figure probably lies."""

from adapters.charts.below import Said, put_below
from adapters.charts.canvas import SMALL, Canvas, Spot
from adapters.charts.palette import ACCENT, BAND, OTHER, PAPER
from adapters.charts.plot import BELOW, Line, Plot, dashed, framed, newest, runs
from bot.charts import Trend

ROWS = 6


def draw(canvas: Canvas, top: float, chart: Trend) -> float:
    """Draws it from `top` on and returns where it ends."""
    lines = [Line(chart.target, ACCENT, bold=True)] if chart.target else []
    plot = framed(canvas, top, chart, lines)
    shown = runs([point.value for point in chart.points])
    for run in shown:
        _band(canvas, plot, chart, run)
    _events(canvas, plot, chart)
    if chart.target:
        dashed(canvas, plot, chart.target)
    spots: list[Spot] = []
    for run in shown:
        spots = [(plot.x(place), plot.y(chart.points[place].value or 0.0)) for place in run]
        canvas.line(spots, ACCENT, width=2.2)
        for spot in spots:
            canvas.circle(spot, 3.8, ACCENT)
    if shown:
        newest(canvas, plot, spots, chart.points[shown[-1][-1]].said)
    said = [Said(chart.interval_said, _swatch, 14)] if chart.interval_said else []
    return put_below(canvas, plot.bottom + BELOW, said + ([Said(chart.note, fresh=True)] if chart.note else []))


def _band(canvas: Canvas, plot: Plot, chart: Trend, run: list[int]) -> None:
    """One band for points that follow one another; a point alone has a bar."""
    places = [place for place in run if chart.points[place].low is not None and chart.points[place].high is not None]
    lows = [(plot.x(place), plot.y(chart.points[place].low or 0.0)) for place in places]
    highs = [(plot.x(place), plot.y(chart.points[place].high or 0.0)) for place in places]
    if len(places) == 1:
        canvas.line([lows[0], highs[0]], BAND, width=8)
    elif places:
        canvas.area([*lows, *reversed(highs)], BAND)


def _events(canvas: Canvas, plot: Plot, chart: Trend) -> None:
    """A broken line for each thing that happened, below its mark; marks that would touch stand in rows."""
    ends: list[float] = []
    placed: list[tuple[float, float, float, str]] = []
    for each in sorted(chart.events, key=lambda event: event.at):
        x, half = plot.x(each.at), canvas.wide(each.mark, weight="bold") / 2 + 4
        row = next((row for row, end in enumerate(ends) if end <= x - half), len(ends))
        ends[row:] = [x + half, *ends[row + 1 :]]
        placed.append((x, half, plot.top + SMALL * (0.4 + 1.4 * (row % ROWS)), each.mark))
    for x, _, y, _ in placed:
        canvas.line([(x, y), (x, plot.bottom)], OTHER, width=1.2, dash=(3, 3))
    for x, half, y, mark in placed:
        canvas.box((x - half, y - SMALL * 0.95), (half * 2, SMALL * 1.25), PAPER, rim=OTHER)
        canvas.text((x, y), mark, OTHER, weight="bold", side="center")


def _swatch(canvas: Canvas, at: Spot) -> None:
    x, y = at
    canvas.box((x - 9, y - 6), (18, 12), BAND)
    canvas.line([(x - 9, y), (x + 9, y)], ACCENT, width=2)
