"""Home, help and hello, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.home import cards
from storage.examples import KEEPER, NORTHFIELD

HOUSE = replace(NORTHFIELD, help_line="occupational health, 020 7946 0100")
TWO = replace(HOUSE, keeper=KEEPER)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    empty = cards.home(words, ())
    return {
        "empty home": empty,
        "home where something was published": cards.home(words, (), about_you=True, nudge=True, told=True),
        "home with something to say": cards.home(words, (), about_you=True),
        "home as a message": cards.as_card(empty),
        "hello": cards.hello(words, HOUSE),
        "hello in a group": cards.hello_group(words),
        "help": cards.help_page(words, HOUSE),
        "hello where there is a keeper": cards.hello(words, TWO),
        "help where there is a keeper": cards.help_page(words, TWO),
    }
