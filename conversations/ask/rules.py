"""What may be published of the answers to one form: pure, and computed once, when it has closed.

This is the first rule set: one result a question for everybody who was asked, from k answers to it; comments from 2k
ballots and three comments. Nothing is shown for parts of the organisation yet, so nothing can be found out by subtraction.
"""

from collections.abc import Sequence

from bot.finding import Cell
from bot.question import Question, class_of, values
from storage.ballots import Ballot
from storage.releases import Release

COMMENTS_FROM = 3


def release(ballots: Sequence[Ballot], questions: Sequence[Question], threshold: int) -> Release:
    """The release of these ballots. Shares are whole per cent; the mean has one decimal (A10, A15). k counts the answers
    to each question; what people wrote in words is shown with the comments."""
    cells = {}
    for question in questions:
        given = [ballot.answers[question.id] for ballot in ballots if question.id in ballot.answers]
        if question.kind != "text" and len(given) >= threshold:
            cells[question.id] = _cell(question, given)
    comments = [text for ballot in ballots for text in _written(ballot, questions)]
    enough = len(ballots) >= 2 * threshold and len(comments) >= COMMENTS_FROM
    return Release(cells, tuple(comments) if enough else ())


def _written(ballot: Ballot, questions: Sequence[Question]) -> list[str]:
    said = [ballot.answers.get(question.id, "") for question in questions if question.kind == "text"]
    return [text for text in (*said, ballot.comment) if text]


def _cell(question: Question, given: Sequence[str]) -> Cell:
    n = len(given)
    classes = [class_of(question, value) for value in given]
    good, poor = classes.count("good"), classes.count("poor")
    middle = classes.count("middle")
    return Cell(
        answers=n,
        mean=_mean(question, given),
        good=round(100 * good / n),
        middle=round(100 * middle / n),
        poor=round(100 * poor / n),
        shares=_shares(question, given),
    )


def _mean(question: Question, given: Sequence[str]) -> float:
    """The mean of what are numbers; 0 for what are none."""
    if question.kind not in ("scale", "agreement", "frequency"):
        return 0.0
    return round(sum(map(int, given)) / len(given), 1)


def _shares(question: Question, given: Sequence[str]) -> tuple[int, ...]:
    """How many in a hundred chose each option, where options have no order of better and worse."""
    if question.kind not in ("one_of", "several_of"):
        return ()
    chosen = [value.split(",") for value in given]
    return tuple(round(100 * sum(each in some for some in chosen) / len(given)) for each in values(question))
