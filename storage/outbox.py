"""Writes what is to be sent: one row per person and cause, for ever, in the same transaction as what caused it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, bindparam, case, delete, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from storage.db import COUNTED, insert, inserts
from storage.loop import DeliveryRow, LaneRow
from storage.people import AccountRow, PersonRow
from storage.prepared import Prepared

AT_ONCE = 500  # SQLite binds at most 32,766 values in one statement, PostgreSQL plans long lists slowly
UNSENT = ("pending", "sending")
NOTE = "note.weekly"
AGAIN = "ask.again"
LANE = AccountRow.platform.concat(":").concat(AccountRow.tenant)
_NEW = inserts(DeliveryRow, lambda row: row.on_conflict_do_nothing())
_NEW_LANE = Prepared(inserts(LaneRow, lambda row: row.on_conflict_do_nothing()))


_PREFERRED = (AccountRow.person_id == PersonRow.id) & AccountRow.preferred
_REACHED = select(PersonRow.id).join(AccountRow, _PREFERRED).where(PersonRow.active)
_WAY = (
    _REACHED.with_only_columns(PersonRow.id, LANE, AccountRow.platform)
    .where(PersonRow.id.in_(bindparam("some", expanding=True)))
    .order_by(AccountRow.id.desc())
)


async def put(connection: AsyncConnection, messages: Sequence[Message], now: datetime) -> int:
    """Writes a delivery for each message that has not been written before.

    Returns how many messages were for somebody whom nothing can reach (no account, or gone): those have no row.
    """
    roads = await _roads(connection, {message.person for message in messages})
    for lane, platform in set(roads.values()):
        await _NEW_LANE.rows(connection, id=lane, platform=platform)
    rows = [_row(message, roads[message.person][0], now) for message in messages if message.person in roads]
    if rows:
        await connection.execute(_NEW[connection.dialect.name], rows)
    return len(messages) - len(rows)


async def fan_out(
    connection: AsyncConnection,
    people: Select[int],
    *,
    card: str,
    ref: str,
    cause: str,
    not_before: datetime,
    expires: datetime | None = None,
    forget: bool = False,
    counts: bool = True,
) -> int:
    """The same message for everybody whose id `people` selects, in one statement. Returns how many were new."""
    reachable = _REACHED.where(PersonRow.id.in_(people))
    lanes = reachable.with_only_columns(LANE, AccountRow.platform).distinct()
    await connection.execute(
        insert(connection, LaneRow).from_select(["id", "platform"], lanes).on_conflict_do_nothing()
    )
    row = _fresh(card=card, ref=ref, cause=cause, urgent=False, forget=forget, counts=counts)
    row |= {"not_before": literal(not_before, DeliveryRow.not_before.type)}
    row |= {"expires_at": literal(expires, DeliveryRow.expires_at.type) if expires else null()}
    values = [value if hasattr(value, "compile") else literal(value) for value in row.values()]
    rows = reachable.with_only_columns(PersonRow.id, LANE, *values)
    new = insert(connection, DeliveryRow).from_select(["person_id", "lane", *row], rows)
    result = await connection.execute(new.on_conflict_do_nothing(), execution_options=COUNTED)
    return int(result.rowcount)


async def drop_lane(connection: AsyncConnection, platform: str, tenant: str) -> None:
    """The app was uninstalled there: what waits is dropped, what is under way is no longer asked after."""
    lane = f"{platform}:{tenant}"
    waiting = (DeliveryRow.lane == lane) & DeliveryRow.state.in_(UNSENT)
    await connection.execute(update(DeliveryRow).where(waiting).values(ended("dropped")))
    await connection.execute(delete(LaneRow).where(LaneRow.id == lane))


def ended(state: str, *, platform_id: ColumnElement[str] | None = None, error: str | None = None) -> dict[str, Any]:
    """How a row looks once it is over. A reminder looks the same however it ended: no row tells who had answered."""
    forget = DeliveryRow.forget
    return {
        "state": case((forget, "done"), else_=state),
        "owner": None,
        "claimed_at": case((forget, null()), else_=DeliveryRow.claimed_at),
        "attempts": case((forget, 0), else_=DeliveryRow.attempts),
        "platform_id": case((forget, null()), else_=null() if platform_id is None else platform_id),
        "error": case((forget, null()), else_=literal(error, String)),
    }


async def _roads(connection: AsyncConnection, people: set[int]) -> dict[int, tuple[str, str]]:
    """Person to lane and platform; a person who cannot be reached is not in it."""
    found: dict[int, tuple[str, str]] = {}
    ids = sorted(people)
    for start in range(0, len(ids), AT_ONCE):
        rows = await connection.execute(_WAY, {"some": ids[start : start + AT_ONCE]})
        found |= {person: (lane, platform) for person, lane, platform in rows}
    return found


def _row(message: Message, lane: str, now: datetime) -> dict[str, Any]:
    counts = message.counts and not message.urgent
    what = {"card": message.card, "ref": message.ref, "cause": message.cause}
    row = _fresh(**what, urgent=message.urgent, forget=message.forget, counts=counts)
    times = {"not_before": message.not_before or now, "expires_at": message.expires}
    return {"person_id": message.person, "lane": lane, **row, **times}


def _fresh(**what: Any) -> dict[str, Any]:
    return {**what, "state": "pending", "attempts": 0}
