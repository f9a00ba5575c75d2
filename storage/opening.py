"""Opens rounds when their time has come: each once, with the people frozen, the keys made and everybody told."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from bot import detail
from bot.conversation import Message
from bot.detail import Detail
from bot.programme import LAST_CHANCE, Ask, Template, instant, write_wall
from bot.question import Question, written
from bot.values import dataclass
from storage import announced, ballots, cycles, db, directory, notes
from storage.disclosure.presets import Preset, TooFew, preset_for
from storage.due import Opening, next_due
from storage.events.evaluating import guests
from storage.loop import AskedRow, MomentRow, ProgrammeRow, RoundRow
from storage.outbox import put
from storage.people import PersonRow
from storage.prepared import prepared
from storage.programmes import heads, people_of
from storage.rotation import Turn, Whom, take_turn
from storage.rounds import SUMMED
from storage.second_keys import NOT_OPENED, Second, Seconds
from storage.snapshot import freeze
from storage.work import Work

NO_SECONDS = Seconds()
_Questions = tuple[Question, ...]
_MOVED = prepared(
    update(ProgrammeRow)
    .where(ProgrammeRow.id == bindparam("programme"))
    .values(next_wall=bindparam("wall"), next_at=bindparam("at", type_=ProgrammeRow.next_at.type))
)
_BEFORE = prepared(select(func.count().label("many")).where(RoundRow.programme_id == bindparam("programme"), ~SUMMED))


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is fixed when a round opens: who is asked, since when, with which thresholds, by what else it is shown, the
    second key, if there is a keeper, what is asked, and which turn it is where results by team come of a cycle."""

    whom: Whom
    now: datetime
    preset: Preset
    by: Detail | None
    second: Second | None
    questions: tuple[Question, ...]
    turn: Turn | None


async def open_next_due(
    work: Work,
    templates: Mapping[str, Template],
    now: datetime,
    usual: Preset,
    *,
    details: Mapping[str, Detail],
    seconds: Seconds = NO_SECONDS,
) -> bool:
    """Opens the one round that has been due longest; False when nothing is due. One call, one transaction. `details` are
    what people may say about themselves here. Where there is a keeper, `seconds` are the keys it has made.

    A round is left out, not caught up, if its last chance to answer or the next one's opening passed while nobody was
    running the server: a person gets one question, not three.
    """
    opening = await next_due(work, templates, now, seconds.missing)
    if opening is None:
        return False
    if opening.in_time(now):
        second = seconds.found.get(opening.id)
        if _needs_second(work, opening) and not (second and second.closes == opening.when.closes):
            return False  # it came due, or its close changed, after the keeper was asked; the next tick asks again
        whom = await _whom(work, opening)
        if preset := await _preset(work, opening, usual, whom=whom, now=now):
            by = await shown_by(work, opening.template.ask, details.values(), preset=preset, now=now)
            turn = whom.turn if by is None else None
            questions, turn = await _asks(work, opening, preset, turn)
            await _open(work, opening, _Terms(whom, now, preset, by, second, questions, turn))
    wall = write_wall(opening.after or opening.wall)
    await _MOVED.rows(work.connection, programme=opening.id, wall=wall, at=opening.later)
    return True


def _needs_second(work: Work, opening: Opening) -> bool:
    return work.keeper is not None and opening.template.ask.voice == "unlinked"


async def _whom(work: Work, opening: Opening) -> Whom:
    """Everybody in the circle, those whose turn it is, or those who said that they come to an event."""
    if opening.event:
        return Whom(guests(opening.event), sample=True)
    return await take_turn(work, opening.id, people_of(opening.circle), opening.template.ask, wall=opening.wall)


async def _preset(work: Work, opening: Opening, usual: Preset, *, whom: Whom, now: datetime) -> Preset | None:
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


async def _asks(work: Work, opening: Opening, preset: Preset, turn: Turn | None) -> tuple[_Questions, Turn | None]:
    """What is asked; and the turn, where results by team come when everybody has had theirs. All are asked the same then."""
    ask = opening.template.ask
    if turn and ask.by_team:
        questions = ask.form(await cycles.before(work, opening.id, turn.cycle))
        if turn := await cycles.taken_up(work, opening.id, turn, preset=preset, questions=questions):
            return questions, turn
    return ask.form(await rounds_before(work, opening.id)), None


async def _open(work: Work, opening: Opening, terms: _Terms) -> None:
    row = db.insert(work.connection, RoundRow).values(
        ref=secrets.token_hex(16),
        programme_id=opening.id,
        wall=write_wall(opening.wall),
        stage="open",
        opened_at=terms.now,
        answer_by=opening.when.answer_by,
        answerer_id=opening.answerer,
        threshold=terms.preset.k,
        preset=terms.preset.name,
        teams=[],
        cycle=terms.turn.cycle if terms.turn else None,
        turn=terms.turn.number if terms.turn else None,
    )
    number = (await work.connection.execute(row.on_conflict_do_nothing().returning(RoundRow.id))).scalar()
    if number is None:
        return
    teams = terms.turn is not None or not terms.whom.sample
    await freeze(work, terms.whom.people, number, teams=teams, tree=not terms.whom.sample)
    await _moments(work, opening, number, terms)
    await _tell_everyone(work, opening, number)


async def _moments(work: Work, opening: Opening, number: int, terms: _Terms) -> None:
    """Writes the two moments of a round."""
    template, ask, when = opening.template, opening.template.ask, opening.when
    second = terms.second if ask.voice == "unlinked" else None
    ref = second.ref if second else secrets.token_hex(16)
    unlinked = ask.voice == "unlinked"
    asking = {
        "ref": ref,
        "name": ask.id,
        "kind": "ASK",
        "voice": ask.voice,
        "opens_at": when.opens,
        "closes_at": when.closes,
        "spec": _spec(ask, terms) | _keeper(work, second),
        "seal": ballots.make_keys(work, ref, second.key if second else b"") if unlinked else None,
        "sealed_size": ballots.sealed_size(terms.questions, comment=ask.comment, kept=bool(second)) if unlinked else 0,
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


async def _tell_everyone(work: Work, opening: Opening, number: int) -> None:
    """It stands in the weekly note of everybody asked: not before this wall-clock time in their own zone."""
    wall = opening.template.ask.at.after(opening.wall)
    people = select(AskedRow.person_id.label("id")).where(AskedRow.round_id == number)
    latest = opening.when.closes - LAST_CHANCE
    await notes.plan(work.connection, people, earliest=lambda zone: instant(wall, zone), latest=latest)


async def rounds_before(work: Work, programme: int) -> int:
    """How many rounds this programme has opened: by it items take turns, and a round left out takes no turn away. What
    sums up a cycle asked nothing."""
    return int((await _BEFORE.first(work.connection, programme=programme)).many)


def _keeper(work: Work, second: Second | None) -> dict[str, str]:
    """Who has the second key, as everybody who is asked is told; fixed at opening."""
    return {"keeper": work.keeper.name} if second and work.keeper else {}


def _spec(ask: Ask, terms: _Terms) -> dict[str, Any]:
    """What is asked, kept with the round."""
    asked = {
        "subject": ask.about(terms.questions),
        "questions": [written(each) for each in terms.questions],
        "comment": ask.comment,
    }
    asked |= {"by": detail.written(terms.by)} if terms.by else {}
    if terms.turn:
        return asked | {"turns": terms.turn.of}
    return asked | ({"sampled": True} if terms.whom.sample else {})
