"""One of everything that thanking can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation import Person
from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.thanks import cards
from conversations.thanks import words as w
from conversations.thanks.store import MOST_FOUND, Found, Thanks
from storage.examples import CLUB, DARIO

AMARA = "Amara Okafor"
WHY = "You stayed until the bed was found, and told me a joke."
PROMPT = {"en": "Who helped you this week?"}
ASKED = replace(CLUB, circle_name="", spec={**CLUB.spec, "prompt": PROMPT, "to": "person"})
ONE = Thanks("a" * 32, AMARA, DARIO, WHY, public=True, at=datetime(2026, 11, 12, 10, tzinfo=UTC))
TEAMS = {"Ward 7": True, "Theatres": False, "Estates": False}


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form, person = cards.form(words, ASKED), Person(2, DARIO, "en", "Europe/London")
    two = [("b" * 32, Found(person, "Theatres")), ("c" * 32, Found(person, ""))]
    filled = {cards.WHO: "Dario", cards.WHY: WHY, cards.SHOWN: cards.PRIVATE}
    errors = {cards.WHO: words(w.NOBODY_CALLED), cards.WHY: words(w.TOO_LONG, size=312, n=cards.LONGEST)}
    others = {cards.WHO: words(w.TOO_MANY, n=MOST_FOUND), cards.WHY: words(w.NEEDED), cards.SHOWN: words(w.CHOOSE)}
    private = replace(ONE, public=False)
    return {
        "form": form,
        "form filled in": again(form, filled, {}),
        "form to be mended": again(form, filled, errors),
        "form with nothing in it": again(form, {}, others),
        "form to oneself": again(form, filled, {cards.WHO: words(w.YOURSELF)}),
        "which of several": again(cards.form(words, ASKED, two), filled, {cards.WHICH: words(w.SEVERAL, n=2)}),
        "sent": only_text(words, w.DONE_TITLE, words(w.DONE, name=DARIO)),
        "over": only_text(words, w.SAY, words(w.OVER)),
        "kept private": only_text(words, w.KEEP_PRIVATE, words(w.KEPT_PRIVATE)),
        "removed": only_text(words, w.TITLE, words(w.REMOVED)),
        "all read": cards.all_read(words, (ONE, replace(ONE, by="", to=AMARA)), None),
        "all read, for a steward": cards.all_read(words, (ONE,), TEAMS),
        "nobody yet": cards.all_read(words, (), {"Ward 7": True}),
        "in the note": Card(words(w.SUMMARY, name=AMARA), (*cards.received(words, ONE), *cards.digest(words, (ONE,)))),
        "on Home": Home(
            words(w.TITLE),
            (*cards.home_open(words, ASKED), *cards.given(words, ONE), *cards.received(words, private)),
        ),
    }
