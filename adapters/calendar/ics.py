"""Writes events as an iCalendar file (RFC 5545): one VEVENT each, in its own time zone, which is described beside it.

The identity of an event never changes, and each change raises its number: so a calendar moves what it has, and makes no
second one. Nothing is repeated by rule, because dates move: an 8-weekly series by rule drifts an hour in UTC.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bot.calendar import Entry

MAKER = "-//Hearback//Events//EN"
A_YEAR, A_DAY, SECOND = timedelta(days=366), timedelta(days=1), timedelta(seconds=1)


def calendar(entries: Sequence[Entry], name: str = "") -> bytes:
    """All of them in one file, to be downloaded or fetched again and again: METHOD is PUBLISH."""
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    if name:
        made.add("x-wr-calname", name)
    for zone in sorted({each.zone for each in entries}):
        made.add_component(_zone(zone, [each for each in entries if each.zone == zone]))
    for each in entries:
        made.add_component(_event(each))
    return bytes(made.to_ical())


def _zone(name: str, entries: Sequence[Entry]) -> Timezone:
    """What the clocks do there around these events. The library's own description begins summer time an hour late."""
    zone = ZoneInfo(name)
    walls = [each.wall.replace(tzinfo=zone).astimezone(UTC) for each in entries]
    first, last = min(walls) - A_YEAR, max(walls) + A_YEAR
    made = Timezone()
    made.add("tzid", name)
    made.add_component(_rule(first, first, zone))
    for change in _changes(first, last, zone):
        made.add_component(_rule(change, change - SECOND, zone))
    return made


def _rule(at: datetime, before: datetime, zone: ZoneInfo) -> TimezoneStandard | TimezoneDaylight:
    """From this instant on the clocks show what they show at it; its own time is said by the clocks of just before."""
    now, then = at.astimezone(zone), before.astimezone(zone)
    rule = TimezoneDaylight() if now.dst() else TimezoneStandard()
    shown = at.astimezone(UTC).replace(tzinfo=None) + (then.utcoffset() or timedelta())
    rule.add("dtstart", shown)
    rule.add("tzoffsetfrom", then.utcoffset())
    rule.add("tzoffsetto", now.utcoffset())
    rule.add("tzname", now.tzname())
    return rule


def _changes(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The instants at which the clocks are changed, to the second."""
    day = first
    while day < last:
        later = day + A_DAY
        if day.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            yield _change(day, later, zone)
        day = later


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    while after - before > SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        same = middle.astimezone(zone).utcoffset() == before.astimezone(zone).utcoffset()
        before, after = (middle, after) if same else (before, middle)
    return after


def _event(entry: Entry) -> Event:
    event = Event()
    starts = entry.wall.replace(tzinfo=ZoneInfo(entry.zone))
    event.add("uid", entry.uid)
    event.add("sequence", entry.revision)
    event.add("dtstamp", entry.changed.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", starts)
    event.add(
        "duration", timedelta(minutes=entry.minutes)
    )  # an end by the clock would be wrong in the night of a change
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", entry.place)
    if entry.link:
        event.add("url", entry.link)
    if entry.text:
        event.add("description", entry.text)
    return event
