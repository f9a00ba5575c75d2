"""What was to be posted in a channel and was not, or nobody knows: whoever leads that event is told once what to do."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from bot.values import dataclass
from storage.channels.rows import ChannelPostRow, ChannelRow
from storage.events.rows import EventRow
from storage.outbox import put

EVENT = 32
"""A post about an event has this many characters of the event's ref first."""
DIGITS = 19


@dataclass(frozen=True, slots=True)
class Undone:
    """`channel` and `event` are refs, `card` is what was to be posted. `lost`: nothing can be posted there any more.
    `surely`: it does not stand there."""

    channel: str
    event: str
    card: str
    lost: bool
    surely: bool


async def tell(connection: AsyncConnection, numbers: Sequence[int], now: datetime) -> None:
    """Whoever leads the events that these posts are about. The cause begins as the post's, so it goes with whoever leaves."""
    of = EventRow.ref == func.substr(ChannelPostRow.ref, 1, EVENT)
    found = select(ChannelPostRow.id, ChannelPostRow.cause, EventRow.lead_id).join(EventRow, of)
    rows = (await connection.execute(found.where(ChannelPostRow.id.in_(list(numbers))))).all()
    told = [
        Message(row.lead_id, "channels.not_posted", str(row.id), f"{row.cause}:not:{row.id}", counts=False)
        for row in rows
    ]
    await put(connection, told, now)


async def undone(connection: AsyncConnection, ref: str) -> Undone | None:
    """What became of it; None where the channel was unlinked, or linked again, since."""
    if not ref.isdecimal() or len(ref) > DIGITS:
        return None
    found = select(ChannelRow.ref, ChannelPostRow.ref.label("about"), ChannelRow.ended_at)
    found = found.add_columns(ChannelPostRow.card, ChannelPostRow.state)
    found = found.join(ChannelPostRow, ChannelPostRow.channel_id == ChannelRow.id)
    row = (await connection.execute(found.where(ChannelPostRow.id == int(ref)))).first()
    if row is None:
        return None
    return Undone(row.ref, row.about[:EVENT], row.card, row.ended_at is not None, row.state != "unknown")
