"""The figures of a quarterly round of nine questions, as rows for a spreadsheet or a program, from released cells only.

The shape is that of the National Quarterly Pulse Survey: counts and percentages of each item, three sub-scores, the
engagement score, how many answered, and the period. Items are named by their ids, never by wording: the national wording
is not ours to hand on.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from bot.values import dataclass
from storage.scores.engagement import ITEMS, SUB_SCORES, Subscore
from storage.spreadsheet import Value

MONTHS = {1: "January", 4: "April", 7: "July"}
"""October is the month of the yearly Staff Survey."""

Named = Subscore | Literal["engagement"]
Row = Mapping[str, Value]

COLUMNS: Mapping[str, str] = {
    "period": "The month of the round, as 2026-07.",
    "kind": "item: one of the nine; subscore: of three items; engagement: of all nine.",
    "name": "The id of the item; or motivation, involvement, advocacy or engagement.",
    "subscore": "Which sub-score the item counts towards: motivation, involvement or advocacy.",
    "shown": "no: not enough answers to show, and every figure of the row is empty.",
    "n": "How many people answered.",
    **{f"count_{answer}": f"How many chose {answer} of 5." for answer in range(1, 6)},
    **{f"percent_{answer}": "The same in whole per cent of n." for answer in range(1, 6)},
    **{f"count_{which}": f"How many answers were {which}." for which in ("favourable", "neutral", "unfavourable")},
    **{f"percent_{which}": "The same in whole per cent of n." for which in ("favourable", "neutral", "unfavourable")},
    "capped": "yes: read the largest share as: at least.",
    "score": "0 to 10, one decimal.",
    "low": "Lower end of the 95 % interval of the score. It is at least as wide as it has to be: people's own scores are not "
    "published, so they are taken to lie as far apart as their answers allow.",
    "high": "Upper end of the same.",
    "method": "per person, or: indicative, item means.",
}
"""Every column and what stands in it."""


@dataclass(frozen=True, slots=True)
class Classes:
    """How many answers were in each class, as released; `capped` as the release says it."""

    favourable: int
    neutral: int
    unfavourable: int
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How many chose each of 1 to 5, as released; a release gives this only from three times the threshold on."""

    counts: tuple[int, int, int, int, int]
    capped: bool = False

    def classes(self) -> Classes:
        one, two, three, four, five = self.counts
        return Classes(four + five, three, one + two, self.capped)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Not enough answers to show, whether there were none or nearly enough."""


Cell = Spread | Classes | Hidden


class NotShown(Exception):
    """A figure was wanted of a cell that is hidden."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of the nine, by its id, and what was released of it."""

    id: str
    subscore: Subscore
    cell: Cell


@dataclass(frozen=True, slots=True)
class Score:
    """A released score from 0 to 10, of so many people. `per_person`: made by the method; else of the means of items."""

    mean: float
    n: int
    per_person: bool
    low: float | None = None
    high: float | None = None


Scores = Mapping[Named, Score | None]
"""The three sub-scores and the engagement score; None is hidden."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """When the round was. Raises ValueError for a month that is not one of the three."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if self.month not in MONTHS:
            raise ValueError(f"a quarterly round is in {', '.join(MONTHS.values())}; October has the Staff Survey")

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def rows(quarter: Quarter, items: Sequence[Item], scores: Scores) -> list[Row]:
    """Nine rows of items and four of scores, all with every one of COLUMNS; hidden figures are None.

    Raises ValueError unless there are three items of each sub-score, KeyError if a score is not even said to be hidden.
    """
    for name in SUB_SCORES:
        if sum(item.subscore == name for item in items) != ITEMS:
            raise ValueError(f"three items make {name}")
    empty: Row = dict.fromkeys(COLUMNS)
    named: tuple[Named, ...] = (*SUB_SCORES, "engagement")
    found = (*map(_item, items), *(_score(name, scores[name]) for name in named))
    return [{**empty, "period": str(quarter), **row} for row in found]


def percentages(cell: Cell) -> tuple[int, ...]:
    """Whole per cent: of the five answers of a spread, or of the three classes; raises NotShown for a hidden cell."""
    counts = _counts(cell)
    if not (n := sum(counts)):
        raise NotShown("not enough answers to show: there is no percentage")
    return tuple(round(100 * count / n) for count in counts)


def _counts(cell: Cell) -> tuple[int, ...]:
    match cell:
        case Hidden():
            return ()
        case Spread():
            return cell.counts
        case Classes():
            return cell.favourable, cell.neutral, cell.unfavourable


def _item(item: Item) -> Row:
    named: Row = {"kind": "item", "name": item.id, "subscore": item.subscore}
    match item.cell:
        case Hidden():
            return {**named, "shown": "no"}
        case Spread() as spread:
            numbered = zip(range(1, 6), spread.counts, percentages(spread), strict=True)
            five = {key: value for at, count, per in numbered for key, value in _pair(str(at), count, per)}
            return {**named, **five, **_classes(spread.classes())}
        case Classes() as classes:
            return {**named, **_classes(classes)}


def _classes(cell: Classes) -> Row:
    names, counts = ("favourable", "neutral", "unfavourable"), _counts(cell)
    found = {key: value for each in zip(names, counts, percentages(cell), strict=True) for key, value in _pair(*each)}
    return {"shown": "yes", "n": sum(counts), **found, "capped": "yes" if cell.capped else "no"}


def _pair(name: str, count: int, per: int) -> Iterator[tuple[str, int]]:
    yield f"count_{name}", count
    yield f"percent_{name}", per


def _score(name: Named, score: Score | None) -> Row:
    """One decimal, as on every page: more would let somebody count the answers behind it."""
    named: Row = {"kind": "engagement" if name == "engagement" else "subscore", "name": name}
    if score is None:
        return {**named, "shown": "no"}
    figures = {"score": score.mean, "low": score.low, "high": score.high}
    rounded = {key: None if figure is None else round(figure, 1) for key, figure in figures.items()}
    method = "per person" if score.per_person else "indicative, item means"
    return {**named, "shown": "yes", "n": score.n, **rounded, "method": method}
