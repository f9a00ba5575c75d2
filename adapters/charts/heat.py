"""Draws teams by questions. A cell says its figure and the word of its class; hidden cells all look the same."""

from adapters.charts.canvas import BODY, SMALL, Canvas
from adapters.charts.palette import GRID, INK, OF_CELL, PAPER, QUIET
from bot.chart_text import gone
from bot.charts import Cell, HeatTable, Row, Tone

TINY = 10.5
STEP = TINY * 1.15
SPACE = 4.0
INSET, DEEPEST = 10.0, 2
WIDEST = 512.0
"""Teams shows no picture that is wider than 1,024 pixels, which is twice that."""


def width(chart: HeatTable, given: float) -> float:
    """How wide the table has to be: more than the usual where it has many columns."""
    return max(given, min(WIDEST, 104 + 74 * len(chart.columns)))


def draw(canvas: Canvas, top: float, chart: HeatTable) -> float:
    """Draws it from `top` on and returns where it ends."""
    names = min(canvas.width * 0.34, max(canvas.wide(row.name, size=BODY) + _inset(row) for row in chart.rows) + 10)
    wide = (canvas.width - names) / len(chart.columns)
    top = _head(canvas, top, chart, (names, wide))
    words = dict(chart.key)
    one, whole = (canvas.lines(chart.hidden_said, room - 8, size=TINY) for room in (wide, canvas.width - names))
    hidden = any(None in row.cells for row in chart.rows if not gone(row))
    below = max((len(_below(canvas, cell, (words, wide))) for row in chart.rows for cell in row.cells), default=0)
    full = max(26.0 + STEP * below, len(one) * STEP + 8 if hidden else 0)
    for row in chart.rows:
        named = BODY * 1.2 * len(canvas.lines(row.name, names - 8 - _inset(row), size=BODY)) + SPACE
        high = max(named, max(28.0, len(whole) * STEP + 8) if gone(row) else full)
        _name(canvas, (top, high), row, names - 8)
        cells, each, lines = ((None,), canvas.width - names, whole) if gone(row) else (row.cells, wide, one)
        for place, cell in enumerate(cells):
            at = (names + each * place + SPACE / 2, top + SPACE / 2)
            _cell(canvas, at, (each - SPACE, high - SPACE), (cell, words, lines))
        top += high
    return canvas.paragraph((0, top + 8), chart.note, QUIET, room=canvas.width) if chart.note else top


def _head(canvas: Canvas, top: float, chart: HeatTable, sizes: tuple[float, float]) -> float:
    names, wide = sizes
    heads = [canvas.lines(column, wide - 6) for column in chart.columns]
    step = SMALL * 1.2
    high = step * max(len(lines) for lines in heads)
    canvas.text((0, top + high - 3), chart.corner, QUIET)
    for place, lines in enumerate(heads):
        first = top + high - step * len(lines)
        for number, line in enumerate(lines):
            canvas.text((names + wide * (place + 0.5), first + step * number + SMALL), line, QUIET, side="center")
    return top + high + 4


def _name(canvas: Canvas, place: tuple[float, float], row: Row, room: float) -> None:
    top, high = place
    lines = canvas.lines(row.name, room - _inset(row), size=BODY)
    first = top + (high - BODY * 1.2 * len(lines)) / 2
    for number, line in enumerate(lines):
        canvas.text((_inset(row), first + BODY * (1.2 * number + 0.97)), line, INK, size=BODY)


def _inset(row: Row) -> float:
    """How far a name stands to the right, so that it is seen below what it lies in."""
    return INSET * max(0, min(DEEPEST, row.depth))


def _cell(
    canvas: Canvas,
    at: tuple[float, float],
    size: tuple[float, float],
    filled: tuple[Cell | None, dict[Tone, str], list[str]],
) -> None:
    cell, words, hidden = filled
    (x, y), (wide, high) = at, size
    middle = x + wide / 2
    if cell is None:
        canvas.box(at, size, PAPER, rim=GRID)
        first = y + (high - STEP * len(hidden)) / 2
        for number, line in enumerate(hidden):
            canvas.text((middle, first + TINY * (1.15 * number + 0.93)), line, QUIET, size=TINY, side="center")
        return
    below = _below(canvas, cell, (words, wide + SPACE))
    canvas.box(at, size, OF_CELL[cell.tone], rim=GRID if cell.tone == "plain" else "none")
    first = y + high / 2 + BODY * 0.36 - STEP / 2 * len(below)
    canvas.text((middle, first), cell.said, size=BODY, weight="bold", side="center")
    for number, line in enumerate(below, start=1):
        canvas.text((middle, first + 1 + STEP * number), line, size=TINY, side="center")


def _below(canvas: Canvas, cell: Cell | None, by: tuple[dict[Tone, str], float]) -> list[str]:
    """What stands below a figure: the word of its class, and how many answered."""
    words, wide = by
    said = (words.get(cell.tone, ""), cell.answers) if cell else ()
    return [line for each in said if each for line in canvas.lines(each, wide - SPACE, size=TINY)]
