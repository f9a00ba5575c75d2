"""The block below a steward's results that leads to the files, or says what is missing."""

from bot.conversation import Turn
from bot.exports import Format
from bot.question import Question
from bot.ui import Block, Button, Buttons, Link, Note, Text
from bot.words import Sentence
from storage.counting import nine_in
from storage.exports import words as w

LABELS: tuple[tuple[Format, Sentence], ...] = (("pdf", w.PAPER), ("csv", w.TABLE), ("json", w.JSON))


def downloads(turn: Turn, round_ref: str, questions: tuple[Question, ...]) -> tuple[Block, ...]:
    """For whoever may see the published results of this round; callers check that. At most three buttons a row."""
    if not turn.house.downloads(round_ref, "csv"):
        return (Note(turn.words(w.NO_ADDRESS, operator=turn.house.operator)),)
    first = _links(turn, round_ref, LABELS)
    more: list[tuple[Format, Sentence]] = [("comments", w.COMMENTS)]
    more += [("quarterly", w.QUARTERLY)] if nine_in(questions) else []
    return Text(turn.words(w.TAKE_AWAY)), Buttons(first), Buttons(_links(turn, round_ref, tuple(more)))


def _links(turn: Turn, ref: str, of: tuple[tuple[Format, Sentence], ...]) -> tuple[Button, ...]:
    return tuple(Link(turn.words(label), turn.house.downloads(ref, form)) for form, label in of)
