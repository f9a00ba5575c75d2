"""One of everything that saying something can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.say import cards
from conversations.say import words as w
from storage.examples import CLUB, DARIO, NORTHFIELD
from storage.given import Given

BOOK = "Small Island, 9 hours as an audiobook: what arriving here is like."
SORTERS = (DARIO, "Maya Osei", "Lowri Bevan")
SEALED = replace(
    CLUB,
    circle_name="",
    on=replace(CLUB.on, voice="confidential"),
    spec={**CLUB.spec, "becomes": "yes-or-no"},
)
ANSWERED = replace(CLUB, spec={**CLUB.spec, "becomes": "answered"})


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    mine, lines = Given("1", {cards.SAID: BOOK}, "Amara Okafor"), [BOOK, "Pride, 2 hours."]
    form, long = (
        cards.form(words, CLUB, NORTHFIELD, before=words(w.FIRST)),
        words(w.TOO_LONG, size=312, n=cards.LONGEST),
    )
    said = [Given(str(n), {cards.SAID: line}, "Amara Okafor" if n else "") for n, line in enumerate(lines * 11)]
    return {
        "asked": Card(cards.title(words, CLUB), cards.asked(words, CLUB, words(w.FIRST), NORTHFIELD)),
        "asked, and only answered": Card("x", cards.asked(words, ANSWERED, words(w.FIRST), NORTHFIELD)),
        "asked in confidence": Card("x", cards.asked(words, SEALED, words(w.LAST_TIME, said="x"), NORTHFIELD)),
        "form": form,
        "form to be mended": again(form, {cards.SAID: "x"}, {cards.SAID: long}),
        "form said before": cards.form(words, CLUB, NORTHFIELD, mine),
        "form in confidence": cards.form(words, SEALED, NORTHFIELD, mine),
        "form in confidence, sorted together": cards.form(words, SEALED, NORTHFIELD, readers=SORTERS),
        "kept": cards.kept(words, CLUB),
        "take back": cards.take_back(words, CLUB),
        "taken back": only_text(words, w.TAKE_BACK, words(w.TAKEN_BACK)),
        "said by all": cards.said_by_all(words, CLUB, said, 0),
        "said by nobody": cards.said_by_all(words, CLUB, (), 0),
        "over": only_text(words, w.KEPT_TITLE, words(w.OVER)),
        "on Home": Home(
            words(w.YOURS),
            (
                *cards.home_open(words, CLUB),
                *cards.home_said(words, CLUB, BOOK),
                *cards.home_said(words, SEALED, ""),
            ),
        ),
    }
