"""One of everything that showing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bot.finding import Cell
from bot.question import Question
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.show import cards
from storage.ballots import Urn
from storage.rounds import Asking, News

ASKING = Asking(
    urn=Urn(1, "0" * 32, b""),
    round=1,
    round_ref="1" * 32,
    programme=1,
    stage="shared",
    voice="unlinked",
    closed=True,
    opens_at=datetime(2026, 11, 5, 10, tzinfo=UTC),
    closes_at=datetime(2026, 11, 16, 12, tzinfo=UTC),
    answer_by=datetime(2026, 11, 30, 12, tzinfo=UTC),
    answerer=1,
    answerer_name="Dario Moretti",
    threshold=10,
    preset="default",
    subject={"en": "How work has been"},
    questions=(
        Question(
            "score",
            "scale",
            {"en": "All in all, how has work been for you this past week?"},
            {"en": "How work has been"},
            {"en": "very bad"},
            {"en": "very good"},
            required=True,
        ),
    ),
)
NEWS = News(
    "Night shifts get hot food again: the kitchen opens from 01:00 to 02:00.",
    "Not now: a second kitchen, because there is no money for it this year.",
    date(2026, 12, 14),
    "Dario Moretti",
)
CELLS = {"score": Cell(45, 6.4, 21, 20, 4)}
COMMENTS = ("The lift by Theatres is out again.", "My charge nurse noticed that I had no break. That helped.")


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {
        "outcome": cards.outcome(words, ASKING, CELLS, NEWS),
        "outcome with too few answers": cards.outcome(words, ASKING, {}, NEWS),
        "everything": cards.whole(words, ASKING, CELLS, NEWS, said=COMMENTS),
        "everything without comments": cards.whole(words, ASKING, {}, NEWS, said=()),
    }
