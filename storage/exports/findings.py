"""Which three results a board paper tells: the largest clear changes first, then those furthest from even."""

from collections.abc import Sequence
from datetime import datetime

from bot.finding import Cell
from bot.question import Question
from bot.values import dataclass
from storage.exports.lines import CLASSED
from storage.exports.published import Form
from storage.releases import Stored
from storage.scores.interval import Change, NoClearChange
from storage.scores.shares import change_of_share
from storage.snapshot import WHOLE

MOST = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One round in which a question was asked: when it closed, and what everybody answered, or None where it is hidden."""

    closed_at: datetime
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One question with its newest published result. `change` and `since` are None where there is nothing before it."""

    question: Question
    points: tuple[Point, ...]
    cell: Cell
    change: Change | None
    since: datetime | None

    @property
    def closed_at(self) -> datetime:
        return max(point.closed_at for point in self.points if point.cell is self.cell)


def findings(forms: Sequence[Form], cells: Sequence[Stored], begins: datetime) -> list[Finding]:
    """Every question with a published result in a round that closed from `begins` on, the most telling first. `forms` are
    a programme's, the oldest first."""
    whole = {(each.moment, each.question): each.cell for each in cells if (each.node, each.attribute) == (WHOLE, "")}
    asked: dict[str, Question] = {}
    points: dict[str, list[Point]] = {}
    for form in forms:
        for question in form.questions:
            if question.kind in CLASSED:
                asked[question.id] = question
                points.setdefault(question.id, []).append(Point(form.closed_at, whole.get((form.moment, question.id))))
    found = [_finding(asked[each], tuple(points[each]), begins) for each in asked]
    return sorted((each for each in found if each), key=_telling)


def _finding(question: Question, points: tuple[Point, ...], begins: datetime) -> Finding | None:
    shown = [(point.closed_at, point.cell) for point in points if point.cell]
    if not shown or shown[-1][0] < begins:
        return None
    cell = shown[-1][1]
    if len(shown) == 1:
        return Finding(question, points, cell, None, None)
    since, before = shown[-2]
    change = change_of_share((before.good, before.answers), (cell.good, cell.answers))
    return Finding(question, points, cell, change, since)


def _telling(found: Finding) -> tuple[bool, float, str]:
    """Clear changes before everything else, the largest first; the rest by how far from even people answered."""
    match found.change:
        case None | NoClearChange():
            return True, -abs(found.cell.good - found.cell.poor) / found.cell.answers, found.question.id
        case change:
            return False, -abs(change.by.value), found.question.id
