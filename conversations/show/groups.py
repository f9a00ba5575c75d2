"""What came of it by groups of people, one question after the other: as far as it was released, for everybody who was asked."""

from collections.abc import Mapping, Sequence

from bot.chart_limits import LABEL
from bot.detail import Detail
from bot.falls import cut
from bot.finding import Cell
from bot.limits import BUTTON_LABEL
from bot.question import Question, spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Facts, Form, Heading, Note, Open, Text
from bot.words import Words
from conversations.show import words as w
from storage.exports.likely import finding_likely
from storage.rounds import Asking

FACTS = 10
Table = Mapping[str, Mapping[str, Cell]]
"""What was released: by the group's id, then by the question's id."""


def way_in(words: Words, asking: Asking) -> tuple[Block, ...]:
    """The button to this page, where those who were asked were told of it. It looks the same whatever was released."""
    if asking.by is None or not asking.counted:
        return ()
    label = cut(words(w.BY_BUTTON, detail=spoken(asking.by.name, words.language)), BUTTON_LABEL)
    return (Buttons((Open(label, "show.groups", asking.round_ref),)),)


def by_groups(words: Words, asking: Asking, table: Table, *, part: int) -> Form:
    """The question with this number, from 0 on, in each group that can be shown; groups stand as they were written down."""
    detail, asked = asking.by, asking.counted
    back = Open(words(w.BACK), "show.all", asking.round_ref)
    if detail is None or not asked:
        return _form(words, asking, (Text(words(w.NOT_BY_GROUPS)),), (back,))
    at = part if part < len(asked) else 0
    more = Open(words(w.NEXT_QUESTION), "show.groups", asking.round_ref, choice=str((at + 1) % len(asked)))
    shown = _shown(words, detail, asked[at], table) or (Text(words(w.NO_GROUPS, detail=_name(words, detail))),)
    why = Note(words(w.GROUPS_WHY, twice=2 * asking.threshold))
    prompt = Text(spoken(asked[at].prompt, words.language))
    return _form(words, asking, (prompt, *shown, why), (*((more,) if len(asked) > 1 else ()), back))


def _shown(words: Words, detail: Detail, question: Question, table: Table) -> tuple[Block, ...]:
    names = {each.id: cut(spoken(each.label, words.language), LABEL) for each in detail.groups}
    found = sorted((group for group, cells in table.items() if question.id in cells), key=detail.place)
    pairs = [(names.get(each, each), finding_likely(words, question, table[each][question.id])) for each in found]
    facts = tuple(Facts(tuple(pairs[first : first + FACTS])) for first in range(0, len(pairs), FACTS))
    return (*facts, Text(words(w.GROUPS_CHANCE))) if facts else ()


def _form(words: Words, asking: Asking, blocks: Sequence[Block], ways: tuple[Open, ...]) -> Form:
    heading = Heading(spoken(asking.subject, words.language))
    if asking.by is not None:
        heading = Heading(words(w.BY_HEADING, subject=heading.text, detail=_name(words, asking.by)))
    return Form(words(w.TITLE), words(CLOSE), (heading, *blocks, Buttons(ways)))


def _name(words: Words, detail: Detail) -> str:
    return spoken(detail.name, words.language)
