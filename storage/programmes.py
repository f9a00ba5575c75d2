"""Programmes: which templates are run here, since when, and who answers back."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.programme import Template, dates, first_round, write_wall
from bot.template import read
from bot.values import dataclass, replace
from storage import db, directory
from storage.events.rows import GuestsRow
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

OF = ":"
"""After it, in the name of a programme's template, stands what the programme is for: no file's name has one."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a steward decides when a programme starts. `not_before` is the earliest instant of its first round. Results are
    also shown `by` this detail, by none where it is empty, and as the template says where it is None."""

    template: Template
    answerer: int
    zone: str
    not_before: datetime
    by: str | None = None


async def start(work: Work, wanted: Start) -> datetime:
    """Starts a programme, or changes nothing but who answers back in one that runs; returns when its next round opens."""
    circle = await directory.circle_id(work.connection, wanted.template.circle)
    running = select(ProgrammeRow.id, ProgrammeRow.next_at).where(ProgrammeRow.template == wanted.template.name)
    row = (await work.connection.execute(running)).first()
    if row and row.next_at:
        await _hand_over(work, row.id, wanted.answerer)
        running_at: datetime = row.next_at
        return running_at
    wall = first_round(wanted.template, wanted.not_before, wanted.zone)
    opens = dates(wanted.template, wall, wanted.zone, await zones_of(work, circle)).opens
    values = {
        "answerer_id": wanted.answerer,
        "next_wall": write_wall(wall),
        "next_at": opens,
        "shown_by": wanted.by,
    }
    if row:
        await _hand_over(work, row.id, wanted.answerer)
        await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.id == row.id).values(**values))
        return opens
    fixed = {"ref": secrets.token_hex(16), "template": wanted.template.name, "circle_id": circle, "zone": wanted.zone}
    row = db.insert(work.connection, ProgrammeRow).values(**fixed, **values)
    await work.connection.execute(row.on_conflict_do_nothing())  # somebody else pressed at the same moment
    return opens


@dataclass(frozen=True, slots=True)
class Running:
    """A programme that asks people here, or will. `next_at` is when it asks next, unless somebody stops it before."""

    ref: str
    template: Template
    next_at: datetime
    answerer: str


_ZONES = prepared(
    select(PersonRow.zone)
    .distinct()
    .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    .where(MembershipRow.circle_id == bindparam("circle"), PersonRow.active)
)
_RUNS = ProgrammeRow.next_at.is_not(None)


async def all_running(work: Work, templates: Mapping[str, Template]) -> list[Running]:
    """Everything that asks again, the nearest first; without what has no file any more."""
    rows = (await work.connection.execute(_running().order_by(ProgrammeRow.next_at))).all()
    return [found for row in rows if (found := _read(row, templates))]


async def one_running(work: Work, ref: str, templates: Mapping[str, Template]) -> Running | None:
    """The programme with this ref; None where it asks nobody any more."""
    row = (await work.connection.execute(_running().where(ProgrammeRow.ref == ref))).first()
    return _read(row, templates) if row else None


async def stop(work: Work, ref: str) -> bool:
    """Nothing more opens; a round that is open goes on. False where it had been stopped before."""
    stopped = update(ProgrammeRow).where(ProgrammeRow.ref == ref, _RUNS).values(next_at=None)
    return bool((await work.connection.execute(stopped)).rowcount)


def _running() -> Select[Any]:
    found = select(*ProgrammeRow.__table__.columns, PersonRow.name)
    return found.join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id).where(_RUNS)


def _read(row: Any, templates: Mapping[str, Template]) -> Running | None:
    template = practice(row, templates)
    return Running(row.ref, template, row.next_at, row.name) if template else None


async def _hand_over(work: Work, programme: int, answerer: int) -> None:
    """Whoever answers back from now on also answers for the rounds that still wait for it."""
    waits = RoundRow.stage.in_(("open", "closed"))
    await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.id == programme).values(answerer_id=answerer))
    mine = update(RoundRow).where(RoundRow.programme_id == programme, waits)
    await work.connection.execute(mine.values(answerer_id=answerer))


async def answered_by(connection: AsyncConnection, number: int) -> list[str]:
    """The refs of the running programmes for which this person answers back."""
    found = select(ProgrammeRow.ref).where(ProgrammeRow.answerer_id == number, ProgrammeRow.next_at.is_not(None))
    return list((await connection.execute(found)).scalars())


async def running(work: Work) -> set[str]:
    """The names of the templates that ask people here, with somebody who answers back."""
    found = (
        select(ProgrammeRow.template)
        .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
        .where(ProgrammeRow.next_at.is_not(None), PersonRow.active)
    )
    return set((await work.connection.execute(found)).scalars())


async def startable(work: Work, templates: Mapping[str, Template]) -> list[Template]:
    """What asks nobody now, the most frequent first, and of these what asks everybody."""
    known = await running(work)
    return sorted((each for name, each in templates.items() if name not in known), key=_order)


async def runs(work: Work, template: str) -> bool:
    """Whether this template asks anybody here, with somebody who answers back."""
    return template in await running(work)


async def practice_of(work: Work, ref: str, templates: Mapping[str, Template]) -> Template | None:
    """What the programme with this ref runs; None where there is no such programme, or its file is gone."""
    found = select(ProgrammeRow.template, ProgrammeRow.spec, ProgrammeRow.shown_by).where(ProgrammeRow.ref == ref)
    row = (await work.connection.execute(found)).first()
    return practice(row, templates) if row else None


def _order(template: Template) -> tuple[bool, bool, bool, int, str]:
    rhythm, ask = template.rhythm, template.ask
    return rhythm.once, bool(rhythm.months), ask.sample > 1, rhythm.weeks, template.name


async def now_running(work: Work, template: Template) -> Template | None:
    """This template as it asks people now; None where it does not."""
    found = select(ProgrammeRow.template, ProgrammeRow.spec, ProgrammeRow.shown_by).where(
        ProgrammeRow.template == template.name, ProgrammeRow.next_at.is_not(None)
    )
    row = (await work.connection.execute(found)).first()
    return practice(row, {template.name: template}) if row else None


def practice(row: Any, templates: Mapping[str, Template]) -> Template | None:
    """What the programme of this row runs: a steward's own question as it is kept with it, else the template of this name;
    and results are shown by what a steward chose."""
    found = read(row.spec) if row.spec else templates.get(row.template.partition(OF)[0])
    return found and shown_by(found, row.shown_by)


def shown_by(template: Template, by: str | None) -> Template:
    """The same, with its results shown as a steward chose: by nothing where `by` is empty; as it says where it is None."""
    return template if by is None else replace(template, ask=replace(template.ask, by=by))


def runnable(known: BindParameter[Any]) -> ColumnElement[bool]:
    """The programmes whose template is among these keys, or is their own, and those that ask the guests of an event."""
    guests = ProgrammeRow.id.in_(select(GuestsRow.programme_id))
    return or_(ProgrammeRow.template.in_(known), ProgrammeRow.spec.is_not(null()), guests)


async def zones_of(work: Work, circle: int) -> list[str]:
    return [row.zone for row in await _ZONES.rows(work.connection, circle=circle)]


async def heads(connection: AsyncConnection, people: Select[Any]) -> int:
    """How many people these are."""
    return int((await connection.execute(select(func.count()).select_from(people.subquery()))).scalar_one())


async def size_of(work: Work, circle: str) -> int:
    """How many people are in the circle with this name, as a template has it."""
    return await heads(work.connection, people_of(await directory.circle_id(work.connection, circle)))


def people_of(circle: int) -> Select[Any]:
    member = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    return member.where(MembershipRow.circle_id == circle, PersonRow.active)
