"""One of everything that showing can show, for the contact sheet and for the laws that hold for every card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.finding import Cell
from bot.question import Question
from bot.quotes import Said
from bot.ui import Card, Form, Home
from bot.words import Words
from conversations.show import cards, groups
from conversations.show import words as w
from conversations.show.team import Team
from storage.examples import AGE, ASKING, CELL, CLOSED, COMMENTS, KEEPER, LARGE, NEWS, SHARED, TOLD

NOW = datetime(2026, 12, 8, tzinfo=UTC)
PASSED = datetime(2026, 12, 15, tzinfo=UTC)
CELLS = {"score": CELL}
SMALLER = {"score": Cell(12, 5.9, 3, 5, 4)}
MOST = {"score": LARGE}
UP: Team = (("Ward 7", {}), ("Medicine", SMALLER))
SMALL = replace(SHARED, threshold=5, preset="small")
OPTIONS = ({"en": "Something warm to eat"}, {"en": "A quiet room"}, {"en": "Parking"})
SUBJECT = {"en": "How it is to work here"}
MANY = replace(
    SHARED,
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

AGED = replace(MANY, by=AGE)
BY_AGE = {"under-45": EACH, "from-45": EACH | {"ideas": Cell(30, 3.9, 20, 6, 4)}}


def examples(words: Words) -> Mapping[str, Card | Form | Home]:
    """Name to what is shown."""
    return {
        "outcome": cards.outcome(words, SHARED, CELLS, NEWS, now=NOW),
        "outcome with too few answers": cards.outcome(words, SHARED, {}, NEWS, now=NOW),
        "everything": cards.whole(
            words, SHARED, CELLS, NEWS, now=NOW, team=(("Ward 7", SMALLER),), said=_said(COMMENTS)
        ),
        "outcome with themes": cards.outcome(words, SHARED, CELLS, NEWS, now=NOW, themes=TOLD),
        "everything, by theme": cards.whole(
            words, SHARED, CELLS, NEWS, now=NOW, team=(), said=_said(COMMENTS), themes=TOLD
        ),
        "everything, when its day has passed": cards.whole(
            words, SHARED, CELLS, NEWS, now=PASSED, team=(("Ward 7", SMALLER),), said=_said(COMMENTS)
        ),
        "everything without comments": cards.whole(words, SHARED, {}, NEWS, now=NOW, team=(("Ward 7", {}),), said=()),
        "the next level up": cards.whole(words, SHARED, MOST, NEWS, now=NOW, team=UP, said=_said(COMMENTS)),
        "only the whole": cards.whole(words, SHARED, MOST, NEWS, now=NOW, team=(("Ward 7", {}),), said=()),
        "a small place": cards.whole(words, SMALL, CELLS, NEWS, now=NOW, team=(("Kitchen", {}),), said=()),
        "each kind of question": cards.whole(words, MANY, EACH, NEWS, now=NOW, team=(), said=_said(COMMENTS * 40)),
        "everything, also by age": cards.whole(words, AGED, EACH, NEWS, now=NOW, team=(), said=()),
        "by age": groups.by_groups(words, AGED, BY_AGE, part=0),
        "by age, several options": groups.by_groups(words, AGED, BY_AGE, part=4),
        "by age, nothing to show": groups.by_groups(words, AGED, BY_AGE, part=5),
        "not by groups": groups.by_groups(words, SHARED, {}, part=0),
        "earlier outcomes": _earlier(words),
        "no earlier outcomes": cards.earlier(words, (), 4, more=False, page=4),
        "a year without an answer": _late(words),
        "more comments": cards.more_said(words, MANY, _said(COMMENTS * 40), 62),
    }


def _earlier(words: Words) -> Form:
    """A page in the middle."""
    return cards.earlier(words, cards.home_shared(words, MANY, EACH, NEWS, now=PASSED) * 4, 8, more=True, page=4)


def _late(words: Words) -> Home:
    """Nobody has answered back for a year; the second key of the last round is not there either."""
    late = (replace(ASKING, keeper=KEEPER), *[CLOSED] * 51)
    return Home(words(w.TITLE), cards.home_unanswered(words, late, NOW))


def _said(texts: Sequence[str]) -> Said:
    """The first half on the team's page, the rest on everybody's."""
    return tuple(("Ward 7" if place < len(texts) / 2 else "Medicine", text) for place, text in enumerate(texts))
