"""A round by groups of people: by something that they said about themselves, if they did, as far as it was released."""

from collections.abc import Mapping, Sequence
from math import ceil

from bot.chart_limits import COLUMNS, LABEL, TITLE
from bot.charts import HeatTable, Row
from bot.detail import Detail
from bot.falls import cut
from bot.finding import ANSWERS, Cell, finding
from bot.limits import BUTTON_LABEL
from bot.question import Question, spoken
from bot.ui import Block, Facts, Note, Open, Picture, Text
from bot.words import Words
from conversations.results import words as w
from conversations.results.measures import measured, sure
from conversations.results.teams import Table, columns, drawn, figures, key_to
from storage.rounds import Asking

FACTS = 10
Groups = Sequence[tuple[str, Mapping[str, Cell]]]
"""The released groups in their order, each with its results by the question's id."""


def way_in(words: Words, asking: Asking) -> tuple[Open, ...]:
    """The button to this page, where those who were asked were told of it. It looks the same whatever was released."""
    if asking.by is None or not asking.counted:
        return ()
    label = cut(words(w.BY_BUTTON, detail=_name(words, asking.by)), BUTTON_LABEL)
    return (Open(label, "results.groups", asking.round_ref),)


def tables(asking: Asking) -> int:
    """How many tables it takes to show all questions."""
    return ceil(len(figures(asking)) / COLUMNS)


def all_questions(words: Words, asking: Asking, detail: Detail, table: Table, *, page: int) -> tuple[Block, ...]:
    """Groups by questions: the table with this number, from 0 on."""
    groups = _in_order(words, detail, table)
    if not groups:
        return none_shown(words, asking, detail)
    asked = figures(asking)[page * COLUMNS : (page + 1) * COLUMNS]
    return (Picture(_heat(words, asking, detail, asked, groups=groups)), Text(_why(words, asking)))


def one_question(words: Words, asking: Asking, detail: Detail, table: Table, *, asked: Question) -> tuple[Block, ...]:
    """One question by groups: each with its figure, how sure that is, and how many answered."""
    groups = _in_order(words, detail, {group: cells for group, cells in table.items() if asked.id in cells})
    prompt = Text(spoken(asked.prompt, words.language))
    if not groups:
        return (prompt, *none_shown(words, asking, detail))
    pairs = [(name, _said(words, asked, cells[asked.id])) for name, cells in groups]
    facts = (Facts(tuple(pairs[first : first + FACTS])) for first in range(0, len(pairs), FACTS))
    if not measured(asked):
        return (prompt, *facts, Text(_why(words, asking)))
    picture = Picture(_heat(words, asking, detail, [asked], groups=groups))
    return (prompt, picture, *facts, Note(words(w.GROUPS_CHANCE)), Text(_why(words, asking)))


def none_shown(words: Words, asking: Asking, detail: Detail) -> tuple[Block, ...]:
    """The same words for every reason there is, and where the result can be read instead."""
    return (Text(words(w.NO_GROUPS, detail=_name(words, detail))), Text(_why(words, asking)))


def _why(words: Words, asking: Asking) -> str:
    return words(w.GROUPS_WHY, twice=2 * asking.threshold)


def _in_order(words: Words, detail: Detail, table: Table) -> list[tuple[str, Mapping[str, Cell]]]:
    """As they were written down, which is as people read them when they choose."""
    names = {each.id: cut(spoken(each.label, words.language), LABEL) for each in detail.groups}
    found = sorted(table.items(), key=lambda each: (detail.place(each[0]), each[0]))
    return [(names.get(group, group), cells) for group, cells in found]


def _heat(words: Words, asking: Asking, detail: Detail, asked: Sequence[Question], *, groups: Groups) -> HeatTable:
    name, day = _name(words, detail), words.day(asking.closes_at)
    subject = spoken(asking.subject, words.language)
    rows = (
        Row(group, tuple(drawn(words, each, cells[each.id]) if each.id in cells else None for each in asked))
        for group, cells in groups
    )
    return HeatTable(
        title=cut(words(w.GROUPS_TITLE, subject=subject, detail=name, day=day), TITLE),
        finding=words(w.GROUPS_FINDING, n=len(groups), detail=name),
        corner=words(w.GROUP),
        columns=columns(words, asked),
        rows=tuple(rows),
        key=(("good", words(w.GOOD)), ("middle", words(w.MIDDLE)), ("poor", words(w.POOR))),
        hidden_said=words(w.GROUP_HIDDEN),
        note=key_to(words, asked, w.GROUPS_AS_WRITTEN),
        written=1,
    )


def _said(words: Words, asked: Question, cell: Cell) -> str:
    if not measured(asked):
        return finding(words, asked, cell)
    _, figure = sure(words, asked, cell)[0]
    return words(w.GROUP_LINE, figure=figure, answers=words(ANSWERS, n=cell.answers))


def _name(words: Words, detail: Detail) -> str:
    return spoken(detail.name, words.language)
