"""Draws how answers fell: one bar for each, with its name above it and its share at its end."""

from adapters.charts.canvas import BODY, LEADING, SMALL, Canvas
from adapters.charts.palette import GRID, INK, OF_BAR, QUIET
from bot.charts import Distribution

THICK, BETWEEN = 16.0, 10.0


def draw(canvas: Canvas, top: float, chart: Distribution) -> float:
    """Draws it from `top` on and returns where it ends. Names stand on the left of the bars where all of them fit."""
    names = max(canvas.wide(bar.label, size=BODY) for bar in chart.bars) + 12
    shares = max(canvas.wide(bar.said, size=BODY, weight="bold") for bar in chart.bars) + 10
    most = max([bar.share for bar in chart.bars if bar.share > 0], default=1.0)
    beside = names <= canvas.width * 0.36
    left = names if beside else 0.0
    room = canvas.width - left - shares
    if chart.across:
        top = canvas.paragraph((0, top), chart.across, QUIET, room=canvas.width) + 8
    start = top
    for bar in chart.bars:
        if beside:
            canvas.text((0, top + THICK - 3.2), bar.label, INK, size=BODY)
        else:
            top = canvas.paragraph((0, top), bar.label, INK, room=canvas.width, size=BODY) + 2
        long = room * bar.share / most
        if long > 0:
            canvas.box((left, top), (long, THICK), OF_BAR[bar.tone])
        canvas.text((left + long + 8, top + THICK - 3.2), bar.said, INK, size=BODY, weight="bold")
        top += THICK + BETWEEN
    if beside:
        canvas.line([(left, start - 2), (left, top - BETWEEN + 2)], GRID, width=1.5)
    if not chart.note:
        return top
    return canvas.paragraph((0, top + 2), chart.note, QUIET, room=canvas.width, size=SMALL) + SMALL * (LEADING - 1)
