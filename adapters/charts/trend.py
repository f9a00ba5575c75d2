"""Draws a figure over time with the band in which the true figure probably lies."""

from adapters.charts.below import Said, put_below
from adapters.charts.canvas import Canvas, Spot
from adapters.charts.palette import ACCENT, BAND
from adapters.charts.plot import BELOW, Line, Plot, dashed, framed, newest, runs
from bot.charts import Trend


def draw(canvas: Canvas, top: float, chart: Trend) -> float:
    """Draws it from `top` on and returns where it ends."""
    lines = [Line(chart.target, ACCENT, bold=True)] if chart.target else []
    plot = framed(canvas, top, chart, lines)
    shown = runs([point.value for point in chart.points])
    for run in shown:
        _band(canvas, plot, chart, run)
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


def _swatch(canvas: Canvas, at: Spot) -> None:
    x, y = at
    canvas.box((x - 9, y - 6), (18, 12), BAND)
    canvas.line([(x - 9, y), (x + 9, y)], ACCENT, width=2)
