"""Between what a published result probably lies, in one sentence for everybody who reads it."""

from collections.abc import Mapping

from bot.finding import Cell, finding
from bot.question import Question
from bot.words import Sentence, Words
from storage.exports import words as w
from storage.exports.intervals import mean_interval
from storage.scores.shares import share

_SHARES: Mapping[str, Sentence] = {
    "agreement": w.LIKELY_AGREE,
    "frequency": w.LIKELY_OFTEN,
    "yes_no": w.LIKELY_YES,
}


def likely(words: Words, question: Question, cell: Cell) -> str:
    """The interval of the average, or of the share that the finding names first; empty where several shares stand in it."""
    if question.kind == "scale":
        mean = mean_interval(question, cell)
        return words(w.LIKELY_MEAN, low=words.number(mean.low, 1), high=words.number(mean.high, 1))
    if question.kind not in _SHARES:
        return ""
    # What people said, not what it means: where agreeing is poor, those who agreed are in the poor class.
    found = share(cell.poor if question.reversed else cell.good, cell.answers)
    low, high = (words.percent(round(100 * each)) for each in (found.low, found.high))
    return words(_SHARES[question.kind], low=low, high=high)


def finding_likely(words: Words, question: Question, cell: Cell) -> str:
    """The finding with n, and how sure it is."""
    return f"{finding(words, question, cell)} {likely(words, question, cell)}".strip()
