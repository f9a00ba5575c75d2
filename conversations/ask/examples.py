"""One of everything that asking can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.finding import Cell, finding
from bot.ui import Card, Divider, Form, Home, Text
from bot.words import Words
from conversations.ask import cards
from conversations.ask import words as w
from storage.ballots import LONGEST_COMMENT, Urn
from storage.rounds import Asking, Coming

ASKING = Asking(
    urn=Urn(1, "0" * 32, b""),
    round=1,
    round_ref="1" * 32,
    programme=1,
    stage="open",
    voice="unlinked",
    closed=False,
    opens_at=datetime(2026, 11, 5, 10, tzinfo=UTC),
    closes_at=datetime(2026, 11, 16, 12, tzinfo=UTC),
    answer_by=datetime(2026, 11, 30, 12, tzinfo=UTC),
    answerer=1,
    answerer_name="Dario Moretti",
    threshold=10,
    subject={"en": "How work has been"},
    prompt={"en": "All in all, how has work been for you this past week?"},
    lowest={"en": "very bad"},
    highest={"en": "very good"},
)
COMING = Coming("2" * 32, "pulse", datetime(2026, 11, 19, 10, tzinfo=UTC), "Dario Moretti")


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    said = finding(words, Cell(45, 6.4, 47, 44, 9))
    last = cards.last_time(words, said, "Dario Moretti", "Every ward gets one more working computer on wheels.")
    form = cards.question(words, ASKING, again=True, operator="Northfield IT")
    first = cards.question(words, ASKING, again=False, operator="Northfield IT")
    filled = {cards.SCORE: "7", cards.COMMENT: "The new rota helps. The lift by Theatres is out again."}
    wrong = {
        cards.SCORE: words(w.CHOOSE),
        cards.COMMENT: words(w.TOO_LONG, size=words.number(612), n=LONGEST_COMMENT),
    }
    return {
        "prompt": _prompt(words, last),
        "first prompt": _prompt(words, words(w.FIRST), first=True),
        "second question of a note": _prompt(words, cards.not_yet(words, ASKING), alone=False),
        "reminder": cards.reminder(words, ASKING, w.REMINDER),
        "asked for again": cards.reminder(words, ASKING, w.AGAIN),
        "question": form,
        "question filled in": cards.again(first, filled, {}),
        "question to be mended": cards.again(form, {cards.COMMENT: "The lift by Theatres is out again."}, wrong),
        "question after the close": cards.only_text(words, cards.too_late(words, ASKING)),
        "recorded": cards.recorded(words, ASKING),
        "take back": cards.take_back(words, ASKING),
        "taken back": cards.taken_back(words),
    }


def _prompt(words: Words, before: str, *, alone: bool = True, first: bool = False) -> Card:
    """What asking puts into a weekly note."""
    blocks = cards.prompt(words, ASKING, alone=alone, first=first)
    return Card(cards.summary(words, ASKING), (Text(before), Divider(), *blocks))
