"""What people read where a channel is linked: the offer and its form, what the channel reads of it, and that it was lost."""

from collections.abc import Sequence

from bot.falls import cut
from bot.limits import SUMMARY
from bot.sentences import CLOSE
from bot.ui import Buttons, Card, Choice, Form, Note, Open, Option, Text, Write
from bot.words import Words
from conversations.channels import words as w
from storage.channels.links import Channel
from storage.channels.undone import Undone
from storage.directory import EVERYONE
from storage.events.event import Audience, Event

CIRCLE, NAME = "circle", "name"
LONGEST = 60
MOST_CIRCLES = 100


def offer(words: Words, ref: str) -> Card:
    """In the channel: what will be posted there, and how that ends; whoever may, chooses for which circle."""
    text = words(w.OFFER)
    return Card(cut(text, SUMMARY), (Text(text), Buttons((Open(words(w.CHOOSE), "channels.link", ref),))))


def form(words: Words, ref: str, circles: Sequence[Audience]) -> Form:
    options = tuple(Option(each.key, _named(words, each.key, each.name)[:75]) for each in circles[:MOST_CIRCLES])
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.TEXT)), Note(words(w.HIDDEN))),
        fields=(
            Choice(CIRCLE, words(w.WHICH), options),
            Write(NAME, words(w.NAME), LONGEST, hint=words(w.NAME_HINT), tall=False),
        ),
        action="channels.link",
        ref=ref,
        submit=words(w.LINK),
        values={CIRCLE: circles[0].key} if len(circles) == 1 else {},
    )


def said(text: str) -> Card:
    return Card(cut(text, SUMMARY), (Text(text),))


def linked(words: Words, channel: Channel) -> Card:
    """What the channel reads once it is linked: those in it must know."""
    return said(words(w.LINKED, circle=circle(words, channel)))


def lost(words: Words, channel: Channel) -> Text:
    return Text(words(w.LOST, name=channel.name, circle=circle(words, channel)))


def undone(words: Words, channel: Channel, event: Event, what: Undone) -> Card:
    """To whoever leads an event that was not posted there, or perhaps was: one sentence, with what to do."""
    sentence = w.UNDONE_LOST if what.lost else w.UNDONE if what.surely else w.UNDONE_PERHAPS
    sentence = w.UNDONE_OFF if event.state == "cancelled" else sentence
    return said(words(sentence, name=event.plan.name, channel=channel.name))


def circle(words: Words, channel: Channel) -> str:
    """What the circle is called; all staff have no name of their own."""
    return _named(words, channel.circle_key, channel.circle_name)


def _named(words: Words, key: str, name: str) -> str:
    return words(w.EVERYBODY) if key == EVERYONE else name
