"""The calendar of days that people mark: each has a rule, and the rule says on which dates it falls.

What computes moving dates is imported when a date is first asked for, so that no start waits for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from bot.values import dataclass, field
from storage import yaml12

FILE = Path(__file__).with_name("awareness.yaml")
Kind = Literal["fixed", "nth", "easter", "hijri", "rows", "yearly"]
KINDS: tuple[Kind, ...] = ("fixed", "nth", "easter", "hijri", "rows", "yearly")
KEYS = {"id", "name", "days", "eve", "avoid", "fast", "source", "reviewed", *KINDS}
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august"]
MONTHS += ["september", "october", "november", "december"]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NATIONS = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}
RUNS_OUT = timedelta(days=90)
DAY = timedelta(days=1)


class CalendarMistake(Exception):
    """The file cannot be used; its text is one line for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Day:
    """One entry of the file. `rule` is what its kind needs; `days` how long it lasts."""

    id: str
    name: str
    kind: Kind
    rule: Any
    source: str
    reviewed: date
    days: int = 1
    eve: bool = False
    avoid: bool = False
    fast: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """An entry as it falls on a date, the last day included. Where it is not `sure`, it may be a day earlier or later."""

    day: Day
    first: date
    last: date
    sure: bool = True

    @property
    def eve(self) -> bool:
        return self.day.eve or not self.sure


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A bank holiday, and in which of the four nations."""

    on: date
    name: str
    nations: tuple[str, ...] = field(default=())

    @property
    def everywhere(self) -> bool:
        return len(self.nations) == len(NATIONS)


@cache
def known() -> tuple[Day, ...]:
    """The days of the file that comes with Hearback, read once."""
    return read(FILE.read_text(encoding="utf-8"), FILE.name)


def read(text: str, name: str) -> tuple[Day, ...]:
    """Every entry; raises CalendarMistake with file and line at the first that cannot be used."""
    try:
        listed = yaml12.load(text)["days"]
    except yaml12.Unreadable as error:
        raise CalendarMistake(f"{name}:{error.line}: This is not YAML.") from None
    found = []
    for number, each in enumerate(listed):
        try:
            found.append(_day(each))
        except (ValueError, KeyError, TypeError) as error:
            line = yaml12.line_of(text, ("days", number))
            raise CalendarMistake(f"{name}:{line}: {error}. The first lines of the file say what there is.") from None
    return tuple(found)


def marked(days: Sequence[Day], first: date, last: date) -> list[Marked]:
    """What falls between these two days, both included, by when it begins."""
    years = range(first.year - 1, last.year + 1)
    found = (each for day in days for year in years for each in _in_year(day, year))
    return sorted(
        (each for each in found if each.last >= first and each.first <= last),
        key=lambda each: (each.first, each.day.id),
    )


def running_out(days: Sequence[Day], today: date) -> list[Day]:
    """Whose last known date is over in 90 days, or has been for some time: somebody has to look up the next."""
    return [day for day in days if day.kind in ("rows", "yearly") and not _known_after(day, today + RUNS_OUT)]


def bank_holidays(first: date, last: date) -> list[BankHoliday]:
    """Every bank holiday of the United Kingdom between two days, both included."""
    from holidays import country_holidays  # noqa: PLC0415 - takes longer to import than a whole turn

    years = range(first.year, last.year + 1)
    by_day: dict[tuple[date, str], list[str]] = {}
    for code, nation in NATIONS.items():
        for on, name in country_holidays("GB", subdiv=code, years=years, language="en_GB").items():
            by_day.setdefault((on, name), []).append(nation)
    return [BankHoliday(on, name, tuple(of)) for (on, name), of in sorted(by_day.items()) if first <= on <= last]


def _day(said: Mapping[str, Any]) -> Day:
    if strange := set(said) - KEYS:
        raise ValueError(f"'{min(strange)}' is no key")
    kinds = [kind for kind in KINDS if kind in said]
    if len(kinds) != 1:
        raise ValueError(f"'{said.get('id')}' needs one rule")
    rest = {key: said[key] for key in ("days", "eve", "avoid", "fast") if key in said}
    reviewed = date.fromisoformat(said["reviewed"])
    day = Day(said["id"], said["name"], kinds[0], said[kinds[0]], said["source"], reviewed, **rest)
    list(_in_year(day, reviewed.year))  # a rule that computes nothing is told now
    return day


def _in_year(day: Day, year: int) -> Iterator[Marked]:
    for first in _dates(day, year):
        yield Marked(day, first, first + timedelta(days=day.days - 1), sure=day.kind != "hijri")


def _dates(day: Day, year: int) -> Iterator[date]:
    match day.kind:
        case "fixed":
            yield date.fromisoformat(f"{year}-{day.rule}")
        case "nth":
            yield _nth(day.rule, year)
        case "easter":
            from dateutil.easter import easter  # noqa: PLC0415

            found: date = easter(year)
            yield found + int(day.rule) * DAY
        case "hijri":
            yield from _hijri(day.rule, year)
        case "rows" | "yearly":
            yield from (found for found in map(date.fromisoformat, day.rule) if found.year == year)


def _nth(rule: Mapping[str, Any], year: int) -> date:
    first = date(year, MONTHS.index(rule["of"]) + 1, 1)
    ahead = (WEEKDAYS.index(rule["weekday"]) - first.weekday()) % 7
    return first + (ahead + 7 * (int(rule["number"]) - 1)) * DAY


def _hijri(rule: str, year: int) -> Iterator[date]:
    """A Hijri year is eleven days shorter: twice in a generation one day falls twice in a year."""
    from hijridate import Gregorian, Hijri  # noqa: PLC0415

    month, day = map(int, rule.split("-"))
    around = Gregorian(year, 1, 1).to_hijri().year
    for lunar in (around, around + 1):
        found = date.fromisoformat(Hijri(lunar, month, day).to_gregorian().isoformat())
        if found.year == year:
            yield found


def _known_after(day: Day, on: date) -> bool:
    return any(date.fromisoformat(row) > on for row in day.rule)
