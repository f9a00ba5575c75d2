"""An event that is delivered twice acts once, and after two days nothing of it is left."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage.db import Database
from storage.inbox import first_time, forget_old
from storage.people import InboxRow

KEY = b"k" * 32
NOW = datetime(2026, 3, 4, 23, 59, tzinfo=UTC)


async def test_the_same_event_is_new_once(database: Database) -> None:
    async with database.begin() as work:
        assert await first_time(work, KEY, "Ev1", NOW)
        assert not await first_time(work, KEY, "Ev1", NOW + timedelta(minutes=2))
        assert await first_time(work, KEY, "Ev2", NOW)


async def test_what_is_kept_is_not_the_event(database: Database) -> None:
    async with database.begin() as work:
        await first_time(work, KEY, "Ev1", NOW)
        await first_time(work, b"another key, 32 bytes of it.....", "Ev1", NOW)
        marks = list(await work.scalars(select(InboxRow.mark)))
    assert len(set(marks)) == 2
    assert not any("Ev1" in mark for mark in marks)


async def test_after_two_days_it_is_forgotten(database: Database) -> None:
    async with database.begin() as work:
        await first_time(work, KEY, "Ev1", NOW)
        await forget_old(work, NOW + timedelta(days=2))
        assert not await first_time(work, KEY, "Ev1", NOW)
        await forget_old(work, NOW + timedelta(days=3))
        assert await first_time(work, KEY, "Ev1", NOW)
