"""Reads what was promised, for whoever may read it: those who were asked, those in the circle that was, and who sees to it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.promises import Promise, Update
from storage.commitments import ASKED_TWICE, CommitmentRow, UpdateRow
from storage.events.rows import GuestsRow
from storage.loop import AskedRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow
from storage.prepared import prepared

MOST = 500
OFFERED = aliased(PersonRow)
PERSON = bindparam("person", type_=Integer)

_FOUND = (
    select(
        *(column for column in CommitmentRow.__table__.columns),
        RoundRow.ref.label("round_ref"),
        RoundRow.answerer_id,
        PersonRow.name.label("owner"),
        OFFERED.name.label("offered"),
        NetworkRow.hidden,
    )
    .join(RoundRow, RoundRow.id == CommitmentRow.round_id)
    .join(PersonRow, PersonRow.id == CommitmentRow.owner_id)
    .outerjoin(OFFERED, OFFERED.id == CommitmentRow.offered_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .outerjoin(NetworkRow, NetworkRow.circle_id == ProgrammeRow.circle_id)
)
# P7: the circle that was asked is the circle that reads what came of it, with whoever has joined it since.
_ASKED = exists().where(AskedRow.round_id == CommitmentRow.round_id, AskedRow.person_id == PERSON)
_BELONGS = exists().where(MembershipRow.circle_id == ProgrammeRow.circle_id, MembershipRow.person_id == PERSON)
_SEES_TO_IT = or_(CommitmentRow.owner_id == PERSON, CommitmentRow.offered_id == PERSON, RoundRow.answerer_id == PERSON)
_MAY_READ = or_(and_(RoundRow.stage == "shared", or_(_ASKED, _BELONGS)), _SEES_TO_IT)
_READABLE = _FOUND.where(_MAY_READ)

_ALL = prepared(_READABLE.order_by(CommitmentRow.heard_at.desc(), CommitmentRow.id.desc()).limit(MOST))
_ONE = prepared(_READABLE.where(CommitmentRow.ref == bindparam("ref")))
_LIVELY = prepared(
    _READABLE.where(or_(CommitmentRow.state == "doing", CommitmentRow.heard_at > bindparam("since")))
    .order_by(CommitmentRow.heard_at.desc(), CommitmentRow.id.desc())
    .limit(MOST)
)
_OF_ROUND = prepared(_FOUND.where(CommitmentRow.round_id == bindparam("round")).order_by(CommitmentRow.id))
# What a circle of some was promised is nobody else's to read, whether its roster is hidden or not (P6); nor is what those
# were promised who came to an event.
_OF_EVERYBODY = prepared(
    _FOUND.join(CircleRow, CircleRow.id == ProgrammeRow.circle_id)
    .where(CircleRow.kind == "everyone", RoundRow.stage == "shared")
    .where(ProgrammeRow.id.not_in(select(GuestsRow.programme_id)))
    .order_by(CommitmentRow.heard_at.desc(), CommitmentRow.id.desc())
    .limit(MOST)
)
_HISTORY = (
    select(
        UpdateRow.commitment_id,
        UpdateRow.at,
        UpdateRow.kind,
        UpdateRow.text,
        PersonRow.name.label("author"),
        UpdateRow.state,
        UpdateRow.due_on,
        UpdateRow.moved,
    )
    .join(PersonRow, PersonRow.id == UpdateRow.author_id)
    .where(UpdateRow.commitment_id.in_(bindparam("some", expanding=True)))
    .order_by(UpdateRow.at.desc(), UpdateRow.id.desc())
)


async def readable(connection: AsyncConnection, person: int) -> list[Promise]:
    """Everything that this person may read, what was heard of last on top, without its history."""
    return [as_promise(row, person) for row in await _ALL.rows(connection, person=person)]


async def lively(connection: AsyncConnection, person: int, since: datetime) -> list[Promise]:
    """The same, with its history, of what is being done or was heard of since an instant."""
    rows = await _LIVELY.rows(connection, person=person, since=since)
    return await _with_history(connection, rows, person)


async def one(connection: AsyncConnection, ref: str, person: int) -> Promise | None:
    """The promise behind a ref with its history, if this person may read it."""
    rows = await _ONE.rows(connection, person=person, ref=ref)
    return next(iter(await _with_history(connection, rows, person)), None)


async def of_round(connection: AsyncConnection, number: int) -> tuple[Promise, ...]:
    """What was promised in a round, by its number, the first one first; callers check who may read it."""
    return tuple(as_promise(row) for row in await _OF_ROUND.rows(connection, round=number))


async def told_in(connection: AsyncConnection, number: int) -> list[Promise]:
    """The same with its history, for whoever holds the address of what came of a workshop."""
    return await _with_history(connection, await _OF_ROUND.rows(connection, round=number), 0)


async def of_everybody(connection: AsyncConnection) -> list[Promise]:
    """What all staff were told, with its history: all that a public page may show."""
    return await _with_history(connection, await _OF_EVERYBODY.rows(connection), 0)


def as_promise(row: Any, person: int = 0, history: Sequence[Update] = ()) -> Promise:
    """A row as the reader with this number meets it."""
    return Promise(
        ref=row.ref,
        round_ref=row.round_ref,
        subject=row.subject,
        text=row.text,
        owner=row.owner,
        role=row.role,
        objective=row.objective,
        made_at=row.made_at,
        due_on=row.due_on,
        next_on=row.next_on,
        state=row.state,
        heard_at=row.heard_at,
        moves=tuple(each["subject"] for each in row.moves),
        mine=row.owner_id == person,
        answers=row.answerer_id == person,
        offered=row.offered or "",
        offered_role=row.offered_role,
        offered_me=row.offered_id == person,
        updates=tuple(history),
        quiet=bool(row.hidden),
        asked_twice=row.asked >= ASKED_TWICE,
    )


async def _with_history(connection: AsyncConnection, rows: Sequence[Any], person: int) -> list[Promise]:
    told: dict[int, list[Update]] = {row.id: [] for row in rows}
    if told:
        entries: Sequence[Any] = (await connection.execute(_HISTORY, {"some": list(told)})).all()
        for entry in entries:
            told[entry.commitment_id].append(Update(*entry[1:]))
    return [as_promise(row, person, told[row.id]) for row in rows]
