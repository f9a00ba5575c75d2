"""How sure the published engagement score is: from the published questions alone, and at least as wide as the truth."""

from collections.abc import Mapping, Sequence

from bot.finding import Cell
from bot.question import Question
from bot.values import dataclass
from storage.counting import nine_in
from storage.exports.intervals import AVERAGED, sample
from storage.releases import StoredFigure
from storage.scores.engagement import FULL, HIGHEST, LOWEST
from storage.scores.interval import Change, Estimate
from storage.scores.means import ROUNDED, Sample, interval
from storage.scores.widest import change_at_least, of_item_means, on_ten, own_scores

OF_ITEM = ROUNDED * FULL / (HIGHEST - LOWEST)
"""How far a question's mean from 1 to 5 may be off once it is written from 0 to 10."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A published score: of how many people, its mean from 0 to 10, and whether it is made of their own scores. `sample` is
    the widest that agrees with what was published of its questions."""

    answers: int
    mean: float
    exact: bool
    sample: Sample

    @property
    def sure(self) -> Estimate:
        """The interval at 95 %, at least this wide."""
        return interval(self.sample)


def scored(questions: Sequence[Question], cells: Mapping[str, Cell], figure: StoredFigure) -> Scored | None:
    """A figure is published only where its nine questions are; None where one of them has no mean."""
    answers, mean, exact = figure.answers, figure.mean, figure.exact
    found = [samples(questions, cells, ids) for ids in nine_in(questions) or ()]
    parts = [part for part in found if part]
    if not parts or len(parts) < len(found):
        return None
    if exact:
        return Scored(answers, mean, exact, own_scores(answers, mean, parts))
    every = [each for part in parts for each in part]
    return Scored(answers, mean, exact, of_item_means(mean, every, rounded=OF_ITEM + ROUNDED))


def subscore(
    questions: Sequence[Question], cells: Mapping[str, Cell], ids: Sequence[str], mean: float
) -> Estimate | None:
    """Between what a sub-score probably lies that is the mean of its questions' published means."""
    part = samples(questions, cells, ids)
    return interval(of_item_means(mean, part, rounded=OF_ITEM)) if part else None


def samples(questions: Sequence[Question], cells: Mapping[str, Cell], ids: Sequence[str]) -> list[Sample] | None:
    """These questions as they were published, from 0 to 10; None unless all of them are shown with a mean."""
    known = {each.id: each for each in questions if each.id in ids}
    if not all(each in cells and known[each].kind in AVERAGED for each in ids):
        return None
    return [on_ten(sample(known[each], cells[each])) for each in ids]


def change(before: Scored, after: Scored) -> Change | None:
    """None where the two were made by different methods: then a difference may be that of the methods."""
    return change_at_least(before.sample, after.sample) if before.exact == after.exact else None
