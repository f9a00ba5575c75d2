"""Remembers for two days which events were answered, so that one delivered twice acts once."""

from datetime import UTC, datetime
from hashlib import blake2b

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.db import COUNTED, inserts
from storage.people import InboxRow

KEPT_DAYS = 2
_ONCE = inserts(InboxRow, lambda new: new.on_conflict_do_nothing())


async def first_time(connection: AsyncConnection, key: bytes, event_id: str, now: datetime) -> bool:
    """True once per event id. `key` (16 to 64 bytes) lies outside the database: without it a row tells nothing."""
    mark = blake2b(event_id.encode(), key=key, digest_size=32).hexdigest()
    row = {"mark": mark, "day": _day(now)}
    result = await connection.execute(_ONCE[connection.dialect.name], row, execution_options=COUNTED)
    return bool(result.rowcount == 1)


async def forget_old(connection: AsyncConnection, now: datetime) -> None:
    await connection.execute(delete(InboxRow).where(InboxRow.day < _day(now) - KEPT_DAYS))


def _day(now: datetime) -> int:
    return now.astimezone(UTC).toordinal()
