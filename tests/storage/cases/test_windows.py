"""When guardians first see a report says on which day it was written, or within which three, and not at what hour."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from storage.cases import filing
from storage.cases.filing import Report
from storage.threads import frames, readers
from storage.threads.cabinet import DAY_BEGINS, day_of
from storage.threads.pool import Pool
from tests.storage.cases.chamber import UNITS, Chamber

HALF_AN_HOUR = timedelta(minutes=30)


async def first_seen(
    chamber: Chamber,
    written: datetime,
    release: frames.Release,
    day: Callable[[datetime], date],
    *,
    every: timedelta = HALF_AN_HOUR,
) -> datetime:
    """When a guardian who looks so often, day and night, first sees a report that was written then."""
    now = [written]
    chamber.work = replace(chamber.work, cabinet=replace(chamber.work.cabinet, today=lambda: day(now[0])))
    minted, key = await Pool(chamber.work.cabinet).take(), await chamber.key("Ines")
    await filing.file(chamber.work, minted, Report("Hm.", "other", chamber.opens("Ines"), release=release), UNITS)
    while minted.keys.token not in [each.token for each in await readers.find(chamber.work.cabinet, key)]:
        now[0] = now[0] + every
    return now[0]


def hours(day: date) -> list[datetime]:
    """From the beginning of one day to just before the next begins."""
    begins = datetime(day.year, day.month, day.day, DAY_BEGINS)
    return [begins, begins + timedelta(hours=9), begins + timedelta(hours=18, minutes=58), begins + timedelta(hours=23)]


@pytest.mark.long
async def test_reports_of_one_day_are_all_seen_at_the_same_hour_of_the_next_after_the_nights_rewriting(
    file_chamber: Chamber,
) -> None:
    monday = date(2026, 11, 2)
    seen = {await first_seen(file_chamber, at, "next window", day_of) for at in hours(monday)}
    assert {(each.date(), each.hour) for each in seen} == {(date(2026, 11, 3), DAY_BEGINS)}


async def test_a_build_whose_day_began_at_midnight_would_show_what_was_written_two_minutes_before(
    file_chamber: Chamber,
) -> None:
    written = datetime(2026, 11, 2, 23, 58)
    assert await first_seen(file_chamber, written, "next window", lambda now: now.date()) - written <= HALF_AN_HOUR
    assert await first_seen(file_chamber, written, "next window", day_of) - written > timedelta(hours=5)


async def test_at_once_is_at_once_at_every_hour_and_within_three_days_is_a_day_by_chance(file_chamber: Chamber) -> None:
    for written in (datetime(2026, 11, 2, 2, 0), datetime(2026, 11, 2, 12, 0)):
        assert await first_seen(file_chamber, written, "at once", day_of) == written
    noon = datetime(2026, 11, 2, 12, 0)
    seen = await first_seen(file_chamber, noon, "within three days", day_of, every=timedelta(days=1))
    assert seen.day in {3, 4, 5}
    # A day that never came in sixty draws: once in ten thousand million runs.
    assert {frames.opens_on(noon.date(), "within three days").day for _ in range(60)} == {3, 4, 5}
