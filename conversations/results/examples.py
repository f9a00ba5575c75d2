"""One of everything that can be seen of a round, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.finding import Cell
from bot.question import Question
from bot.ui import Card, Form, Home
from bot.words import Words
from bot.yearly import Year
from conversations.results import cards, pages, year_cards
from conversations.results.cards import Read
from conversations.results.engagement import Engagement
from conversations.results.helped import Comparison, did_it_help
from conversations.results.measures import Before
from conversations.results.teams import Table
from storage.examples import AGE, CLOSED, COMMENTS, DARIO, KEEPER, LARGE, NEWS, SUBJECT
from storage.exports.scored import Scored
from storage.results import Earlier, Listed
from storage.scores.means import Sample
from storage.snapshot import WHOLE, Teams
from storage.yearly import words as yearly

NOW, WEEK = datetime(2026, 12, 2, 9, tzinfo=UTC), timedelta(days=7)
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
EIGHT = Teams(
    {WHOLE: None, **{f"t{n}": WHOLE for n in range(8)}},
    {f"t{n}": f"Team {n}" for n in range(8)},
    dict(enumerate((f"t{n}" for n in range(8)), start=1)),
    {f"t{n}": 20 if n else 60 for n in range(8)},
)
ALL_EIGHT = ",".join(map(str, range(8)))
RISEN = (6.1, 5.9, 6.0, 5.1, 5.2, 5.0, 5.3, 5.1)
UNEVEN: Table = {
    WHOLE: {"score": Cell(112, 5.6, 40, 36, 36), "ideas": Cell(112, 3.2, 40, 36, 36)},
    **{key: {"score": Cell(14, 5.0, 5, 5, 4), "ideas": Cell(14, 3.2, 5, 5, 4)} for key in EIGHT.names},
}
AGREED: Table = {key: {"ideas": Cell(14, 3.2, 5, 5, 4)} for key in EIGHT.names}
EIGHT_MANY = replace(MANY, questions=MANY.questions[:2])
CROWD = Teams(
    {WHOLE: None, "medicine": WHOLE, **{f"t{n}": "medicine" if n % 2 else WHOLE for n in range(120)}},
    {"medicine": "Medicine", **{f"t{n}": f"Team {n}" for n in range(120)}},
    {},
    {f"t{n}": 20 for n in range(120)},
)
FLAT = replace(CROWD, parent={WHOLE: None, **dict.fromkeys(CROWD.names, WHOLE)})
TREES = {"too many teams to list": CROWD, "too many teams in one part": FLAT}
IN_TURN = replace(CLOSED, cycle="c", turns=4)
AGED = replace(MANY, by=AGE)
AGED_LONG = replace(AGED, questions=(*MANY.questions, *(replace(each, id=f"{each.id}-2") for each in MANY.questions)))
BY_AGE = {"under-45": EACH, "from-45": EACH | {"ideas": Cell(30, 3.9, 20, 6, 4)}, "from-30": {"unsure": EACH["unsure"]}}
SPREAD = Sample(58, 6.3, 2.3, 0.0, 10.0, rounded=0.05)
EARLIER = Scored(61, 6.1, True, replace(SPREAD, mean=6.1))
INDICATIVE = Scored(58, 6.3, False, SPREAD)
OWN = Scored(58, 6.3, True, SPREAD)
SCORED = {
    "indicative": Engagement(INDICATIVE),
    "engagement that rose": Engagement(OWN, CLOSED.opens_at, Scored(60, 4.6, True, replace(SPREAD, mean=4.6))),
    "engagement that fell": Engagement(OWN, CLOSED.opens_at, Scored(60, 8.2, True, replace(SPREAD, mean=8.2))),
    "engagement made in another way": Engagement(OWN, CLOSED.opens_at, INDICATIVE),
    "engagement after a gap": Engagement(OWN, CLOSED.opens_at),
}
MEANS = (6.1, 6.4, 5.9, None, 6.2, 6.6, 6.0, 6.3, 6.5, 6.1, 6.4, 6.2, 6.0, 8.1)


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    read = Read(140, {"score": LARGE}, {"score": Before(datetime(2026, 11, 9, 12, tzinfo=UTC), LARGE)}, news=NEWS)
    fallen = {"ideas": Before(CLOSED.opens_at, Cell(80, 4.1, 60, 10, 10)), "breaks": Before(CLOSED.opens_at, None)}
    first = Read(140, EACH, fallen, Engagement(OWN, CLOSED.opens_at, EARLIER))
    return {
        "rounds": cards.list_rounds(words, _listed(), NOW),
        "rounds for a steward": cards.list_rounds(words, _listed(), NOW, years=True),
        "no rounds": cards.list_rounds(words, (), NOW),
        **_not_closed(words),
        "waits for an answer": cards.waiting_round(words, CLOSED, CLOSED.closes_at),
        "late": cards.waiting_round(words, CLOSED, NOW),
        "cancelled for want of a key": cards.waiting_round(words, replace(CLOSED, stage="void", keeper=KEEPER), NOW),
        "cancelled": cards.waiting_round(words, replace(CLOSED, stage="void"), NOW),
        "result": cards.closed_round(words, CLOSED, read),
        "several results": cards.closed_round(words, MANY, first),
        **{name: cards.closed_round(words, MANY, replace(first, engagement=each)) for name, each in SCORED.items()},
        "a fall": cards.closed_round(words, CLOSED, replace(read, before={"score": Before(NOW, _mean(8.4))})),
        "a rise": cards.closed_round(words, CLOSED, replace(read, before={"score": Before(NOW, _mean(4.1))})),
        "one turn of several": cards.closed_round(words, replace(IN_TURN, turn=1), replace(read, teams=False)),
        "all turns together": cards.closed_round(words, IN_TURN, replace(read, asked=560)),
        "too few": cards.closed_round(words, CLOSED, Read(140, {})),
        "teams": pages.teams(words, CLOSED, TREE, TABLE, part=0),
        "more teams": pages.teams(words, MANY, TREE, BY_TEAM, part=1),
        "no teams": pages.teams(words, replace(CLOSED, preset="small"), TREE, {}, part=0),
        "nothing to compare": pages.teams(words, replace(CLOSED, questions=()), TREE, {}, part=0),
        **_by_age(words, first),
        "support": pages.who_needs_support(words, CLOSED, CROWD, _crowd(CROWD), chosen={}),
        "nobody to support": pages.who_needs_support(words, MANY, TREE, {}, chosen={}),
        "teams that answered unevenly": pages.teams(words, CLOSED, EIGHT, UNEVEN, part=0, earlier=True),
        "several questions answered unevenly": pages.teams(words, EIGHT_MANY, EIGHT, UNEVEN, part=0),
        **_helped(words),
        "over time": pages.time(words, CLOSED, TREE, _series(), chosen={}),
        "over time for a team": pages.time(words, MANY, TREE, _shares(), chosen={"whose": "1"}),
        "too soon": pages.time(words, CLOSED, TREE, _series()[:1], chosen={}),
        **_of_years(words),
        "comments": cards.said(words, CLOSED, tuple((NAMES["ward-9"], text) for text in COMMENTS * 60), 0),
        "no comments": cards.said(words, CLOSED, (), 0),
    }


def _of_years(words: Words) -> dict[str, Form]:
    years = [Year(2026), Year(2026, 4), Year(2025), Year(2025, 4)]
    lines = [words(yearly.ASKED, n=40), words(yearly.WITHHELD, n=2), words(yearly.LATE_NEWS, n=1)]
    links = year_cards.files(words, "https://hearback.example.org/a", "https://hearback.example.org/b")
    return {
        "which year": year_cards.choose(words, years),
        "a year in short": year_cards.in_short(words, years, years[1], lines=lines, below=links),
        "a year in short without files": year_cards.in_short(
            words, years, years[0], lines=[words(yearly.NOTHING)], below=year_cards.no_files(words, "Northfield IT")
        ),
    }


def _helped(words: Words) -> dict[str, Form]:
    """Did it help? Before anything is ticked, with each way to be wrong, and each thing that can be found."""
    rounds = [Earlier(at, CLOSED.opens_at - timedelta(weeks=at), frozenset(("score",))) for at in (2, 1)]
    two = Comparison(CLOSED.questions, rounds, CLOSED.questions[0], rounds[0], _means(5.0), _means(*RISEN))
    shares = replace(two, questions=MANY.questions[:2], question=MANY.questions[0], before=AGREED, now=AGREED)
    found = {
        "before a tick": (two, {}),
        "no tick": (two, {"tried": ""}),
        "every tick": (two, {"tried": ALL_EIGHT}),
        "rose more": (two, {"tried": "0,1,2"}),
        "rose less": (two, {"tried": "3,4,6"}),
        "too few teams": (two, {"tried": "0"}),
        "fell more": (replace(two, now=two.before, before=two.now), {"tried": "0,1,2"}),
        "fell less": (replace(two, now=two.before, before=two.now), {"tried": "3,4,6"}),
        "alike": (shares, {"tried": "0,1,2,3"}),
        "no team": (replace(two, now={}), {}),
        "no round": (None, {}),
        "too many teams in one part": (replace(two, before=_crowd(FLAT), now=_crowd(FLAT)), {}),
        "too many teams to list": (replace(two, before=_crowd(CROWD), now=_crowd(CROWD)), {"tried": "4"}),
    }
    return {
        f"did it help: {name}": did_it_help(words, CLOSED, TREES.get(name, EIGHT), compared, chosen=chosen)
        for name, (compared, chosen) in found.items()
    }


def _means(*means: float) -> Table:
    """Eight teams with these average scores; the last one stands for all that follow."""
    every = [*means, *[means[-1]] * (len(EIGHT.names) - len(means))]
    return {key: {"score": Cell(14, mean, 5, 5, 4)} for key, mean in zip(EIGHT.names, every, strict=True)}


def _crowd(tree: Teams) -> Table:
    return {key: {"score": Cell(14, 5.0, 5, 5, 4)} for key in tree.names}


def _by_age(words: Words, read: Read) -> dict[str, Form]:
    return {
        "result that is shown by age": cards.closed_round(words, AGED, read),
        "groups": pages.groups(words, AGED, BY_AGE, part=0, chosen={}),
        "more groups": pages.groups(words, AGED_LONG, BY_AGE, part=1, chosen={}),
        "groups in one question": pages.groups(words, AGED, BY_AGE, part=0, chosen={"question": "1"}),
        "groups in a choice": pages.groups(words, AGED, BY_AGE, part=0, chosen={"question": "5"}),
        "groups where one question is not shown": pages.groups(words, AGED, BY_AGE, part=0, chosen={"question": "4"}),
        "no groups": pages.groups(words, AGED, {}, part=0, chosen={}),
        "not by groups": pages.groups(words, MANY, {}, part=0, chosen={}),
    }


def _not_closed(words: Words) -> Mapping[str, Form]:
    opened = replace(CLOSED, stage="open", closed=False)
    return {
        "open": cards.open_round(words, opened, 140, (40, date(2026, 11, 9))),
        "open to a part": cards.open_part(words, opened, 140),
        "open since today": cards.open_round(words, opened, 140, None),
        "hardly answered": cards.open_round(words, opened, 140, (0, date(2026, 11, 5))),
        "being counted": cards.counting_round(words, opened),
        "waits for the second key": cards.counting_round(words, replace(opened, keeper=KEEPER)),
    }


def _listed() -> list[Listed]:
    stages = ("open", "open", "closed", "closed", "shared", "void")
    days = [CLOSED.answer_by + timedelta(days=off) for off in (30, 30, 20, -1, -7, -9)]
    rows = zip(stages, days, strict=True)
    return [
        Listed(f"{place}" * 32, place, SUBJECT, "unlinked", stage, CLOSED.closes_at if place else NOW + WEEK, by, DARIO)
        for place, (stage, by) in enumerate(rows)
    ]


def _mean(mean: float) -> Cell:
    return Cell(90, mean, 60, 20, 10) if mean > 6 else Cell(90, mean, 10, 20, 60)


def _series() -> list[tuple[datetime, Cell | None]]:
    weeks = [CLOSED.closes_at - timedelta(weeks=len(MEANS) - 1 - place) for place in range(len(MEANS))]
    return [(at, None if mean is None else replace(LARGE, mean=mean)) for at, mean in zip(weeks, MEANS, strict=True)]


def _shares() -> list[tuple[datetime, Cell | None]]:
    return [(at, cell and EACH["ideas"]) for at, cell in _series()[:5]]
