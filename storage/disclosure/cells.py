"""Rules A10 and A15: what a released cell holds, and nothing else."""

from collections import Counter
from collections.abc import Mapping

from bot.values import dataclass
from storage.disclosure.measures import Class, Measure
from storage.disclosure.presets import SPREAD, Preset


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One released result: of a node, or of one value group at a node. Everything is counted after the cap.

    `spread` are the answers per score from the lowest to the highest, from 3k answers on, and always for a choice of one
    of several options, which is nothing else: it has no classes and no mean. `capped`: a sensitive class or an option has
    as large a share as may be shown, so it is read as "at least". That depends on the shown numbers alone: whether an
    answer was in fact moved is not said, because it would tell a colleague outside the class what all others answered.
    """

    node: str
    attribute: str
    group: str
    n: int
    good: int
    middle: int
    poor: int
    mean: float | None
    spread: tuple[int, ...] | None
    capped: bool


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a cell: a node, and for value groups the attribute and its label."""

    node: str
    attribute: str = ""
    group: str = ""


def cell(where: Where, measure: Measure, scores: Mapping[int, int], preset: Preset) -> Cell:
    """`scores` says how often each score was given after the cap; at least one was given."""
    count = Counter[Class]()
    for score, times in scores.items():
        count[measure.class_of(score)] += times
    n = count.total()
    total = sum(score * times for score, times in scores.items())
    spreads = measure.options or n >= SPREAD * preset.needed(factual=measure.factual)
    return Cell(
        node=where.node,
        attribute=where.attribute,
        group=where.group,
        n=n,
        good=count[Class.GOOD],
        middle=0 if measure.options else count[Class.MIDDLE],
        poor=count[Class.POOR],
        mean=None if measure.options else round(total / n, 1),
        spread=tuple(scores.get(score, 0) for score in measure.scores) if spreads else None,
        capped=any(n - sum(scores.get(score, 0) for score in each) <= preset.outside for each in measure.tender),
    )
