"""Writes an answer down, and sees to it that everybody who was asked hears it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import rounds
from storage.loop import AskedRow, NewsRow, ProgrammeRow
from storage.outbox import fan_out
from storage.rounds import Asking
from storage.work import Work

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the answerer wrote. `will_not` may be empty."""

    will_do: str
    will_not: str
    by_day: date


async def answer_back(work: Work, asking: Asking, answered: Answered, now: datetime) -> None:
    """Keeps the answer, ends the round, and writes to everybody who was asked if no weekly note comes within 7 days."""
    row = insert(NewsRow).values(
        round_id=asking.round,
        author_id=asking.answerer,
        will_do=answered.will_do,
        will_not=answered.will_not,
        by_day=answered.by_day,
    )
    await work.connection.execute(row)
    await rounds.set_stage(work.connection, asking.round, "shared", shared_at=now)
    if await note_comes_soon(work.connection, asking.programme, now):
        return
    await fan_out(
        work.connection,
        select(AskedRow.person_id.label("id")).where(AskedRow.round_id == asking.round),
        card="show.outcome",
        ref=asking.round_ref,
        cause=f"{asking.round_ref}:outcome",
        not_before=now,
        expires=None,
        forget=False,
    )


async def note_comes_soon(connection: AsyncConnection, programme: int, now: datetime) -> bool:
    """Whether this programme's next weekly note, in which the outcome rides, comes within seven days."""
    found = select(ProgrammeRow.next_at).where(ProgrammeRow.id == programme)
    next_at = (await connection.execute(found)).scalar()
    return next_at is not None and next_at <= now + SOON
