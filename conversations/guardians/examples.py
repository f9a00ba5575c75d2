"""Each of the four, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping

from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.guardians import cards


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {
        "the words of the day": cards.digest(words),
        "urgent": cards.ping(words),
        "you have been away": cards.away(words),
        "a guardian has been away": cards.inactive(words),
    }
