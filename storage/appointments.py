"""What a conversation has to do at a time of its own, beside the rounds: the clock brings it back to it, by name."""

from datetime import datetime

from sqlalchemy import String, bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from storage.db import Instant, Rows, insert
from storage.prepared import prepared

NAMES = ("match.looks", "match.opens")
"""What there is to be done; a test compares it with what conversations answer."""


class AppointmentRow(Rows):
    """What a conversation does next by itself. Gone when it is done."""

    __tablename__ = "appointment"
    name: Mapped[str] = mapped_column(String(60), primary_key=True, doc="What is to be done.")
    ref: Mapped[str] = mapped_column(String(64), primary_key=True, doc="What it is about.")
    at: Mapped[datetime] = mapped_column(Instant(), index=True, doc="When.")


NEXT = prepared(select(func.min(AppointmentRow.at).label("at")))
_DUE = prepared(
    select(AppointmentRow.name, AppointmentRow.ref)
    .where(AppointmentRow.at <= bindparam("now"))
    .order_by(AppointmentRow.at)
)


async def make(connection: AsyncConnection, name: str, ref: str, at: datetime) -> None:
    """Makes it, or moves it. Whoever answers a `Due` moves it on or cancels it; else it comes again at once."""
    row = insert(connection, AppointmentRow).values(name=name, ref=ref, at=at)
    await connection.execute(row.on_conflict_do_update(index_elements=["name", "ref"], set_={"at": at}))


async def cancel(connection: AsyncConnection, name: str, ref: str) -> None:
    gone = delete(AppointmentRow).where(AppointmentRow.name == name, AppointmentRow.ref == ref)
    await connection.execute(gone)


async def due(connection: AsyncConnection, now: datetime) -> list[tuple[str, str]]:
    """Name and ref of everything that is due, the longest due first."""
    return [(row.name, row.ref) for row in await _DUE.rows(connection, now=now)]
