"""One of everything that stewards see, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from bot.attention import Foresight
from bot.conversation import Person
from bot.finding import Cell
from bot.programme import Answer, Ask, Offset, Template
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.steward import cards
from conversations.steward import words as w
from storage.ballots import Urn
from storage.rounds import Asking

SUBJECT = {"en": "How work has been"}
PROMPT = {"en": "All in all, how has work been for you this past week?"}
ENDS = ({"en": "very bad"}, {"en": "very good"})
ASKING = Asking(
    urn=Urn(1, "0" * 32, b""),
    round=1,
    round_ref="1" * 32,
    programme=1,
    stage="closed",
    voice="unlinked",
    closed=True,
    opens_at=datetime(2026, 11, 5, 10, tzinfo=UTC),
    closes_at=datetime(2026, 11, 16, 12, tzinfo=UTC),
    answer_by=datetime(2026, 11, 30, 12, tzinfo=UTC),
    answerer=1,
    answerer_name="Dario Moretti",
    threshold=10,
    subject=SUBJECT,
    prompt=PROMPT,
    lowest=ENDS[0],
    highest=ENDS[1],
)
QUESTION = Ask("ask", Offset(0), Offset(11, time(12)), "unlinked", SUBJECT, PROMPT, *ENDS)
TEMPLATE = Template("pulse", "listen", "all-staff", 1, 3, time(10), QUESTION, Answer("back", Offset(25, time(12))))
COMMENTS = ("The lift by Theatres is out again.", "My charge nurse noticed that I had no break. That helped.")
STEWARDS = [("a" * 32, Person(1, "Dario Moretti", "en", "Europe/London"))]


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    back = cards.answer_back(words, ASKING, Cell(45, 6.4, 47, 44, 9), COMMENTS)
    said = {cards.WILL_DO: "", cards.WILL_NOT: "A second kitchen.", cards.BY_DAY: "2025-01-01"}
    wrong = {cards.WILL_DO: words(w.NEEDED), cards.BY_DAY: words(w.PAST)}
    return {
        "closed": cards.to_answer(words, ASKING, w.CLOSED),
        "overdue": cards.to_answer(words, ASKING, w.OVERDUE),
        "void": cards.notice(words, SUBJECT["en"], w.VOID),
        "too few people": cards.notice(words, SUBJECT["en"], w.TOO_FEW, k=10),
        "nobody answers back": cards.notice(words, SUBJECT["en"], w.NO_ANSWERER),
        "the answerer left": cards.notice(words, SUBJECT["en"], w.ANSWERER_LEFT),
        "answer back": back,
        "answer back to be mended": cards.again(back, said, wrong),
        "answered": cards.only_text(words, w.DONE_TITLE, words(w.DONE)),
        "start": cards.start(words, TEMPLATE, STEWARDS, Foresight(412, {}, 488)),
    }
