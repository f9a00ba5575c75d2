"""Practices that run here: started and stopped by people, and their rounds opened when the time has come, each once."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from bot.conversation import Message
from bot.practice import Practice, opening, planned
from bot.practice_adjusted import TEXTS, WEEKS, adjusted
from bot.programme import first_wall, next_wall, parse_wall, write_wall
from bot.values import dataclass
from storage import answering, db, directory, practice_rounds
from storage.disclosure.presets import Preset
from storage.given import HappeningRow
from storage.happenings import EVERYONE
from storage.loop import ProgrammeRow, RoundRow
from storage.outbox import put
from storage.people import CircleRow, NetworkRow, PersonRow
from storage.prepared import prepared
from storage.work import Work

NOT_OPENED = "practices.not_opened"
_PROGRAMMES = (
    select(
        ProgrammeRow.id,
        ProgrammeRow.ref,
        ProgrammeRow.template,
        ProgrammeRow.adjusted,
        ProgrammeRow.circle_id,
        CircleRow.name.label("circle_name"),
        CircleRow.kind.label("circle_kind"),
        ProgrammeRow.answerer_id,
        PersonRow.name.label("answerer_name"),
        ProgrammeRow.zone,
        ProgrammeRow.next_wall,
        ProgrammeRow.next_at,
    )
    .join(CircleRow, CircleRow.id == ProgrammeRow.circle_id)
    .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
)
_ALL = prepared(_PROGRAMMES.where(ProgrammeRow.next_at.is_not(None)).order_by(ProgrammeRow.next_at))
_ANY_DUE = prepared(select(ProgrammeRow.id).where(ProgrammeRow.next_at <= bindparam("now")).limit(1))


@dataclass(frozen=True, slots=True)
class Start:
    """What somebody decides when a practice starts: for which circle, who answers back, the earliest instant of its first
    round."""

    practice: Practice
    circle: int
    answerer: int
    zone: str
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Running:
    """A practice that runs here. The circle's name is empty for all staff. `next_wall` and `next_at` are its next round's
    anchor and opening; `weeks` is how often somebody chose, 0 as in its file."""

    ref: str
    practice: Practice
    circle: int
    circle_name: str
    answerer: int
    answerer_name: str
    zone: str
    next_wall: datetime
    next_at: datetime
    weeks: int = 0


async def start(work: Work, wanted: Start) -> datetime | None:
    """Starts it, or lets what was stopped go on with these people, once, however many press at the same moment; returns when
    its next round opens, and None where it runs for them already."""
    wall = first_wall(wanted.practice.rhythm, wanted.not_before, wanted.zone)
    opens = opening(wanted.practice, wall, wanted.zone)
    mine = (ProgrammeRow.template == wanted.practice.name, ProgrammeRow.circle_id == wanted.circle)
    values = {"answerer_id": wanted.answerer, "next_wall": write_wall(wall), "next_at": opens}
    known = (await work.connection.execute(select(ProgrammeRow.id).where(*mine))).scalar()
    if known is None:
        fixed = {"ref": secrets.token_hex(16), "template": wanted.practice.name, "circle_id": wanted.circle}
        row = db.insert(work.connection, ProgrammeRow).values(**fixed, zone=wanted.zone, **values)
        started = (await work.connection.execute(row.on_conflict_do_nothing().returning(ProgrammeRow.id))).first()
    else:
        stopped = (ProgrammeRow.id == known, ProgrammeRow.next_at.is_(None))
        again = update(ProgrammeRow).where(*stopped).values(**values).returning(ProgrammeRow.id)
        started = (await work.connection.execute(again)).first()
    return opens if started else None


async def stop(work: Work, ref: str) -> None:
    """Nothing more opens; a round that is open goes on to its end."""
    await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.ref == ref).values(next_at=None))


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody changes in what runs: who answers back from now on, the anchor of the next round and when it opens, for
    which circle, and in how many weeks a round follows the other (0: as in the file)."""

    answerer: int
    next_wall: datetime
    next_at: datetime
    circle: int
    weeks: int = 0


async def change(work: Work, ref: str, to: Change) -> str | None:
    """The ref of what runs from now on; None where that runs for this circle already. Another circle has a programme of its
    own: what ran goes on to the end of its round with those who were asked, and its past stays theirs (P6, P7)."""
    found = select(
        ProgrammeRow.id, ProgrammeRow.template, ProgrammeRow.circle_id, ProgrammeRow.zone, ProgrammeRow.adjusted
    )
    row = (await work.connection.execute(found.where(ProgrammeRow.ref == ref).with_for_update())).one()
    values = {"next_wall": write_wall(to.next_wall), "next_at": to.next_at, "answerer_id": to.answerer}
    if row.circle_id == to.circle:
        await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.id == row.id).values(**values))
        await _hand_over(work, row.id, to.answerer)
    else:
        moved = await _moved(work, row, to.circle, {**values, "adjusted": row.adjusted})
        if moved is None:
            return None
        await stop(work, ref)
        ref = moved
    await _adjust(work, ref, WEEKS, to.weeks or None)
    return ref


async def _moved(work: Work, row: Any, circle: int, values: Mapping[str, Any]) -> str | None:
    """The same for another circle: anew, or where it had been stopped there; None where it runs there."""
    there = (ProgrammeRow.template == row.template, ProgrammeRow.circle_id == circle)
    known = (await work.connection.execute(select(ProgrammeRow.ref, ProgrammeRow.next_at).where(*there))).first()
    if known is None:
        fixed = {"ref": secrets.token_hex(16), "template": row.template, "circle_id": circle, "zone": row.zone}
        new = db.insert(work.connection, ProgrammeRow).values(**fixed, **values).on_conflict_do_nothing()
        return (await work.connection.execute(new.returning(ProgrammeRow.ref))).scalar()
    stopped = (ProgrammeRow.ref == known.ref, ProgrammeRow.next_at.is_(None))
    again = update(ProgrammeRow).where(*stopped).values(**values).returning(ProgrammeRow.ref)
    return (await work.connection.execute(again)).scalar()


