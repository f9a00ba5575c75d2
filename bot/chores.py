"""What a guardian does besides working a case: adding cases, taking a copy out, putting cases together, figures, endings.

Plain values, as in `bot.casebook`: pages know these, storage fills them. Codes are those of the code list.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from bot.values import dataclass
from bot.words import Words

Happened = Literal[
    "raised",
    "told",
    "reply",
    "again",
    "read",
    "closed",
    "readers",
    "note",
    "left",
    "merged",
    "proposes",
    "withdraws",
    "lost",
]
"""What stands in a case's thread and among its notes."""


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """A case that a guardian was told of, as it was typed. `who` only where they `agreed`."""

    text: str
    category: str
    how: str
    door: str
    on: str
    who: str = ""
    agreed: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A wrong line of a table: its number, the column, and why, as a code."""

    line: int
    column: str
    why: str


class WrongTable(Exception):
    """Nothing of the table was added."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("wrong lines")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Counted:
    """How statistics count a case."""

    category: str
    also: Sequence[str] = ()
    group: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Left:
    """What left the house: to whom (a code), which office, why, on which day."""

    to: str
    office: str
    why: str
    what: str
    day: date


@dataclass(frozen=True, slots=True, repr=False)
class Beside:
    """What stands beside a case's card. `how` is empty where somebody has a receipt; `matter` are the other cases of one
    matter, the one whose card holds first, as (ref, name); `joins` those that it could be put together with."""

    how: str
    door: str
    who: str
    counted: Counted
    left: tuple[Left, ...]
    matter: tuple[tuple[str, str], ...]
    leads: bool
    joins: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Passage:
    """A part of a copy, with what is to be taken out in double brackets."""

    afterwards: bool
    said: str


@dataclass(frozen=True, slots=True, repr=False)
class Copy:
    """What is to leave: to whom (a code), which office, why, and the passages as the guardian left them."""

    to: str
    office: str
    why: str
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True, repr=False)
class Notice:
    """A case whose time ends on a day, and who said since then that it goes."""

    ref: str
    name: str
    on: date
    stage: Literal["soon", "very soon", "due"]
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """Rolling twelve months: `cases` None where nothing may be shown. There may always be more of them."""

    element: str
    cases: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """One published table, as it stays: quarters, by whom with their role, and what changed."""

    first: str
    last: str
    by: str
    role: str
    changed: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What was published by all guardians, the latest first; twelve months up to the last published quarter; quarters that
    are over, the latest first; of these, those up to which this guardian may publish a table. `counted` are the people, with
    their roles, who have published up to that last quarter, and `uncounted` those who have not."""

    tables: tuple[Table, ...]
    rolling: tuple[Figure, ...]
    quarters: tuple[str, ...]
    open: tuple[str, ...]
    last: str = ""
    counted: tuple[tuple[str, str], ...] = ()
    uncounted: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Lesson:
    """What a guardian learned in a fortnight, from its first to its last day."""

    by: str
    role: str
    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Lessons:
    """What stands for everybody, the newest first; what this guardian wrote in the fortnight that goes on, and its days."""

    shown: tuple[Lesson, ...]
    own: str
    first: date
    last: date


class Chores(Protocol):
    """Everything may raise `bot.casebook.Refused`."""

    async def add(self, told: Told, to: Sequence[str], *, ref: str) -> None:
        """For this guardian and the colleagues with these refs. Twice with one `ref` is once."""
        ...

    async def take_table(self, table: str) -> int:
        """How many cases were new. Raises WrongTable."""
        ...

    async def beside(self, ref: str) -> Beside: ...

    async def count_as(self, ref: str, counted: Counted) -> None: ...

    async def merge(self, ref: str, into: str, *, why: str) -> None: ...

    async def passages(self, ref: str) -> Sequence[Passage]: ...

    async def take_out(self, ref: str, copy: Copy, words: Words) -> str:
        """The copy's text, once it is on record in the case what leaves."""
        ...

    async def notices(self) -> Sequence[Notice]:
        """Of the cases that are open so far."""
        ...

    async def end(self, ref: str, *, why: str) -> bool:
        """Deletes a case whose time is over; False where somebody else who reads it must say so too, and `why` is noted."""
        ...

    async def figures(self) -> Figures: ...

    async def publish(self, quarter: str, changed: str) -> None: ...

    async def national(self, quarter: str) -> str:
        """The exact counts of a quarter as CSV."""
        ...

    async def lessons(self) -> Lessons: ...

    async def learn(self, text: str) -> None:
        """Writes this guardian's note of the fortnight, in the place of the last; no words take it back."""
        ...

    async def for_the_board(self) -> str:
        """Every published table as CSV."""
        ...
