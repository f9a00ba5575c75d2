"""One of everything that replying can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from datetime import date

from bot.forms import again, only_text
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.replies import cards
from conversations.replies import words as w
from conversations.replies.cards import LONGEST, Listed, Waiting
from storage.examples import DARIO, MESSAGES, SAID, SUBJECT
from storage.replies import KEPT, Commented
from storage.threads.comments import Heard
from storage.threads.envelope import ThreadKeys
from storage.threads.readers import Opened

COMMENT = Commented("7" * 32, SAID[0], b"")
OTHER = Commented("8" * 32, "More sockets in the staff room, please.", b"")
HEARD = Heard(Opened(b"", ThreadKeys(b"", b"")), MESSAGES)


WAITING = (Waiting(SUBJECT, date(2026, 11, 9), 7, "1" * 32), Waiting(SUBJECT, date(2026, 11, 2), 1, "2" * 32))


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    listed = (Listed(COMMENT, waits=SAID[2]), Listed(OTHER, replied=True))
    form = cards.write(words, COMMENT, HEARD)
    long = words(w.TOO_LONG, size=words.number(1204), n=LONGEST)
    only = {
        "kept": (w.KEPT_TITLE, words(w.KEPT)),
        "nothing to reply to": (w.LIST_TITLE, words(w.NONE, n=KEPT.days)),
    }
    return {
        "for the answerer on home": Home(words(w.LIST_TITLE), cards.home(words, WAITING[:1])),
        "one comment on home": Home(words(w.LIST_TITLE), cards.home(words, WAITING[1:])),
        "two forms on home": Home(words(w.LIST_TITLE), cards.home(words, WAITING)),
        "forms": cards.forms(words, WAITING),
        "forms that are gone": cards.forms(words, ()),
        "for everybody": Card(words(w.SOME_SHORT), (cards.some(words, SUBJECT, DARIO),)),
        "list": cards.comments(words, SUBJECT, listed, COMMENT.ref),
        "reply": form,
        "reply to be mended": again(form, {cards.TEXT: "Thank you."}, {cards.TEXT: long}),
        "reply without a word": again(form, {}, {cards.TEXT: words(w.NEEDED)}),
        "no more fits": again(form, {cards.TEXT: "Thank you."}, {cards.TEXT: words(w.FULL)}),
        **{name: only_text(words, title, text) for name, (title, text) in only.items()},
    }
