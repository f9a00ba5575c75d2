"""When the moments of practices come and close, and when the keys of what was said in confidence go.

Nothing is asked of anybody while whoever would answer back is not there (P1): it waits until another takes the round over;
in a hidden network that nobody leads any more, everything does.
Nor does anything come that quotes what nobody has written yet; its close stays as it was told.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, func, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.answering import outside
from storage.given import HappeningRow
from storage.loop import ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.practice_handing import ANSWERS_BACK
from storage.prepared import prepared

_KEYED = prepared(
    select(HappeningRow.ref).where(
        HappeningRow.keyed, HappeningRow.closes_at <= bindparam("before", type_=HappeningRow.closes_at.type)
    )
)

_ASKS = or_(HappeningRow.kind == "ASK", HappeningRow.kind == "WEIGH")
_GONE = or_(and_(_ASKS, PersonRow.active.is_(False)), outside(ProgrammeRow.circle_id, RoundRow.answerer_id))
_WAITS: ColumnElement[bool] = and_(HappeningRow.opened.is_(False), _GONE, ANSWERS_BACK)
_STANDING = (
    select(HappeningRow.kind, HappeningRow.ref, HappeningRow.opens_at, HappeningRow.closes_at)
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .where(RoundRow.stage != "void", not_(_WAITS))
)
_TO_COME = and_(HappeningRow.opened.is_(False), HappeningRow.waits_for == "")
_COMING = prepared(_STANDING.where(_TO_COME, HappeningRow.opens_at <= bindparam("now")))
_ENDING = prepared(_STANDING.where(HappeningRow.closed.is_(False), HappeningRow.closes_at <= bindparam("now")))
_NEXT = [
    prepared(_STANDING.with_only_columns(func.min(HappeningRow.opens_at).label("at")).where(_TO_COME)),
    prepared(
        _STANDING.with_only_columns(func.min(HappeningRow.closes_at).label("at")).where(HappeningRow.closed.is_(False))
    ),
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
