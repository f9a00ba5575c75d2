"""Rounds of practices that are under way though nothing more opens, or without anybody to answer back: who takes them over."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.conversation import Message
from bot.practice import Practice
from bot.practice_adjusted import adjusted
from bot.values import dataclass
from storage import directory
from storage.given import HappeningRow
from storage.happenings import EVERYONE, UNDER_WAY
from storage.loop import ProgrammeRow, RoundRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

ANSWERER_LEFT = "practices.answerer_left"
_Show = aliased(HappeningRow)
ANSWERS_BACK: ColumnElement[bool] = exists().where(_Show.round_id == RoundRow.id, _Show.kind == "SHOW")
"""Whether somebody promised to say what comes of the round (P1)."""
_UNDER_WAY: Select[Any] = (
    select(
        ProgrammeRow.ref,
        ProgrammeRow.template,
        ProgrammeRow.adjusted,
        ProgrammeRow.circle_id,
        CircleRow.name.label("circle_name"),
        CircleRow.kind.label("circle_kind"),
        func.coalesce(NetworkRow.hidden, false()).label("hidden"),
        PersonRow.name.label("answerer_name"),
        PersonRow.active,
        RoundRow.answer_by,
    )
    .join(RoundRow, RoundRow.programme_id == ProgrammeRow.id)
    .join(CircleRow, CircleRow.id == ProgrammeRow.circle_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .outerjoin(NetworkRow, NetworkRow.circle_id == CircleRow.id)
    .where(UNDER_WAY, ANSWERS_BACK, or_(ProgrammeRow.next_at.is_(None), PersonRow.active.is_(False)))
    .order_by(RoundRow.answer_by, RoundRow.id)
)
_ALL = prepared(_UNDER_WAY)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A round that goes on to its end, of what opens no more or has lost who answers back (`left`). The circle's name is
    empty for all staff."""

    ref: str
    practice: Practice
    circle: int
    circle_name: str
    hidden: bool
    answerer_name: str
    left: bool
    answer_by: datetime


async def under_way(work: Work, practices: Mapping[str, Practice]) -> list[UnderWay]:
    """All of them, what is to be answered first on top; without what has no file any more."""
    return [_read(row, practices) for row in await _ALL.rows(work.connection) if row.template in practices]


async def take_over(work: Work, ref: str, person: int) -> bool:
    """This person answers back in the place of somebody who has left; False where somebody was quicker."""
    programme = select(ProgrammeRow.id).where(ProgrammeRow.ref == ref).scalar_subquery()
    mine = update(RoundRow).where(RoundRow.programme_id == programme, UNDER_WAY, RoundRow.answerer_id.in_(_left()))
    taken = (await work.connection.execute(mine.values(answerer_id=person))).rowcount
    also = update(ProgrammeRow).where(ProgrammeRow.ref == ref, ProgrammeRow.answerer_id.in_(_left()))
    await work.connection.execute(also.values(answerer_id=person))
    return bool(taken)


async def left(connection: AsyncConnection, person: int, gone: str) -> list[Message]:
    """What stewards are told, and whoever leads those whom it is for, when this person has left rounds to be answered back;
    `gone` stands for them in its cause."""
    found = select(ProgrammeRow.ref, ProgrammeRow.circle_id).distinct()
    found = found.join(RoundRow, RoundRow.programme_id == ProgrammeRow.id)
    rows = (await connection.execute(found.where(RoundRow.answerer_id == person, UNDER_WAY, ANSWERS_BACK))).all()
    stewards = {each.id for each in await directory.members(connection, directory.STEWARDS)} if rows else set()
    told = [(who, row.ref) for row in rows for who in sorted(stewards | await _leads(connection, row.circle_id))]
    return [Message(who, ANSWERER_LEFT, ref, f"{ref}:round-left:{gone}", counts=False) for who, ref in told]


async def _leads(connection: AsyncConnection, circle: int) -> set[int]:
    found = select(MembershipRow.person_id).where(MembershipRow.circle_id == circle)
    rows = await connection.execute(found.where(MembershipRow.role.in_(("lead", "co-lead"))))
    return set(rows.scalars())


def _left() -> Select[Any]:
    return select(PersonRow.id).where(PersonRow.active.is_(False))


def _read(row: Any, practices: Mapping[str, Practice]) -> UnderWay:
    return UnderWay(
        ref=row.ref,
        practice=adjusted(practices[row.template], row.adjusted or {}),
        circle=row.circle_id,
        circle_name="" if row.circle_kind == EVERYONE else row.circle_name,
        hidden=bool(row.hidden),
        answerer_name=row.answerer_name,
        left=not row.active,
        answer_by=row.answer_by,
    )
