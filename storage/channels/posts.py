"""What is posted in channels, as rows: written in the transaction that caused it, taken by one run at a time, ended once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import Account
from bot.values import dataclass
from storage import db
from storage.channels.rows import ChannelPostRow, ChannelRow
from storage.prepared import prepared

LANE = ChannelRow.platform.concat(":").concat(ChannelRow.tenant)
UNDER_WAY = ("pending", "sending")
STANDS = ("sending", "sent", "unknown")
"""It was posted, or perhaps was."""


@dataclass(frozen=True, slots=True)
class Post:
    """One message on its way to one channel. `claimed_at` is the machine's clock."""

    id: int
    channel: int
    cause: str
    card: str
    ref: str
    attempts: int
    claimed_at: datetime
    account: Account


_ON_LANE = (
    select(ChannelPostRow)
    .add_columns(ChannelRow.platform, ChannelRow.tenant, ChannelRow.external, ChannelRow.reach)
    .join(ChannelRow, ChannelRow.id == ChannelPostRow.channel_id)
    .where(ChannelRow.ended_at.is_(None))
)
_LANES = prepared(
    select(LANE.label("lane"))
    .select_from(ChannelPostRow)
    .join(ChannelRow, ChannelRow.id == ChannelPostRow.channel_id)
    .where(or_(*(ChannelPostRow.state == each for each in UNDER_WAY)), ChannelRow.ended_at.is_(None))
    .distinct()
)
_LEFT = prepared(
    _ON_LANE.where(bindparam("on_lane") == LANE, ChannelPostRow.state == "sending").order_by(ChannelPostRow.id)
)
_FIRST = prepared(
    _ON_LANE.where(bindparam("on_lane") == LANE, ChannelPostRow.state == "pending").order_by(ChannelPostRow.id).limit(1)
)


async def put(
    connection: AsyncConnection, channels: Iterable[int], *, card: str, ref: str, cause: str, waits: bool = False
) -> None:
    """The same message for each of these channels, each once for its cause. With `waits` it is not posted before `release`."""
    state = "waiting" if waits else "pending"
    row = {"card": card, "ref": ref, "cause": cause, "state": state, "attempts": 0}
    if rows := [{"channel_id": each, **row} for each in channels]:
        await connection.execute(db.insert(connection, ChannelPostRow).values(rows).on_conflict_do_nothing())


async def lanes_due(connection: AsyncConnection) -> list[str]:
    """Lanes on which something is to be posted, or was left in the middle."""
    return [row.lane for row in await _LANES.rows(connection)]


async def any_on(connection: AsyncConnection, lane: str) -> bool:
    """Whether there is anything to do in the channels of this lane."""
    return lane in await lanes_due(connection)


async def claim(connection: AsyncConnection, lane: str, wall: datetime) -> Post | None:
    """Takes the oldest that is due. The caller commits before anything is posted."""
    row = await _FIRST.first(connection, on_lane=lane)
    if row is None:
        return None
    mine = (ChannelPostRow.id == row.id) & (ChannelPostRow.state == "pending")
    taken = {"state": "sending", "claimed_at": wall, "attempts": ChannelPostRow.attempts + 1}
    got = await connection.execute(update(ChannelPostRow).where(mine).values(taken).returning(ChannelPostRow.attempts))
    attempts = got.scalar()
    return None if attempts is None else _post(row, attempts, wall)


async def left(connection: AsyncConnection, lane: str) -> list[Post]:
    """What a run left in the middle, or has in its hands: perhaps posted, perhaps not."""
    return [_post(row, row.attempts, row.claimed_at) for row in await _LEFT.rows(connection, on_lane=lane)]


async def still(connection: AsyncConnection, post: Post) -> bool:
    """Whether this run still has it: it may have been unlinked meanwhile."""
    return (await connection.execute(select(ChannelPostRow.id).where(_held(post)))).first() is not None


async def give_back(connection: AsyncConnection, post: Post) -> None:
    """It was surely not posted: it waits again."""
    await _change(connection, _held(post), state="pending", claimed_at=None)


async def end(connection: AsyncConnection, post: Post, state: str, error: str | None = None) -> None:
    await _change(connection, _held(post), state=state, error=error and error[:100])


async def record_sent(connection: AsyncConnection, post: Post, platform_id: str) -> None:
    """It is there: a fact, whoever holds the row by now."""
    fact = (ChannelPostRow.id == post.id) & (ChannelPostRow.channel_id == post.channel)
    await _change(connection, fact & ChannelPostRow.state.in_(UNDER_WAY), state="sent", platform_id=platform_id[:300])


async def release(connection: AsyncConnection, cause: str) -> None:
    """What waited for this may be posted."""
    await _change(connection, _waiting(cause), state="pending")


async def forget_waiting(connection: AsyncConnection, cause: str) -> None:
    """What was chosen and not posted may be chosen anew."""
    await connection.execute(delete(ChannelPostRow).where(_waiting(cause)))


async def stands_in(connection: AsyncConnection, cause: str) -> list[int]:
    """The channels in which this was posted, or perhaps was."""
    found = select(ChannelPostRow.channel_id).where(ChannelPostRow.cause == cause, ChannelPostRow.state.in_(STANDS))
    return list((await connection.execute(found)).scalars())


async def drop(connection: AsyncConnection, cause: str) -> None:
    """What begins with this cause and was not posted yet is not posted any more."""
    late = ChannelPostRow.cause.startswith(cause, autoescape=True) & ChannelPostRow.state.in_(("waiting", "pending"))
    await _change(connection, late, state="dropped")


async def first_claim(connection: AsyncConnection, lane: str) -> datetime | None:
    """Since when the oldest of those that were left in the middle is under way."""
    first = select(func.min(ChannelPostRow.claimed_at)).join(ChannelRow, ChannelRow.id == ChannelPostRow.channel_id)
    found = first.where(ChannelRow.ended_at.is_(None), literal(lane) == LANE, ChannelPostRow.state == "sending")
    return (await connection.execute(found)).scalar()


def _waiting(cause: str) -> ColumnElement[bool]:
    return (ChannelPostRow.cause == cause) & (ChannelPostRow.state == "waiting")


def _held(post: Post) -> ColumnElement[bool]:
    mine = (ChannelPostRow.id == post.id) & (ChannelPostRow.channel_id == post.channel)
    return mine & (ChannelPostRow.attempts == post.attempts) & (ChannelPostRow.state == "sending")


async def _change(connection: AsyncConnection, which: ColumnElement[bool], **values: Any) -> None:
    await connection.execute(update(ChannelPostRow).where(which).values(**values))


def _post(row: Any, attempts: int, claimed_at: datetime) -> Post:
    account = Account(row.platform, row.tenant, row.external, row.reach)
    return Post(row.id, row.channel_id, row.cause, row.card, row.ref, attempts, claimed_at, account)
