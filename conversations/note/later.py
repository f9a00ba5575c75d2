"""The turns in which somebody puts a question off: by a day, by a week, or for good; one alone, or some of a whole note's."""

from datetime import date, timedelta

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Form
from conversations.note import cards
from conversations.note import words as w
from storage import notes, quiet, rounds, wishes
from storage.rounds import Asking
from storage.work import work_of

DAYS = {cards.IN_A_DAY: 1, cards.IN_A_WEEK: 7}


async def open_later(turn: Turn, event: Opened) -> Show:
    asking = await _asked(turn, event.ref)
    return Show(cards.later(turn.words, asking) if asking.answerable(turn.now) else _closed(turn))


async def open_not_now(turn: Turn, event: Opened) -> Show:
    asking = await _asked(turn, event.ref)
    return Show(cards.not_now(turn.words, asking) if asking.answerable(turn.now) else _closed(turn))


async def open_some(turn: Turn, event: Opened) -> Show:
    """Those of a note's questions that are still open. `ref` is the note's."""
    found = await _open_in(turn, event.ref)
    return Show(cards.some_later(turn.words, event.ref, found) if found else _closed(turn))


async def put_off(turn: Turn, event: Submitted) -> Show:
    """A day later, a week later, or not at all."""
    asking = await _asked(turn, event.ref, hold=True)
    spell = event.values.get(cards.LATER, "")
    if not asking.answerable(turn.now):
        return Show(_closed(turn))
    if wrong := await _wrong(turn, asking, spell):
        return Show(again(cards.later(turn.words, asking), event.values, {cards.LATER: wrong}))
    return Show(only_text(turn.words, w.LATER_TITLE, await _done(turn, asking, spell)))


async def not_now(turn: Turn, event: Submitted) -> Show:
    """Nothing more comes about this question. What is kept for it tells nobody who pressed."""
    asking = await _asked(turn, event.ref, hold=True)
    if not asking.answerable(turn.now):
        return Show(_closed(turn))
    return Show(only_text(turn.words, w.NOT_NOW_TITLE, await _done(turn, asking, cards.NEVER)))


async def put_some_off(turn: Turn, event: Submitted) -> Show:
    """Each question for which something was chosen: all of them, or none where one choice cannot be kept. `values` are by
    the question's ref."""
    open_now = await _open_in(turn, event.ref)
    # Held in one order, so that no two turns wait for each other.
    refs = sorted(each.urn.ref for each in open_now if event.values.get(each.urn.ref))
    chosen = [(await _asked(turn, ref, hold=True), event.values[ref]) for ref in refs]
    errors = {each.urn.ref: wrong for each, spell in chosen if (wrong := await _wrong(turn, each, spell))}
    if not chosen:
        errors[""] = turn.words(w.CLOSED if any(event.values.values()) else w.CHOOSE_SOME)
    if not open_now:
        return Show(_closed(turn))
    if errors:
        return Show(again(cards.some_later(turn.words, event.ref, open_now), event.values, errors))
    told = [(each, await _done(turn, each, spell)) for each, spell in chosen]
    return Show(cards.some_put_off(turn.words, told))


async def _wrong(turn: Turn, asking: Asking, spell: str) -> str:
    """Why this cannot be kept; empty where it can, or where nothing is kept of it."""
    if spell == cards.NEVER or await _came_back(turn, asking):
        return ""
    if spell not in DAYS:
        return turn.words(w.CHOOSE)
    return "" if await _day(turn, spell) < asking.closes_at.date() else turn.words(w.TOO_LATE_THEN)


async def _done(turn: Turn, asking: Asking, spell: str) -> str:
    """Puts it off, and says what is so from now on."""
    closes = turn.words.when(asking.closes_at)
    if not asking.answerable(turn.now):
        return turn.words(w.CLOSED)
    if spell == cards.NEVER:
        await quiet.hush(work_of(turn), asking.urn, turn.somebody.id)
        return turn.words(w.NOT_NOW_DONE)
    if await _came_back(turn, asking):
        return turn.words(w.CAME_BACK, closes=closes)
    day = await _day(turn, spell)
    await quiet.hush(work_of(turn), asking.urn, turn.somebody.id, day)
    return turn.words(w.LATER_DONE, day=turn.words.day(day), closes=closes)


async def _came_back(turn: Turn, asking: Asking) -> bool:
    return await quiet.came_back(work_of(turn), asking.urn, turn.somebody.id)


async def _day(turn: Turn, spell: str) -> date:
    known, _ = await wishes.of(work_of(turn).connection, turn.somebody.id)
    return known.hours.day(turn.now) + timedelta(days=DAYS[spell])


async def _open_in(turn: Turn, note: str) -> list[Asking]:
    return await notes.standing(work_of(turn).connection, turn.somebody.id, note, turn.now)


async def _asked(turn: Turn, ref: str, *, hold: bool = False) -> Asking:
    asking = await rounds.asked_of(work_of(turn).connection, ref, turn.somebody.id, hold=hold)
    if asking is None:
        raise Refusal(turn.words(w.NOT_ASKED))
    return asking


def _closed(turn: Turn) -> Form:
    return only_text(turn.words, w.LATER_TITLE, turn.words(w.CLOSED))
