"""One of everything that sharing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.briefs import Answer, Thing
from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.share import cards, charting, telling_cards
from conversations.share import words as w
from storage.examples import CLUB
from storage.series import Measured

CHOSEN = "Pride, 2 hours"
TEXT = {"en": "We chose: {chosen}. Take four weeks. Start late, skip pages, listen instead: all of it counts."}
LINES = ("Amara Okafor: Small Island, 9 hours.", "Bela Smith: Pride, 2 hours.")
MANY = LINES * 20
CAME = "We meet on 15 January at noon, in the canteen, with the film club of Site B."
SHARED = replace(CLUB, kind="SHARE", spec={**CLUB.spec, "text": TEXT})
ALONE = replace(CLUB, kind="SHARE", spec={**CLUB.spec, "text": {"en": "Whom did you not hear today?"}, "alone": True})
NEWS = replace(
    CLUB,
    kind="UPDATE",
    spec={
        **CLUB.spec,
        "prompt": {"en": "What has happened since we met?"},
        "by": (CLUB.opens_at + timedelta(days=20)).isoformat(),
        "told": "The canteen opens at six now, and at weekends from January.",
    },
)
ENDED = replace(CLUB, kind="SHOW", stage="closed")
MOVED = {"en": "How many patients were moved after 22:00 this month?"}
CHANGED = ("Beds are assigned at 16:00, not at 20:00.", "A porter stays until 23:00.")
NUMBER = replace(
    NEWS, spec={**NEWS.spec, "prompt": MOVED, "measure": MOVED, "series": "moves", "told": "9", "value": 9.0}
)
VALUES = (21.0, 19, 22, 18, 20, None, 17, 19, 14, 12, 13, 11, 9)
MONTHS = [
    Measured(CLUB.opens_at - timedelta(days=30 * (len(VALUES) - number)), value, CHANGED[number // 5 : number // 5 + 1])
    if number in (3, 7)
    else Measured(CLUB.opens_at - timedelta(days=30 * (len(VALUES) - number)), value)
    for number, value in enumerate(VALUES)
]


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    read = cards.read(words, CLUB.spec["prompt"], LINES, voice="named")
    sealed = cards.read(words, CLUB.spec["prompt"], LINES * 3, voice="confidential")
    few = cards.read(words, CLUB.spec["prompt"], LINES, voice="confidential")
    form = cards.answer(words, ENDED, (*read, *cards.chosen(words, CHOSEN)))
    late = ENDED.answer_by + timedelta(days=2)
    return {
        "shared": Card(cards.summary(words, SHARED), cards.shared(words, SHARED, CHOSEN)),
        "shared, for oneself alone, with the way to speak up": Card(
            cards.summary(words, ALONE),
            (
                *cards.shared(words, ALONE, CHOSEN),
                *cards.shared(words, replace(SHARED, spec={**SHARED.spec, "speak_up": True}), CHOSEN),
            ),
        ),
        **_news(words),
        "to answer": cards.to_answer(words, ENDED),
        "answer": form,
        "answer to what was said in confidence": cards.answer(words, ENDED, (*sealed, *few)),
        **_brief(words, form),
        **_many(words, form),
        **_numbers(words),
        "done": cards.done(words, ENDED, promise=True),
        "answered already": only_text(words, w.TITLE, words(w.ALREADY)),
        "on Home": Home(
            words(w.TITLE),
            (
                *telling_cards.home_to_tell(words, NEWS),
                *telling_cards.news(words, NEWS),
                *telling_cards.missing(words, NEWS),
                *cards.home_to_answer(words, ENDED, ENDED.opens_at),
                *cards.home_to_answer(words, ENDED, late),
                *cards.waits(words, ENDED, ENDED.opens_at),
                *cards.waits(words, ENDED, late),
                *cards.came(words, replace(ENDED, stage="shared", spec={**CLUB.spec, cards.CAME: CAME})),
            ),
        ),
    }


def _many(words: Words, form: Form) -> Mapping[str, Card | Form | Home]:
    return {
        "answer to be mended": again(form, {cards.CAME: ""}, {cards.CAME: words(w.EMPTY)}),
        "answer too long": again(form, {cards.CAME: "x"}, {cards.CAME: words(w.TOO_LONG, size=700, n=cards.LONGEST)}),
        "answer to what many said": cards.answer(
            words,
            ENDED,
            cards.together(words, cards.read(words, CLUB.spec["prompt"], MANY, voice="named", ref="1" * 32) * 2),
        ),
        "what many said": cards.page(words, CLUB.spec["prompt"], MANY, 0, ref="1" * 32, answer="2" * 32),
    }


def _brief(words: Words, form: Form) -> Mapping[str, Form]:
    """Where something of a brief has no answer yet."""
    waits = Thing(0, LINES[0])
    said = replace(waits, number=1, answer=Answer("not_now", CAME, by_name="Dario Moretti", said_at=CLUB.opens_at))
    today = words.today(CLUB.opens_at)
    blocks = cards.brief(words, replace(CLUB, kind="COMMIT"), (waits, said), today)
    return {
        "answer with a brief": cards.answer(words, ENDED, blocks),
        "answer before the brief": again(form, {cards.CAME: CAME}, {cards.CAME: cards.missing(words, waits, 1)}),
        "answer before all of it": again(form, {cards.CAME: CAME}, {cards.CAME: cards.missing(words, waits, 3)}),
    }


def _news(words: Words) -> Mapping[str, Card | Form]:
    news = telling_cards.form(words, NEWS)
    return {
        "news to be written": telling_cards.to_tell(words, NEWS),
        "news": news,
        "news to be mended": again(news, {telling_cards.TOLD: ""}, {telling_cards.TOLD: words(w.NOTHING_TOLD)}),
        "news is out": telling_cards.sent(words, NEWS),
        "news was written": only_text(words, w.NEWS, words(w.TOLD_ALREADY)),
    }


def _numbers(words: Words) -> Mapping[str, Card | Form | Home]:
    form = telling_cards.form(words, NUMBER)
    return {
        "number": Card(cards.summary(words, NUMBER), telling_cards.news(words, NUMBER)),
        "number to be mended": again(form, {telling_cards.TOLD: "x"}, {telling_cards.TOLD: words(w.NO_NUMBER)}),
        "run chart": charting.form(words, NUMBER, MONTHS, mend=True),
        "run chart of few": charting.form(words, NUMBER, MONTHS[:2]),
        "run chart of none": charting.form(words, NUMBER, ()),
        **{
            f"run chart, {move}": only_text(words, w.RUN_TITLE, words(said, n=6))
            for move, said in charting.MOVES.items()
        },
    }
