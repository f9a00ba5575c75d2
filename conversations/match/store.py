"""The tables and queries of mentoring: cohorts, who joined them, and the pairs that came of it."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    Identity,
    LargeBinary,
    Select,
    String,
    Text,
    bindparam,
    delete,
    insert,
    or_,
    select,
)
from sqlalchemy import update as change
from sqlalchemy.orm import Mapped, aliased, mapped_column

from conversations.match.values import Cohort, Pair
from storage import notes
from storage.db import WITHOUT_ROWID, Rows
from storage.db import insert as insert_either
from storage.loop import DeliveryRow
from storage.matching import meetings
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

OPEN = ("first", "second", "together")
"""States of a pair in which somebody is asked, or is a pair."""
SHOWN_FOR = timedelta(days=30)


class CohortRow(Rows):
    """One turn of mentoring. Kept; when it ends nothing is left of it but its name and how many took part."""

    __tablename__ = "cohort"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="What buttons carry.")
    circle_id: Mapped[int] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"), index=True, doc="Who may join.")
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), doc="Who approves pairs; empty at the end.")
    name: Mapped[str] = mapped_column(String(60), doc="As its lead wrote it.")
    direction: Mapped[str] = mapped_column(
        String(10), doc="ordinary, or reverse: the more junior person is the mentor."
    )
    months: Mapped[int] = mapped_column(doc="How long it goes.")
    minutes: Mapped[int] = mapped_column(doc="How long each of the six meetings is meant to be.")
    consent: Mapped[str] = mapped_column(Text, doc="What everybody agrees to who joins.")
    opened_on: Mapped[date] = mapped_column(doc="Since when people can join.")
    joins_until: Mapped[date] = mapped_column(doc="The last day on which people can join.")
    ends_on: Mapped[date] = mapped_column(doc="The day on which all of it is erased.")
    stage: Mapped[str] = mapped_column(String(10), doc="joining, open or ended.")
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, doc="How many joined, became pairs, and met at least.")


class HopesRow(Rows):
    """That somebody joined, and what they said, sealed. Deleted when they leave, and when the cohort ends."""

    __tablename__ = "hopes"
    __table_args__ = WITHOUT_ROWID
    cohort_id: Mapped[int] = mapped_column(
        ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, doc="Which cohort."
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True, doc="Who."
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="What they said, encrypted; of one length for everybody.")


class MentoringRow(Rows):
    """Two people who are, were, or could be a pair. Deleted when the cohort ends."""

    __tablename__ = "mentoring"
    id: Mapped[int] = mapped_column(Identity(), primary_key=True, doc="Internal number.")
    ref: Mapped[str] = mapped_column(String(32), unique=True, doc="What buttons carry.")
    cohort_id: Mapped[int] = mapped_column(
        ForeignKey("cohort.id", ondelete="CASCADE"), index=True, doc="In which cohort."
    )
    mentor_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Who mentors.")
    mentee_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True, doc="Whom.")
    reasons: Mapped[list[list[str]]] = mapped_column(JSON, doc="Why they might suit; emptied when nothing comes of it.")
    state: Mapped[str] = mapped_column(
        String(10), doc="proposed, first or second (who is asked), together; aside, declined, ended: not again."
    )
    day: Mapped[date] = mapped_column(doc="Since when it is so.")


_COLUMNS = {"lead": "lead_id", "cohort": "cohort_id", "mentor": "mentor_id", "mentee": "mentee_id"}
_COHORT = select(CohortRow, CircleRow.key.label("circle")).join(CircleRow, CircleRow.id == CohortRow.circle_id)
_NEAR = prepared(
    _COHORT.where(
        or_(CohortRow.stage != "ended", CohortRow.ends_on > bindparam("since")),
        or_(
            CohortRow.lead_id == bindparam("person"),
            CohortRow.circle_id.in_(
                select(MembershipRow.circle_id).where(MembershipRow.person_id == bindparam("person"))
            ),
        ),
    ).order_by(CohortRow.id)
)
_MENTOR, _MENTEE = aliased(PersonRow), aliased(PersonRow)
_PAIR = (
    select(MentoringRow, _MENTOR.name.label("mentor_name"), _MENTEE.name.label("mentee_name"))
    .join(_MENTOR, _MENTOR.id == MentoringRow.mentor_id)
    .join(_MENTEE, _MENTEE.id == MentoringRow.mentee_id)
    .order_by(MentoringRow.id)
)
_MINE = prepared(
    _PAIR.where(
        MentoringRow.cohort_id == bindparam("cohort"),
        or_(MentoringRow.mentor_id == bindparam("person"), MentoringRow.mentee_id == bindparam("person")),
    )
)
_JOINED = prepared(
    select(HopesRow.person_id).where(
        HopesRow.cohort_id == bindparam("cohort"), HopesRow.person_id == bindparam("person")
    )
)


async def near(work: Work, person: int, today: date) -> list[Cohort]:
    """The cohorts that this person leads or could join, and those that ended of late."""
    rows = await _NEAR.rows(work.connection, person=person, since=today - SHOWN_FOR)
    return [_cohort(row._asdict()) for row in rows]


async def cohort_of(work: Work, ref: str, *, hold: bool = False) -> Cohort | None:
    """The cohort with this ref. With `hold` nobody else changes it until this turn has ended."""
    if hold:  # SQLite, which has one writer, does nothing here
        await work.connection.execute(select(CohortRow.id).where(CohortRow.ref == ref).with_for_update())
    row = (await work.connection.execute(_COHORT.where(CohortRow.ref == ref))).mappings().first()
    return _cohort(row) if row else None


async def cohort_numbered(work: Work, number: int) -> Cohort:
    return _cohort((await work.connection.execute(_COHORT.where(CohortRow.id == number))).mappings().one())


async def begin(work: Work, circle: int, lead: int, **told: Any) -> str:
    """A new cohort; returns its ref."""
    ref = secrets.token_hex(16)
    row = {"ref": ref, "circle_id": circle, "lead_id": lead, "stage": "joining", "counts": {}, **told}
    await work.connection.execute(insert(CohortRow).values(row))
    return ref


async def plan_notes(work: Work, now: datetime, *, circle: int = 0, cohort: int = 0) -> None:
    """Everybody in the circle, or who has joined the cohort, has a weekly note coming."""
    members = select(MembershipRow.person_id.label("id")).where(MembershipRow.circle_id == circle)
    in_it = select(HopesRow.person_id.label("id")).where(HopesRow.cohort_id == cohort)
    await notes.plan(work.connection, in_it if cohort else members, earliest=lambda _zone: now)


async def update(work: Work, cohort: int, **values: Any) -> None:
    await work.connection.execute(change(CohortRow).where(CohortRow.id == cohort).values(values))


async def join(work: Work, cohort: int, person: int, sealed: bytes) -> None:
    """Keeps what they said in the place of what they said before."""
    row = insert_either(work.connection, HopesRow).values(cohort_id=cohort, person_id=person, sealed=sealed)
    await work.connection.execute(
        row.on_conflict_do_update(index_elements=["cohort_id", "person_id"], set_={"sealed": sealed})
    )


async def leave(work: Work, cohort: int, person: int) -> None:
    gone = delete(HopesRow).where(HopesRow.cohort_id == cohort, HopesRow.person_id == person)
    await work.connection.execute(gone)


async def has_joined(work: Work, cohort: int, person: int) -> bool:
    return await _JOINED.first(work.connection, cohort=cohort, person=person) is not None


async def joined(work: Work, cohort: Cohort) -> dict[int, bytes]:
    """Everybody who joined and still belongs, with what they said, sealed."""
    rows = await work.connection.execute(_belonging(cohort).add_columns(HopesRow.sealed))
    return {row.person_id: row.sealed for row in rows}


async def prune(work: Work, cohort: Cohort) -> None:
    """Forgets what those said who have left."""
    gone = HopesRow.person_id.not_in(_belonging(cohort))
    await work.connection.execute(delete(HopesRow).where(HopesRow.cohort_id == cohort.id, gone))


def _belonging(cohort: Cohort) -> Select[Any]:
    found = select(HopesRow.person_id).join(MembershipRow, MembershipRow.person_id == HopesRow.person_id)
    circle = found.join(CircleRow, CircleRow.id == MembershipRow.circle_id)
    return circle.where(HopesRow.cohort_id == cohort.id, CircleRow.key == cohort.circle)


async def pairs(work: Work, cohort: int, *states: str) -> list[Pair]:
    """The pairs of a cohort that are in one of these states, or all of them."""
    found = _PAIR.where(MentoringRow.cohort_id == cohort)
    found = found.where(MentoringRow.state.in_(states)) if states else found
    return [_pair(row) for row in (await work.connection.execute(found)).mappings()]


async def pairs_of(work: Work, cohort: int, person: int, *states: str) -> list[Pair]:
    """This person's pairs that are in one of these states; without any, those in which they are asked, or are one."""
    rows = await _MINE.rows(work.connection, cohort=cohort, person=person)
    return [_pair(row._asdict()) for row in rows if row.state in (states or OPEN)]


