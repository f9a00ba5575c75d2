"""What a question is measured by, how sure that figure is, and whether it has changed: from published numbers alone."""

from datetime import datetime

from bot.finding import Cell
from bot.question import Question
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.results import words as w
from storage.exports.intervals import mean_interval, rising, sample
from storage.scores.enps import Camps, enps
from storage.scores.interval import Estimate, Fall, NoClearChange, Rise
from storage.scores.means import change_of_mean
from storage.scores.shares import change_of_share, share
from storage.scores.spc import Direction

MEASURED = ("scale", "agreement", "frequency", "yes_no")


@dataclass(frozen=True, slots=True)
class Before:
    """When the question before closed, and what was published of it: None where that was nothing."""

    closed: datetime
    cell: Cell | None


def measured(question: Question) -> bool:
    """Whether there is one figure that can be compared between teams and over time."""
    return question.kind in MEASURED


def measure_name(words: Words, question: Question) -> str:
    """What the figure is a figure of; a larger one is better, but for the average of a reversed scale."""
    names: dict[str, tuple[Sentence, Sentence]] = {
        "agreement": (w.AGREE, w.NOT_AGREE),
        "frequency": (w.OFTEN, w.RARELY),
        "yes_no": (w.YES, w.NO),
    }
    plain, reversed_ = names.get(question.kind, (w.AVERAGE, w.AVERAGE))
    return words(reversed_ if question.reversed else plain)


def better(question: Question) -> Direction:
    """Where better lies. A share is always one of good answers."""
    return "decrease" if question.kind == "scale" and question.reversed else "increase"


def figure(question: Question, cell: Cell) -> float:
    """The average from 0 to 10, or the share of good answers in per cent."""
    return cell.mean if question.kind == "scale" else 100 * cell.good / cell.answers


def said(words: Words, question: Question, value: float) -> str:
    """A figure as it is written: an average with one decimal, a share in whole per cent."""
    return words.number(value, 1) if question.kind == "scale" else words.percent(round(value))


def sure(words: Words, question: Question, cell: Cell) -> list[tuple[str, str]]:
    """Each figure of a result with the interval in which the true one probably lies."""
    if question.kind != "scale":
        return [(measure_name(words, question), _between(words, question, _percent(share(cell.good, cell.answers))))]
    low, middle, high = rising(question, cell)
    net = enps(Camps(high, middle, low))
    signed = {name: f"{round(getattr(net, name)):+d}" for name in ("value", "low", "high")}
    mean = _between(words, question, mean_interval(question, cell))
    return [(measure_name(words, question), mean), (words(w.NET), words(w.BETWEEN, **signed))]


def change(words: Words, question: Question, cell: Cell, before: Before) -> str:
    """A change is said only where its interval excludes 0."""
    day = words.day(before.closed)
    if before.cell is None:
        return words(w.NOT_COMPARED, day=day)
    if question.kind == "scale":
        found = change_of_mean(sample(question, before.cell), sample(question, cell))
    else:
        found = change_of_share((before.cell.good, before.cell.answers), (cell.good, cell.answers))
    match found:
        case Rise(by):
            return words(w.UP, day=day, **_moved(words, question, by))
        case Fall(by):
            return words(w.DOWN, day=day, **_moved(words, question, Estimate(-by.value, -by.high, -by.low)))
        case NoClearChange():
            return words(w.NO_CHANGE, day=day)


def _percent(found: Estimate) -> Estimate:
    return Estimate(100 * found.value, 100 * found.low, 100 * found.high)


def _between(words: Words, question: Question, found: Estimate) -> str:
    value, low, high = (said(words, question, each) for each in (found.value, found.low, found.high))
    return words(w.BETWEEN, value=value, low=low, high=high)


def _moved(words: Words, question: Question, found: Estimate) -> dict[str, str]:
    low, value, high = found.low, found.value, found.high
    if question.kind == "scale":
        return {"by": words.number(value, 1), "low": words.number(low, 1), "high": words.number(high, 1)}
    points = words(w.POINTS, n=round(100 * value))
    return {"by": points, "low": words.number(round(100 * low)), "high": words.number(round(100 * high))}
