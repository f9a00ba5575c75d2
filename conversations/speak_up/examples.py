"""One of everything that speaking up can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace

from bot.forms import again, only_text
from bot.receipt import Receipt
from bot.signposts import Signposts
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.speak_up import cards
from conversations.speak_up import form as writing
from conversations.speak_up import words as w
from conversations.speak_up.cards import FIRST, SECOND
from conversations.speak_up.form import CATEGORY, TO, WHAT, Offered
from storage.cases.filing import LONGEST
from storage.examples import NORTHFIELD
from storage.threads import receipts
from storage.threads.recipients import Recipient

DOOR = "https://hearback.example.org/speak-up"
GUARDIAN = "Ines Costa, 020 7946 0123"
HERE = replace(
    NORTHFIELD, signposts=Signposts(health="occupational health, 020 7946 0100", guardian=GUARDIAN, door=DOOR)
)
BARE = replace(NORTHFIELD, signposts=Signposts(outside=""))
READERS = (
    Recipient(b"1" * 32, b"1" * 32, "Ines Costa", "Freedom to Speak Up guardian", "the board"),
    Recipient(b"2" * 32, b"2" * 32, "Tom Reyes", "guardian of the training body", "its director"),
    Recipient(b"3" * 32, b"3" * 32, "Olga Brandt", "contact outside the trust", "nobody here", outside=True),
)
OFFERED = Offered(READERS, ("Theatre", "Ward 7"))
SAID = "On 3 November Sister Mary Holt changed the handover sheet after it was signed. I was the only one who saw it."
OWN = receipts.Receipt(0x129_9ABC_DEF0_1234_5678)
TOKEN = "0" * 46
KEPT = Receipt(receipts.words(OWN), receipts.digits(OWN), receipts.squares(DOOR, OWN))


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    form = writing.form(words, OFFERED, "f" * 32)
    typed = {TO: writing.key(READERS[0]), WHAT: SAID, CATEGORY: "patient-safety"}
    warned = replace(form, fields=(*form.fields, writing.anyway(words)))
    check = cards.check(words, (3, 7), TOKEN)
    long = words(w.TOO_LONG, size=words.number(3001), n=words.number(LONGEST))
    wrong = {
        "mended": {TO: words(w.CHOOSE_READERS, n=8), WHAT: long, CATEGORY: words(w.CHOOSE)},
        "empty": {WHAT: words(w.NEEDED), TO: words(w.CHANGED)},
        "not taken in": {"": words(w.NOT_TAKEN, who=GUARDIAN)},
        "of many": {"": words(w.TOO_MANY)},
        "too often": {"": words(w.TOO_OFTEN, n=3)},
    }
    lost = words(w.NOT_THESE, first=3, second=7)
    return {
        "signposts": cards.signposts(words, HERE, takes=True),
        "signposts without a guardian": cards.signposts(words, BARE, takes=False),
        "form": form,
        **{f"form, {name}": again(form, typed, each) for name, each in wrong.items()},
        "form with a warning": again(warned, typed, {"": writing.warning(words, typed)}),
        **{f"words to keep, {name}": _keep(words, day) for name, day in _days(words).items()},
        "two words": check,
        "two words, wrong": again(check, {FIRST: "lamp", SECOND: "table"}, {FIRST: lost}),
        "done": only_text(words, w.DONE_TITLE, words(w.DONE)),
        "no check": only_text(words, w.DONE_TITLE, words(w.NO_CHECK)),
    }


def _keep(words: Words, day: str) -> Form:
    return cards.keep(words, KEPT, ("Ines Costa", day), TOKEN, door=DOOR)


def _days(words: Words) -> Mapping[str, str]:
    return {"at once": words(w.NOW), "by chance": words(w.WITHIN), "tomorrow": words(w.FROM, day="3 November")}
