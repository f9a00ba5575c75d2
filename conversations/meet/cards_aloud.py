"""How an event looks where everybody reads along, and the tick by which whoever sends it posts it in their channels."""

from collections.abc import Sequence

from bot.falls import cut
from bot.limits import SUMMARY
from bot.ui import Card, Form, Note, Option, Several, Text
from bot.values import replace
from bot.words import Words
from conversations.meet import cards
from conversations.meet import words as w
from conversations.meet import words_plan as p
from conversations.meet.cards import Invited
from storage.channels.links import Channel
from storage.events.event import Event

CHANNELS = "channels"


def also_posted(words: Words, shown: Form, channels: Sequence[Channel]) -> Form:
    """The preview, with the circle's channels ticked; as it is where there are none."""
    if not channels:
        return shown
    options = tuple(Option(each.ref, f"#{each.name}"[:75]) for each in channels)
    also = Several(CHANNELS, words(p.ALSO_POST), options, hint=words(p.ALSO_POST_HINT), required=False)
    ticked = {CHANNELS: ",".join(each.ref for each in channels)}
    return replace(shown, fields=(also, *shown.fields), values={**shown.values, **ticked})


def moved(words: Words, event: Event) -> Card:
    text = cards.said(words, w.ALOUD_MOVED, event)
    answer = cards.line(words, Invited(event))[-1]
    return Card(cut(text, SUMMARY), (Text(text), answer, Note(words(w.ALOUD))))


def off(words: Words, event: Event) -> Card:
    text = cards.said(words, w.CANCELLED, event)
    return Card(cut(text, SUMMARY), (Text(text),))
