"""The engagement score of the National Health Service: nine questions, three sub-scores, one figure from 0 to 10.

How missing answers are treated is not published, so it is a parameter. Official results are weighted by occupation
and cannot be compared with a pulse.
"""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import Literal, get_args

from bot.values import dataclass
from storage.scores.means import Sample, of_values

Subscore = Literal["motivation", "involvement", "advocacy"]
SUB_SCORES: tuple[Subscore, ...] = get_args(Subscore)
ITEMS = 3
LOWEST, HIGHEST = 1, 5
FULL = 10.0
MIN_ITEMS = 2
STEP = FULL / (HIGHEST - LOWEST)

Row = Sequence[int | None]
"""One person's nine answers from 1 to 5: three of motivation, three of involvement, three of advocacy. None: not given."""


@dataclass(frozen=True, slots=True)
class PerPerson:
    """The score by its method: each person's sub-scores first, then the mean over people. None where nobody has one.

    Each sample may count other people: somebody with two sub-scores has no overall score.
    """

    overall: Sample | None
    motivation: Sample | None
    involvement: Sample | None
    advocacy: Sample | None


@dataclass(frozen=True, slots=True)
class ItemMeans:
    """Indicative only: made of the means of items that different people may have answered, as in a rotating pulse."""

    overall: float | None
    motivation: float | None
    involvement: float | None
    advocacy: float | None


Engagement = PerPerson | ItemMeans


def nine(ids: Sequence[str]) -> tuple[tuple[str, ...], ...] | None:
    """The three items of each sub-score among these ids of questions, told by how they begin; None unless all are there."""
    parts = tuple(tuple(each for each in ids if each.startswith(f"{area}-"))[:ITEMS] for area in SUB_SCORES)
    return parts if all(len(part) == ITEMS for part in parts) else None


def engagement(rows: Iterable[Row], *, min_items: int = MIN_ITEMS) -> PerPerson:
    """A sub-score needs so many of its three items, the whole needs all three sub-scores. All figures are 0 to 10."""
    if not 1 <= min_items <= ITEMS:
        raise ValueError(f"a sub-score needs from 1 to {ITEMS} items")
    people = [_subscores(row, min_items) for row in rows]
    whole = [score for person in people if (score := _mean_of_all(person)) is not None]
    columns = [[score for score in column if score is not None] for column in zip(*people, strict=True)] or [[], [], []]
    motivation, involvement, advocacy = (_sample(column, STEP / ITEMS) for column in columns)
    return PerPerson(_sample(whole, STEP / ITEMS**2), motivation, involvement, advocacy)


def indicative(means: Sequence[float | None]) -> ItemMeans:
    """From the nine published item means, each from 1 to 5; None is hidden, and hides what would be made of it."""
    _nine(means)
    rescaled = [None if mean is None else to_ten(mean) for mean in means]
    motivation, involvement, advocacy = (_mean_of_all(rescaled[at : at + ITEMS]) for at in range(0, 9, ITEMS))
    return ItemMeans(_mean_of_all([motivation, involvement, advocacy]), motivation, involvement, advocacy)


def to_ten(answer: float) -> float:
    """An answer from 1 to 5, or a mean of such, on the scale from 0 to 10."""
    if not LOWEST <= answer <= HIGHEST:
        raise ValueError(f"an answer lies from {LOWEST} to {HIGHEST}")
    return (answer - LOWEST) * STEP


def _subscores(row: Row, min_items: int) -> tuple[float | None, ...]:
    _nine(row)
    return tuple(_subscore(row[at : at + ITEMS], min_items) for at in range(0, len(row), ITEMS))


def _subscore(items: Row, min_items: int) -> float | None:
    given = [to_ten(answer) for answer in items if answer is not None]
    return fsum(given) / len(given) if len(given) >= min_items else None


def _nine(row: Sequence[float | None]) -> None:
    if len(row) != ITEMS**2:
        raise ValueError(f"{ITEMS**2} items make the score, not {len(row)}")


def _mean_of_all(values: Sequence[float | None]) -> float | None:
    given = [value for value in values if value is not None]
    return fsum(given) / len(given) if len(given) == len(values) else None


def _sample(values: Sequence[float], step: float) -> Sample | None:
    return of_values(values, lowest=0.0, highest=FULL, step=step) if values else None
