"""Teams by the answers to a question with options: what share of each team chose which, with interval and n."""

from collections.abc import Mapping
from math import ceil

from bot.chart_limits import COLUMNS, LABEL
from bot.charts import Cell as Drawn
from bot.falls import cut
from bot.finding import Cell
from bot.finding import share as share_said
from bot.question import Question, labels
from bot.words import Words
from conversations.results import words as w
from storage.rounds import Asking
from storage.scores.shares import share

BESIDE_N = COLUMNS - 1


def offered(asking: Asking) -> list[Question]:
    """The questions of a form that are answered by choosing options, and are counted."""
    return [each for each in asking.counted if each.kind in ("one_of", "several_of")]


def in_parts(question: Question) -> list[range]:
    """The places of its options, table by table: as evenly as they fall."""
    many = len(question.options)
    tables = ceil(many / BESIDE_N)
    size = ceil(many / tables)
    return [range(first, min(many, first + size)) for first in range(0, many, size)]


def heads(words: Words, question: Question, part: range) -> tuple[str, ...]:
    """How many answered, then the options of this table; their beginnings where they are long."""
    named = labels(question, words)
    return (words(w.ANSWERS), *(cut(named[at], LABEL) for at in part))


def cells(words: Words, question: Question, part: range, shown: Mapping[str, Cell]) -> tuple[Drawn | None, ...]:
    """One row: hidden as a whole, or shown as a whole."""
    cell = shown.get(question.id)
    if cell is None:
        return (None,) * (1 + len(part))
    return (Drawn(words.number(cell.answers)), *(_share(words, cell, cell.chosen[at]) for at in part))


def _share(words: Words, cell: Cell, many: int) -> Drawn:
    sure = share(many, cell.answers)
    low, high = (words.percent(round(100 * each)) for each in (sure.low, sure.high))
    return Drawn(share_said(words, cell, many), answers=words(w.FROM_TO, low=low, high=high))