async def pair_of(work: Work, ref: str) -> Pair | None:
    row = (await work.connection.execute(_PAIR.where(MentoringRow.ref == ref))).mappings().first()
    return _pair(row) if row else None


async def propose(work: Work, cohort: int, found: Sequence[tuple[int, int, list[list[str]]]], day: date) -> None:
    """Puts these (mentor, mentee, reasons) in the place of what was proposed and not sent yet."""
    waiting = delete(MentoringRow).where(MentoringRow.cohort_id == cohort, MentoringRow.state == "proposed")
    await work.connection.execute(waiting)
    new = {"cohort_id": cohort, "state": "proposed", "day": day}
    rows = [{"mentor_id": one, "mentee_id": other, "reasons": why} for one, other, why in found]
    if rows:
        refs = [{**new, "ref": secrets.token_hex(16), **row} for row in rows]
        await work.connection.execute(insert(MentoringRow), refs)


async def move(work: Work, pairs_: Collection[Pair], before: str, after: str, *, day: date) -> int:
    """These pairs from one state to another; returns how many were still in the first."""
    told: dict[str, Any] = {"state": after, "day": day}
    told |= {"reasons": []} if after in ("aside", "declined", "ended") else {}
    mine = change(MentoringRow).where(MentoringRow.id.in_([each.id for each in pairs_]), MentoringRow.state == before)
    return int((await work.connection.execute(mine.values(told))).rowcount)


async def erase(work: Work, cohort: Cohort) -> None:
    """Everything but the cohort's own row, also what was sent: that somebody was written to about it."""
    for row in (HopesRow, MentoringRow):
        await work.connection.execute(delete(row).where(row.cohort_id == cohort.id))
    await meetings.erase(work, cohort.ref)
    sent = delete(DeliveryRow).where(DeliveryRow.ref == cohort.ref, DeliveryRow.state != "sending")
    await work.connection.execute(sent)


def _cohort(row: Any) -> Cohort:
    return Cohort(**{name: row[_COLUMNS.get(name, name)] for name in Cohort.__slots__})


def _pair(row: Any) -> Pair:
    return Pair(**{name: row[_COLUMNS.get(name, name)] for name in Pair.__slots__})
