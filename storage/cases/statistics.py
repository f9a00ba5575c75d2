"""Counts cases, in the memory of an unlocked session: exactly for the national return, and so for nobody else.

What staff and the board see comes from storage/cases/publishing.py, never from here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.values import dataclass
from storage.cases import codes
from storage.cases.opening import Case
from storage.spreadsheet import Value, table

NAME = re.compile(r"([12][0-9]{3})-Q([1-4])")
COLUMNS = ("quarter", "code_list", "counted_by", "code", "cases")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year; `number` counts quarters from the year 0 on."""

    number: int

    @property
    def name(self) -> str:
        return f"{self.number // 4}-Q{self.number % 4 + 1}"

    @property
    def begins(self) -> date:
        """Its first day."""
        return date(self.number // 4, self.number % 4 * 3 + 1, 1)

    @property
    def ends(self) -> date:
        """Its last day."""
        return self.next.begins - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.number + 1)

    def before(self, quarters: int) -> "Quarter":
        return Quarter(self.number - quarters)

    def over(self, today: date) -> bool:
        return self < quarter_of(today)


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year * 4 + (day.month - 1) // 3)


def named(name: str) -> Quarter:
    """`2026-Q4`, and written in no other way. Raises ValueError."""
    told = NAME.fullmatch(name)
    if told is None:
        raise ValueError("a quarter is written as 2026-Q4")
    return Quarter(int(told[1]) * 4 + int(told[2]) - 1)


def raised_in(cases: Iterable[Case], first: Quarter, last: Quarter) -> list[Case]:
    """Those that were raised, or let through, in these quarters."""
    return [each for each in cases if first <= quarter_of(each.day) <= last]


def by_category(cases: Iterable[Case]) -> dict[str, int]:
    """How many cases each main category has; every case has one."""
    count = Counter(each.category if each.category in codes.CATEGORIES else "other" for each in cases)
    return {category: count[category] for category in codes.CATEGORIES}


def national(cases: Sequence[Case], quarter: Quarter) -> str:
    """The exact counts of one quarter as CSV, zeros included. A case with two elements counts under both of them."""
    those = raised_in(cases, quarter, quarter)
    counted: list[tuple[str, str, int]] = [("all", "", len(those))]
    counted += _each("door", codes.DOORS, [each.door for each in those])
    counted += _each("element", codes.ELEMENTS, [element for each in those for element in each.elements])
    counted += [("element", "none", sum(not each.elements for each in those))]
    counted += _each("category", codes.CATEGORIES, [each.category for each in those])
    counted += _each("worker group", codes.GROUPS, [each.card.group or "not-known" for each in those])
    counted += _each("speak up again", codes.AGAIN, [each.again for each in those])
    rows: list[dict[str, Value]] = [
        {"quarter": quarter.name, "code_list": codes.VERSION, "counted_by": by, "code": code, "cases": n}
        for by, code, n in counted
    ]
    return table(COLUMNS, rows)


def _each(by: str, among: Sequence[str], said: Iterable[str]) -> list[tuple[str, str, int]]:
    count = Counter(said)
    return [(by, code, count[code]) for code in among]
