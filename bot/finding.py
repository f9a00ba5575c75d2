"""What several conversations say alike: published results in a sentence and as a picture, and a person's name."""

from collections.abc import Mapping, Sequence

from bot.question import Question, Spoken, labels, spoken
from bot.ui import Block, Facts, Text
from bot.values import dataclass
from bot.words import Sentence, Words

FINDING = Sentence(
    "core.finding",
    "{n} people answered. The average was {mean} out of 10; {good} chose 9 or 10, {poor} chose 6 or less.",
)
AGREED = Sentence("core.agreed", "{n} people answered. {good} agreed, {middle} said neither, {poor} did not agree.")
OFTEN = Sentence("core.often", "{n} people answered. {good} said often or always, {poor} said rarely or never.")
SAID_YES = Sentence("core.said_yes", "{n} people answered. {good} said yes.")
CHOSEN = Sentence("core.chosen", "{n} people answered. {listed}.")
CHOSEN_ONE = Sentence("core.chosen_one", "{share} chose {option}")
NOT_ENOUGH = Sentence("core.not_enough", "Not enough answers to show.")
AT_LEAST = Sentence("core.at_least", "at least {share}")
LEFT = Sentence("core.left", "somebody who has left")
TOP = Sentence("core.top", "9 or 10")
NEXT = Sentence("core.next", "7 or 8")
BELOW = Sentence("core.below", "0 to 6")
CHOSEN_MOST = Sentence("core.chosen_most", "{n} people answered. Most of all, {share} chose {option}.")
ANSWERS = Sentence("core.answers", "{n} answers", one="{n} answer")
_RESULTS = (FINDING, AGREED, OFTEN, SAID_YES, CHOSEN, CHOSEN_ONE, NOT_ENOUGH, AT_LEAST, LEFT)
SUMMED = Sentence(
    "core.summed",
    "The answers of {n} turns together, in which everybody was asked once. What people added stands with each turn. So that "
    "nobody can be found out, a few answers of the same turn may have changed places between teams; what is said of everybody "
    "stays as it was.",
)
UNCOUNTED = Sentence(
    "core.uncounted",
    "Results by groups and by team could not be counted, because something went wrong on our side. They will not come. The "
    "keys are destroyed; nobody has read the answers.",
)
EVERY = (*_RESULTS, SUMMED, UNCOUNTED, TOP, NEXT, BELOW, CHOSEN_MOST, ANSWERS)

INSIDERS = 2
"""So many answers at least lie outside a class that must be proven of nobody (A7)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One released result: how many answered, the mean with one decimal, how many gave an answer of each class, and how
    many chose each option where there are options. `spread` is how many gave each score, where enough answered; `capped`
    says that its largest share is "at least". Never recomputed."""

    answers: int
    mean: float
    good: int
    middle: int
    poor: int
    spread: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()
    capped: bool = False

    def percent(self, number: int) -> int:
        """So many of those who answered, in whole per cent (A10, A15)."""
        return round(100 * number / self.answers)


def finding(words: Words, question: Question, cell: Cell | None) -> str:
    """The result in one sentence, with n; the same words for no answers and for too few."""
    if cell is None:
        return words(NOT_ENOUGH)
    # What people said, not what it means: where agreeing is poor, those who agreed are in the poor class.
    good, poor = (cell.poor, cell.good) if question.reversed else (cell.good, cell.poor)
    said = {"n": cell.answers, "good": share(words, cell, good), "poor": share(words, cell, poor)}
    match question.kind:
        case "scale":
            return words(FINDING, mean=words.number(cell.mean, 1), **said)
        case "agreement":
            return words(AGREED, middle=share(words, cell, cell.middle), **said)
        case "frequency":
            return words(OFTEN, **said)
        case "yes_no":
            return words(SAID_YES, n=cell.answers, good=share(words, cell, good))
        case "one_of" | "several_of" | "text":
            return words(CHOSEN, n=cell.answers, listed=_listed(words, question, cell))


def findings(words: Words, questions: Sequence[Question], cells: Mapping[str, Cell]) -> list[tuple[str, str]]:
    """What was asked and its result, for every question of a form that is counted, in the form's order."""
    counted = [question for question in questions if question.kind != "text"]
    return [(spoken(each.prompt, words.language), finding(words, each, cells.get(each.id))) for each in counted]


def result_blocks(words: Words, questions: Sequence[Question], cells: Mapping[str, Cell]) -> tuple[Block, ...]:
    """The results of a form: one sentence, or a plain list with what was asked."""
    found = findings(words, questions, cells)
    if len(found) > 1:
        return (Facts(tuple(found)),)
    return tuple(Text(said) for _, said in found)


def first_finding(words: Words, questions: Sequence[Question], cells: Mapping[str, Cell]) -> str:
    """One line for a whole form: the result of its first question that has one."""
    found = [question for question in questions if question.id in cells]
    return finding(words, found[0], cells[found[0].id]) if found else words(NOT_ENOUGH)


def share(words: Words, cell: Cell, number: int) -> str:
    """So many of those who answered, as people read it: "64%", or "at least 82%" where that is all that may be known."""
    said = words.percent(cell.percent(number))
    return words(AT_LEAST, share=said) if cell.capped and cell.answers - number <= INSIDERS else said


def about(words: Words, subject: Spoken, text: str) -> Facts:
    """What is said about one form, under its subject."""
    return Facts(((spoken(subject, words.language), text),))


def named(words: Words, name: str) -> str:
    """A person's name; when somebody leaves, theirs is emptied, and what they promised still has to be readable."""
    return name or words(LEFT)


def _listed(words: Words, question: Question, cell: Cell) -> str:
    chosen = zip(labels(question, words), cell.chosen, strict=True)
    return words.listed([words(CHOSEN_ONE, share=share(words, cell, many), option=option) for option, many in chosen])
