"""One of everything that people are shown where a channel is linked, for the contact sheet and the laws for every card."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.values import replace
from bot.words import Words
from conversations.channels import cards
from conversations.channels import words as w
from storage.channels.links import MOST, Channel
from storage.channels.undone import Undone
from storage.events.event import Audience, Event
from storage.events.plan import Plan
from storage.examples import DARIO

NETWORK, CALLED = "Disability and Long-term Conditions", "disability-network"
ONE = Channel(1, "f" * 32, CALLED, 7, "c" * 32, NETWORK, None)
LOST = Channel(1, "f" * 32, CALLED, 7, "c" * 32, NETWORK, datetime(2026, 11, 12, tzinfo=UTC))
CIRCLES = (Audience(7, "c" * 32, NETWORK, hidden=False), Audience(1, "all-staff", "all-staff", hidden=False))

AT = datetime(2026, 11, 12, tzinfo=UTC)
EVENT = Event(
    id=1,
    ref="e" * 32,
    series="e" * 32,
    audience=CIRCLES[0],
    lead=1,
    lead_name=DARIO,
    led=True,
    plan=Plan("Staying at work", "2026-12-02T12:30", "Europe/London", 60),
    state="announced",
    revision=0,
    changed_at=AT,
    announced_at=AT,
)
LOST_POST = Undone(ONE.ref, EVENT.ref, "meet.aloud", lost=True, surely=True)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form = cards.form(words, ONE.ref, CIRCLES)
    wrong = {cards.CIRCLE: words(w.NOT_YOURS), cards.NAME: words(w.NEEDED)}
    done = words(w.LINKED_DONE, name=CALLED, circle=NETWORK)
    return {
        "offer": cards.offer(words, ONE.ref),
        "form": form,
        "form to be mended": again(form, {}, wrong),
        "form with too many": again(form, {cards.NAME: CALLED}, {cards.CIRCLE: words(w.MANY, n=MOST)}),
        "linked": only_text(words, w.LINKED_TITLE, done),
        "linked, in the channel": cards.linked(words, ONE),
        "belongs already": cards.said(words(w.BELONGS, circle=NETWORK)),
        "nobody who could": cards.said(words(w.NOBODY)),
        "no channel": cards.said(words(w.NOT_A_CHANNEL)),
        "decided": cards.said(words(w.GONE)),
        "unlinked": cards.said(words(w.UNLINKED)),
        "not linked": cards.said(words(w.NOT_LINKED)),
        "not theirs to end": cards.said(words(w.NOT_YOURS_TO_END, circle=NETWORK)),
        **_undone(words),
        "lost, on Home": Home(words(w.TITLE), (cards.lost(words, LOST),)),
    }


def _undone(words: Words) -> dict[str, Card | Form | Home]:
    off, failed = replace(EVENT, state="cancelled"), replace(LOST_POST, lost=False)
    return {
        "not posted, the channel is lost": cards.undone(words, ONE, EVENT, LOST_POST),
        "not posted": cards.undone(words, ONE, EVENT, failed),
        "perhaps posted": cards.undone(words, ONE, EVENT, replace(failed, surely=False)),
        "cancelled, and not posted": cards.undone(words, ONE, off, failed),
    }
