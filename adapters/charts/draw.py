"""Draws one chart: for a page as SVG, or as a PNG that stands alone, with the finding as its headline."""

from adapters.charts import bars, control, heat, trend
from adapters.charts.canvas import BODY, LARGE, Canvas
from adapters.charts.palette import INK, QUIET
from adapters.charts.vector import inline
from bot.charts import Chart, ControlChart, Distribution, HeatTable, Trend

PNG_WIDTH, NARROW, WIDE = 400.0, 288.0, 540.0
EDGE = 20.0
SCALE, MOST = 2.0, 1024.0  # Teams shows pictures of at most 1,024 pixels a side


def svg(chart: Chart, *, wide: bool) -> str:
    """The drawing alone: the page says the finding above it, in words of its own size."""
    canvas = Canvas(WIDE if wide else NARROW)
    height = _drawn(canvas, 0, chart)
    return inline(canvas.svg(height + 2), chart)


def png(chart: Chart) -> bytes:
    """The finding, the title, the drawing, at twice the pixels unless the picture would become too tall."""
    width = heat.width(chart, PNG_WIDTH) if isinstance(chart, HeatTable) else PNG_WIDTH
    canvas = Canvas(width - 2 * EDGE)
    top = canvas.paragraph((0, 0), chart.finding, INK, room=canvas.width, size=LARGE, weight="bold")
    top = canvas.paragraph((0, top + 4), chart.title, QUIET, room=canvas.width, size=BODY)
    height = _drawn(canvas, top + 14, chart) + 2 * EDGE
    return canvas.png(height, min(SCALE, MOST / height), EDGE)


def _drawn(canvas: Canvas, top: float, chart: Chart) -> float:
    match chart:
        case ControlChart():
            return control.draw(canvas, top, chart)
        case Trend():
            return trend.draw(canvas, top, chart)
        case Distribution():
            return bars.draw(canvas, top, chart)
        case HeatTable():
            return heat.draw(canvas, top, chart)
