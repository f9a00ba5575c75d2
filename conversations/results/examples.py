"""One of everything that can be seen of a round, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.finding import Cell
from bot.question import Question
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.results import cards, pages
from conversations.results.cards import Engagement, Read
from conversations.results.measures import Before
from storage.examples import CLOSED, COMMENTS, DARIO, KEEPER, LARGE, NEWS, SUBJECT
from storage.results import Listed
from storage.snapshot import WHOLE, Teams

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
ABOUT = {"en": "How it is to work here"}
MANY = replace(
    CLOSED,
    subject=ABOUT,
    questions=(
        Question("ideas", "agreement", {"en": "My ideas are heard where it is decided how we work."}, {"en": "Ideas"}),
        Question("unsure", "agreement", {"en": "I do not know what is expected."}, {"en": "Clarity"}, reversed=True),
        Question("breaks", "frequency", {"en": "I get the breaks that I should have."}, {"en": "Breaks"}),
        Question("rota", "yes_no", {"en": "Do you know your shifts four weeks ahead?"}, {"en": "Rota"}),
        Question("tea", "one_of", {"en": "Tea or coffee?"}, {"en": "Tea"}, options=({"en": "Tea"}, {"en": "Coffee"})),
    ),
)
EACH = {
    "ideas": Cell(61, 3.2, 25, 18, 18, spread=(6, 12, 18, 19, 6)),
    "unsure": Cell(64, 2.5, 33, 16, 15),
    "breaks": Cell(62, 1.8, 2, 4, 56, capped=True),
    "tea": Cell(50, 0.0, 0, 0, 0, chosen=(31, 19)),
}
NAMES = {"medicine": "Medicine", "ward-7": "Ward 7", "ward-9": "Ward 9"} | {f"t{n}": f"Team {n}" for n in range(20)}
ABOVE = {"ward-7": "medicine", "ward-9": "medicine"}
TREE = Teams(
    {WHOLE: None, **{key: ABOVE.get(key, WHOLE) for key in NAMES}},
    NAMES,
    dict(enumerate(NAMES, start=1)),
    dict.fromkeys(NAMES, 14),
)
SMALLER = Cell(14, 5.2, 2, 6, 6)
TABLE = {WHOLE: {"score": LARGE}, "medicine": {"score": replace(SMALLER, good=4, poor=4)}, "ward-9": {"score": SMALLER}}
BY_TEAM = {WHOLE: EACH, "medicine": EACH, "ward-9": {"ideas": Cell(21, 3.0, 5, 9, 7)}}
MEANS = (6.1, 6.4, 5.9, None, 6.2, 6.6, 6.0, 6.3, 6.5, 6.1, 6.4, 6.2, 6.0, 8.1)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    opened = replace(CLOSED, stage="open", closed=False)
    counted = (40, date(2026, 11, 9))
    read = Read(140, {"score": LARGE}, {"score": Before(datetime(2026, 11, 9, 12, tzinfo=UTC), LARGE)}, news=NEWS)
    fallen = {"ideas": Before(CLOSED.opens_at, Cell(80, 4.1, 60, 10, 10)), "breaks": Before(CLOSED.opens_at, None)}
    first = Read(140, EACH, fallen, Engagement(58, 6.3, exact=True))
    return {
        "rounds": cards.list_rounds(words, _listed(), NOW),
        "no rounds": cards.list_rounds(words, (), NOW),
        "open": cards.open_round(words, opened, 140, counted),
        "open since today": cards.open_round(words, opened, 140, None),
        "hardly answered": cards.open_round(words, opened, 140, (0, date(2026, 11, 5))),
        "waits for an answer": cards.waiting_round(words, CLOSED, CLOSED.closes_at),
        "late": cards.waiting_round(words, CLOSED, NOW),
        "cancelled for want of a key": cards.waiting_round(words, replace(CLOSED, stage="void", keeper=KEEPER), NOW),
        "cancelled": cards.waiting_round(words, replace(CLOSED, stage="void"), NOW),
        "result": cards.closed_round(words, CLOSED, read),
        "several results": cards.closed_round(words, MANY, first),
        "indicative": cards.closed_round(words, MANY, replace(first, engagement=Engagement(58, 6.3, exact=False))),
        "a fall": cards.closed_round(words, CLOSED, replace(read, before={"score": Before(NOW, _mean(8.4))})),
        "a rise": cards.closed_round(words, CLOSED, replace(read, before={"score": Before(NOW, _mean(4.1))})),
        "too few": cards.closed_round(words, CLOSED, Read(140, {})),
        "teams": pages.teams(words, CLOSED, TREE, TABLE, page=0),
        "more teams": pages.teams(words, MANY, TREE, BY_TEAM, page=1),
        "no teams": pages.teams(words, replace(CLOSED, preset="small"), TREE, {}, page=0),
        "nothing to compare": pages.teams(words, replace(CLOSED, questions=()), TREE, {}, page=0),
        "support": pages.who_needs_support(words, MANY, TREE, BY_TEAM, chosen={"question": "0"}),
        "nobody to support": pages.who_needs_support(words, MANY, TREE, {}, chosen={}),
        "over time": pages.time(words, CLOSED, TREE, _series(), chosen={}),
        "over time for a team": pages.time(words, MANY, TREE, _shares(), chosen={"whose": "1"}),
        "too soon": pages.time(words, CLOSED, TREE, _series()[:1], chosen={}),
        "comments": cards.said(words, CLOSED, tuple((NAMES["ward-9"], text) for text in COMMENTS * 60), 0),
        "no comments": cards.said(words, CLOSED, (), 0),
    }


def _listed() -> list[Listed]:
    stages = ("open", "closed", "closed", "shared", "void")
    days = [CLOSED.answer_by + timedelta(days=off) for off in (30, 20, -1, -7, -9)]
    rows = zip(stages, days, strict=True)
    return [
        Listed(f"{place}" * 32, place, SUBJECT, "unlinked", stage, CLOSED.closes_at, by, DARIO)
        for place, (stage, by) in enumerate(rows)
    ]


def _mean(mean: float) -> Cell:
    return Cell(90, mean, 60, 20, 10) if mean > 6 else Cell(90, mean, 10, 20, 60)


def _series() -> list[tuple[datetime, Cell | None]]:
    weeks = [CLOSED.closes_at - timedelta(weeks=len(MEANS) - 1 - place) for place in range(len(MEANS))]
    return [(at, None if mean is None else replace(LARGE, mean=mean)) for at, mean in zip(weeks, MEANS, strict=True)]


def _shares() -> list[tuple[datetime, Cell | None]]:
    return [(at, cell and EACH["ideas"]) for at, cell in _series()[:5]]
