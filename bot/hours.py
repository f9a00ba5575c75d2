"""When somebody may be written to: on weekdays from ten to four, by the clock on their own wall."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

START = time(10)
END = time(16)
SATURDAY = 5


def waking(at: datetime, zone: str) -> datetime:
    """This instant if it lies within the person's waking hours (10:00 to before 16:00), else the next ten o'clock."""
    wall = at.astimezone(zone_named(zone))
    if wall.weekday() < SATURDAY and START <= wall.time() < END:
        return at
    # On the wall clock: a day on which the clocks change has 23 or 25 hours, but one ten o'clock.
    day = wall.date() if wall.time() < START else wall.date() + timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, START, wall.tzinfo).astimezone(UTC)


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
