"""One of everything that promises can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.forms import again
from bot.promises import Promise, Update
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.commitments import cards, form
from conversations.commitments import words as w
from storage.examples import DARIO, NEWS, NORTHFIELD, SCORE, SUBJECT

TODAY = date(2026, 12, 21)
PRIYA = "Priya Nair"
OBJECTIVES = ("Looking after our people", "Belonging in the trust")
HOUSE = replace(NORTHFIELD, objectives=OBJECTIVES, promises_public=True)
TEXTS = (
    NEWS.will_do,
    "The old storeroom by Theatres becomes a quiet room for breaks.",
    "Whoever asks for training hears back within ten days.",
)
SAID = "The kitchen has opened twice. The second night nobody had told the porters, and half of it was left."
GIVEN = (*TEXTS, *OBJECTIVES, SAID, PRIYA, "head of catering")
HAPPENED = Update(datetime(2026, 12, 8, 10, tzinfo=UTC), "news", SAID, PRIYA, "doing", date(2027, 1, 11), moved=True)
TAKEN = Update(datetime(2026, 11, 20, 10, tzinfo=UTC), "taken", "", PRIYA, "doing", date(2026, 12, 14), moved=False)
LEFT = replace(TAKEN, kind="left", author=DARIO)
PROMISE = Promise(
    ref="2" * 32,
    round_ref="1" * 32,
    subject=SUBJECT,
    text=TEXTS[0],
    owner=PRIYA,
    role="head of catering",
    objective=OBJECTIVES[0],
    made_at=datetime(2026, 11, 17, 9, tzinfo=UTC),
    due_on=date(2027, 1, 11),
    next_on=date(2027, 1, 5),
    state="doing",
    heard_at=HAPPENED.at,
    moves=(SUBJECT,),
    updates=(HAPPENED, TAKEN),
)
MINE = replace(PROMISE, mine=True, answers=True, next_on=TODAY)
SILENT = replace(
    PROMISE, text=TEXTS[1], owner=DARIO, role="", objective="", due_on=date(2026, 12, 14), next_on=date(2026, 12, 14)
)
SILENT = replace(SILENT, heard_at=SILENT.made_at, updates=(), moves=())
DONE = replace(PROMISE, text=TEXTS[2], state="done", updates=(replace(HAPPENED, state="done", moved=False),))
DROPPED = replace(DONE, state="dropped", updates=(replace(HAPPENED, state="dropped", moved=False), LEFT))
OFFERED = replace(SILENT, offered=PRIYA, offered_me=True)
EVERY = (PROMISE, SILENT, DONE, DROPPED)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    news = form.news(words, MINE, HOUSE, TODAY)
    return {
        "what is going on": cards.everything(words, EVERY, HOUSE, TODAY, after=0),
        "what is going on, a page of many": cards.everything(words, EVERY * 10, NORTHFIELD, TODAY, after=cards.PAGE),
        "nothing promised yet": cards.everything(words, (), NORTHFIELD, TODAY, after=0),
        "a promise": cards.whole(words, PROMISE, TODAY),
        "a promise of one's own": cards.whole(words, replace(MINE, offered=DARIO), TODAY),
        "a promise without news": cards.whole(words, SILENT, TODAY),
        "a promise that is done": cards.whole(words, DONE, TODAY),
        "a promise that is not now": cards.whole(words, DROPPED, TODAY),
        "what came of promises, on Home": _home(words),
        "news of promises, in the note": Card(
            words(w.NOTE_HEADING), cards.in_note(words, ((PROMISE, HAPPENED), (DONE, DONE.updates[0])), TODAY)
        ),
        "news is due": cards.ask_for_news(words, (MINE,), TODAY, last=False),
        "news is late": cards.ask_for_news(words, (replace(SILENT, mine=True),) * 5, TODAY, last=True),
        "asked to take on what is of a hidden circle": cards.ask_to_take(words, replace(OFFERED, quiet=True)),
        "asked to take it on": cards.ask_to_take(words, OFFERED),
        "not taken on": cards.notice(words, w.DECLINED, SILENT),
        "it fell to you": cards.notice(words, w.FELL, SILENT),
        "give news": news,
        "give news, again": again(
            news, {form.STATE: "doing"}, {form.WHAT: words(w.EMPTY), form.NEXT: words(w.WRONG_NEXT)}
        ),
        "promise one more thing": form.add(words, PROMISE.round_ref, HOUSE),
        "more about a promise": form.more(words, SILENT, HOUSE, (SCORE,)),
        "take it on or not": form.offer(words, OFFERED, TODAY),
    }


def _home(words: Words) -> Home:
    now = (*cards.home_now(words, MINE, TODAY), *cards.home_offered(words, OFFERED))
    return Home(words(w.ALL_TITLE), (*now[:2], *cards.home_came(words, EVERY, (), TODAY)))
