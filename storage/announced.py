"""Since when people have known that results may be shown by something they can say about themselves (P12)."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import String, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.programme import NOTICE
from storage.db import Rows


class AnnouncedRow(Rows):
    """What people may say about themselves here. Kept while the organisation asks for it."""

    __tablename__ = "announced"
    detail: Mapped[str] = mapped_column(String(40), primary_key=True, doc="Its id.")
    day: Mapped[date] = mapped_column(doc="Since when it has stood on everybody's Home.")


async def announce(connection: AsyncConnection, details: Collection[str], now: datetime) -> None:
    """Notes the day on which each of these was first asked for, and forgets what is not asked for any more."""
    known = set((await connection.execute(select(AnnouncedRow.detail))).scalars())
    if gone := known - set(details):
        await connection.execute(delete(AnnouncedRow).where(AnnouncedRow.detail.in_(gone)))
    if new := [each for each in details if each not in known]:
        await connection.execute(insert(AnnouncedRow), [{"detail": each, "day": now.date()} for each in new])


async def usable_from(connection: AsyncConnection) -> dict[str, date]:
    """From which day on results may be shown by each detail: five working days after it was announced."""
    rows = await connection.execute(select(AnnouncedRow.detail, AnnouncedRow.day))
    return {row.detail: row.day + NOTICE for row in rows}
