"""What the examples of several conversations are made of: one question, who asks it, and what was said and done about it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.detail import Detail, Group
from bot.finding import Cell
from bot.question import Question
from bot.settings import House
from bot.theming import Said, told
from storage.ballots import Urn
from storage.given import On
from storage.happenings import Happening
from storage.news import News
from storage.rounds import Asking
from storage.threads.recipients import Recipient
from storage.threads.transcript import Message

NORTHFIELD = House("Northfield Hospitals", "Northfield IT", "Maya Osei, chief executive")
KEEPER = "The staff side of Northfield"
DARIO = "Dario Moretti"
SUBJECT = {"en": "How work has been"}
PROMPT = {"en": "All in all, how has work been for you this past week?"}
SCORE = Question("score", "scale", PROMPT, SUBJECT, {"en": "very bad"}, {"en": "very good"}, required=True)
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
    answerer_name=DARIO,
    threshold=10,
    preset="default",
    subject=SUBJECT,
    questions=(SCORE,),
)
CLOSED = replace(ASKING, stage="closed", closed=True)
SHARED = replace(CLOSED, stage="shared")
CELL = Cell(45, 6.4, 21, 20, 4)
LARGE = Cell(88, 6.9, 23, 36, 29, spread=(1, 2, 2, 4, 5, 6, 9, 17, 19, 13, 10))
NEWS = News(
    "Night shifts get hot food again: the kitchen opens from 01:00 to 02:00.",
    "Not now: a second kitchen, because there is no money for it this year.",
    date(2026, 12, 14),
    DARIO,
    datetime(2026, 11, 17, 9, tzinfo=UTC),
)
AGE = Detail(
    "age-band",
    {"en": "age"},
    {"en": "How old are you?"},
    {"en": "To see whether work is as good for the youngest of us."},
    (
        Group("under-45", {"en": "Under 45"}),
        Group("under-30", {"en": "Under 30"}, "under-45"),
        Group("from-30", {"en": "30 to 44"}, "under-45"),
        Group("from-45", {"en": "45 and over"}),
    ),
)
TOLD = told(
    (
        Said("The rota comes too late", "not_now", "the new system comes in March.", 31),
        Said("Hot food at night", "already", "the kitchen opens from 01:00 to 02:00.", 14),
        Said("Parking", "passed_on", "Estates, who meet on 3 December.", 2),
    ),
    12,
    10,
    sorted_by=(DARIO,),
    by_machine=True,
)
COMMENTS = ("The lift by Theatres is out again.", "My charge nurse noticed that I had no break. That helped.")
SAID = (
    "The new rota helps. The lift by Theatres is out again.",
    "Thank you. Which lift is it: the one for beds, or the one for people?",
    "The one for beds. It stops between floors.",
)
_BY = Recipient(bytes(32), bytes(32), DARIO, "answerer")


def _message(text: str, day: int, *, by: Recipient | None = None, verified: bool = True) -> Message:
    return Message("said", text, date(2026, 11, day), verified, mine=by is None, by=by, about={})


MESSAGES = (
    _message(SAID[0], 16),
    _message(SAID[1], 17, by=_BY),
    _message(SAID[2], 19),
    _message("", 19, verified=False),
)
CLUB = Happening(
    on=On(1, "2" * 32, "named"),
    name="name",
    kind="ASK",
    round=1,
    round_ref="3" * 32,
    programme="4" * 32,
    practice="culture-club",
    circle=1,
    circle_name="Culture club",
    hidden=False,
    stage="open",
    opens_at=datetime(2026, 11, 10, 12, tzinfo=UTC),
    closes_at=datetime(2026, 11, 16, 18, tzinfo=UTC),
    opened=True,
    closed=False,
    answer_by=datetime(2026, 12, 20, 12, tzinfo=UTC),
    shared_at=None,
    answerer=1,
    answerer_name=DARIO,
    threshold=10,
    spec={
        "title": {"en": "Culture club"},
        "intent": "decide-together",
        "becomes": "decide-together",
        "prompt": {"en": "Name one book, podcast or film: its title, how long it takes, and why."},
        "to": "answerer",
    },
)
"""A moment of a practice, as somebody meets it."""
