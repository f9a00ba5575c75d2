"""Which days are working days: no Saturdays or Sundays, and no bank holidays of the nation that the organisation is in."""

from datetime import date, timedelta
from functools import cache

from bot.values import dataclass

NATIONS = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern-ireland": "NIR",
    "elsewhere": "",
}
"""What can be set, and what the library of holidays calls it; `elsewhere` has weekends alone."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one nation."""

    nation: str = "england"

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in _bank_holidays(NATIONS[self.nation], day.year)

    def working_days(self, since: date, today: date) -> int:
        """How many working days have passed between the two, the first not counted."""
        days = (since + timedelta(days=number) for number in range(1, (today - since).days + 1))
        return sum(self.is_working(day) for day in days)


ENGLAND = Calendar()


@cache
def _bank_holidays(part: str, year: int) -> frozenset[date]:
    if not part:
        return frozenset()
    # The library and its list of the United Kingdom take a third of a second to import, and no start is to wait for them.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("GB", subdiv=part, years=year))
