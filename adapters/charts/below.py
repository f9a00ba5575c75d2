"""What stands below a plot: signs with their words, one beside the other where there is room, and quiet notes."""

from collections.abc import Callable
from dataclasses import dataclass

from adapters.charts.canvas import SMALL, Canvas, Spot
from adapters.charts.palette import INK, QUIET

STEP = SMALL * 1.3
LETTERING = 26.0
"""What a sign takes beside its words."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words, with a sign before them if there is one; `high` is how many pixels the sign takes."""

    text: str
    sign: Callable[[Canvas, Spot], None] | None = None
    high: float = STEP


def put_below(canvas: Canvas, top: float, said: list[Said]) -> float:
    """Puts them from `top` on, in rows. Returns where the last row ends."""
    x = 0.0
    row = 0.0
    for each in said:
        beside = LETTERING if each.sign else 0.0
        lines = canvas.lines(each.text, canvas.width - beside)
        wide = beside + max(canvas.wide(line) for line in lines)
        if x and x + wide > canvas.width:
            top, x, row = top + row + 6, 0.0, 0.0
        high = max(each.high, STEP * len(lines))
        if each.sign:
            each.sign(canvas, (x + 11, top + high / 2))
        start = top + (high - STEP * len(lines)) / 2
        for number, line in enumerate(lines):
            spot = (x + beside, start + STEP * number + SMALL * 1.01)
            canvas.text(spot, line, INK if each.sign else QUIET)
        x, row = x + wide + 24, max(row, high)
    return top + row
