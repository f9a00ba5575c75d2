"""Replies to comments without a name: threads are opened at the close for what is shown, and end after ninety days."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, Integer, bindparam, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.values import dataclass, field, replace
from storage import rounds
from storage.counting import Counted, Written
from storage.db import Rows, insert
from storage.loop import AskedRow, CommentRow, MomentRow, RoundRow
from storage.prepared import prepared
from storage.rounds import Asking
from storage.threads import comments
from storage.threads.cabinet import Cabinet
from storage.threads.comments import Answerer, Begun
from storage.threads.pool import Minted
from storage.work import Work

KEPT = timedelta(days=90)
"""How long after a round was answered back, or should have been, its threads can be read and written."""


class ReplyRow(Rows):
    """That comments on a form have had a reply; not which. Deleted when the form's threads end."""

    __tablename__ = "reply"
    moment_id: Mapped[int] = mapped_column(
        ForeignKey("moment.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="To which form."
    )
    day: Mapped[date] = mapped_column(doc="The day of the last reply by the one who answers back.")


_REPLIED_FOR = prepared(
    select(MomentRow.ref)
    .join(ReplyRow, ReplyRow.moment_id == MomentRow.id)
    .join(AskedRow, AskedRow.round_id == MomentRow.round_id)
    .where(AskedRow.person_id == bindparam("person"), ReplyRow.day >= bindparam("since"))
    .order_by(MomentRow.closes_at.desc())
    .limit(bindparam("most", type_=Integer))
)
_WAITING_FOR = prepared(
    select(MomentRow.ref, func.count().label("number"))
    .join(CommentRow, CommentRow.moment_id == MomentRow.id)
    .join(RoundRow, RoundRow.id == MomentRow.round_id)
    .where(RoundRow.answerer_id == bindparam("answerer"), CommentRow.thread.is_not(None))
    # those of older rounds were erased long ago: without this, every comment there ever was is looked at
    .where(or_(RoundRow.shared_at.is_(None), RoundRow.shared_at > bindparam("since")))
    .group_by(MomentRow.ref, MomentRow.closes_at)
    .order_by(MomentRow.closes_at.desc())
    .limit(bindparam("most", type_=Integer))
)


@dataclass(frozen=True, slots=True)
class Ready:
    """A count with the threads of the comments in it, made but not put in."""

    counted: Counted
    written: tuple[Written, ...]
    begun: tuple[Begun, ...]


@dataclass(frozen=True, slots=True)
class Commented:
    """A released comment that can be replied to. `ref` is what buttons carry, `place` where its thread lies, sealed."""

    ref: str
    text: str = field(repr=False)
    place: bytes = field(repr=False)


def sealed_up(minted: Minted) -> str:
    """What travels in the envelope with a comment: all that its author's thread is made from."""
    return minted.keys.master.hex()


async def ready(work: Work, asking: Asking, counted: Counted) -> Ready:
    """Makes the threads of the comments that are to be shown, beside the loop; nothing is written yet."""
    return await asyncio.to_thread(_ready, work.postroom.cabinet, asking, counted)


async def put_in(work: Work, made: Ready) -> None:
    """Puts the threads in, before what is shown of them is committed: a close that is killed in between and begins again
    finds them there."""
    await comments.put_in(work.postroom.cabinet, made.begun)


async def repliable(connection: AsyncConnection, moment: int) -> Sequence[Commented]:
    """The comments on a form that can be replied to, in the random order of their refs."""
    found = select(CommentRow.id, CommentRow.text, CommentRow.thread)
    found = found.where(CommentRow.moment_id == moment, CommentRow.thread.is_not(None)).order_by(CommentRow.id)
    return [Commented(row.id, row.text, row.thread) for row in await connection.execute(found)]


async def commented(connection: AsyncConnection, ref: str) -> tuple[Asking, Commented] | None:
    """One comment that can be replied to, with what was asked; callers check who asks."""
    found = select(CommentRow.text, CommentRow.thread, MomentRow.ref).join(MomentRow).where(CommentRow.id == ref)
    row = (await connection.execute(found)).first()
    asking = await rounds.question(connection, row.ref) if row and row.thread else None
    return (asking, Commented(ref, row.text, row.thread)) if row and asking else None


async def replied(work: Work, ref: str) -> None:
    """Keeps that some comment on the same form as this one has a reply, and from which day."""
    today = work.postroom.cabinet.today()
    moment = select(CommentRow.moment_id).where(CommentRow.id == ref).scalar_subquery()
    row = insert(work.connection, ReplyRow).values(moment_id=moment, day=today)
    await work.connection.execute(row.on_conflict_do_update(index_elements=["moment_id"], set_={"day": today}))


async def replied_for(connection: AsyncConnection, person: int, since: date, most: int) -> Sequence[Asking]:
    """The forms put to this person on which some comment has had a reply since a day, newest first. Everybody who was
    asked sees the same."""
    found = await _REPLIED_FOR.rows(connection, person=person, since=since, most=most)
    return [asking for row in found if (asking := await rounds.question(connection, row.ref))]


async def waiting_for(
    connection: AsyncConnection, answerer: int, most: int, now: datetime
) -> Sequence[tuple[Asking, int]]:
    """The forms that this person answers back on, newest first, and how many comments on each can be replied to."""
    found = await _WAITING_FOR.rows(connection, answerer=answerer, most=most, since=now - 2 * KEPT)
    return [(asking, row.number) for row in found if (asking := await rounds.question(connection, row.ref))]


async def end_old(begin: Callable[[], AbstractAsyncContextManager[Work]], now: datetime) -> None:
    """Erases the threads of every round whose time is over, outside of every transaction, and then says so."""
    over = or_(RoundRow.shared_at <= now - KEPT, RoundRow.shared_at.is_(None) & (RoundRow.answer_by <= now - KEPT))
    found = select(RoundRow.ref, MomentRow.id).join(MomentRow, MomentRow.round_id == RoundRow.id)
    found = found.join(CommentRow, CommentRow.moment_id == MomentRow.id).where(over, CommentRow.thread.is_not(None))
    async with begin() as work:
        ended = (await work.connection.execute(found.distinct())).all()
    for ref, moment in ended:
        await comments.erase_all(work.postroom.cabinet, ref)
        async with begin() as work:
            of = CommentRow.moment_id == moment
            await work.connection.execute(update(CommentRow).where(of).values(thread=None))
            await work.connection.execute(delete(ReplyRow).where(ReplyRow.moment_id == moment))


def _ready(cabinet: Cabinet, asking: Asking, counted: Counted) -> Ready:
    answerer = Answerer(asking.round_ref, asking.answerer_name, asking.subject)
    written, begun = [], []
    for each in counted.written:
        if each.receipt:
            thread = comments.begin(cabinet, bytes.fromhex(each.receipt), each.text, answerer)
            begun.append(thread)
            each = replace(each, receipt="", thread=thread.place)  # noqa: PLW2901
        written.append(each)
    return Ready(counted, tuple(written), tuple(begun))
