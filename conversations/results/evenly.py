"""Whether answers came evenly from all teams: said for everybody together, and never of a team."""

from math import sqrt

from bot.question import Question
from bot.ui import Block, Text
from bot.words import Words
from conversations.results import words as w
from conversations.results.helped import said_by
from conversations.results.teams import Table, figures
from storage.exports.intervals import sample
from storage.rounds import Asking
from storage.scores.reach import Stratum, evenly, representativeness
from storage.snapshot import WHOLE, Teams


def even(words: Words, asking: Asking, tree: Teams, table: Table) -> tuple[Block, ...]:
    """One sentence about the question that most people answered; nothing where there is nothing to compare."""
    shown = [each for each in figures(asking) if each.id in table.get(WHOLE, {})]
    if not shown:
        return ()
    question = max(shown, key=lambda each: table[WHOLE][each.id].answers)
    parts = strata(tree, table, question, asking.threshold)
    found = representativeness(parts)
    if len(parts) < 2 or found is None:
        return ()
    if evenly(parts):
        return (Text(words(w.EVEN)),)
    if len(asking.counted) > 1:
        return (Text(words(w.UNEVEN)),)
    by = said_by(words, question, found.worst * _spread(table, question))
    return (Text(words(w.UNEVEN_BY, by=by)),)


def strata(tree: Teams, table: Table, question: Question, k: int) -> list[Stratum]:
    """Each shown team without the shown teams in it, and the rest: how many were asked and how many answered there. Both
    follow from what is published and from the list of staff. Without those in which fewer than k people were asked."""
    asked, answered = dict.fromkeys(tree.parent, 0), dict.fromkeys(tree.parent, 0)
    shown = {key for key in tree.parent if question.id in table.get(key, {})}
    for key, heads in tree.asked.items():
        asked[_shown_above(tree, shown, key)] += heads
    for key in shown:
        many = table[key][question.id].answers
        answered[key] += many
        if key != WHOLE:
            answered[_shown_above(tree, shown, tree.parent[key] or WHOLE)] -= many
    return [Stratum(asked[key], answered[key]) for key in sorted(shown) if asked[key] >= max(k, answered[key], 1)]


def _shown_above(tree: Teams, shown: set[str], key: str) -> str:
    """The nearest shown team from this one upwards; the whole is always shown."""
    return next(each for each in tree.path(key) if each in shown or each == WHOLE)


def _spread(table: Table, question: Question) -> float:
    """How far single answers lie apart, in the unit of the figure: a standard deviation."""
    cell = table[WHOLE][question.id]
    if question.kind == "scale":
        return sample(question, cell).deviation
    share = cell.good / cell.answers
    return 100 * sqrt(share * (1 - share))
