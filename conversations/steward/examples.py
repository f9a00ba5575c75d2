"""One of everything that stewards see, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot import by_what
from bot.attention import Foresight
from bot.by_what import Offer
from bot.conversation import Person
from bot.finding import finding
from bot.forms import again, only_text
from bot.programme import Answer, Ask, Offset, Rhythm, Template
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.steward import cards, kept, own_form, stopping
from conversations.steward import words as w
from conversations.steward.foresight import shown_from, what_shows, who_gets_it
from storage.drafts import Kept
from storage.examples import AGE, CELL, CLOSED, COMMENTS, DARIO, KEEPER, NORTHFIELD, SCORE, SUBJECT
from storage.foreseen import groups
from storage.programmes import Running

ASK = Ask("ask", Offset(0), Offset(11, time(12)), "unlinked", SUBJECT, (SCORE,))
BACK = Answer("back", Offset(25, time(12)))
RHYTHMS = (Rhythm(time(10), 3, weeks=1), Rhythm(time(10), 0, months=(1, 4, 7, 10)), Rhythm(time(10), None))
TWO = {"keeper": KEEPER, "operator": NORTHFIELD.operator}
LONG = (" ".join(COMMENTS * 5),)
TEMPLATES = [Template(f"pulse-{n}", "listen", "all-staff", each, ASK, BACK) for n, each in enumerate(RHYTHMS)]
EXPECTED = {each.name: 40 for each in TEMPLATES}
AGES = replace(NORTHFIELD, details=(AGE,))
RUNNING = [Running("5" * 32, each, datetime(2026, 11, 12, 10, tzinfo=UTC), DARIO) for each in TEMPLATES]
KEPT = Kept("4" * 32, SUBJECT, DARIO)
STEWARDS = [("a" * 32, Person(1, DARIO, "en", "Europe/London"))]


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    back = cards.answer_back(words, CLOSED, {"score": CELL}, COMMENTS)
    also = by_what.offer(words, AGES, groups(AGES, 488))
    own = own_form.ask_new(words, STEWARDS, also)
    empty = own_form.read({own_form.KIND: "one_of"})
    said = {cards.WILL_DO: "", cards.WILL_NOT: "A second kitchen.", cards.BY_DAY: "2025-01-01"}
    wrong = {cards.WILL_DO: words(w.NEEDED), cards.BY_DAY: words(w.PAST)}
    return {
        **_notices(words),
        **_listed(words),
        "answer back": back,
        "answer back, also by age": cards.answer_back(words, replace(CLOSED, by=AGE), {"score": CELL}, COMMENTS),
        "answer back to be mended": again(back, said, wrong),
        "answer back after many comments": cards.answer_back(words, CLOSED, {"score": CELL}, LONG * 40),
        **_starts(words),
        "own question": own,
        "own question to be mended": again(own, {}, own_form.errors(words, empty, date(2026, 11, 12))),
        "own question kept": own_form.written(words, "4" * 32, SUBJECT["en"], what_shows(words, 40)),
    }


def _starts(words: Words) -> dict[str, Form]:
    shown = f"{who_gets_it(words, Foresight(412, {}, 488), 10)} {shown_from(words, 488, NORTHFIELD)}"

    def start(templates: Sequence[Template], by: Offer | None) -> Form:
        return cards.start(words, templates, STEWARDS, heads=900, expected=EXPECTED, shown=shown, by=by)

    starting = start(TEMPLATES, None)
    wrong = {cards.WHO: words(w.NOBODY), cards.WHICH: words(w.NOTHING_CHOSEN)}
    by_age = [replace(TEMPLATES[0], ask=replace(ASK, by=AGE.id)), *TEMPLATES[1:]]
    few = by_what.offer(words, AGES, groups(AGES, 40))
    return {
        "start": starting,
        "start to be mended": again(starting, {}, wrong),
        "start, and choose by what it is shown": start(by_age, by_what.offer(words, AGES, groups(AGES, 488), by_age)),
        "start with too few for groups": start(TEMPLATES, few),
    }


def _notices(words: Words) -> dict[str, Card | Form]:
    return {
        "answered": only_text(words, w.DONE_TITLE, words(w.DONE)),
        "closed": cards.to_answer(words, CLOSED, w.CLOSED, finding(words, SCORE, CELL)),
        "overdue": cards.to_answer(words, CLOSED, w.OVERDUE),
        "void": cards.notice(words, SUBJECT["en"], w.VOID),
        "void for want of a key": cards.notice(words, SUBJECT["en"], w.VOID_TWO, n=10),
        "the keeper is late": cards.notice(words, SUBJECT["en"], w.KEEPER_LATE, day=words.day(CLOSED.answer_by), **TWO),
        "the keeper cannot be reached": cards.notice(words, SUBJECT["en"], w.KEEPER_AWAY, **TWO),
        "too few people": cards.notice(words, SUBJECT["en"], w.TOO_FEW, k=10),
        "nobody answers back": cards.notice(words, SUBJECT["en"], w.NO_ANSWERER),
        "the answerer left": cards.notice(words, SUBJECT["en"], w.ANSWERER_LEFT),
    }


def _listed(words: Words) -> dict[str, Form | Home]:
    return {
        "what is being asked": stopping.what_runs(words, RUNNING * 20),
        "nothing is being asked": stopping.what_runs(words, []),
        "stop": stopping.ask_to_stop(words, RUNNING[0]),
        "kept questions": kept.all_kept(words, [KEPT] * 50),
        "kept questions on Home": Home(words(w.KEPT_TITLE), kept.home_kept(words, [KEPT] * 4)),
        "no kept questions": kept.all_kept(words, []),
        "throw away": kept.ask_to_throw(words, KEPT),
    }
