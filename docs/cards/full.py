"""What several conversations fill together, with something in every place: a Home and the weekly notes of a nurse."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation import HomeParts, Issue, NotePart
from bot.finding import first_finding
from bot.ui import Card, Home, Text
from bot.words import Words
from conversations.ask import ahead
from conversations.ask import cards as ask
from conversations.home import cards as home
from conversations.note import cards as note
from conversations.note.examples import HOUSE, ISSUE
from conversations.show import cards as show
from conversations.show.examples import CELLS, NOW
from conversations.steward.examples import TEMPLATES
from storage.coming import Coming
from storage.examples import ASKING, DARIO, NEWS, NORTHFIELD, SHARED

COMING = Coming(1, TEMPLATES[0], datetime(2026, 11, 19, 10, tzinfo=UTC), DARIO)


def full_home(words: Words) -> Home:
    """An open question, the next one, what was said, and one outcome."""
    parts: tuple[HomeParts, ...] = (
        {
            "now": ask.home_open(words, ASKING, first=True),
            "coming": (ahead.home_coming(words, COMING),),
            "said": ask.home_said(words, ASKING, NORTHFIELD.operator),
        },
        {"came": show.home_shared(words, SHARED, CELLS, NEWS, now=NOW)},
    )
    return home.home(words, parts)


def full_notes(words: Words) -> Mapping[str, Card]:
    """The first note, a later one, two with two questions and one without any, by name."""
    outcome = show.outcome(words, SHARED, CELLS, NEWS, now=NOW)
    came = NotePart("came", outcome.blocks, outcome.summary)
    coming = NotePart("coming", (ahead.home_coming(words, COMING),), "", enough=False)
    later = replace(ISSUE, first=False)
    notes = {
        "first note": _note(words, ISSUE, _asks(words, many=1, first=True), coming),
        "note": _note(words, later, _asks(words, many=1), coming),
        "note with two questions": _note(words, later, came, _asks(words, many=2), _asks(words, many=2), coming),
        "first note with two questions": _note(words, ISSUE, *[_asks(words, many=2, first=True)] * 2, coming),
        "note without a question": _note(words, later, came, coming),
    }
    return {name: drawn for name, drawn in notes.items() if drawn}


def _asks(words: Words, *, many: int, first: bool = False) -> NotePart:
    prompt = ask.prompt(words, ASKING, alone=many == 1, first=first)
    found = first_finding(words, SHARED.questions, CELLS)
    before = Text(ask.last_time(words, found, NEWS))
    return NotePart("question", (before, *prompt), ask.summary(words, ASKING))


def _note(words: Words, issue: Issue, *parts: NotePart) -> Card | None:
    return note.weekly(words, HOUSE, issue, parts)
