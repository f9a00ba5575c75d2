"""One of everything that a brief can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.briefs import Answer, Thing
from bot.forms import again, only_text
from bot.sentences import NEUTRAL
from bot.ui import Block, Buttons, Card, Form, Home, Open, Text
from bot.words import Words
from conversations.brief import cards, forms, other_cards
from conversations.brief import words as w
from conversations.brief.rules import Acting
from storage.examples import CLUB, NORTHFIELD

AMARA, PRIYA, BELA, MAYA = "Amara Okafor", "Priya Nair", "Bela Smith", "Maya Osei"
ROTA = "Rotas six weeks ahead, also for bank staff, so that people with children can plan."
FOOD, ROOM = "Hot food at night.", "A quiet room near Theatres."
WHY, HEARD, SEEN = "There is no room before March.", "Most of you speak of nights.", "Menus on every ward."
TITLE = "Three things for our sponsor"
PROMPT = "What would you put to our sponsor?"
WRITTEN = (AMARA, PRIYA, BELA, MAYA, ROTA, FOOD, ROOM, WHY, HEARD, SEEN, TITLE, PROMPT)
_SPEC = {**CLUB.spec, "title": {"en": TITLE}, "by": (CLUB.opens_at + timedelta(days=20)).isoformat()}
ONE = replace(CLUB, kind="COMMIT", answerer_name=MAYA, spec={**_SPEC, "asked": {"en": PROMPT}, "many": 14})
DAY, SAID_AT = date(2027, 2, 19), CLUB.opens_at + timedelta(days=2)
YES = Answer("doing", what=FOOD, seen=SEEN, due_on=DAY, by_name=MAYA, said_at=SAID_AT)
NO = Answer("not_now", WHY, by_name=MAYA, said_at=SAID_AT)
PASSED = Answer("passed_on", PRIYA, to=2, to_name=PRIYA, by_name=MAYA, said_at=SAID_AT)
THEN = replace(YES, words="", what=ROOM, to=2, to_name=PRIYA, then=True, by_name=PRIYA)
STILL = Answer("listening", HEARD, by_name=MAYA, said_at=SAID_AT)
CHOSEN = (
    Thing(0, ROTA, picks=17, shown=29),
    Thing(1, FOOD, picks=12, shown=28, close=True),
    Thing(2, ROOM, few=True),
)
SOME = (Thing(0, ROTA, AMARA), Thing(1, FOOD, BELA, draft=replace(NO, by_name=BELA, said_at=None)))
CONFIDENTIAL = (Thing(0, ROTA, sealed=True), Thing(1, FOOD, sealed=True, answer=replace(YES, what=ROOM)))
OWN = (Thing(0, "", own=True),)
ANSWERED = (
    replace(CHOSEN[0], answer=NO),
    replace(CHOSEN[1], answer=YES),
    replace(CHOSEN[2], answer=PASSED),
    Thing(3, ROOM, answer=THEN),
    Thing(4, ROOM, answer=STILL),
)
HUSHED = (Thing(0, "", sealed=True, answer=NO),)
WAYS = tuple(how for how, _ in cards.WAYS)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    now = CLUB.opens_at
    late = now + timedelta(days=30)
    today = words.today(now)
    own = replace(ONE, spec=_SPEC)
    drawn = replace(ONE, spec={**ONE.spec, "drawn": True})
    themes = replace(ONE, spec={**_SPEC, "sorted": True, "many": 8})
    return {
        "brief": cards.to_answer(words, ONE, CHOSEN, today),
        "brief of what people said": cards.to_answer(words, ONE, SOME[:1], today),
        "brief of one's own": cards.to_answer(words, own, OWN, today),
        "passed on": cards.passed_card(words, ONE, ANSWERED[2]),
        "open": cards.whole(words, ONE, CHOSEN, WAYS[:3], now=now, delegate=False),
        "open, with a draft": cards.whole(words, ONE, SOME, WAYS, now=now, delegate=False),
        "open, drawn by lot": cards.whole(words, drawn, CHOSEN[:1], WAYS[:3], now=now, delegate=False),
        "open, with themes": cards.whole(
            words, themes, (Thing(0, FOOD, theme="6" * 32),), WAYS[:3], now=now, delegate=False
        ),
        "the others": other_cards.others(words, themes, {FOOD: False, ROOM: True, ROTA: False}),
        "no others": other_cards.others(words, themes, {}),
        "open, one's own": cards.whole(words, own, OWN, WAYS[:3], now=now, delegate=False),
        "open, all answered": cards.whole(words, ONE, ANSWERED, WAYS, now=now, delegate=False),
        "open, too few left": cards.whole(words, ONE, HUSHED, WAYS, now=now, delegate=False, hushed=True),
        "open for a delegate": cards.whole(words, ONE, (*SOME, *CONFIDENTIAL), WAYS, now=now, delegate=True),
        "in full": cards.in_full(words, ONE, ANSWERED, now, answerer=False),
        "in full, in confidence": cards.in_full(words, ONE, CONFIDENTIAL, late, answerer=False),
        **_forms(words),
        **_said(words),
        "in a weekly note": Card(cards.summary(words, ONE), cards.in_note(words, ONE, ANSWERED, today)),
        "on Home": Home(words(w.TITLE), _home(words, now, late)),
    }


def _home(words: Words, now: datetime, late: datetime) -> tuple[Block, ...]:
    return (
        *cards.home(words, ONE, CHOSEN, late),
        *cards.home_hushed(words, ONE),
        *cards.home_to_draft(words, ONE, "5" * 32),
        *cards.came(words, ONE, ANSWERED, now),
        *cards.came(words, ONE, CHOSEN, now),
        *cards.came(words, ONE, CHOSEN, late),
        *cards.came(words, ONE, (*CHOSEN, *ANSWERED[3:]), late),
    )


def _forms(words: Words) -> Mapping[str, Form]:
    acting = Acting(ONE, CHOSEN[0], WAYS)
    sealed = Acting(ONE, CONFIDENTIAL[0], WAYS)
    drafts = Acting(ONE, CHOSEN[0], WAYS, delegate=True)
    receives = Acting(ONE, ANSWERED[2], WAYS, receiver=True)
    house = replace(NORTHFIELD, promises_public=True)
    public = Acting(replace(ONE, circle_name=""), CHOSEN[0], WAYS)
    yes, who = forms.yes(words, acting, house, DAY.isoformat()), forms.delegate(words, BELA)
    not_now = forms.not_now(words, acting)
    return {
        "yes": yes,
        "yes, on the public page": forms.yes(words, public, house, DAY.isoformat()),
        "yes, in confidence": forms.yes(words, sealed, house, DAY.isoformat()),
        "yes, as a draft": forms.yes(words, drafts, house, DAY.isoformat()),
        "yes, passed on": forms.yes(words, receives, house, DAY.isoformat()),
        "yes to be mended": again(yes, {forms.DUE: "2020-01-01"}, {forms.DUE: words(w.WRONG_DAY)}),
        "not now": not_now,
        "not now to be mended": again(not_now, {forms.WHY: ""}, {forms.WHY: words(w.EMPTY)}),
        "not now too long": again(not_now, {forms.WHY: "x"}, {forms.WHY: words(w.TOO_LONG, size=400, n=300)}),
        "pass on": forms.pass_on(words, public),
        "pass on, in confidence": forms.pass_on(words, sealed),
        "pass on, out of a network": forms.pass_on(words, acting),
        "pass on, out of a hidden one": forms.pass_on(words, Acting(replace(ONE, hidden=True), CHOSEN[0], WAYS)),
        "pass on to nobody": again(forms.pass_on(words, public), {}, {forms.WHO: words(w.NOBODY)}),
        "pass on to one of several": again(forms.pass_on(words, public), {}, {forms.WHO: words(w.SEVERAL)}),
        "listen": forms.listen(words, acting),
        "who drafts": who,
        "who drafts, not yourself": again(who, {forms.WHO: MAYA}, {forms.WHO: words(w.YOURSELF)}),
        "end drafting": forms.stop(words, MAYA, "5" * 32),
    }


def _said(words: Words) -> Mapping[str, Card | Form]:
    whom, answerer = cards.to_whom(words, ONE), MAYA
    you_are, declined = Text(words(w.YOU_ARE, answerer=MAYA)), Text(words(w.DECLINED))
    no = Buttons((Open(words(w.RATHER_NOT), "brief.stop", "5" * 32),))
    again_ = Buttons((Open(words(w.DELEGATE), "brief.delegate"),))
    return {
        "sent": only_text(words, w.TITLE, words(w.SENT, whom=whom)),
        "drafted": only_text(words, w.TITLE, words(w.DRAFTED, answerer=answerer)),
        "answered already": only_text(words, w.TITLE, words(w.ALREADY, said=WHY)),
        "named": only_text(words, w.DELEGATE_TITLE, words(w.DELEGATE_KEPT, name=BELA)),
        "nobody named": only_text(words, w.DELEGATE_TITLE, words(w.DELEGATE_ENDED)),
        "ended": only_text(words, w.DELEGATE_TITLE, words(w.STOPPED)),
        "you draft": Card(words(NEUTRAL), (you_are, no)),
        "nobody drafts": Card(words(w.DECLINED), (declined, again_)),
    }
