"""What the yearly report is made of: only what all staff were asked and told, and what runs in the open.

Nothing here reads a ballot, a comment, or anything of a team or a hidden network: each query begins with the circle of
everybody, or with networks that are not hidden (P6).
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.question import Spoken
from bot.values import dataclass, replace
from storage.commitments import CommitmentRow
from storage.events.rows import EventRow, GuestsRow
from storage.given import HappeningRow, ThanksRow
from storage.loop import MomentRow, NewsRow, ProgrammeRow, RoundRow
from storage.people import CircleRow, NetworkRow
from storage.rounds import SUMMED

EVERYONE = "everyone"
# How an event was is asked of those who came to it, and not of all staff.
_NO_GUESTS = ProgrammeRow.id.not_in(select(GuestsRow.programme_id))


@dataclass(frozen=True, slots=True)
class Turn:
    """One round that was put to all staff. `counted`: its answers were counted without names; else it is of a practice.
    `answers`: somebody answers back in it, as in all but a practice that answers at once (P1).
    `will_do` and `will_not` are what came of it, in the words of whoever answered back; empty before that."""

    number: int
    ref: str
    programme: int
    subject: Spoken
    counted: bool
    answers: bool
    ended_at: datetime
    answer_by: datetime
    answer_on: date
    shared_at: datetime | None
    stage: str
    will_do: str
    will_not: str


@dataclass(frozen=True, slots=True)
class Held:
    """Something that people could come to, and which network it was for; empty: all staff."""

    name: str
    starts_at: datetime
    zone: str
    circle: str


async def turns(connection: AsyncConnection, begins: datetime, ends: datetime) -> list[Turn]:
    """Every round of all staff that ended or was told of in this time, the oldest first."""
    found = [*await _counted(connection), *await _practised(connection)]
    inside = [each for each in found if any(begins <= at < ends for at in (each.ended_at, each.shared_at) if at)]
    return sorted(inside, key=lambda each: (each.ended_at, each.number))


async def moved(connection: AsyncConnection) -> dict[str, tuple[int, frozenset[str]]]:
    """Of every promise that all staff were told, by its ref: of which programme, and the ids of the questions whose answers
    it should move."""
    found = select(CommitmentRow.ref, CommitmentRow.moves, RoundRow.programme_id)
    found = found.join(RoundRow, RoundRow.id == CommitmentRow.round_id)
    found = found.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id).join(*_circle(ProgrammeRow))
    rows = await connection.execute(found.where(CircleRow.kind == EVERYONE, RoundRow.stage == "shared", _NO_GUESTS))
    return {row.ref: (row.programme_id, frozenset(each["id"] for each in row.moves)) for row in rows}


async def held(connection: AsyncConnection, begins: datetime, ends: datetime) -> list[Held]:
    """Events that were announced to all staff or to an open network and are over, the first one first; without meetings
    that a practice arranged."""
    found = select(EventRow.name, EventRow.starts_at, EventRow.zone, CircleRow.kind, CircleRow.name.label("circle"))
    found = found.join(*_circle(EventRow)).outerjoin(NetworkRow, NetworkRow.circle_id == CircleRow.id)
    found = found.where(EventRow.state == "announced", EventRow.reference.is_(None), _in_the_open())
    found = found.where(EventRow.starts_at >= begins, EventRow.starts_at < ends)
    rows = await connection.execute(found.order_by(EventRow.starts_at, EventRow.id))
    return [Held(row.name, row.starts_at, row.zone, "" if row.kind == EVERYONE else row.circle) for row in rows]


async def thanks(connection: AsyncConnection, begins: datetime, ends: datetime) -> int:
    """How many thank-yous all staff may read. Those between two people are counted nowhere."""
    found = select(func.count()).select_from(ThanksRow).join(HappeningRow, HappeningRow.id == ThanksRow.happening_id)
    found = found.join(RoundRow, RoundRow.id == HappeningRow.round_id)
    found = found.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id).join(*_circle(ProgrammeRow))
    found = found.where(CircleRow.kind == EVERYONE, ThanksRow.public, ThanksRow.at >= begins, ThanksRow.at < ends)
    return int((await connection.execute(found)).scalar_one())


async def _counted(connection: AsyncConnection) -> list[Turn]:
    columns = (MomentRow.spec, MomentRow.closes_at, NewsRow.will_do, NewsRow.will_not)
    found = _rounds(*columns).join(MomentRow, MomentRow.round_id == RoundRow.id)
    found = found.outerjoin(NewsRow, NewsRow.round_id == RoundRow.id)
    rows = await connection.execute(found.where(MomentRow.kind == "ASK", MomentRow.voice == "unlinked", ~SUMMED))
    return [_turn(row, row.spec["subject"], row.closes_at, (row.will_do or "", row.will_not or "")) for row in rows]


async def _practised(connection: AsyncConnection) -> list[Turn]:
    """What is known of a practice's round stands with what happened in it."""
    found = _rounds(HappeningRow.spec, HappeningRow.kind).join(HappeningRow, HappeningRow.round_id == RoundRow.id)
    came: dict[int, str] = {}
    first: dict[int, Any] = {}
    shows = set[int]()
    for row in await connection.execute(found.order_by(HappeningRow.id)):
        first.setdefault(row.id, row)
        if row.kind == "SHOW":
            shows.add(row.id)
        if row.kind == "SHOW" and row.stage == "shared":
            came[row.id] = str(row.spec.get("came", ""))
    turns = [_turn(row, row.spec["title"], None, (came.get(row.id, ""), "")) for row in first.values()]
    return [replace(each, answers=each.number in shows) for each in turns]


def _rounds(*columns: Any) -> Select[Any]:
    found = select(
        RoundRow.id,
        RoundRow.ref,
        RoundRow.programme_id,
        RoundRow.answer_by,
        RoundRow.shared_at,
        RoundRow.stage,
        ProgrammeRow.zone,
        *columns,
    )
    found = found.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id).join(*_circle(ProgrammeRow))
    return found.where(CircleRow.kind == EVERYONE, _NO_GUESTS)


def _circle(of: Any) -> tuple[Any, ColumnElement[bool]]:
    return CircleRow, CircleRow.id == of.circle_id


def _in_the_open() -> ColumnElement[bool]:
    network = and_(CircleRow.kind == "network", NetworkRow.hidden.is_(False), NetworkRow.opened.is_(True))
    return or_(CircleRow.kind == EVERYONE, network)


def _turn(row: Any, subject: Spoken, closed: datetime | None, said: tuple[str, str]) -> Turn:
    return Turn(
        number=row.id,
        ref=row.ref,
        programme=row.programme_id,
        subject=subject,
        counted=closed is not None,
        answers=True,
        ended_at=closed or row.shared_at or row.answer_by,
        answer_by=row.answer_by,
        answer_on=row.answer_by.astimezone(ZoneInfo(row.zone)).date(),
        shared_at=row.shared_at,
        stage=row.stage,
        will_do=said[0],
        will_not=said[1],
    )
