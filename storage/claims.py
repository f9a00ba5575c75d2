"""The statements that take deliveries of one lane, give them back and end them. Who decides is `storage.lane`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    String,
    Subquery,
    and_,
    bindparam,
    delete,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Had, Kind, Wishes
from bot.conversation import Person
from bot.events import Account
from bot.values import dataclass
from storage import wishes
from storage.loop import SENDING, DeliveryRow, LaneRow
from storage.outbox import AGAIN, LANE, NOTE, UNSENT, ended
from storage.people import AccountRow, PersonRow
from storage.prepared import prepared

HALF_SENT_AT_ONCE = 100
URGENT_FIRST = (True, False)
WAITING: dict[str, Any] = {"state": "pending", "owner": None, "claimed_at": None}


def _pending(lane: Any, urgent: bool) -> ColumnElement[bool]:
    return and_(DeliveryRow.lane == lane, DeliveryRow.state == "pending", DeliveryRow.urgent == literal(urgent))


def _sending(lane: Any) -> ColumnElement[bool]:
    # Written out: an index over a part of a table is not found by a bound value.
    return and_(DeliveryRow.lane == lane, SENDING)


def _due(urgent: bool) -> Subquery:
    columns = (DeliveryRow.id, DeliveryRow.urgent, DeliveryRow.not_before)
    due = select(*columns).where(_pending(_LANE, urgent), DeliveryRow.not_before <= _NOW)
    return due.order_by(DeliveryRow.not_before, DeliveryRow.id).limit(_MOST).subquery()


def _taken() -> Any:
    due = union_all(*(select(_due(urgent)) for urgent in URGENT_FIRST)).subquery()
    first = select(due.c.id).order_by(due.c.urgent.desc(), due.c.not_before, due.c.id).limit(_MOST)
    held = {"state": "sending", "owner": bindparam("run"), "attempts": DeliveryRow.attempts + 1}
    return (
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(first), DeliveryRow.state == "pending")
        .values(held | {"claimed_at": bindparam("wall")})
        .returning(DeliveryRow.id)
    )


def _first(column: Any, which: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.min(column)).where(which).correlate(LaneRow).scalar_subquery()


def _lanes_due() -> Any:
    # The first of each lane by the index; with EXISTS, PostgreSQL read all 200,000 rows every two seconds.
    waiting = [_first(DeliveryRow.not_before, _pending(LaneRow.id, urgent)) <= _NOW for urgent in URGENT_FIRST]
    left = _first(DeliveryRow.claimed_at, _sending(LaneRow.id)).is_not(None)
    return select(LaneRow.id).where(or_(*waiting, left)).order_by(LaneRow.id)


def _with_people(which: ColumnElement[bool]) -> Any:
    row, person, account = DeliveryRow, PersonRow, AccountRow
    what = (row.id, row.cause, row.card, row.ref, row.urgent, row.attempts, row.expires_at, row.claimed_at, row.forget)
    who = (person.id.label("person"), person.name, person.language, person.zone, person.active)
    where = (account.platform, account.tenant, account.external, account.reach)
    here = (account.person_id == row.person_id) & (row.lane == LANE)
    found = (
        select(*what, row.counts, *who, *where, *wishes.WISHED, *wishes.HAD)
        .join(person, person.id == row.person_id)
        .outerjoin(account, here)
        .where(which)
        .order_by(row.urgent.desc(), row.not_before, row.id, account.preferred.desc())
    )
    return wishes.with_wishes(found, row.person_id).limit(HALF_SENT_AT_ONCE)


# What runs every two seconds is built once: building takes several times as long as running.
_LANE: Any = bindparam("on_lane")  # what is called like a column would be written into it
_NOW: Any = bindparam("now")
_MOST = bindparam("most", type_=Integer)
_CLAIM = prepared(_taken())
_LANES_DUE = prepared(_lanes_due())
_FIRST_PENDING = [
    prepared(select(func.min(DeliveryRow.not_before).label("at")).where(_pending(_LANE, urgent)))
    for urgent in URGENT_FIRST
]
_HALF_SENT = prepared(_with_people(_sending(_LANE) & (DeliveryRow.claimed_at <= bindparam("before"))))
_CLAIMED = _with_people(DeliveryRow.id.in_(bindparam("ids", expanding=True)))
_SENDING_SINCE = prepared(
    select(DeliveryRow.id, DeliveryRow.claimed_at).where(_sending(_LANE)).limit(HALF_SENT_AT_ONCE)
)
_TEMPO = prepared(select(LaneRow.rate, LaneRow.paused_until).where(LaneRow.id == _LANE))
_SENT = prepared(
    update(DeliveryRow)
    .where(DeliveryRow.id == bindparam("row"), or_(*(DeliveryRow.state == state for state in UNSENT)))
    .values(ended("sent", platform_id=bindparam("told", type_=String)))
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """One delivery in the hands of one run, with whom it is for. `claimed_at` is the machine's clock."""

    id: int
    cause: str
    card: str
    ref: str
    urgent: bool
    attempts: int
    expires: datetime | None
    claimed_at: datetime
    person: Person
    active: bool
    account: Account | None
    forget: bool
    counts: bool
    wishes: Wishes
    had: Had

    @property
    def kind(self) -> Kind:
        return "note" if self.card == NOTE else "other"


