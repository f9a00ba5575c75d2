"""Opens rounds when their time has come: each once, with the people frozen, the keys made and everybody told."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from bot import detail
from bot.conversation import Message
from bot.detail import Detail
from bot.programme import (
    LAST_CHANCE,
    Ask,
    Dates,
    Template,
    dates,
    instant,
    next_round,
    parse_wall,
    write_wall,
)
from bot.question import Question, written
from storage import announced, ballots, db, directory, notes
from storage.disclosure.presets import Preset, TooFew, preset_for
from storage.loop import AskedRow, MomentRow, ProgrammeRow, RoundRow
from storage.outbox import put
from storage.people import PersonRow
from storage.programmes import heads, people_of, practice, runnable, zones_of
from storage.rotation import Whom, take_turn
from storage.snapshot import freeze
from storage.work import Work

NOT_OPENED = "steward.not_opened"


@dataclass(frozen=True, slots=True)
class _Opening:
    """One programme whose time has come."""

    id: int
    ref: str
    template: Template
    circle: int
    zone: str
    answerer: int
    wall: datetime


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is fixed when a round opens: who is asked, since when, with which thresholds, and by what else it is shown."""

    whom: Whom
    now: datetime
    preset: Preset
    by: Detail | None


async def open_next_due(
    work: Work, templates: Mapping[str, Template], now: datetime, usual: Preset, *, details: Mapping[str, Detail]
) -> bool:
    """Opens the one round that has been due longest; False when nothing is due. One call, one transaction. `details` are
    what people may say about themselves here.

    A round is left out, not caught up, if its last chance to answer or the next one's opening passed while nobody was
    running the server: a person gets one question, not three.
    """
    opening = await _due(work, templates, now)
    if opening is None:
        return False
    zones = await zones_of(work, opening.circle)
    when = dates(opening.template, opening.wall, opening.zone, zones)
    wall = next_round(opening.template, opening.wall)
    later = dates(opening.template, wall, opening.zone, zones).opens if wall else None
    if when.closes - LAST_CHANCE > now and (later is None or later > now):
        whom = await _whom(work, opening)
        if preset := await _preset(work, opening, usual, whom=whom, now=now):
            by = await shown_by(work, opening.template.ask, details.values(), preset=preset, now=now)
            await _open(work, opening, when, terms=_Terms(whom, now, preset, by))
    moved = update(ProgrammeRow).where(ProgrammeRow.id == opening.id)
    await work.connection.execute(moved.values(next_wall=write_wall(wall or opening.wall), next_at=later))
    return True


