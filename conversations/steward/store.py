"""Writes an answer down with what it promises, and sees to it that everybody who was asked hears it."""

from datetime import date, datetime

from sqlalchemy import insert, select

from bot.values import dataclass
from storage import commitments, notes, rounds, sorting
from storage.commitments import Made
from storage.loop import AskedRow, NewsRow
from storage.rounds import Asking
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """What the answerer wrote. `will_not` may be empty. `promise` is what of `will_do` is promised, with its next news on
    that day, counted in `zone`."""

    will_do: str
    will_not: str
    by_day: date
    promise: str
    next_on: date
    zone: str


async def answer_back(work: Work, asking: Asking, answered: Answered, now: datetime) -> str:
    """Keeps the answer and its promise, ends the round, and sees to it that everybody who was asked has a weekly note
    coming. Returns the promise's ref."""
    row = insert(NewsRow).values(
        round_id=asking.round,
        author_id=asking.answerer,
        will_do=answered.will_do,
        will_not=answered.will_not,
        by_day=answered.by_day,
    )
    await work.connection.execute(row)
    made = Made(asking.subject, answered.promise, answered.by_day, answered.next_on)
    ref = await commitments.make(work.connection, asking.round, asking.answerer, made, now=now, zone=answered.zone)
    await sorting.promise_all(
        work.connection, asking.round, asking.answerer, asking.subject, now=now, zone=answered.zone
    )
    await rounds.set_stage(work.connection, asking.round, "shared", shared_at=now)
    asked = select(AskedRow.person_id.label("id")).where(AskedRow.round_id == asking.round)
    await notes.plan(work.connection, asked, earliest=lambda _zone: now)
    return ref
