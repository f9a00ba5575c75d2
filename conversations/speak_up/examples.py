"""The speak-up page, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping

from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.speak_up import cards


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {
        "signposts": cards.signposts(words, "Ines Costa, 020 7946 0123"),
        "signposts without a guardian": cards.signposts(words, ""),
    }