async def _due(work: Work, templates: Mapping[str, Template], now: datetime) -> _Opening | None:
    found = (
        select(ProgrammeRow)
        .where(ProgrammeRow.next_at <= now, runnable(templates))
        .order_by(ProgrammeRow.next_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await work.connection.execute(found)).first()
    if row is None:
        return None
    wall, template = parse_wall(row.next_wall), practice(row, templates)
    if template is None:
        return None
    return _Opening(row.id, row.ref, template, row.circle_id, row.zone, row.answerer_id, wall)


async def _whom(work: Work, opening: _Opening) -> Whom:
    """Everybody in the circle, or those whose turn it is."""
    return await take_turn(work, opening.id, people_of(opening.circle), opening.template.ask, wall=opening.wall)


async def _preset(work: Work, opening: _Opening, usual: Preset, *, whom: Whom, now: datetime) -> Preset | None:
    """The thresholds of this round (A8). P1 and P5: without somebody who answers back, or with too few people, nothing
    opens, and stewards hear why."""
    active = await work.connection.execute(select(PersonRow.active).where(PersonRow.id == opening.answerer))
    if active.scalar():
        if opening.template.ask.voice == "named":
            return usual
        try:
            return preset_for(await heads(work.connection, whom.people), usual)
        except TooFew:
            why = f"{'sample' if whom.sample else 'few'}:{opening.ref}"
    else:
        why = f"nobody:{opening.ref}"
    stewards = await directory.members(work.connection, directory.STEWARDS)
    cause = f"{opening.ref}:{write_wall(opening.wall)}:not-opened"
    await put(work.connection, [Message(each.id, NOT_OPENED, why, cause, counts=False) for each in stewards], now)
    return None


async def shown_by(work: Work, ask: Ask, details: Iterable[Detail], *, preset: Preset, now: datetime) -> Detail | None:
    """By what results are also shown: where enough people are asked, and all have known of it for long enough (P12); never
    where answers have names."""
    wanted = next((each for each in details if each.id == ask.by), None)
    if wanted is None or not preset.attributes or ask.voice == "named":
        return None
    usable = (await announced.usable_from(work.connection)).get(wanted.id)
    return wanted if usable and usable <= now.date() else None


async def _open(work: Work, opening: _Opening, when: Dates, *, terms: _Terms) -> None:
    row = db.insert(work.connection, RoundRow).values(
        ref=secrets.token_hex(16),
        programme_id=opening.id,
        wall=write_wall(opening.wall),
        stage="open",
        opened_at=terms.now,
        answer_by=when.answer_by,
        answerer_id=opening.answerer,
        threshold=terms.preset.k,
        preset=terms.preset.name,
        teams=[],
    )
    number = (await work.connection.execute(row.on_conflict_do_nothing().returning(RoundRow.id))).scalar()
    if number is None:
        return
    await freeze(work, terms.whom.people, number, teams=not terms.whom.sample)
    await _moments(work, opening, number, when, by=terms.by)
    await _tell_everyone(work, opening, number, when)


async def _moments(work: Work, opening: _Opening, number: int, when: Dates, *, by: Detail | None) -> None:
    """Writes the two moments of a round."""
    template, ask, ref = opening.template, opening.template.ask, secrets.token_hex(16)
    questions = ask.form(await rounds_before(work, opening.id, number))
    unlinked = ask.voice == "unlinked"
    asking = {
        "ref": ref,
        "name": ask.id,
        "kind": "ASK",
        "voice": ask.voice,
        "opens_at": when.opens,
        "closes_at": when.closes,
        "spec": _spec(ask, questions, by),
        "seal": ballots.make_keys(work, ref) if unlinked else None,
        "sealed_size": ballots.sealed_size(questions, comment=ask.comment) if unlinked else 0,
    }
    showing = {
        "ref": secrets.token_hex(16),
        "name": template.show.id,
        "kind": "SHOW",
        "voice": "named",
        "opens_at": when.closes,
        "closes_at": when.answer_by,
        "spec": {},
        "seal": None,
        "sealed_size": 0,
    }
    rows = [{**row, "round_id": number, "closed": False} for row in (asking, showing)]
    await work.connection.execute(insert(MomentRow), rows)


async def _tell_everyone(work: Work, opening: _Opening, number: int, when: Dates) -> None:
    """It stands in the weekly note of everybody asked: not before this wall-clock time in their own zone."""
    wall = opening.template.ask.at.after(opening.wall)
    people = select(AskedRow.person_id.label("id")).where(AskedRow.round_id == number)
    latest = when.closes - LAST_CHANCE
    await notes.plan(work.connection, people, earliest=lambda zone: instant(wall, zone), latest=latest)


async def rounds_before(work: Work, programme: int, number: int = 0) -> int:
    """How many rounds this programme opened before the one with this number: by it items take turns, and a round left out
    takes no turn away."""
    earlier = select(func.count()).where(RoundRow.programme_id == programme, RoundRow.id != number)
    return int((await work.connection.execute(earlier)).scalar_one())


def _spec(ask: Ask, questions: tuple[Question, ...], by: Detail | None) -> dict[str, Any]:
    """What is asked, kept with the round."""
    asked = {
        "subject": ask.about(questions),
        "questions": [written(each) for each in questions],
        "comment": ask.comment,
    }
    return asked | ({"by": detail.written(by)} if by else {})
