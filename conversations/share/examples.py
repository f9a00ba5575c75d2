"""One of everything that sharing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.share import cards
from conversations.share import words as w
from storage.examples import CLUB

TEXT = {"en": "We chose: {chosen}. Take four weeks. Start late, skip pages, listen instead: all of it counts."}
LINES = ("Amara Okafor: Small Island, 9 hours.", "Bela Smith: Pride, 2 hours.")
CAME = "We meet on 15 January at noon, in the canteen, with the film club of Site B."
SHARED = replace(CLUB, kind="SHARE", spec={**CLUB.spec, "text": TEXT, "chosen": "Pride, 2 hours"})
ENDED = replace(CLUB, kind="SHOW", stage="closed")


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    read = cards.read(words, CLUB.spec["prompt"], LINES, voice="named")
    sealed = cards.read(words, CLUB.spec["prompt"], LINES * 3, voice="confidential")
    few = cards.read(words, CLUB.spec["prompt"], LINES, voice="confidential")
    form = cards.answer(words, ENDED, (*read, *cards.chosen(words, "Pride, 2 hours")))
    late = ENDED.answer_by + timedelta(days=2)
    return {
        "shared": Card(cards.summary(words, SHARED), cards.shared(words, SHARED)),
        "to answer": cards.to_answer(words, ENDED),
        "answer": form,
        "answer to what was said in confidence": cards.answer(words, ENDED, (*sealed, *few)),
        "answer to be mended": again(form, {cards.CAME: ""}, {cards.CAME: words(w.EMPTY)}),
        "answer too long": again(form, {cards.CAME: "x"}, {cards.CAME: words(w.TOO_LONG, size=700, n=cards.LONGEST)}),
        "done": cards.done(words, ENDED, promise=True),
        "answered already": only_text(words, w.TITLE, words(w.ALREADY)),
        "on Home": Home(
            words(w.TITLE),
            (
                *cards.home_to_answer(words, ENDED, ENDED.opens_at),
                *cards.home_to_answer(words, ENDED, late),
                *cards.waits(words, ENDED, ENDED.opens_at),
                *cards.waits(words, ENDED, late),
                *cards.came(words, replace(ENDED, stage="shared", spec={**CLUB.spec, cards.CAME: CAME})),
            ),
        ),
    }
