"""What a chart says without being drawn: its numbers as a small table, and the whole as plain text."""

from collections.abc import Mapping

from bot.charts import Cell, Chart, ControlChart, Distribution, HeatTable, Row, Tone, Trend
from bot.values import dataclass

SHORT = 12
"""So many rows are still read; of a longer chart the plain text gives the newest."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words of a table, row by row; the first of each row names it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(chart: Chart) -> Table:
    """The numbers of a chart in reading order."""
    match chart:
        case ControlChart():
            flags = dict(chart.key)
            if not flags:
                return _two(chart)
            rows = tuple((point.label, point.said, flags.get(point.flag, "")) for point in chart.points)
            return Table((chart.axis.across, chart.axis.said, ""), rows)
        case Trend():
            return _two(chart)
        case Distribution(across=across, bars=bars, title=title):
            return Table((across, title), tuple((bar.label, bar.said) for bar in bars))
        case HeatTable(corner=corner, columns=columns, rows=teams):
            return Table((corner, *columns), tuple((row.name, *cells_said(chart, row)) for row in teams))


def cells_said(chart: HeatTable, row: Row) -> tuple[str, ...]:
    """Each cell of a row in words: the figure, the word of its class and how many answered; or that too few did."""
    return tuple(chart.hidden_said if cell is None else _cell_said(cell, dict(chart.key)) for cell in row.cells)


def gone(row: Row) -> bool:
    """Whether nothing of it may be shown."""
    return not any(row.cells)


def around(chart: Chart) -> tuple[str, ...]:
    """What stands around the drawing: lines, limits, icons and notes, each in its own words."""
    return tuple(text for text in (*_lines(chart), chart.note) if text)


def twin(chart: Chart) -> str:
    """The finding, then the title, a small table, and what stands around the drawing. A team of which nothing may be shown says
    so once, and not for each column."""
    shown = table(chart)
    lines = [_line(row, ()) for row in shown.rows[-SHORT:]]
    if isinstance(chart, HeatTable):
        said = zip(chart.rows, shown.rows, strict=True)
        lines = [f"{row.name}: {chart.hidden_said}" if gone(row) else _line(each, shown.heads) for row, each in said]
    return "\n".join((chart.finding, chart.title, *lines, *around(chart)))


def _two(chart: ControlChart | Trend) -> Table:
    return Table((chart.axis.across, chart.axis.said), tuple((point.label, point.said) for point in chart.points))


def _cell_said(cell: Cell, words: Mapping[Tone, str]) -> str:
    said = f"{cell.said} {words.get(cell.tone, '')}".rstrip()
    return f"{said} ({cell.answers})" if cell.answers else said


def _line(row: tuple[str, ...], heads: tuple[str, ...]) -> str:
    """`5 Nov: 7.2, outside the limits`, and of a table `Ward 7: Workload 6.1 middle; Support 7.4 good`."""
    name, *values = row
    if heads:
        return f"{name}: " + "; ".join(f"{head} {value}" for head, value in zip(heads[1:], values, strict=False))
    return f"{name}: " + ", ".join(value for value in values if value)


def _lines(chart: Chart) -> tuple[str, ...]:
    match chart:
        case ControlChart(phases=phases, target=target):
            marks = [mark.said for phase in phases[-1:] for mark in (phase.mean, phase.upper, phase.lower)]
            said = (chart.variation_said, chart.assurance_said, chart.trial)
            return (*marks, target.said if target else "", *said)
        case Trend(target=target, interval_said=interval, events=events):
            return (target.said if target else "", interval, *(f"{each.mark}: {each.said}" for each in events))
        case Distribution() | HeatTable():
            return ()
