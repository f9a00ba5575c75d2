"""How the words for guardians look: nothing in them depends on a case, a day or a person."""

from bot.ui import Card, Text
from bot.words import Sentence, Words
from conversations.guardians import words as w


def digest(words: Words) -> Card:
    return _card(words, w.DIGEST, w.DIGEST_TEXT)


def ping(words: Words) -> Card:
    return _card(words, w.PING, w.PING_TEXT)


def away(words: Words) -> Card:
    return _card(words, w.AWAY, w.AWAY_TEXT)


def inactive(words: Words) -> Card:
    return _card(words, w.INACTIVE, w.INACTIVE_TEXT)


def _card(words: Words, first: Sentence, then: Sentence) -> Card:
    return Card(words(first), (Text(words(first)), Text(words(then))))
