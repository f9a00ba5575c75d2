"""Reads a whole workshop at once: it is small, and everything about it is looked at together."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.endings import How
from bot.workshop import OPEN_FOR, Note, Stage, Table, Theme, Workshop
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.workshops.rows import WorkshopNoteRow, WorkshopRow, WorkshopTableRow, WorkshopThemeRow

_FOUND = (
    select(
        *WorkshopRow.__table__.columns,
        RoundRow.ref.label("round_ref"),
        RoundRow.answer_by,
        RoundRow.shared_at,
        RoundRow.answerer_id,
        ProgrammeRow.circle_id,
        PersonRow.name.label("facilitator_name"),
    )
    .join(RoundRow, RoundRow.id == WorkshopRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
)


async def one(connection: AsyncConnection, ref: str) -> Workshop | None:
    """The workshop behind a ref, whoever asks; callers check who may see what."""
    return await _whole(connection, WorkshopRow.ref == ref)


async def on_screen(connection: AsyncConnection, screen: str, today: date) -> Workshop | None:
    """By the address of its live screen, as long as that leads anywhere."""
    return await _whole(connection, WorkshopRow.screen == screen, still_open(today))


async def by_token(connection: AsyncConnection, token: str) -> Workshop | None:
    """By the address of its progress."""
    return await _whole(connection, WorkshopRow.token == token)


async def at(connection: AsyncConnection, code: str, today: date) -> tuple[Workshop, Table] | None:
    """By a table's code, and which table that is; of the notes only its own are read."""
    of = select(WorkshopTableRow.workshop_id).where(WorkshopTableRow.code == code)
    workshop = await _whole(connection, WorkshopRow.id.in_(of), still_open(today), notes_of=code)
    table = next((each for each in workshop.tables if each.code == code), None) if workshop else None
    return (workshop, table) if workshop and table else None


async def hold(connection: AsyncConnection, *, code: str = "", ref: str = "") -> None:
    """Until this transaction ends nobody else writes in the workshop of this table, or with this ref."""
    of = select(WorkshopTableRow.workshop_id).where(WorkshopTableRow.code == code)
    mine = WorkshopRow.id.in_(of) if code else WorkshopRow.ref == ref
    await connection.execute(select(WorkshopRow.id).where(mine).with_for_update())


async def running(connection: AsyncConnection, today: date) -> bool:
    return (await connection.execute(select(WorkshopRow.id).where(still_open(today)).limit(1))).first() is not None


async def facilitated(connection: AsyncConnection, person: int, *, steward: bool) -> list[Workshop]:
    """What this person holds that is not over, the earliest first; for a steward also what nobody holds any more."""
    theirs = (
        or_(RoundRow.answerer_id == person, PersonRow.active.is_(False)) if steward else RoundRow.answerer_id == person
    )
    found = _FOUND.where(theirs, WorkshopRow.stage != "shared").order_by(WorkshopRow.day)
    return [_workshop(row) for row in (await connection.execute(found)).all()]


async def for_person(connection: AsyncConnection, person: int, since: datetime) -> list[Workshop]:
    """What the circles of this person hear of: what is to come, and what was answered back since then; the newest first."""
    mine = select(MembershipRow.circle_id).where(MembershipRow.person_id == person)
    lively = (WorkshopRow.stage != "shared") | (RoundRow.shared_at > since)
    found = _FOUND.where(ProgrammeRow.circle_id.in_(mine), lively).order_by(WorkshopRow.day.desc(), WorkshopRow.id)
    return [_workshop(row) for row in (await connection.execute(found)).all()]


def still_open(today: date) -> ColumnElement[bool]:
    """Tables can be joined, and the screen looked at."""
    return WorkshopRow.day >= today - OPEN_FOR


async def _whole(connection: AsyncConnection, *where: ColumnElement[bool], notes_of: str = "") -> Workshop | None:
    row = (await connection.execute(_FOUND.where(*where))).first()
    if row is None:
        return None
    tables = select(WorkshopTableRow).where(WorkshopTableRow.workshop_id == row.id).order_by(WorkshopTableRow.id)
    themes = select(WorkshopThemeRow).where(WorkshopThemeRow.workshop_id == row.id)
    notes = select(WorkshopNoteRow).join(WorkshopTableRow, WorkshopTableRow.id == WorkshopNoteRow.table_id)
    sat = (await connection.execute(tables)).all()
    named = (await connection.execute(themes.order_by(WorkshopThemeRow.name, WorkshopThemeRow.ref))).all()
    read = WorkshopTableRow.code == notes_of if notes_of else WorkshopTableRow.workshop_id == row.id
    of = notes.where(read).order_by(WorkshopNoteRow.ref)
    said = (await connection.execute(of)).all()
    room = tuple(_theme(each) for each in named if each.table_id is None)
    return _workshop(row, tuple(_table(each, said, named) for each in sat), room)


def _workshop(row: Any, tables: tuple[Table, ...] = (), room: tuple[Theme, ...] = ()) -> Workshop:
    return Workshop(
        ref=row.ref,
        number=row.id,
        round=row.round_id,
        round_ref=row.round_ref,
        circle=row.circle_id,
        title=row.title,
        question=row.question,
        day=row.day,
        stage=cast("Stage", row.stage),
        facilitator=row.answerer_id,
        facilitator_name=row.facilitator_name,
        answer_by=row.answer_by,
        shared_at=row.shared_at,
        phones=row.phones,
        screen=row.screen,
        token=row.token,
        tables=tables,
        room=room,
    )


def _table(row: Any, notes: Sequence[Any], themes: Sequence[Any]) -> Table:
    said = tuple(Note(each.ref, each.text, each.paper, each.theme) for each in notes if each.table_id == row.id)
    named = tuple(_theme(each) for each in themes if each.table_id == row.id)
    return Table(row.ref, row.id, row.code, row.name, row.voice, row.left, said, named)


def _theme(row: Any) -> Theme:
    how = cast("How | None", row.how)
    return Theme(row.ref, row.name, row.into, row.picks, how, row.reason, row.promise or "")
