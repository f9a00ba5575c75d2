"""Charts as plain values: every number is computed and every word is said before, so that drawing only draws.

Each carries its `finding`, the one sentence that a person should take away, which is also what is read aloud in its
place. `said` is always a number or a name as the reader's language writes it. What may not be shown is `None`, and says
the same whatever it hides. `note` is a quiet line below, such as how many answered.
"""

import re
import unicodedata
from collections.abc import Callable
from math import ceil, floor, log10
from typing import Literal

from bot.values import dataclass

Flag = Literal["none", "outside", "trend", "two_of_three", "run"]
Sense = Literal["common", "improvement", "concern", "neutral"]
Variation = Literal[
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
]
Assurance = Literal["none", "consistent_pass", "consistent_fail", "inconsistent"]
Tone = Literal["plain", "good", "middle", "poor"]
DIGITS = 9
"""Numbers in names are put in order as if they had so many."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number on a scale or a line across it: where it stands, and how it is written."""

    at: float
    said: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What is measured, what runs along the bottom, and the numbers beside the scale, lowest first.

    The first and the last mark are the ends of the scale: everything that is drawn lies between them.
    """

    said: str
    across: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One closed round on a control chart, why it stands out if it does, and whether that is good or bad."""

    label: str
    said: str
    value: float | None
    flag: Flag = "none"
    sense: Sense = "common"


@dataclass(frozen=True, slots=True)
class Phase:
    """The mean and the limits from point `begins` (counted from 0) on; `said` names what changed there."""

    begins: int
    mean: Mark
    lower: Mark
    upper: Mark
    said: str = ""


@dataclass(frozen=True, slots=True)
class ControlChart:
    """An XmR chart as Making Data Count draws it. `key` names the flags that occur, in the order of strength.

    `trial` is the sentence for limits that rest on too few points, and empty otherwise.
    """

    title: str
    finding: str
    axis: Axis
    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    target: Mark | None = None
    variation: Variation = "common_cause"
    variation_said: str = ""
    assurance: Assurance = "none"
    assurance_said: str = ""
    trial: str = ""
    key: tuple[tuple[Flag, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One closed round with the interval in which the true figure probably lies."""

    label: str
    said: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened between or at the points: `at` is its place among them, 0 the first, 1.5 half-way between the
    second and the third. `mark` stands at its line; `said` is what happened, in words."""

    at: float
    mark: str
    said: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure over time. A hidden point is a gap. `interval_said` says what the band is, `events` stand as lines across."""

    title: str
    finding: str
    axis: Axis
    points: tuple[Estimate, ...]
    target: Mark | None = None
    interval_said: str = ""
    note: str = ""
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer and its share of all, 0 to 1."""

    label: str
    said: str
    share: float
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the answers fell. `note` says how many there were."""

    title: str
    finding: str
    across: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One shown figure, which class it belongs to, and how many answers it rests on, as the reader's language writes it; or
    its interval, where a column of its own says how many."""

    said: str
    tone: Tone = "plain"
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One team. A cell that may not be shown is None. `depth`: in how many of the other teams it lies."""

    name: str
    cells: tuple[Cell | None, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Teams by questions, or by answers. Each row stands above those that lie in it, and these in the order of `by_name`, or
    in one that was `written` down before anybody answered (1; else 0), never in that of the figures.

    `key` gives the word of each class, which stands in every cell of it; `hidden_said` stands in all hidden cells alike.
    """

    title: str
    finding: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    key: tuple[tuple[Tone, str], ...]
    hidden_said: str
    note: str = ""
    written: int = 0


Chart = ControlChart | Trend | Distribution | HeatTable


def by_name(name: str) -> str:
    """By what names are put in order: accents and capitals make no difference, and 2 comes before 10."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub("[0-9]+", lambda number: number[0].zfill(DIGITS), plain)


def marks(lowest: float, highest: float, say: Callable[[float, int], str], *, most: int = 5) -> tuple[Mark, ...]:
    """At most `most` + 1 round numbers that hold both ends between them; `say` writes one with that many decimals."""
    if lowest == highest:
        lowest, highest = lowest - 1, highest + 1
    size = 10.0 ** floor(log10((highest - lowest) / most))
    steps = [(factor * size, digits) for factor, digits in ((1, 0), (2, 0), (2.5, 1), (5, 0), (10, -1), (20, -1))]
    step, more = next(each for each in steps if _many(lowest, highest, each[0]) <= most)
    digits = max(0, more - floor(log10(size) + 1e-9))
    first = floor(lowest / step + 1e-9)
    numbers = [round((first + each) * step, 9) for each in range(_many(lowest, highest, step) + 1)]
    return tuple(Mark(number, say(number, digits)) for number in numbers)


def _many(lowest: float, highest: float, step: float) -> int:
    """How many steps it takes from a round number below the lowest to one above the highest."""
    return ceil(highest / step - 1e-9) - floor(lowest / step + 1e-9)
