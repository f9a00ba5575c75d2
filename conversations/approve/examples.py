"""One of everything that final words can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.approve import cards
from conversations.approve import words as w
from storage.examples import CLUB
from storage.finals import Final

AMARA = "Amara Okafor"
TOLD = "i was lost on my first day, and the porter walked me all the way to ward 7."
TIDIED = "I was lost on my first day, and the porter walked me all the way to Ward 7."
STORY = replace(CLUB, spec={**CLUB.spec, "approve": True})
SAID = Final("5" * 32, 1, AMARA, TOLD)
OFFERED = replace(SAID, offered=TIDIED, turn=1)
SHARED = replace(SAID, shared=TIDIED, at=datetime(2026, 11, 12, 9, tzinfo=UTC))
WRITTEN = (AMARA, TOLD, TIDIED)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form, many = cards.work_on(words, SAID), [SAID] * 11
    long = words(w.TOO_LONG, size=312, n=cards.LONGEST)
    return {
        "to look at": cards.to_look_at(words, STORY, [SAID, OFFERED]),
        "many to look at": cards.to_look_at(words, STORY, many),
        "nothing to look at": cards.to_look_at(words, STORY, ()),
        "tidy": form,
        "tidy, to be mended": again(form, {cards.FINAL: "x"}, {cards.FINAL: long}),
        "offered": only_text(words, w.TITLE, words(w.OFFERED, name=AMARA)),
        "offer": cards.offer(words, STORY, OFFERED),
        "offer in a hidden network": cards.offer(words, replace(STORY, hidden=True), OFFERED),
        "offer that changed": cards.newer(words, STORY, OFFERED),
        "approved": cards.said(words, words(w.DONE)),
        "change": cards.change(words, OFFERED),
        "take back": cards.take_back(words, SHARED),
        "taken back": only_text(words, w.TAKE_BACK, words(w.TAKEN_BACK)),
        "in the note": Card("x", cards.in_note(words, STORY, [SHARED] * 4)),
        "read": cards.read(words, STORY, [SHARED] * 12, 0),
        "nothing to read": cards.read(words, STORY, (), 0),
        "on Home": Home(
            words(w.TITLE),
            (
                *cards.home_to_look_at(words, STORY, many),
                *cards.home_to_look_at(words, STORY, [OFFERED]),
                *cards.asked(words, STORY, OFFERED),
                *cards.home_mine(words, STORY, SAID),
                *cards.home_mine(words, STORY, SHARED),
                *cards.home_to_read(words, STORY, 1),
            ),
        ),
    }
