"""When the moments of practices come and close, and when the keys of what was said in confidence go."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.given import HappeningRow
from storage.loop import RoundRow
from storage.prepared import prepared

_KEYED = prepared(
    select(HappeningRow.ref).where(
        HappeningRow.keyed, HappeningRow.closes_at <= bindparam("before", type_=HappeningRow.closes_at.type)
    )
)

_STANDING = select(HappeningRow.kind, HappeningRow.ref, HappeningRow.opens_at, HappeningRow.closes_at)
_STANDING = _STANDING.join(RoundRow, RoundRow.id == HappeningRow.round_id).where(RoundRow.stage != "void")
_COMING = prepared(_STANDING.where(HappeningRow.opened.is_(False), HappeningRow.opens_at <= bindparam("now")))
_ENDING = prepared(_STANDING.where(HappeningRow.closed.is_(False), HappeningRow.closes_at <= bindparam("now")))
_NEXT = [
    prepared(select(func.min(HappeningRow.opens_at).label("at")).where(HappeningRow.opened.is_(False))),
    prepared(select(func.min(HappeningRow.closes_at).label("at")).where(HappeningRow.closed.is_(False))),
]


async def due(connection: AsyncConnection, now: datetime) -> Sequence[tuple[str, str, str]]:
    """What is to come or to close by now, in the order in which people were told: kind, `opens` or `closes`, ref."""
    opens = [(row.opens_at, 1, row.kind, "opens", row.ref) for row in await _COMING.rows(connection, now=now)]
    closes = [(row.closes_at, 0, row.kind, "closes", row.ref) for row in await _ENDING.rows(connection, now=now)]
    return [(kind, what, ref) for _, _, kind, what, ref in sorted([*opens, *closes])]


async def take_keys(connection: AsyncConnection, before: datetime) -> list[str]:
    """The refs of what closed before then and still has a key, which is to be destroyed by whoever asks."""
    if not (
        found := [row.ref for row in await _KEYED.rows(connection, before=before)]
    ):  # so it is at nearly every tick
        return []
    await connection.execute(update(HappeningRow).where(HappeningRow.ref.in_(found)).values(keyed=False))
    return found


async def next_at(connection: AsyncConnection) -> datetime | None:
    """The instant at which the next of these comes or closes."""
    found = [await each.first(connection) for each in _NEXT]
    return min((row.at for row in found if row.at), default=None)
