"""What may be published of the answers to one question: pure, and computed once, when the question has closed.

This is the first rule set: one result for everybody who was asked, from k answers; comments from 2k answers and three
comments. Nothing is shown for parts of the organisation yet, so nothing can be found out by subtraction.
"""

from collections.abc import Sequence

from bot.finding import Cell
from storage.ballots import Ballot
from storage.releases import Release

COMMENTS_FROM = 3
GOOD_FROM = 7
POOR_UP_TO = 3


def release(ballots: Sequence[Ballot], threshold: int) -> Release:
    """The release of these ballots. Scores are 0 to 10; shares are whole per cent; the mean has one decimal (A10, A15)."""
    if len(ballots) < threshold:
        return Release(None)
    scores = [ballot.score for ballot in ballots]
    comments = tuple(ballot.comment for ballot in ballots if ballot.comment)
    enough = len(ballots) >= 2 * threshold and len(comments) >= COMMENTS_FROM
    return Release(_cell(scores), comments if enough else ())


def _cell(scores: Sequence[int]) -> Cell:
    n = len(scores)
    good = sum(score >= GOOD_FROM for score in scores)
    poor = sum(score <= POOR_UP_TO for score in scores)
    return Cell(
        answers=n,
        mean=round(sum(scores) / n, 1),
        good=round(100 * good / n),
        middle=round(100 * (n - good - poor) / n),
        poor=round(100 * poor / n),
    )
