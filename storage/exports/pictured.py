"""The one chart of a board paper: its first finding over time, or how the answers fell where it was asked once."""

from bot.chart_limits import FINDING, TITLE
from bot.charts import Axis, Bar, Chart, Distribution, Estimate, Trend, marks
from bot.finding import share
from bot.words import Words
from storage.exports import said
from storage.exports import words as w
from storage.exports.findings import Finding, Point
from storage.exports.intervals import favourable

MOST = 12


def chart(words: Words, found: Finding) -> Chart:
    """Drawn from published results alone; a round that may not be shown is a gap."""
    title = said.shortened(words(w.CHART_TITLE, question=said.asked(words, found.question)), TITLE)
    good, day = share(words, found.cell, found.cell.good), words.dated(found.closed_at)
    told = words(w.CHART_FIRST, share=good, day=day)
    if found.change:
        told = words(w.CHART_FINDING, share=good, day=day, change=said.change(words, found))
    finding = said.shortened(told, FINDING)
    if sum(point.cell is not None for point in found.points) == 1:
        return Distribution(title, finding, words(w.CHART_AXIS), _bars(words, found))
    points = tuple(estimate(words, point) for point in found.points[-MOST:])
    ends = [end for point in points for end in (point.low, point.high) if end is not None]
    scale = marks(min(ends), max(ends), lambda value, _: words.percent(round(value)))
    return Trend(
        title,
        finding,
        Axis(words(w.CHART_AXIS), words(w.CHART_ACROSS), scale),
        points,
        interval_said=words(w.CHART_BAND),
    )


def estimate(words: Words, point: Point) -> Estimate:
    """One round on the chart, with its interval; one that may not be shown is a gap."""
    label = words.dated(point.closed_at)
    if point.cell is None:
        return Estimate(label, words(w.CHART_HIDDEN), None)
    sure = favourable(point.cell)
    value = point.cell.percent(point.cell.good)
    low, high = min(value, round(100 * sure.low)), max(value, round(100 * sure.high))
    return Estimate(label, share(words, point.cell, point.cell.good), value, low, high)


def _bars(words: Words, found: Finding) -> tuple[Bar, ...]:
    cell = found.cell
    classes = ((w.CLASS_GOOD, cell.good), (w.CLASS_MIDDLE, cell.middle), (w.CLASS_POOR, cell.poor))
    good, middle, poor = ((words(name), share(words, cell, many), cell.percent(many) / 100) for name, many in classes)
    return Bar(*good, tone="good"), Bar(*middle, tone="middle"), Bar(*poor, tone="poor")
