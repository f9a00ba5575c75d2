"""What was promised when a round was answered back: written down once, changed only by dated news, never without an owner."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, Identity, String, Text, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.programme import instant
from bot.promises import Kind, State
from bot.question import Spoken
from bot.values import dataclass
from storage.db import Instant, Rows
from storage.prepared import prepared

MORNING = time(9)
WEEK = timedelta(days=7)
ASKED_TWICE = 2
"""The second time that its owner is asked for news is the last one; after that it stands on Home alone."""


class CommitmentRow(Rows):
    """A promise made to those who were asked in a round, and how it stands. Kept: it is the organisation's memory of its
    word."""

    __tablename__ = "commitment"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="Random; what buttons carry.")
    round_id: Mapped[int] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), index=True, doc="In which round, and so to whom."
    )
    subject: Mapped[dict[str, str]] = mapped_column(JSON, doc="What was asked about, as people read it then.")
    text: Mapped[str] = mapped_column(Text, doc="What was promised; never changed.")
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Who sees to it now.")
    role: Mapped[str] = mapped_column(String(80), doc="In which role, as they wrote it, or empty.")
    offered_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id"), doc="Who was asked to take it on, and has not answered yet."
    )
    offered_role: Mapped[str] = mapped_column(String(80), doc="In which role they would.")
    objective: Mapped[str] = mapped_column(String(75), doc="Which of the organisation's objectives, or empty.")
    moves: Mapped[list[Any]] = mapped_column(JSON, doc="The questions whose answers it should move: id and subject.")
    made_at: Mapped[datetime] = mapped_column(Instant(), doc="When it was made.")
    due_on: Mapped[date] = mapped_column(doc="By when it is to be done.")
    next_on: Mapped[date] = mapped_column(doc="By when there is news of it next.")
    state: Mapped[str] = mapped_column(String(8), doc="doing, done or dropped.")
    heard_at: Mapped[datetime] = mapped_column(Instant(), doc="When there last was news of it, or when it was made.")
    ask_at: Mapped[datetime | None] = mapped_column(
        Instant(), index=True, doc="When its owner is asked for news. Empty: not any more."
    )
    asked: Mapped[int] = mapped_column(doc="How often its owner was asked since the last news; at most twice.")
    asked_at: Mapped[datetime | None] = mapped_column(Instant(), doc="When last; no owner is asked twice in a week.")


class UpdateRow(Rows):
    """One dated entry in the history of a promise: news, or who looks after it now. Kept with the promise."""

    __tablename__ = "commitment_update"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    commitment_id: Mapped[int] = mapped_column(
        ForeignKey("commitment.id", ondelete="CASCADE"), index=True, doc="Of which promise."
    )
    at: Mapped[datetime] = mapped_column(Instant(), index=True, doc="When.")
    kind: Mapped[str] = mapped_column(String(8), doc="news, taken (somebody took it on) or left (its owner did).")
    text: Mapped[str] = mapped_column(Text, doc="What its owner wrote; empty where it is no news.")
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), doc="Who wrote it, or looks after it from then on.")
    state: Mapped[str] = mapped_column(String(8), doc="How it stood from then on.")
    due_on: Mapped[date] = mapped_column(doc="By when it was to be done from then on.")
    moved: Mapped[bool] = mapped_column(doc="Whether that was another day before.")


@dataclass(frozen=True, slots=True)
class Made:
    """A new promise. `moves` are ids of questions with their subjects."""

    subject: Spoken
    text: str
    due_on: date
    next_on: date
    objective: str = ""
    moves: Sequence[tuple[str, Spoken]] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """News of a promise: what happened, how it stands, by when it is done now, and when there is news next."""

    text: str
    state: State
    due_on: date
    next_on: date


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into the history. Without a state or a day these stay as they were."""

    kind: Kind
    author: int
    text: str = ""
    state: State | None = None
    due_on: date | None = None


_DUE = prepared(
    select(CommitmentRow.ref).where(CommitmentRow.ask_at <= bindparam("now")).order_by(CommitmentRow.ask_at)
)
FIRST = prepared(select(func.min(CommitmentRow.ask_at).label("at")))
"""When the next owner is asked."""


