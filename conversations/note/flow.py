"""The turns of the weekly note: draw it, choose when it comes, put a question off."""

from datetime import date, datetime, timedelta

from bot.attention import Wishes
from bot.conversation import Conversation, Turn
from bot.core import Refusal
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.hours import waking
from bot.ui import Card, Form
from conversations.note import cards, rules
from conversations.note import words as w
from conversations.note.rules import Chosen
from storage import notes, quiet, rounds, wishes
from storage.rounds import Asking
from storage.work import work_of

DAYS = {cards.IN_A_DAY: 1, cards.IN_A_WEEK: 7}


async def draw_weekly(turn: Turn, ref: str) -> Card | None:
    """The note as it is true now; None when there is nothing to say."""
    issue = await notes.issue(work_of(turn).connection, turn.somebody.id, ref, turn.now)
    return cards.weekly(turn.words, turn.house, issue, await turn.note(issue))


async def open_when(turn: Turn, _event: Opened) -> Show:
    return Show(cards.briefly(turn.words, turn.house, await _written(turn)))


async def open_wishes(turn: Turn, _event: Opened) -> Show:
    return Show(cards.wholly(turn.words, turn.house, await _written(turn)))


async def keep_when(turn: Turn, event: Submitted) -> Show:
    """First contact: hours and language. What was chosen in the whole form before stays."""
    known, _ = await wishes.of(work_of(turn).connection, turn.somebody.id)
    chosen = rules.briefly(event.values, known, turn.house.languages)
    return await _keep(turn, event, chosen, cards.briefly(turn.words, turn.house, {}))


async def keep_wishes(turn: Turn, event: Submitted) -> Show:
    known, _ = await wishes.of(work_of(turn).connection, turn.somebody.id)
    zone = known.hours.zone
    chosen = rules.wholly(event.values, zone, known.hours.day(turn.now), turn.house.languages)
    return await _keep(turn, event, chosen, cards.wholly(turn.words, turn.house, {}))


async def open_later(turn: Turn, event: Opened) -> Show:
    asking = await _asked(turn, event.ref)
    return Show(cards.later(turn.words, asking) if asking.answerable(turn.now) else _closed(turn))


async def open_not_now(turn: Turn, event: Opened) -> Show:
    asking = await _asked(turn, event.ref)
    return Show(cards.not_now(turn.words, asking) if asking.answerable(turn.now) else _closed(turn))


async def put_off(turn: Turn, event: Submitted) -> Show:
    """A day later, a week later, or not at all."""
    asking = await _asked(turn, event.ref, hold=True)
    spell = event.values.get(cards.LATER, "")
    if not asking.answerable(turn.now):
        return Show(_closed(turn))
    if spell == cards.NEVER:
        return await not_now(turn, event)
    if await quiet.came_back(work_of(turn), asking.urn, turn.somebody.id):
        text = turn.words(w.CAME_BACK, closes=turn.words.when(asking.closes_at))
        return Show(only_text(turn.words, w.LATER_TITLE, text))
    day = await _day(turn, DAYS[spell]) if spell in DAYS else None
    if day is None or day >= asking.closes_at.date():
        error = turn.words(w.TOO_LATE_THEN if day else w.CHOOSE)
        return Show(again(cards.later(turn.words, asking), event.values, {cards.LATER: error}))
    await quiet.hush(work_of(turn), asking.urn, turn.somebody.id, day)
    text = turn.words(w.LATER_DONE, day=turn.words.day(day), closes=turn.words.when(asking.closes_at))
    return Show(only_text(turn.words, w.LATER_TITLE, text))


async def not_now(turn: Turn, event: Submitted) -> Show:
    """Nothing more comes about this question. What is kept for it tells nobody who pressed."""
    asking = await _asked(turn, event.ref, hold=True)
    if not asking.answerable(turn.now):
        return Show(_closed(turn))
    await quiet.hush(work_of(turn), asking.urn, turn.somebody.id)
    return Show(only_text(turn.words, w.NOT_NOW_TITLE, turn.words(w.NOT_NOW_DONE)))


async def _keep(turn: Turn, event: Submitted, chosen: Chosen, form: Form) -> Show:
    person, connection = turn.somebody, work_of(turn).connection
    errors = {name: turn.words(said) for name, said in chosen.errors.items()}
    if not errors and not _can_come(chosen.wishes, turn.now):
        errors[rules.DAYS if form.action == "note.wishes" else rules.HOURS] = turn.words(w.NO_DAY)
    if errors:
        return Show(again(form, event.values, errors))
    await wishes.keep(connection, person.id, chosen.wishes, chosen.language)
    at = await notes.move(connection, person.id, turn.now)
    words = turn.speaking(chosen.language or person.language, person.zone)
    text = words(w.KEPT, when=words.when(at)) if at else words(w.KEPT_HOME)
    return Show(only_text(words, w.WHEN, text))


def _can_come(chosen: Wishes, now: datetime) -> bool:
    return chosen.only_home or waking(now, chosen.hours) is not None


async def _written(turn: Turn) -> dict[str, str]:
    person, connection = turn.somebody, work_of(turn).connection
    known, _ = await wishes.of(connection, person.id)
    language = person.language if person.language in turn.house.languages else ""
    return rules.written(known, language)


async def _day(turn: Turn, days: int) -> date:
    known, _ = await wishes.of(work_of(turn).connection, turn.somebody.id)
    return known.hours.day(turn.now) + timedelta(days=days)


async def _asked(turn: Turn, ref: str, *, hold: bool = False) -> Asking:
    asking = await rounds.asked_of(work_of(turn).connection, ref, turn.somebody.id, hold=hold)
    if asking is None:
        raise Refusal(turn.words(w.NOT_ASKED))
    return asking


def _closed(turn: Turn) -> Form:
    return only_text(turn.words, w.LATER_TITLE, turn.words(w.CLOSED))


CONVERSATION = Conversation(
    name="note",
    opens={
        "note.when": open_when,
        "note.wishes": open_wishes,
        "note.later": open_later,
        "note.not_now": open_not_now,
    },
    submits={
        "note.when": keep_when,
        "note.wishes": keep_wishes,
        "note.later": put_off,
        "note.not_now": not_now,
    },
    cards={"note.weekly": draw_weekly},
)
