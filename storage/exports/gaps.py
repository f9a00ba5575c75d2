"""Gaps between the groups of a declared attribute, now and the time before, where the rules show both groups."""

from collections.abc import Sequence
from datetime import datetime
from itertools import combinations

from bot.finding import Cell, share
from bot.paper import Item
from bot.question import Question
from bot.values import dataclass
from bot.words import Words
from storage.exports import said
from storage.exports import words as w
from storage.exports.lines import CLASSED
from storage.exports.published import Form
from storage.releases import Stored
from storage.scores.interval import Change, NoClearChange
from storage.scores.shares import change_of_share
from storage.snapshot import WHOLE

MOST = 2
LONGEST_GROUP = 40


@dataclass(frozen=True, slots=True)
class Gap:
    """Two groups of one attribute in one question of a form: the higher first. Groups are by their ids."""

    form: Form
    question: Question
    attribute: str
    one: tuple[str, Cell]
    other: tuple[str, Cell]
    apart: Change


def items(words: Words, forms: Sequence[Form], cells: Sequence[Stored], begins: datetime) -> tuple[Item, ...]:
    """The widest gap of each attribute in the newest round that has any, or that there is none to tell of."""
    groups = _groups(cells)
    for place in range(len(forms) - 1, -1, -1):
        if forms[place].closed_at < begins:
            break
        if widest := _widest(forms[place], groups):
            return tuple(_item(words, gap, forms[:place], groups) for gap in widest[:MOST])
    return (Item("", words(w.NO_GAPS)),)


Groups = dict[tuple[int, str, str], dict[str, Cell]]
"""By form, question and attribute: the cell of each group, of everybody who was asked."""


def _groups(cells: Sequence[Stored]) -> Groups:
    found: Groups = {}
    for each in cells:
        if each.node == WHOLE and each.attribute:
            found.setdefault((each.moment, each.question, each.attribute), {})[each.group] = each.cell
    return found


def _widest(form: Form, groups: Groups) -> list[Gap]:
    """One for each attribute, clear gaps first."""
    best: dict[str, Gap] = {}
    for question in (each for each in form.questions if each.kind in CLASSED):
        named = {key[2]: cells for key, cells in groups.items() if key[:2] == (form.moment, question.id)}
        for attribute, cells in named.items():
            said_so = {group: cell for group, cell in cells.items() if form.by is None or group != form.by.unsaid}
            for one, other in combinations(sorted(said_so.items(), key=_good), 2):
                apart = change_of_share(_counts(one[1]), _counts(other[1]))
                gap = Gap(form, question, attribute, other, one, apart)
                best[attribute] = min(best.get(attribute, gap), gap, key=_order)
    return sorted(best.values(), key=_order)


def _good(named: tuple[str, Cell]) -> tuple[float, str]:
    return named[1].good / named[1].answers, named[0]


def _counts(cell: Cell) -> tuple[int, int]:
    return cell.good, cell.answers


def _order(gap: Gap) -> tuple[bool, float, str]:
    return isinstance(gap.apart, NoClearChange), -gap.apart.by.value, gap.question.id


def _item(words: Words, gap: Gap, earlier: Sequence[Form], groups: Groups) -> Item:
    (one, high), (other, low) = gap.one, gap.other
    names = [said.shortened(gap.form.group_named(each, words.language), LONGEST_GROUP) for each in (one, other)]
    told = [
        words(
            w.GAP,
            high=share(words, high, high.good),
            one=names[0],
            n_one=high.answers,
            low=share(words, low, low.good),
            other=names[1],
            n_other=low.answers,
        ),
        _apart(words, gap.apart),
    ]
    for form in reversed(earlier):
        before = groups.get((form.moment, gap.question.id, gap.attribute), {})
        if one in before and other in before:
            was = change_of_share(_counts(before[other]), _counts(before[one])).by.value
            told.append(words(w.BEFORE, day=words.dated(form.closed_at), points=words.number(round(100 * was))))
            break
    return Item(said.asked(words, gap.question), " ".join(told))


def _apart(words: Words, apart: Change) -> str:
    if isinstance(apart, NoClearChange):
        return words(w.NOT_APART)
    by = apart.by
    ends = {"low": said.points(words, by.low), "high": said.points(words, by.high)}
    return words(w.APART, points=said.points(words, by.value), **ends)
