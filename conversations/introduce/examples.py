"""One of everything that being introduced can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.forms import only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.introduce import cards
from conversations.introduce import words as w
from storage.examples import CLUB
from storage.seats import Seat

TABLES = replace(CLUB, kind="MATCH", spec={**CLUB.spec, "size": 4, "draw": 0})
LOT = replace(CLUB, kind="MATCH", spec={**CLUB.spec, "size": 0, "draw": 2})
NAMES = ("Amara Okafor", "Bela Smith", "Chidi Eze", "Dana Jones")
SEATED = [Seat(number, name, 1) for number, name in enumerate(NAMES)]
LOTS = [Seat(number, name, 1 - number // 2) for number, name in enumerate(NAMES)]


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    alone, nobody = [Seat(0, NAMES[0], 1)], [Seat(0, NAMES[0], 0)]
    return {
        "at a table": cards.told(words, TABLES, SEATED, 0),
        "at a table of a hidden network": cards.told(words, replace(TABLES, hidden=True), SEATED, 0),
        "drawn": cards.told(words, LOT, LOTS, 0),
        "not drawn": cards.told(words, LOT, LOTS, 3),
        "give back": cards.ask_back(words, TABLES),
        "given back": only_text(words, w.TITLE, words(w.GIVEN_BACK)),
        "on Home": Home(
            words(w.TITLE),
            (
                *cards.mine(words, TABLES, alone, 0),
                *cards.mine(words, TABLES, nobody, 0),
                *cards.to_answerer(words, TABLES, SEATED),
                *cards.to_answerer(words, LOT, LOTS),
                *cards.to_answerer(words, LOT, ()),
            ),
        ),
    }
