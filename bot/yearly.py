"""A year's report as a plain value: every number is computed and every word is said before, so that drawing only draws."""

import re
from datetime import date, datetime
from typing import Literal

from bot.chart_text import Table
from bot.charts import Trend
from bot.programme import instant
from bot.values import dataclass

Begins = Literal[1, 4]
"""The month in which a year begins: January, or April as budgets do."""
FIRST, LAST = 2000, 2200
_CODE = re.compile(r"(\d{4})(-04)?")
Standing = Literal["", "done", "doing", "dropped", "overdue", "hidden"]


@dataclass(frozen=True, slots=True)
class Year:
    """Twelve months from the first of January or April of this year on."""

    number: int
    month: Begins = 1

    @property
    def code(self) -> str:
        """`2026`, or `2026-04`: how addresses and files name it."""
        return f"{self.number}-04" if self.month == 4 else str(self.number)

    @property
    def first(self) -> date:
        return date(self.number, self.month, 1)

    @property
    def after(self) -> date:
        """The first day that is not in it."""
        return date(self.number + 1, self.month, 1)

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """Its first instant, and the first one after it, where the organisation is."""
        begins, ends = (datetime(day.year, day.month, 1) for day in (self.first, self.after))  # noqa: DTZ001 - a wall clock
        return instant(begins, zone), instant(ends, zone)


def year_of(code: str) -> Year | None:
    """The year that `Year.code` names; None for anything else."""
    found = _CODE.fullmatch(code)
    if found is None or not FIRST <= int(found[1]) <= LAST:
        return None
    return Year(int(found[1]), 4 if found[2] else 1)


def year_in(today: date, month: Begins) -> Year:
    """The year of this kind in which a day lies."""
    return Year(today.year if today.month >= month else today.year - 1, month)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is told: a line that stands out, what is said below it, and how it stands, in a word and as a look."""

    lead: str
    told: tuple[str, ...] = ()
    standing: Standing = ""
    stands: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries, or a table, below a heading of their own. The heading may be empty."""

    heading: str
    entries: tuple[Entry, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, and below it what each number on it stands for."""

    chart: Trend
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. `told` are sentences below its heading."""

    heading: str
    told: tuple[str, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Yearly:
    """The whole report. `picture` is the year in at most ten lines, below its own heading; `rules` stand at the end, in the
    same words for everybody. `numbers` names a chart's table. `language` is BCP 47."""

    title: str
    period: str
    made: str
    language: str
    made_at: datetime
    pictured: str
    picture: tuple[str, ...]
    sections: tuple[Section, ...]
    read: str
    numbers: str
    rules: tuple[str, ...]
