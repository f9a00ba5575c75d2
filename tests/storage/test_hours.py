"""Nobody is written to at night or at the weekend, on either side of a change of the clocks."""

from datetime import UTC, datetime

import pytest

from bot.hours import Hours, waking


@pytest.mark.parametrize(
    ("at", "zone", "then"),
    [
        ("2026-03-04T11:00", "Europe/London", "2026-03-04T11:00"),
        ("2026-03-04T10:00", "Europe/London", "2026-03-04T10:00"),
        ("2026-03-04T09:59", "Europe/London", "2026-03-04T10:00"),
        ("2026-03-04T16:00", "Europe/London", "2026-03-05T10:00"),
        ("2026-03-06T17:00", "Europe/London", "2026-03-09T10:00"),
        ("2026-03-07T11:00", "Europe/London", "2026-03-09T10:00"),
        # London goes forward on 29 March and back on 25 October: ten o'clock is another instant afterwards.
        ("2026-03-27T17:00", "Europe/London", "2026-03-30T09:00"),
        ("2026-10-23T16:00", "Europe/London", "2026-10-26T10:00"),
        # New York goes forward on 8 March and back on 1 November.
        ("2026-03-06T23:00", "America/New_York", "2026-03-09T14:00"),
        ("2026-10-30T21:00", "America/New_York", "2026-11-02T15:00"),
        # Sunday evening in London is Monday morning in Auckland.
        ("2026-03-08T21:30", "Pacific/Auckland", "2026-03-08T21:30"),
        ("2026-03-04T11:00", "Nowhere/Land", "2026-03-04T11:00"),
        ("2026-03-04T11:00", "", "2026-03-04T11:00"),
        ("2026-03-04T11:00", "../etc", "2026-03-04T11:00"),
    ],
)
def test_the_next_waking_hour(at: str, zone: str, then: str) -> None:
    assert waking(utc(at), Hours(zone)) == utc(then)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
