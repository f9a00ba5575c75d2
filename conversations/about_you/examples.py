"""The form about oneself and what comes after it, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.detail import Detail, Group
from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.about_you import cards
from conversations.about_you import words as w
from storage.examples import NORTHFIELD

AGE = Detail(
    "age-band",
    {"en": "age"},
    {"en": "How old are you?"},
    {"en": "To see whether work is as good for the youngest and the oldest of us."},
    (Group("under-45", {"en": "Under 45"}), Group("from-45", {"en": "45 and over"})),
)
SEX = Detail(
    "sex",
    {"en": "sex"},
    {"en": "What is your sex?"},
    {"en": "To see whether women and men are treated equally here."},
    (Group("female", {"en": "Female"}), Group("male", {"en": "Male"})),
)
HOUSE = replace(NORTHFIELD, details=(AGE, SEX))
USABLE = datetime(2026, 11, 12, 12, tzinfo=UTC)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form = cards.about_you(words, HOUSE)
    home = Home(words(w.TITLE), cards.announced(words, HOUSE, HOUSE.details, USABLE))
    return {
        "form": form,
        "form filled in": again(form, {"age-band": "from-45", "sex": "skip"}, {}),
        "form to be mended": again(form, {"sex": "x"}, {"sex": words(w.CHOOSE)}),
        "kept": only_text(words, w.TITLE, words(w.KEPT)),
        "nothing kept": only_text(words, w.TITLE, words(w.NOTHING)),
        "nothing is asked": only_text(words, w.TITLE, words(w.NOT_HERE, organisation=HOUSE.organisation)),
        "announced": home,
    }
