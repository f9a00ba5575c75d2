"""Which channel belongs to which circle. A hidden circle has none, for whoever is in a channel is seen by the others (P6).

The right to link or unlink is the conversation's to ask; here a circle that is hidden, not open yet or closed is never found.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.events import Account
from bot.values import dataclass
from storage import db
from storage.channels.rows import ChannelPostRow, ChannelRow
from storage.loop import LaneRow
from storage.people import CircleRow, NetworkRow

MOST = 10
"""So many channels can belong to one circle: one can tick no more in a form."""
UNCHOSEN, LOST = timedelta(days=1), timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel. `id` never leaves the server, `ref` stands for it; `circle` is 0 as long as nobody chose one."""

    id: int
    ref: str
    name: str
    circle: int
    circle_key: str
    circle_name: str
    ended_at: datetime | None

    @property
    def linked(self) -> bool:
        return bool(self.circle) and self.ended_at is None


_SHOWN = (func.coalesce(NetworkRow.hidden, False).is_(False), func.coalesce(NetworkRow.opened, True))
_CHANNELS = (
    select(ChannelRow.id, ChannelRow.ref, ChannelRow.name, func.coalesce(CircleRow.id, 0))
    .add_columns(func.coalesce(CircleRow.key, ""), func.coalesce(CircleRow.name, ""), ChannelRow.ended_at)
    .outerjoin(CircleRow, CircleRow.id == ChannelRow.circle_id)
    .outerjoin(NetworkRow, NetworkRow.circle_id == CircleRow.id)
    .where(*_SHOWN)
)


async def begin(connection: AsyncConnection, here: Account, now: datetime) -> str:
    """Somebody wants to link this channel; returns its ref. What it was before, and is no longer, is forgotten."""
    lane = {"id": f"{here.platform}:{here.tenant}", "platform": here.platform}
    await connection.execute(db.insert(connection, LaneRow).values(lane).on_conflict_do_nothing())
    old = await at(connection, here)
    if old and not old.circle:
        again = update(ChannelRow).where(ChannelRow.id == old.id)
        await connection.execute(again.values(asked_at=now, reach=here.reach))
        return old.ref
    await connection.execute(delete(ChannelRow).where(_is(here)))
    ref = secrets.token_hex(16)
    row = {"ref": ref, "platform": here.platform, "tenant": here.tenant, "external": here.id, "reach": here.reach}
    await connection.execute(insert(ChannelRow).values(**row, circle_id=None, name="", asked_at=now, ended_at=None))
    return ref


async def at(connection: AsyncConnection, here: Account) -> Channel | None:
    """What is known of this channel."""
    return await _first(connection, _is(here))


async def find(connection: AsyncConnection, ref: str) -> Channel | None:
    return await _first(connection, ChannelRow.ref == ref)


async def link(connection: AsyncConnection, channel: Channel, circle: int, name: str) -> bool:
    """The channel belongs to this circle from now on, unless somebody was faster."""
    free = (ChannelRow.id == channel.id) & ChannelRow.circle_id.is_(None)
    chosen = update(ChannelRow).where(free).values(circle_id=circle, name=name).returning(ChannelRow.id)
    return (await connection.execute(chosen)).first() is not None


async def unlink(connection: AsyncConnection, channel: Channel) -> None:
    """The channel belongs to nobody; what waits for it is not posted."""
    await connection.execute(delete(ChannelRow).where(ChannelRow.id == channel.id))


async def of_circles(connection: AsyncConnection, circles: Iterable[int]) -> Sequence[Channel]:
    """The channels that belong to these circles, by name."""
    found = _CHANNELS.where(ChannelRow.circle_id.in_(list(circles)), ChannelRow.ended_at.is_(None))
    return [Channel(*row) for row in await connection.execute(found.order_by(ChannelRow.name, ChannelRow.id))]


async def lost_by(connection: AsyncConnection, circles: Iterable[int], since: datetime) -> Sequence[Channel]:
    """The channels of these circles in which nothing can be posted any more, since then."""
    found = _CHANNELS.where(ChannelRow.circle_id.in_(list(circles)), ChannelRow.ended_at >= since)
    return [Channel(*row) for row in await connection.execute(found.order_by(ChannelRow.ended_at))]


async def lose(connection: AsyncConnection, which: ColumnElement[bool], now: datetime) -> list[int]:
    """Nothing can be posted there any more: these links end, and what waits is dropped. Only the first time counts. Returns the
    numbers of what was dropped."""
    gone = update(ChannelRow).where(which, ChannelRow.ended_at.is_(None)).values(ended_at=now)
    numbers = [row.id for row in await connection.execute(gone.returning(ChannelRow.id))]
    waits = ChannelPostRow.state.in_(("waiting", "pending", "sending"))
    drop = update(ChannelPostRow).where(ChannelPostRow.channel_id.in_(numbers), waits)
    dropped = drop.values(state="dropped", claimed_at=None).returning(ChannelPostRow.id)
    return list((await connection.execute(dropped)).scalars())


async def lose_all(connection: AsyncConnection, platform: str, tenant: str, now: datetime) -> None:
    """The app was uninstalled there."""
    await lose(connection, (ChannelRow.platform == platform) & (ChannelRow.tenant == tenant), now)


async def tidy(connection: AsyncConnection, now: datetime) -> None:
    """Once a day: what nobody chose goes after a day, what was lost after 14."""
    unchosen = ChannelRow.circle_id.is_(None) & (ChannelRow.asked_at <= now - UNCHOSEN)
    await connection.execute(delete(ChannelRow).where(unchosen | (ChannelRow.ended_at <= now - LOST)))


async def forget(connection: AsyncConnection, circle: int) -> None:
    """The circle became hidden, or closed."""
    await connection.execute(delete(ChannelRow).where(ChannelRow.circle_id == circle))


def _is(here: Account) -> ColumnElement[bool]:
    return and_(ChannelRow.platform == here.platform, ChannelRow.tenant == here.tenant, ChannelRow.external == here.id)


async def _first(connection: AsyncConnection, which: ColumnElement[bool]) -> Channel | None:
    row = (await connection.execute(_CHANNELS.where(which))).first()
    return Channel(*row) if row else None