async def make(connection: AsyncConnection, number: int, owner: int, made: Made, *, now: datetime, zone: str) -> str:
    """Writes a promise down for a round, by its number; returns its ref. `zone` is where its days are counted."""
    ref = secrets.token_hex(16)
    row = insert(CommitmentRow).values(
        ref=ref,
        round_id=number,
        subject=dict(made.subject),
        text=made.text,
        owner_id=owner,
        role="",
        offered_role="",
        objective=made.objective,
        moves=[{"id": each, "subject": dict(subject)} for each, subject in made.moves],
        made_at=now,
        due_on=made.due_on,
        next_on=made.next_on,
        state="doing",
        heard_at=now,
        ask_at=asked_on(made.next_on, now, zone),
        asked=0,
    )
    await connection.execute(row)
    return ref


async def tell(connection: AsyncConnection, ref: str, owner: int, told: Told, *, now: datetime, zone: str) -> bool:
    """Keeps news by the one who owns the promise; False where somebody else does."""
    row = await one(connection, ref)
    if row is None or row.owner_id != owner:
        return False
    doing = told.state == "doing"
    changed: dict[str, object] = {"state": told.state, "due_on": told.due_on, "next_on": told.next_on, "heard_at": now}
    changed |= {"ask_at": asked_on(told.next_on, now, zone) if doing else None, "asked": 0}
    await connection.execute(update(CommitmentRow).where(CommitmentRow.id == row.id).values(changed))
    await enter(connection, row, Entry("news", owner, told.text, told.state, told.due_on), now)
    return True


async def describe(connection: AsyncConnection, ref: str, objective: str, moves: Sequence[tuple[str, Spoken]]) -> None:
    """What it is for, and what it should move: said once, and only while nothing is said."""
    mine = update(CommitmentRow).where(CommitmentRow.ref == ref)
    if objective:
        await connection.execute(mine.where(CommitmentRow.objective == "").values(objective=objective))
    row = await one(connection, ref)
    if moves and row is not None and not row.moves:
        await connection.execute(mine.values(moves=[{"id": each, "subject": dict(subject)} for each, subject in moves]))


async def due(connection: AsyncConnection, now: datetime) -> list[str]:
    """The promises whose owner is to be asked for news now."""
    return [row.ref for row in await _DUE.rows(connection, now=now)]


async def ask(connection: AsyncConnection, ref: str, now: datetime) -> int | None:
    """Whom to ask for news; with it all of theirs that is due is asked for. None where there is nothing to ask, or where
    they were asked less than a week ago: then it waits for that long."""
    row = await one(connection, ref)
    if row is None or row.ask_at is None or row.ask_at > now:
        return None
    mine = CommitmentRow.owner_id == row.owner_id
    last = (await connection.execute(select(func.max(CommitmentRow.asked_at)).where(mine))).scalar()
    waiting = update(CommitmentRow).where(mine, CommitmentRow.ask_at <= now)
    if last is not None and now < last + WEEK:
        await connection.execute(waiting.values(ask_at=last + WEEK))
        return None
    last_time = CommitmentRow.asked + 1 >= ASKED_TWICE
    asked = {"asked": CommitmentRow.asked + 1, "asked_at": now}
    await connection.execute(waiting.where(last_time).values({**asked, "ask_at": None}))
    await connection.execute(waiting.values({**asked, "ask_at": now + WEEK}))
    return int(row.owner_id)


async def one(connection: AsyncConnection, ref: str) -> Any:
    """The row of a promise, which nobody else changes until this turn has ended; None where there is none."""
    found = select(CommitmentRow).where(CommitmentRow.ref == ref).with_for_update()
    return (await connection.execute(found)).first()


async def enter(connection: AsyncConnection, row: Any, entry: Entry, now: datetime) -> None:
    """One more entry in the history of the promise in this row."""
    due_on = entry.due_on or row.due_on
    what = {"kind": entry.kind, "text": entry.text, "author_id": entry.author, "state": entry.state or row.state}
    values = {"commitment_id": row.id, "at": now, **what, "due_on": due_on, "moved": due_on != row.due_on}
    await connection.execute(insert(UpdateRow).values(values))


def asked_on(next_on: date, now: datetime, zone: str) -> datetime:
    """In the morning of that day; not within a day of having promised it."""
    return max(instant(datetime.combine(next_on, MORNING), zone), now + timedelta(days=1))
