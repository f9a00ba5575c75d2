"""One of everything that people are shown where a channel is linked, for the contact sheet and the laws for every card."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.channels import cards
from conversations.channels import words as w
from storage.channels.links import MOST, Channel
from storage.events.event import Audience

NETWORK, CALLED = "Disability and Long-term Conditions", "disability-network"
ONE = Channel(1, "f" * 32, CALLED, 7, "c" * 32, NETWORK, None)
LOST = Channel(1, "f" * 32, CALLED, 7, "c" * 32, NETWORK, datetime(2026, 11, 12, tzinfo=UTC))
CIRCLES = (Audience(7, "c" * 32, NETWORK, hidden=False), Audience(1, "all-staff", "all-staff", hidden=False))


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
        "lost, on Home": Home(words(w.TITLE), (cards.lost(words, LOST),)),
    }
