"""What several conversations say alike: a published result in one sentence, and a person's name."""

from dataclasses import dataclass

from bot.words import Sentence, Words

FINDING = Sentence(
    "core.finding",
    "{n} people answered. The average was {mean} out of 10; {good} chose 7 or more, {poor} chose 3 or less.",
)
NOT_ENOUGH = Sentence("core.not_enough", "Not enough answers to show.")
LEFT = Sentence("core.left", "somebody who has left")
EVERY = (FINDING, NOT_ENOUGH, LEFT)


@dataclass(frozen=True, slots=True)
class Cell:
    """One released result: number of answers, mean with one decimal, whole per cent in each class. Never recomputed."""

    answers: int
    mean: float
    good: int
    middle: int
    poor: int


def finding(words: Words, cell: Cell | None) -> str:
    """The result in one sentence, with n; the same words for no answers and for too few."""
    if cell is None:
        return words(NOT_ENOUGH)
    return words(
        FINDING,
        n=cell.answers,
        mean=words.number(cell.mean, 1),
        good=words.percent(cell.good),
        poor=words.percent(cell.poor),
    )


def named(words: Words, name: str) -> str:
    """A person's name; when somebody leaves, theirs is emptied, and what they promised still has to be readable."""
    return name or words(LEFT)
