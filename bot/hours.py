"""When somebody may be written to, by the clock on their own wall: their hours, their days off, their rota, a pause."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.values import dataclass, field

START = time(10)
END = time(16)
WEEKEND = frozenset((5, 6))
ON = 4
AHEAD = 800  # days: longer than any pause that the form takes


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of one person. Until they choose: weekdays, ten to four.

    With `ends` not after `starts` the hours go past midnight, and belong to the day on which they began. `off` holds
    weekdays, Monday is 0. `rota` is a first day of four days on, which four days off follow. Nothing is sent before
    the day `back`.
    """

    zone: str
    starts: time = START
    ends: time = END
    off: frozenset[int] = field(default=WEEKEND)
    rota: date | None = None
    back: date | None = None

    def works(self, day: date) -> bool:
        """Whether messages may come in the hours that begin on this day."""
        if self.back and day < self.back:
            return False
        if self.rota and (day - self.rota).days % (2 * ON) >= ON:
            return False
        return day.weekday() not in self.off

    def hold(self, wall: time) -> bool:
        """Whether this time of day lies within the hours."""
        if self.starts < self.ends:
            return self.starts <= wall < self.ends
        return wall >= self.starts or wall < self.ends

    def day(self, at: datetime) -> date:
        """The day on the person's own calendar."""
        return at.astimezone(zone_named(self.zone)).date()


def waking(at: datetime, hours: Hours) -> datetime | None:
    """This instant if the person may be written to, else the next at which they may; None if there is none in sight."""
    zone = zone_named(hours.zone)
    day = at.astimezone(zone).date() - timedelta(days=1)  # yesterday's hours may reach into today
    if hours.back:
        day = max(day, hours.back)
    for _ in range(AHEAD):
        if hours.works(day) and (found := _within(at, day, hours, zone)):
            return found
        day += timedelta(days=1)
    return None


def _within(at: datetime, day: date, hours: Hours, zone: ZoneInfo) -> datetime | None:
    """The first instant from `at` on in the hours that began on this day, both ends taken as instants: on the day on
    which the clocks change an hour is missing or comes twice."""
    last = day if hours.starts < hours.ends else day + timedelta(days=1)
    begin = datetime.combine(day, hours.starts, zone).astimezone(UTC)
    end = datetime.combine(last, hours.ends, zone).astimezone(UTC)
    first = max(at, begin)
    return first if first < end and hours.hold(first.astimezone(zone).time()) else None


def zone_named(name: str) -> ZoneInfo:
    """The time zone of this name; UTC where a platform gave a name that nobody knows."""
    return ZoneInfo(name) if is_zone(name) else ZoneInfo("UTC")


def is_zone(name: str) -> bool:
    """Whether this is the name of a time zone."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # no such zone is a LookupError, a folder's name an OSError
        return False
    return bool(name)
