"""The signs of Making Data Count in our own drawing: a letter in a ring, never a colour alone; and the shapes of flags."""

from math import cos, pi, sin

from adapters.charts.canvas import SMALL, Canvas, Spot
from adapters.charts.palette import BETTER, EDGE, OTHER, QUIET, WORSE
from bot.charts import Assurance, Flag, Variation

RADIUS = 11.0
LETTERS: dict[Variation, tuple[str, str]] = {
    "common_cause": ("", EDGE),
    "improvement_high": ("H", BETTER),
    "improvement_low": ("L", BETTER),
    "concern_high": ("H", WORSE),
    "concern_low": ("L", WORSE),
    "neutral_high": ("↑", OTHER),
    "neutral_low": ("↓", OTHER),
}
ASSURED: dict[Assurance, tuple[str, str]] = {
    "consistent_pass": ("P", BETTER),
    "consistent_fail": ("F", WORSE),
    "inconsistent": ("?", EDGE),
    "none": ("", EDGE),
}
# How many corners a flagged point has and how it is turned; an ordinary point is round.
CORNERS: dict[Flag, tuple[int, float]] = {
    "outside": (4, 0.0),
    "trend": (3, -pi / 2),
    "two_of_three": (4, pi / 4),
    "run": (5, -pi / 2),
    "none": (0, 0.0),
}


def variation(canvas: Canvas, at: Spot, sign: Variation) -> None:
    """H or L for high or low, in the colour of what it means; a wave where nothing stands out."""
    letter, colour = LETTERS[sign]
    canvas.circle(at, RADIUS - 1.2, colour, ring=2.4)
    if letter:
        _letter(canvas, at, letter, colour)
        return
    x, y = at
    wave = [(x - 5.5 + step * 11 / 16, y - 2.6 * sin(step * pi / 8)) for step in range(17)]
    canvas.line(wave, QUIET, width=1.8)


def assurance(canvas: Canvas, at: Spot, sign: Assurance) -> None:
    """P: the target is always met, F: never, ?: sometimes."""
    letter, colour = ASSURED[sign]
    canvas.circle(at, RADIUS - 1.2, colour, ring=2.4)
    _letter(canvas, at, letter, QUIET if colour == EDGE else colour)


def point(canvas: Canvas, at: Spot, flag: Flag, colour: str) -> None:
    """One point: round, or of the shape of its flag."""
    corners, turn = CORNERS[flag]
    if not corners:
        canvas.circle(at, 3.6, colour)
        return
    x, y = at
    radius = 6.6 if corners == 3 else 6.0
    canvas.shape(
        [
            (x + radius * cos(turn + 2 * pi * n / corners), y + radius * sin(turn + 2 * pi * n / corners))
            for n in range(corners)
        ],
        colour,
    )


def _letter(canvas: Canvas, at: Spot, letter: str, colour: str) -> None:
    x, y = at
    canvas.text((x, y + SMALL * 0.37), letter, colour, weight="bold", side="center")
