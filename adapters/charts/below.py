"""What stands below a plot: signs with their words, one beside the other where there is room, and quiet notes."""

from collections.abc import Callable

from adapters.charts.canvas import SMALL, Canvas, Spot
from adapters.charts.palette import INK, QUIET
from bot.values import dataclass

STEP = SMALL * 1.3
LETTERING = 26.0
"""What a sign takes beside its words."""
BETWEEN = 24.0


@dataclass(frozen=True, slots=True)
class Said:
    """Words, with a sign before them if there is one; `high` is how many pixels the sign takes.

    With `fresh` it begins a row of its own.
    """

    text: str
    sign: Callable[[Canvas, Spot], None] | None = None
    high: float = STEP
    fresh: bool = False


def put_below(canvas: Canvas, top: float, said: list[Said]) -> float:
    """Puts them from `top` on, in rows. Returns where the last row ends."""
    for row in _rows(canvas, said):
        high = max(max(each.high, STEP * len(_lines(canvas, each))) for each in row)
        x = 0.0
        for each in row:
            _put(canvas, (x, top + high / 2), each)
            x += _wide(canvas, each) + BETWEEN
        top += high + 6
    return top


def _rows(canvas: Canvas, said: list[Said]) -> list[list[Said]]:
    rows: list[list[Said]] = []
    for each in said:
        taken = sum(_wide(canvas, before) + BETWEEN for before in rows[-1]) if rows else canvas.width
        if each.fresh or taken + _wide(canvas, each) > canvas.width:
            rows.append([])
        rows[-1].append(each)
    return rows


def _put(canvas: Canvas, middle: Spot, each: Said) -> None:
    """One of them; `middle` is the middle of its left edge."""
    x, y = middle
    if each.sign:
        each.sign(canvas, (x + 11, y))
        x += LETTERING
    lines = _lines(canvas, each)
    start = y - STEP * len(lines) / 2 + SMALL * 1.01
    for number, line in enumerate(lines):
        canvas.text((x, start + STEP * number), line, INK if each.sign else QUIET)


def _lines(canvas: Canvas, each: Said) -> list[str]:
    return canvas.lines(each.text, canvas.width - (LETTERING if each.sign else 0))


def _wide(canvas: Canvas, each: Said) -> float:
    return (LETTERING if each.sign else 0) + max(map(canvas.wide, _lines(canvas, each)))
