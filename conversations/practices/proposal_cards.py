"""What people see of a practice that waits for a yes: whoever gives it, and whoever proposed it."""

from bot.finding import named
from bot.practice import Practice, whom
from bot.question import spoken
from bot.ui import Block, Buttons, Card, Open, Text
from bot.words import Sentence, Words
from conversations.practices import words_proposals as wp
from storage.practices import Running
from storage.proposals import WAITING, Proposal, State

_MINE: dict[State, Sentence] = {
    "asks": wp.MINE_ASKS,
    "second": wp.MINE_SECOND,
    "refused": wp.MINE_REFUSED,
    "declined": wp.MINE_DECLINED,
    "void": wp.MINE_VOID,
}


def waits(words: Words, one: Proposal, practice: Practice) -> tuple[Block, ...]:
    """For the stewards who can agree."""
    look = Open(words(wp.LOOK_AT_IT), "practices.proposal", one.ref)
    return (Text(_says(words, wp.WAITS, one, practice)), Buttons((look,)))


def asks_you(words: Words, one: Proposal, practice: Practice) -> Card:
    """For whoever is asked to say what came of it."""
    text = _says(words, wp.ASKS_YOU, one, practice)
    look = Open(words(wp.LOOK_AT_IT), "practices.asked", one.ref, look="primary")
    return Card(text[:150], (Text(text), Buttons((look,))))


def mine(words: Words, one: Proposal, practice: Practice) -> tuple[Block, ...]:
    """For whoever proposed it: what it waits for, or why it was not started."""
    label = wp.WITHDRAW if one.state in WAITING else wp.PUT_AWAY
    away = Open(words(label), "practices.withdraw", one.ref)
    return (Text(_says(words, _MINE[one.state], one, practice)), Buttons((away,)))


def settled(words: Words, one: Proposal, practice: Practice) -> Card | None:
    """The same as a message, once there is something to say."""
    if one.state in WAITING:
        return None
    text = _says(words, _MINE[one.state], one, practice)
    return Card(text[:150], (Text(text),))


def was_started(words: Words, one: Running) -> Card:
    told = {
        "title": spoken(one.practice.title, words.language),
        "whom": whom(words, one.circle_name),
        "answerer": named(words, one.answerer_name),
        "day": words.day(one.next_at),
    }
    text = words(wp.MINE_STARTED, **told)
    return Card(text[:150], (Text(text),))


def _says(words: Words, sentence: Sentence, one: Proposal, practice: Practice) -> str:
    return words(
        sentence,
        by=named(words, one.by_name),
        title=spoken(practice.title, words.language),
        whom=whom(words, one.circle_name),
        answerer=named(words, one.answerer_name),
        day=words.day(one.since),
    )
