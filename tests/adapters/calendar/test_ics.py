"""A file for people's own calendars means the right instant in every calendar, also in the night of a change of clocks."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from adapters.calendar.ics import calendar
from bot.calendar import Entry
from bot.programme import instant

NOON = datetime(2026, 12, 2, 12)
TALK = Entry("e1@hearback", 0, datetime(2026, 11, 1, tzinfo=UTC), "Tea, cake; <!channel>", NOON, "Europe/London", 60)


def read(*entries: Entry) -> Any:
    return Calendar.from_ical(calendar(entries))


def told(calendar: Any, wall: datetime) -> timedelta:
    """The offset that a calendar finds by the description of the zone that lies in the file, and by nothing else."""
    rules = [rule for zone in calendar.walk("VTIMEZONE") for rule in zone.subcomponents]
    gone = [rule for rule in rules if rule["dtstart"].dt <= wall]
    newest = max(gone, key=lambda rule: rule["dtstart"].dt)
    offset: timedelta = newest["tzoffsetto"].td
    return offset


@pytest.mark.parametrize(
    "wall", ["2026-12-02T12:00", "2027-03-28T00:59", "2027-03-28T02:30", "2027-03-28T03:00", "2027-10-31T00:30"]
)
@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kolkata"])
def test_the_file_itself_says_what_the_clocks_do(wall: str, zone: str) -> None:
    at = datetime.fromisoformat(wall)
    entry = replace(TALK, wall=at, zone=zone)
    assert at - told(read(entry), at) == instant(at, zone).replace(tzinfo=None)


def test_an_8_weekly_noon_stays_noon_through_the_year() -> None:
    walls = [datetime(2022, 10, 19, 12) + n * timedelta(weeks=8) for n in range(8)]
    made = read(*(replace(TALK, uid=f"e{n}@hearback", wall=wall) for n, wall in enumerate(walls)))
    starts = [event["dtstart"] for event in made.walk("VEVENT")]
    assert {each.dt.hour for each in starts} == {12}
    assert {each.params["TZID"] for each in starts} == {"Europe/London"}
    assert len(made.walk("VTIMEZONE")) == 1


def test_in_the_hour_that_comes_twice_an_hour_is_an_hour() -> None:
    [event] = read(replace(TALK, wall=datetime(2026, 10, 25, 1, 30))).walk("VEVENT")
    assert event["duration"].dt == timedelta(hours=1)


def test_moved_and_cancelled_it_stays_the_same_event_with_a_higher_number() -> None:
    files = [read(each).walk("VEVENT")[0] for each in (TALK, replace(TALK, revision=2, cancelled=True))]
    assert [(each["uid"], each["sequence"], each["status"]) for each in files] == [
        ("e1@hearback", 0, "CONFIRMED"),
        ("e1@hearback", 2, "CANCELLED"),
    ]


def test_a_title_stays_one_line_of_plain_text() -> None:
    text = "x\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:a@b"
    made = calendar([replace(TALK, title=text, text="a\nb", place="Room 1, left", link="https://example.org/a;b")])
    [event] = Calendar.from_ical(made).walk("VEVENT")
    assert b"\nATTENDEE" not in made
    assert (event["location"], event["description"], event["url"]) == (
        "Room 1, left",
        "a\nb",
        "https://example.org/a;b",
    )
    assert read(TALK)["method"] == "PUBLISH"
