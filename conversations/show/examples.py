"""One of everything that showing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.finding import Cell
from bot.question import Question
from bot.quotes import Said
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.show import cards
from conversations.show.team import Team
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
SMALLER = {"score": Cell(12, 5.9, 3, 5, 4)}
LARGE = {"score": Cell(88, 6.6, 23, 36, 29, spread=(1, 2, 2, 4, 5, 6, 9, 17, 19, 13, 10))}
UP: Team = (("Ward 7", {}), ("Medicine", SMALLER))
COMMENTS = ("The lift by Theatres is out again.", "My charge nurse noticed that I had no break. That helped.")
SMALL = replace(ASKING, threshold=5, preset="small")
OPTIONS = ({"en": "Something warm to eat"}, {"en": "A quiet room"}, {"en": "Parking"})
SUBJECT = {"en": "How it is to work here"}
MANY = replace(
    ASKING,
    subject=SUBJECT,
    questions=(
        Question("ideas", "agreement", {"en": "My ideas are heard where it is decided how we work."}, SUBJECT),
        Question("unsure", "agreement", {"en": "I do not know what is expected of me."}, SUBJECT, reversed=True),
        Question("breaks", "frequency", {"en": "I get the breaks that I should have at work."}, SUBJECT),
        Question("rota", "yes_no", {"en": "Do you know your shifts four weeks ahead?"}, SUBJECT),
        Question("helps", "several_of", {"en": "What would help at night?"}, SUBJECT, options=OPTIONS),
        Question("few", "yes_no", {"en": "Has it helped?"}, SUBJECT),
        Question("change", "text", {"en": "What should be different next time?"}, SUBJECT),
    ),
)
EACH = {
    "ideas": Cell(61, 3.2, 25, 18, 18, spread=(6, 12, 18, 19, 6)),
    "unsure": Cell(24, 2.5, 13, 6, 5),
    "breaks": Cell(22, 1.8, 2, 4, 16, capped=True),
    "rota": Cell(40, 0.6, 24, 0, 16, spread=(16, 24)),
    "helps": Cell(44, 0.0, 0, 0, 0, chosen=(31, 12, 9)),
}


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {
        "outcome": cards.outcome(words, ASKING, CELLS, NEWS),
        "outcome with too few answers": cards.outcome(words, ASKING, {}, NEWS),
        "everything": cards.whole(words, ASKING, CELLS, NEWS, team=(("Ward 7", SMALLER),), said=_said(COMMENTS)),
        "everything without comments": cards.whole(words, ASKING, {}, NEWS, team=(("Ward 7", {}),), said=()),
        "the next level up": cards.whole(words, ASKING, LARGE, NEWS, team=UP, said=_said(COMMENTS)),
        "only the whole": cards.whole(words, ASKING, LARGE, NEWS, team=(("Ward 7", {}),), said=()),
        "a small place": cards.whole(words, SMALL, CELLS, NEWS, team=(("Kitchen", {}),), said=()),
        "each kind of question": cards.whole(words, MANY, EACH, NEWS, team=(), said=_said(COMMENTS * 40)),
        "more comments": cards.more_said(words, MANY, _said(COMMENTS * 40), 62),
    }


def _said(texts: Sequence[str]) -> Said:
    """The first half on the team's page, the rest on everybody's."""
    return tuple(("Ward 7" if place < len(texts) / 2 else "Medicine", text) for place, text in enumerate(texts))
