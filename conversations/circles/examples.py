"""Every form and message about networks, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation import Person
from bot.forms import again, only_text
from bot.ui import Card, Form, Home, Open
from bot.words import Words
from conversations.circles import cards, leading
from conversations.circles import words as w
from conversations.circles.cards import Page
from storage.circles import Network, Role
from storage.examples import NORTHFIELD
from storage.parts import Part

AMARA, BRYN, CHIDI, MAYA = (
    Person(number, name, "en", "Europe/London")
    for number, name in enumerate(("Amara Okafor", "Bryn Pritchard", "Chidi Nwosu", "Maya Osei"), 1)
)
HIDDEN = Network(1, "a" * 32, "LGBT+ network", "To be ourselves at work, on every ward and every shift.", True, True)
OPEN = Network(2, "b" * 32, "Culture club", "A book, a podcast or a documentary every six weeks.", False, True)
WAITING = Network(3, "c" * 32, "Disability network", "Work that fits us, instead of us fitting it.", True, False)
LED: Mapping[Role, Person] = {"lead": AMARA, "co-lead": BRYN, "sponsor": MAYA}
PART = Part("d" * 32, "co-lead", HIDDEN, CHIDI.id, CHIDI.name)
TO_LEAD = replace(PART, role="lead", network=WAITING)
TO_SPONSOR = replace(PART, role="sponsor", network=OPEN)
PAGE = "We meet on the first Tuesday, 12:30, in the chapel annexe and online.\nThe budget is £400 a year; ask the People team."
IN_IT: tuple[tuple[Role, Person], ...] = (("lead", AMARA), ("co-lead", BRYN), ("ally", CHIDI), ("sponsor", MAYA))
MEETS = ("Blue Nights, and soup", datetime(2026, 12, 2, 12, 30, tzinfo=UTC))
WRITTEN = (
    MEETS[0],
    HIDDEN.name,
    HIDDEN.purpose,
    OPEN.name,
    OPEN.purpose,
    WAITING.name,
    WAITING.purpose,
    *PAGE.splitlines(),
)
WRITTEN += (*(each.name for _, each in IN_IT), "Ward 7")


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return _pages(words) | _forms(words) | _leading(words) | _told(words)


def _pages(words: Words) -> dict[str, Card | Form | Home]:
    listed = [(OPEN, ""), (HIDDEN, AMARA.name)]
    below = cards.for_stewards(words, [(WAITING, TO_LEAD), (replace(WAITING, name=OPEN.name), None)])
    return {
        "list": cards.networks(words, listed),
        "list for a steward": cards.networks(words, listed, below=below),
        "none": cards.networks(words, []),
        "hidden": cards.page(words, Page(HIDDEN, LED, None)),
        "hidden, an ally": cards.page(words, Page(HIDDEN, LED, "ally")),
        "hidden, its lead": cards.page(words, Page(HIDDEN, LED, "lead")),
        "open, a member": cards.page(words, Page(OPEN, LED, "member", roster=IN_IT, meets=MEETS)),
        "open, its co-lead": cards.page(words, Page(OPEN, LED, "co-lead", roster=IN_IT * 80)),
        "open, its sponsor": cards.page(words, Page(OPEN, LED, "sponsor")),
        "waiting, for a steward": cards.page(words, Page(replace(WAITING, hidden=False), {}, None, steward=True)),
    }


def _forms(words: Words) -> dict[str, Card | Form | Home]:
    joining = cards.join(words, NORTHFIELD, HIDDEN, None, is_seen=False)
    return {
        "join hidden": joining,
        "join hidden, to be mended": again(joining, {}, {cards.HOW: words(w.CHOOSE)}),
        "join hidden, changed": cards.join(words, NORTHFIELD, HIDDEN, "ally", is_seen=True),
        "join open": cards.join(words, NORTHFIELD, OPEN, None, is_seen=False),
        "joined": only_text(words, w.JOIN_TITLE, words(w.JOINED)),
        "joined open": only_text(words, w.JOIN_TITLE, words(w.JOINED_OPEN)),
        "leave": cards.leave(words, HIDDEN, "member"),
        "leave open": cards.leave(words, OPEN, "member"),
        "leave as lead": cards.leave(words, HIDDEN, "lead"),
        "left": only_text(words, w.LEAVE, words(w.LEFT)),
        "left with a part": only_text(words, w.LEAVE, words(w.LEFT_PART)),
        "step down": cards.step_down(words, HIDDEN),
        "stepped down": only_text(words, w.STEP_DOWN, words(w.STEPPED_DOWN)),
        "nothing to step down from": only_text(words, w.STEP_DOWN, words(w.NO_PART)),
        "hide": cards.hide(words, OPEN),
        "is hidden": only_text(words, w.HIDE, words(w.HIDDEN)),
        "close": cards.close(words, OPEN),
        "closed": only_text(words, w.CLOSE_IT, words(w.CLOSED)),
        "called off": cards.called_off(words, datetime(2026, 11, 18, 12, 30, tzinfo=UTC)),
    }


def _leading(words: Words) -> dict[str, Card | Form | Home]:
    found, asking = leading.found(words), leading.ask(words, HIDDEN, steward=False)
    wrong = {
        leading.NAMED: words(w.DOUBLE, name=OPEN.name),
        leading.PURPOSED: words(w.TOO_LONG, size=240, n=200),
        leading.WHO: words(w.NOBODY_SO_NAMED),
    }
    several = words(w.SEVERAL_SO_NAMED, example=f"{AMARA.name}, Ward 7")
    return {
        "lead it": leading.for_leads(words, HIDDEN, IN_IT[2:3], others=20, k=10, text=PAGE, waits=[PART]),
        "lead it, nothing yet": leading.for_leads(words, HIDDEN, [], others=0, k=10, text="", waits=[]),
        "lead an open one": leading.for_leads(words, OPEN, [], others=0, k=10, text=PAGE, waits=[]),
        "write": leading.write(words, HIDDEN, PAGE),
        "written": only_text(words, w.HAND_OVER, words(w.WRITTEN)),
        "purpose": leading.purpose(words, HIDDEN),
        "purpose, to be mended": again(leading.purpose(words, HIDDEN), {}, {leading.TEXT: words(w.ONE_LINE)}),
        "purpose changed": only_text(words, w.PURPOSE_BUTTON, words(w.PURPOSE_CHANGED)),
        "ask": asking,
        "ask, to be mended": again(asking, {leading.WHO: AMARA.name}, {leading.WHO: several}),
        "name a lead": leading.ask(words, WAITING, steward=True),
        "somebody is asked": only_text(words, w.ASK, words(w.ASKED, name=CHIDI.name)),
        "found": found,
        "found, to be mended": again(found, {leading.NAMED: OPEN.name}, wrong),
        "founded": only_text(words, w.FOUND, words(w.FOUNDED, name=WAITING.name, lead=CHIDI.name)),
    }


def _told(words: Words) -> dict[str, Card | Form | Home]:
    read = Open(words(w.READ), "circles.answer", PART.ref, look="primary")
    look = Open(words(w.LOOK), "circles.look", OPEN.key)
    return {
        "asked, hidden": leading.told(words, HIDDEN, words(w.ASKED_CO_LEAD, name=HIDDEN.name), read),
        "asked, open": leading.told(words, OPEN, words(w.ASKED_SPONSOR, name=OPEN.name), read),
        "asked to be co-lead": leading.asked(words, PART, PAGE),
        "asked to lead": leading.asked(words, TO_LEAD, ""),
        "asked to sponsor": leading.asked(words, TO_SPONSOR, PAGE),
        "said yes": only_text(words, w.PART_TITLE, words(w.SAID_YES)),
        "said no": only_text(words, w.PART_TITLE, words(w.SAID_NO)),
        "answered": leading.told(words, OPEN, words(w.ANSWERED, name=OPEN.name), look),
        "you lead it now": leading.told(words, OPEN, words(w.NOW_YOU_LEAD, name=OPEN.name), look),
        "nobody leads it": leading.told(words, OPEN, words(w.NO_LEAD, name=OPEN.name), look),
        "home of whoever is asked": Home(words(w.TITLE), leading.home_asked(words, PART)),
        "home of a steward": Home(words(w.TITLE), leading.home_leaderless(words, [OPEN, HIDDEN])),
    }
