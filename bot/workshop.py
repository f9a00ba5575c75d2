"""A workshop as a value: tables with their voices, what they wrote, their themes, the room's, and what became of those.

What is said at a table is said in the room and is shown as said (P5). No note knows who wrote it, or when.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from bot.endings import How
from bot.promises import Promise
from bot.values import dataclass, replace

Stage = Literal["listed", "notes", "themes", "merging", "room", "promises", "shared"]
STAGES: tuple[Stage, ...] = ("listed", "notes", "themes", "merging", "room", "promises", "shared")
"""It is listed before its day; tables write; they name their three themes; these are put together; the room chooses; it is
answered; everybody is told."""
Kept = Literal["kept", "moved_on", "left", "full", "gone", "no_theme"]
"""What became of something that a table sent: the stage has moved on, the table has left, there is no room for more."""

LONGEST, NAME, TITLE, QUESTION, VOICE = 300, 60, 60, 200, 30
THEMES, PICKS, LINES, NOTES, TABLES = 3, 3, 200, 400, 20
FEW = 5
"""With fewer phones than this the room's counts are not shown: they would say what one of them chose."""
OPEN_FOR = timedelta(days=14)
"""So long after its day a table's code and the screen lead somewhere. The progress stays."""
BY = timedelta(days=28)
"""By when after its day people are told what comes of it (P1)."""
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE = 8
"""Eight of 31 signs are 850,000,000,000 codes; none of them is mistaken for another one on paper."""


@dataclass(frozen=True, slots=True)
class Note:
    """One idea. `theme` is the theme of its table that it stands under; `paper` says that it was written down on paper."""

    ref: str
    text: str
    paper: bool
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a table, or of the room. `into` is the room's theme that a table's was put into. `picks` is how many
    phones chose it, once the room has closed; None where that was not counted, or is not shown. `promise` is the ref of
    what was promised for it."""

    ref: str
    name: str
    into: str | None = None
    picks: int | None = None
    how: How | None = None
    reason: str = ""
    promise: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. `left`: it takes no part any more; what it said stays."""

    ref: str
    number: int
    code: str
    name: str
    voice: str
    left: bool
    notes: tuple[Note, ...] = ()
    themes: tuple[Theme, ...] = ()

    def under(self, theme: Theme) -> tuple[Note, ...]:
        return tuple(each for each in self.notes if each.theme == theme.ref)


@dataclass(frozen=True, slots=True)
class Workshop:
    """All of it. `round` and `round_ref` are its round's, `circle` is the number of those inside who hear of it.
    `phones` is how many have chosen, `screen` and `token` are what the addresses of its two open pages end with."""

    ref: str
    number: int
    round: int
    round_ref: str
    circle: int
    title: str
    question: str
    day: date
    stage: Stage
    facilitator: int
    facilitator_name: str
    answer_by: datetime
    shared_at: datetime | None
    phones: int
    screen: str
    token: str
    tables: tuple[Table, ...] = ()
    room: tuple[Theme, ...] = ()

    def reached(self, stage: Stage) -> bool:
        return STAGES.index(self.stage) >= STAGES.index(stage)

    @property
    def notes(self) -> int:
        return sum(len(each.notes) for each in self.tables)

    @property
    def voices(self) -> tuple[str, ...]:
        """In the order of the tables, each once."""
        return tuple(dict.fromkeys(each.voice for each in self.tables))

    def behind(self, theme: Theme) -> tuple[tuple[Table, Theme], ...]:
        """The tables' own themes that make up one of the room's."""
        return tuple((table, each) for table in self.tables for each in table.themes if each.into == theme.ref)

    def whose(self, theme: Theme) -> tuple[Table, ...]:
        """The tables behind one of the room's themes, each once."""
        return tuple(dict.fromkeys(table for table, _ in self.behind(theme)))

    def voices_behind(self, theme: Theme) -> tuple[str, ...]:
        """Their voices, each once."""
        return tuple(dict.fromkeys(table.voice for table in self.whose(theme)))

    def alone(self) -> tuple[tuple[Table, Theme], ...]:
        """Themes of tables that nobody has put into one of the room's."""
        return tuple((table, each) for table in self.tables for each in table.themes if each.into is None)

    def in_order(self) -> tuple[Theme, ...]:
        """The room's themes, what most phones chose on top, then what most tables named."""
        return tuple(sorted(self.room, key=lambda each: (-(each.picks or 0), -len(self.whose(each)), each.name)))


@dataclass(frozen=True, slots=True)
class Progress:
    """What everybody who was there can read: the workshop without notes, and what was promised in it, without names."""

    workshop: Workshop
    promises: tuple[Promise, ...]

    def of(self, theme: Theme) -> tuple[Promise, ...]:
        """What was promised for one theme."""
        return tuple(each for each in self.promises if each.ref == theme.promise)


class Tables(Protocol):
    """What the public pages of a workshop may do. Everything is found by a code, or not at all."""

    async def running(self) -> bool:
        """Whether there is anything to join."""
        ...

    async def at(self, code: str) -> tuple[Workshop, Table] | None: ...

    async def on_screen(self, ref: str) -> Workshop | None: ...

    async def progress(self, token: str) -> Progress | None: ...

    async def write(self, code: str, lines: Sequence[str], sending: str, *, paper: bool) -> Kept:
        """One note a line; the same `sending` twice writes nothing more."""
        ...

    async def take_back(self, code: str, note: str) -> Kept: ...

    async def gather(self, code: str, theme: str, name: str, notes: Sequence[str]) -> Kept:
        """Names a theme and lays notes under it; an empty `theme` is a new one."""
        ...

    async def drop(self, code: str, theme: str) -> Kept: ...

    async def choose(self, code: str, device: bytes, picks: Sequence[str]) -> Kept:
        """What one phone would begin with; a second time it replaces the first."""
        ...


def lines_of(text: str) -> tuple[str, ...]:
    """One line of a paper is one note; blank ones are skipped, and a dash or a dot before one is no part of it."""
    stripped = (" ".join(line.split()).lstrip("-*•· ").strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


def too_long(lines: Sequence[str], most: int = LONGEST) -> tuple[int, ...]:
    """Which lines, counted from 1, have more characters than there is room for."""
    return tuple(number for number, line in enumerate(lines, 1) if len(line) > most)


def plain_code(text: str) -> str:
    """A code as it is kept, however it was typed."""
    return "".join(each for each in text.upper() if each.isascii() and each.isalnum())


def said_code(code: str) -> str:
    """A code as people read it: in two halves."""
    return f"{code[: CODE // 2]}-{code[CODE // 2 :]}"


def without_notes(workshop: Workshop) -> Workshop:
    """What can be shown when the tables have gone home."""
    return replace(workshop, tables=tuple(replace(each, notes=(), code="") for each in workshop.tables))


def quarters(today: date) -> tuple[date, ...]:
    """The last days of the next four quarters of the year, the first of them at least four weeks away."""
    first = today + timedelta(days=28)
    ends = [_quarter_end(first.year + step // 4, step % 4) for step in range((first.month - 1) // 3, 12)]
    return tuple(each for each in ends if each >= first)[:4]


def _quarter_end(year: int, quarter: int) -> date:
    return date(year + (quarter == 3), (quarter * 3 + 3) % 12 + 1, 1) - timedelta(days=1)