async def _hand_over(work: Work, programme: int, to: int) -> None:
    """Rounds that wait pass too; but not those in which words were said in confidence to whoever was named, while that person
    works here."""
    sealed = select(HappeningRow.round_id).where(HappeningRow.voice == "confidential", HappeningRow.opened)
    gone = RoundRow.answerer_id.in_(select(PersonRow.id).where(PersonRow.active.is_(False)))
    waits = (RoundRow.programme_id == programme, RoundRow.stage.in_(("open", "closed")))
    free = or_(RoundRow.id.not_in(sealed), gone)
    await work.connection.execute(update(RoundRow).where(*waits, free).values(answerer_id=to))


async def reword(work: Work, ref: str, texts: Mapping[str, str]) -> None:
    """From the next round on these moments say this; a round that is open stays as people saw it."""
    await _adjust(work, ref, TEXTS, dict(texts) or None)


async def _adjust(work: Work, ref: str, key: str, value: Any) -> None:
    row = (await work.connection.execute(select(ProgrammeRow.adjusted).where(ProgrammeRow.ref == ref))).one()
    kept = {name: each for name, each in (row.adjusted or {}).items() if name != key}
    values = {"adjusted": (kept | {key: value} if value else kept) or None}
    await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.ref == ref).values(**values))


async def running(work: Work, practices: Mapping[str, Practice]) -> list[Running]:
    """Everything that goes on, what comes next on top; without what has no file any more."""
    return [_read(row, practices) for row in await _ALL.rows(work.connection) if row.template in practices]


async def one(work: Work, ref: str, practices: Mapping[str, Practice]) -> Running | None:
    row = (await work.connection.execute(_running(practices).where(ProgrammeRow.ref == ref))).first()
    return _read(row, practices) if row else None


async def is_new(work: Work, ref: str) -> bool:
    """Whether no round of it has opened yet."""
    found = select(RoundRow.id).join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    return (await work.connection.execute(found.where(ProgrammeRow.ref == ref).limit(1))).first() is None


async def is_hidden(work: Work, circle: int) -> bool:
    """Whether nobody may be shown who belongs to this circle (P6)."""
    found = select(NetworkRow.hidden).where(NetworkRow.circle_id == circle)
    return bool((await work.connection.execute(found)).scalar())


async def open_next_due(work: Work, practices: Mapping[str, Practice], now: datetime, usual: Preset) -> bool:
    """Opens the one round that has been due longest; False when nothing is due. One call, one transaction.

    A round is left out, not caught up, if its first moment has ended or the next round has begun while no server ran.
    """
    if await _ANY_DUE.first(work.connection, now=now) is None:  # so it is at nearly every tick
        return False
    due = _running(practices).where(ProgrammeRow.next_at <= now).order_by(ProgrammeRow.next_at).limit(1)
    row = (await work.connection.execute(due.with_for_update(of=ProgrammeRow, skip_locked=True))).first()
    if row is None:
        return False
    found = _read(row, practices)
    after = next_wall(found.practice.rhythm, found.next_wall)
    later = opening(found.practice, after, found.zone) if after else None
    if _in_time(found, now, later) and await _can_open(work, found, now):
        begins = practice_rounds.Begins(row.id, found.practice, found.next_wall, found.zone, found.answerer)
        await practice_rounds.open_round(work, begins, now=now, usual=usual)
    moved = {"next_wall": write_wall(after or found.next_wall), "next_at": later}
    await work.connection.execute(update(ProgrammeRow).where(ProgrammeRow.id == row.id).values(**moved))
    return True


def _in_time(found: Running, now: datetime, later: datetime | None) -> bool:
    first = planned(found.practice, found.next_wall, found.zone)[0]
    return (first.closes is None or first.closes > now) and (later is None or later > now)


async def _can_open(work: Work, found: Running, now: datetime) -> bool:
    """P1: without somebody who answers back nothing opens, and stewards hear why."""
    here = await directory.works_here(work.connection, found.answerer)
    inside = await answering.may_answer(work.connection, found.circle, found.answerer)
    if inside and (here or not found.practice.answers_back):
        return True
    stewards = await directory.members(work.connection, directory.STEWARDS)
    cause = f"{found.ref}:{write_wall(found.next_wall)}:not-opened"
    await put(work.connection, [Message(each.id, NOT_OPENED, found.ref, cause, counts=False) for each in stewards], now)
    return False


def _running(practices: Mapping[str, Practice]) -> Any:
    return _PROGRAMMES.where(ProgrammeRow.template.in_(list(practices)), ProgrammeRow.next_at.is_not(None))


def _read(row: Any, practices: Mapping[str, Practice]) -> Running:
    return Running(
        ref=row.ref,
        practice=adjusted(practices[row.template], row.adjusted or {}),
        circle=row.circle_id,
        circle_name="" if row.circle_kind == EVERYONE else row.circle_name,
        answerer=row.answerer_id,
        answerer_name=row.answerer_name,
        zone=row.zone,
        next_wall=parse_wall(row.next_wall),
        next_at=row.next_at,
        weeks=(row.adjusted or {}).get(WEEKS, 0),
    )