async def claim(
    connection: AsyncConnection, lane: str, run: str, *, now: datetime, wall: datetime, most: int
) -> list[Claimed]:
    """Takes what is due, urgent first, then oldest first. The caller commits before anything is sent."""
    taken = await _CLAIM.rows(connection, on_lane=lane, now=now, run=run, wall=wall, most=most)
    if not taken:
        return []
    return _claims((await connection.execute(_CLAIMED, {"ids": [row.id for row in taken]})).all())


async def half_sent(connection: AsyncConnection, lane: str, before: datetime) -> list[Claimed]:
    """Rows that a run left in the middle: perhaps sent, perhaps not."""
    return _claims(await _HALF_SENT.rows(connection, on_lane=lane, before=before))


async def give_back(connection: AsyncConnection, row: Claimed) -> None:
    """It was surely not sent: it waits again."""
    await connection.execute(update(DeliveryRow).where(_held([row])).values(WAITING))


async def postpone(connection: AsyncConnection, row: Claimed, until: datetime) -> None:
    await connection.execute(update(DeliveryRow).where(_held([row])).values(WAITING | {"not_before": until}))


async def end(connection: AsyncConnection, rows: Sequence[Claimed], state: str, error: str | None = None) -> None:
    change = update(DeliveryRow).where(_held(rows))
    await connection.execute(change.values(ended(state, error=error and error[:100])))
    if asked_for := [row.id for row in rows if row.card == AGAIN]:  # nothing stays of who wanted to be asked again
        await connection.execute(delete(DeliveryRow).where(DeliveryRow.id.in_(asked_for), DeliveryRow.card == AGAIN))


async def record_sent(connection: AsyncConnection, row: Claimed, platform_id: str, reach: str) -> None:
    """It is there: a fact, whoever holds the row by now."""
    await _SENT.rows(connection, row=row.id, told=platform_id)
    if reach and row.account and reach != row.account.reach:
        who = (AccountRow.platform == row.account.platform) & (AccountRow.tenant == row.account.tenant)
        theirs = update(AccountRow).where(who, AccountRow.external == row.account.id)
        await connection.execute(theirs.values(reach=reach))


async def read_tempo(connection: AsyncConnection, lane: str) -> tuple[float | None, datetime | None]:
    row = await _TEMPO.first(connection, on_lane=lane)
    return (row.rate, row.paused_until) if row else (None, None)


async def keep_tempo(connection: AsyncConnection, lane: str, rate: float | None, paused_until: datetime | None) -> None:
    row = update(LaneRow).where(LaneRow.id == lane)
    await connection.execute(row.values(rate=rate, paused_until=paused_until))


async def first_pending(connection: AsyncConnection, lane: str) -> datetime | None:
    """When the next message of this lane may go out."""
    first = [await statement.first(connection, on_lane=lane) for statement in _FIRST_PENDING]
    return min((row.at for row in first if row.at), default=None)


async def sending_since(connection: AsyncConnection, lane: str) -> Sequence[tuple[int, datetime]]:
    return [(row, at) for row, at in await _SENDING_SINCE.rows(connection, on_lane=lane) if at]


async def lanes_due(connection: AsyncConnection, now: datetime) -> list[str]:
    """Lanes with messages that are due, or that a run left in the middle."""
    return [row.id for row in await _LANES_DUE.rows(connection, now=now)]


def _held(rows: Sequence[Claimed]) -> ColumnElement[bool]:
    """Only as they were claimed: if another run has claimed one since, its number of attempts is another."""
    ids = DeliveryRow.id.in_([row.id for row in rows])
    claims = tuple_(DeliveryRow.id, DeliveryRow.attempts).in_([(row.id, row.attempts) for row in rows])
    return and_(ids, claims, DeliveryRow.state == "sending")


def _claims(rows: Sequence[Any]) -> list[Claimed]:
    """One for each delivery, though somebody may have several accounts: the preferred one comes first."""
    found: dict[int, Claimed] = {}
    for row in rows:
        found.setdefault(row.id, _claimed(row._asdict()))
    return list(found.values())


def _claimed(row: Mapping[Any, Any]) -> Claimed:
    return Claimed(
        id=row["id"],
        cause=row["cause"],
        card=row["card"],
        ref=row["ref"],
        urgent=row["urgent"],
        attempts=row["attempts"],
        expires=row["expires_at"],
        claimed_at=row["claimed_at"],
        person=Person(row["person"], row["name"], row["language"], row["zone"]),
        active=row["active"],
        account=row["platform"] and Account(row["platform"], row["tenant"], row["external"], row["reach"]),
        forget=row["forget"],
        counts=row["counts"],
        wishes=wishes.wishes(row, row["zone"]),
        had=wishes.had(row, "note" if row["card"] == NOTE else "other"),
    )
