"""The turns of the weekly note: draw it, choose when it comes; and the table of what answers what."""

from datetime import datetime

from bot.attention import Wishes
from bot.conversation import Conversation, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.hours import waking
from bot.ui import Card, Form
from conversations.note import cards, later, rules
from conversations.note import words as w
from conversations.note.rules import Chosen
from storage import notes, wishes
from storage.work import work_of


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


async def _keep(turn: Turn, event: Submitted, chosen: Chosen, form: Form) -> Show:
    person, connection = turn.somebody, work_of(turn).connection
    errors = {name: turn.words(said) for name, said in chosen.errors.items()}
    if not errors and not _can_come(chosen.wishes, turn.now):
        errors[rules.DAYS if form.action == "note.wishes" else rules.HOURS] = turn.words(w.NO_DAY)
    if errors:
        return Show(again(form, event.values, errors))
    language = await wishes.keep(connection, person.id, chosen.wishes, chosen.language)
    at = await notes.move(connection, person.id, turn.now)
    words = turn.speaking(language, person.zone)
    text = words(w.KEPT, when=words.when(at)) if at else words(w.KEPT_HOME)
    return Show(only_text(words, w.WHEN, text))


def _can_come(chosen: Wishes, now: datetime) -> bool:
    return chosen.only_home or waking(now, chosen.hours) is not None


async def _written(turn: Turn) -> dict[str, str]:
    person, connection = turn.somebody, work_of(turn).connection
    known, _ = await wishes.of(connection, person.id)
    language = await wishes.language_of(connection, person.id)
    return rules.written(known, language if language in (None, *turn.house.languages) else "")


CONVERSATION = Conversation(
    name="note",
    opens={
        "note.when": open_when,
        "note.wishes": open_wishes,
        "note.later": later.open_later,
        "note.not_now": later.open_not_now,
        "note.some_later": later.open_some,
    },
    submits={
        "note.when": keep_when,
        "note.wishes": keep_wishes,
        "note.later": later.put_off,
        "note.not_now": later.not_now,
        "note.some_later": later.put_some_off,
    },
    cards={"note.weekly": draw_weekly},
)
