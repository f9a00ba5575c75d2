"""The tables and queries of mentoring: cohorts, who joined them, and the pairs that came of it."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, or_, select
from sqlalchemy import update as change
from sqlalchemy.orm import aliased

from bot.values import replace
from conversations.match.rows import CohortRow, HopesRow, MentoringRow
from conversations.match.values import Cohort, Pair
from storage import notes
from storage.answering import still_leads
from storage.db import insert as insert_either
from storage.loop import DeliveryRow, ProgrammeRow, RoundRow
from storage.matching import meetings
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

OPEN = ("first", "second", "together")
"""States of a pair in which somebody is asked, or is a pair."""
SHOWN_FOR = timedelta(days=30)


_COLUMNS = {"lead": "lead_id", "cohort": "cohort_id", "mentor": "mentor_id", "mentee": "mentee_id"}
_ANSWERS = select(RoundRow.id).join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
_HOSTS = _ANSWERS.where(
    ProgrammeRow.circle_id == CohortRow.circle_id, RoundRow.answerer_id == CohortRow.lead_id, RoundRow.stage != "void"
).exists()
_LEADS = still_leads(CohortRow.circle_id, CohortRow.lead_id, hosts=_HOSTS)
"""Whoever leads those who may join no more reads nothing of a cohort any more either, and another takes it over."""
_COHORT = select(CohortRow, CircleRow.key.label("circle"), _LEADS.label("leads"))
_COHORT = _COHORT.join(CircleRow, CircleRow.id == CohortRow.circle_id)
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
    told = {name: row[_COLUMNS.get(name, name)] for name in Cohort.__slots__}
    return Cohort(**told) if row["leads"] else replace(Cohort(**told), lead=None)


def _pair(row: Any) -> Pair:
    return Pair(**{name: row[_COLUMNS.get(name, name)] for name in Pair.__slots__})
