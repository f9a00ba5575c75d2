"""One of everything that the weekly note and its forms can show, for the contact sheet and for the laws of every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation import Issue, NotePart
from bot.forms import again, only_text
from bot.ui import Card, Form, Home, Quote
from bot.words import Words
from conversations.note import cards, rules
from conversations.note import words as w
from storage.examples import ASKING, NORTHFIELD

HOUSE = replace(NORTHFIELD, languages=("en", "cy", "pl"))
ISSUE = Issue("0" * 32, first=True, since=None, next_at=None)
# Stands for what the other conversations put in: these cards have examples of their own there.
PARTS = (NotePart("question", (Quote("..."),), "..."), NotePart("coming", (Quote("..."),), "", enough=False))

OTHER = replace(ASKING, urn=replace(ASKING.urn, ref="2" * 32), subject={"en": "How it is to work here"})


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    note = cards.weekly(words, HOUSE, ISSUE, PARTS)
    without = cards.weekly(words, HOUSE, replace(ISSUE, first=False), (replace(PARTS[0], place="came"),))
    two = {
        name: cards.weekly(words, HOUSE, replace(ISSUE, first=first), (PARTS[0], *PARTS))
        for name, first in (("note with two questions", False), ("first note with two questions", True))
    }
    wishes = cards.wholly(words, HOUSE, {rules.HOURS: "nights", rules.DAYS: rules.ON_OFF, rules.ROTA: "2026-11-02"})
    wrong = {
        rules.STARTS: words(w.CHOOSE_HOURS),
        rules.ROTA: words(w.CHOOSE_ROTA),
        rules.NOTE_AT: words(w.OUTSIDE),
        rules.BACK: words(w.TOO_FAR),
        rules.DAYS: words(w.NO_DAY),
        rules.HOURS: words(w.CHOOSE),
    }
    later = cards.later(words, ASKING)
    some = cards.some_later(words, ISSUE.ref, (ASKING, OTHER))
    day, closes = words.day(ASKING.closes_at), words.when(ASKING.closes_at)
    return {
        **({"first note": note} if note else {}),
        **({"note without a question": without} if without else {}),
        **{name: note for name, note in two.items() if note},
        "first contact": cards.briefly(words, HOUSE, {}),
        "wishes": wishes,
        "wishes to be mended": again(wishes, {}, wrong),
        "kept": only_text(words, w.WHEN, words(w.KEPT, when=closes)),
        "nothing is sent": only_text(words, w.WHEN, words(w.KEPT_HOME)),
        "later": later,
        "later is too late": again(later, {}, {cards.LATER: words(w.TOO_LATE_THEN)}),
        "later for some of two": some,
        "nothing is chosen": again(some, {}, {"": words(w.CHOOSE_SOME)}),
        "some put off": cards.some_put_off(words, ((OTHER, words(w.LATER_DONE, day=day, closes=closes)),)),
        "put off": only_text(words, w.LATER_TITLE, words(w.LATER_DONE, day=day, closes=closes)),
        "came back": only_text(words, w.LATER_TITLE, words(w.CAME_BACK, closes=closes)),
        "not this time": cards.not_now(words, ASKING),
        "nothing more comes": only_text(words, w.NOT_NOW_TITLE, words(w.NOT_NOW_DONE)),
        "it has closed": only_text(words, w.LATER_TITLE, words(w.CLOSED)),
    }
