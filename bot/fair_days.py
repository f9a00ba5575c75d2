"""On which days offices are open, and which weekday and hour have their turn, so that no shift is always the one left out.

Pure rules over days and times of the clock, so they hold through every change of the clocks.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Literal, Protocol

Turned = Literal["weekday", "hour"]
Avoided = Literal["bank-holidays"]
OFFICE_DAYS = 5
HOURS = (time(8), time(12), time(16), time(20))
"""The hours that take turns: before a day begins, in its middle, at its end, before a night. Four hours and five weekdays
have no factor in common, so that within twenty rounds every hour of every weekday comes once."""
DAY = timedelta(days=1)


class Calendar(Protocol):
    """Knows the days on which offices are open."""

    def is_working(self, day: date) -> bool: ...


def open_day(day: date, calendar: Calendar) -> date:
    """This day, or the next on which offices are open."""
    while not calendar.is_working(day):
        day += DAY
    return day


def next_weekday(day: int) -> int:
    """Whose turn it is after this weekday (Monday is 0): from Monday to Friday, and round again."""
    return (day + 1) % OFFICE_DAYS if day < OFFICE_DAYS else 0


def next_hour(at: time) -> time:
    """Whose turn it is after this time of day."""
    return next((hour for hour in HOURS if hour > at), HOURS[0])


def moved(begins: date, days: Mapping[int, bool], calendar: Calendar | None) -> dict[int, date]:
    """The date of each of these days after the first. Those marked True are kept off days on which offices are closed.

    What came after something still does: no two of them fall together, however many holidays lie side by side.
    """
    found, before = dict[int, date](), date.min
    for after in sorted(days):
        day = begins + after * DAY
        if calendar and (days[after] or day <= before):
            day = open_day(max(day, before + DAY) if before > date.min else day, calendar)
        found[after] = before = day
    return found
