"""One of everything that choosing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.weigh import cards
from conversations.weigh import words as w
from conversations.weigh.rules import Outcome, Score, told
from storage.examples import CLUB, NORTHFIELD

NAMED = {
    "a" * 32: "Small Island, 9 hours as an audiobook: what arriving here is like.",
    "b" * 32: "Pride, 2 hours: it made me laugh and then not.",
    "c" * 32: "Ear Hustle, 40 minutes an episode: life inside, told by those who live it. Start with the first, "
    "and do not read about it before.",
}
OUTCOME = Outcome(
    "b" * 32,
    (
        Score("b" * 32, 17, 29, 0.58, 0.4, 0.74),
        Score("a" * 32, 12, 28, 0.43, 0.26, 0.6),
        Score("c" * 32, 0, 2, 0.25, 0, 1),
    ),
    ("a" * 32,),
)
FEW = Outcome("b" * 32, (Score("b" * 32, 11, 12, 0.86, 0.65, 0.99), Score("a" * 32, 1, 12, 0.14, 0.01, 0.35)))
SEVERAL, K = {"alone": False}, 10
PROMPT = {"en": "Which would you like to read, hear or see next?"}
ASKED = replace(CLUB, kind="WEIGH", spec={**CLUB.spec, "prompt": PROMPT, "show": 6, "pick": 2, "things": NAMED})


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    short = replace(ASKED, spec={**ASKED.spec, "things": dict(list(NAMED.items())[:2])})
    form = cards.handful(words, ASKED, list(NAMED), NORTHFIELD, replaces=False)
    came = replace(ASKED, closed=True, spec={**ASKED.spec, "outcome": told(OUTCOME, K) | SEVERAL})
    drawn = replace(ASKED, spec={**ASKED.spec, "outcome": told(Outcome("b" * 32, drawn=True), K) | SEVERAL})
    one_left = {"b" * 32: NAMED["b" * 32]}
    only = {**ASKED.spec, "things": one_left, "outcome": told(Outcome("b" * 32), K) | {"alone": True}}
    without = {each: text for each, text in NAMED.items() if each != OUTCOME.first}
    taken_back = replace(came, spec={**came.spec, "things": without})
    direction = replace(ASKED, spec={**came.spec, "outcome": {**came.spec["outcome"], "indicative": True}})
    return {
        "asked": Card(cards.title(words, ASKED), cards.asked(words, ASKED, NORTHFIELD)),
        "handful": form,
        "handful of short things": cards.handful(words, short, list(NAMED)[:2], NORTHFIELD, replaces=True),
        "part of many": cards.handful(words, ASKED, list(NAMED)[:2], NORTHFIELD, replaces=False),
        "handful to be mended": again(form, {cards.CHOICE: "a" * 32}, {cards.CHOICE: words(w.TOO_MANY, n=3, pick=2)}),
        "kept": cards.kept(words, ASKED),
        "take back": cards.take_back(words, ASKED),
        "taken back": only_text(words, w.TAKE_BACK, words(w.TAKEN_BACK)),
        "over": only_text(words, w.KEPT_TITLE, words(w.OVER)),
        "how it came out": cards.whole(words, came),
        "drawn by lot": cards.whole(words, drawn),
        "what was chosen is taken back": cards.whole(words, taken_back),
        "only one": cards.whole(words, replace(ASKED, spec=only)),
        "without numbers": cards.whole(words, replace(came, spec={**came.spec, "outcome": told(FEW, K) | SEVERAL})),
        "only a direction": cards.whole(words, direction),
        "on Home": Home(
            words(w.YOURS),
            (
                *cards.home_open(words, ASKED),
                *cards.home_said(words, ASKED),
                *cards.came(words, came),
                *cards.came(words, ASKED),
            ),
        ),
    }
