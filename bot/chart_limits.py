"""What a chart may hold so that it can be read at the width of a telephone, and what it must say."""

from collections.abc import Sequence
from itertools import pairwise

from bot.charts import Axis, Chart, ControlChart, Distribution, Estimate, HeatTable, Mark, Point, Row, Trend, by_name

TITLE = 100
FINDING = 250  # Slack's alt texts take 2,000; more than three lines are no finding
NOTE = 250
LABEL = 40
NUMBER = 30
POINTS = 60
PHASES = 5
EVENTS = 24
MARKS = 8
BARS = 12
COLUMNS = 6
ROWS = 16


def chart_faults(chart: Chart) -> list[str]:
    """What is missing, too long, too many or at odds with itself, one sentence each."""
    found = [f"a chart's {what} is missing" for what in ("title", "finding") if not getattr(chart, what).strip()]
    found += _long("title", chart.title, TITLE) + _long("finding", chart.finding, FINDING)
    found += _long("note", chart.note, NOTE)
    match chart:
        case ControlChart():
            return found + _control(chart)
        case Trend(axis=axis, points=points):
            found += _points(points) + _scale(axis, _heights(chart)) + _long("band", chart.interval_said, NOTE)
            return found + _happened(chart)
        case Distribution(bars=bars):
            found += _many("bars", len(bars), BARS, least=1)
            found += [f"the share of {bar.label} is not between 0 and 1" for bar in bars if not 0 <= bar.share <= 1]
            return found + [fault for bar in bars for fault in _words(bar.label, bar.said)]
        case HeatTable():
            return found + _heat(chart)


def _happened(chart: Trend) -> list[str]:
    found = _many("events", len(chart.events), EVENTS, least=0)
    ends = -0.5, len(chart.points) - 0.5
    found += [f"the event {each.mark} lies outside" for each in chart.events if not ends[0] <= each.at <= ends[1]]
    return found + [fault for each in chart.events for fault in _long("event", each.said, NOTE) + _words(each.mark, "")]


def _control(chart: ControlChart) -> list[str]:
    found = _points(chart.points) + _many("phases", len(chart.phases), PHASES, least=1)
    begins = [phase.begins for phase in chart.phases]
    if begins[:1] != [0] or any(one >= two for one, two in pairwise(begins)) or begins[-1] >= len(chart.points):
        found.append("phases begin with the first point and follow one another")
    named = {flag for flag, _ in chart.key} | {"none"}
    found += [f"the key does not name the flag {flag}" for flag in sorted({p.flag for p in chart.points} - named)]
    for text in (chart.variation_said, chart.assurance_said, chart.trial, *(said for _, said in chart.key)):
        found += _long("sentence beside a chart", text, NOTE)
    return found + _scale(chart.axis, _heights(chart))


def _heights(chart: ControlChart | Trend) -> list[float]:
    """Everything that has a place on the scale."""
    lines: list[Mark] = [chart.target] if chart.target else []
    heights = [point.value for point in chart.points]
    match chart:
        case ControlChart(phases=phases):
            lines += [mark for phase in phases for mark in (phase.mean, phase.lower, phase.upper)]
        case Trend(points=points):
            heights += [end for point in points for end in (point.low, point.high)]
    return [*(line.at for line in lines), *(height for height in heights if height is not None)]


def _scale(axis: Axis, heights: list[float]) -> list[str]:
    found = _many("marks", len(axis.marks), MARKS, least=2)
    found += _long("axis", axis.said, TITLE) + _long("axis", axis.across, TITLE)
    if found:
        return found
    if any(one.at >= two.at for one, two in pairwise(axis.marks)):
        return ["the marks of a scale rise"]
    low, high = axis.marks[0].at, axis.marks[-1].at
    return [f"{height} lies outside the scale" for height in heights if not low <= height <= high]


def _points(points: tuple[Point, ...] | tuple[Estimate, ...]) -> list[str]:
    found = _many("points", len(points), POINTS, least=1)
    return found + [fault for point in points for fault in _words(point.label, point.said)]


def _heat(table: HeatTable) -> list[str]:
    found = _many("columns", len(table.columns), COLUMNS, least=1) + _many("rows", len(table.rows), ROWS, least=1)
    if not (table.written or _in_order(table.rows)):
        found.append("rows stand in the order of their names, below what they lie in")
    found += [f"{row.name} has not one cell a column" for row in table.rows if len(row.cells) != len(table.columns)]
    tones = {cell.tone for row in table.rows for cell in row.cells if cell} - {"plain"}
    found += [f"the key does not name the class {tone}" for tone in sorted(tones - {tone for tone, _ in table.key})]
    if not table.hidden_said and any(cell is None for row in table.rows for cell in row.cells):
        found.append("a hidden cell needs its words")
    labels = [*table.columns, *(row.name for row in table.rows)]
    return found + [fault for label in labels for fault in _long("label", label, LABEL)]


def _in_order(rows: Sequence[Row]) -> bool:
    """Whether the rows that lie in the same one stand by name. A table may begin anywhere in the tree."""
    last: list[str] = []
    for row in rows:
        name, before = by_name(row.name), last[row.depth : row.depth + 1]
        if before > [name]:
            return False
        last = [*(last + [""] * row.depth)[: row.depth], name]
    return True


def _words(label: str, said: str) -> list[str]:
    return _long("label", label, LABEL) + _long("number", said, NUMBER)


def _many(what: str, number: int, most: int, *, least: int) -> list[str]:
    return [] if least <= number <= most else [f"{what}: {number}, {least} to {most}"]


def _long(what: str, text: str, most: int) -> list[str]:
    return [f"{what}: {len(text)}, at most {most}"] if len(text) > most else []
