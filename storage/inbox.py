"""Remembers for two days which events were answered, so that one delivered twice acts once."""

from datetime import UTC, datetime
from hashlib import blake2b

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.db import inserts
from storage.people import InboxRow
from storage.prepared import Prepared

KEPT_DAYS = 2
_ONCE = Prepared(inserts(InboxRow, lambda new: new.on_conflict_do_nothing().returning(InboxRow.day)))


async def first_time(connection: AsyncConnection, key: bytes, event_id: str, now: datetime) -> bool:
    """True once per event id. `key` (16 to 64 bytes) lies outside the database: without it a row tells nothing."""
    mark = blake2b(event_id.encode(), key=key, digest_size=32).hexdigest()
    return await _ONCE.first(connection, mark=mark, day=_day(now)) is not None


async def forget_old(connection: AsyncConnection, now: datetime) -> None:
    await connection.execute(delete(InboxRow).where(InboxRow.day < _day(now) - KEPT_DAYS))


def _day(now: datetime) -> int:
    return now.astimezone(UTC).toordinal()
