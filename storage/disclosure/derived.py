"""A figure made of several questions, such as engagement: the mean over people of each person's own score from 0 to 10."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from bot.values import dataclass
from storage.disclosure.measures import Measure
from storage.disclosure.sheets import Answers
from storage.disclosure.tree import Tree

TOP = 10


@dataclass(frozen=True, slots=True)
class Derived:
    """`parts` are the sub-scores, each a tuple of measure ids; a sub-score needs `needs` of its items, the whole all parts."""

    name: str
    parts: tuple[tuple[str, ...], ...]
    needs: int = 2

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(item for part in self.parts for item in part)


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A released figure: mean to one decimal. `exact` is the mean of people's own scores, else the mean of the items' means.

    `n` are the people whose score counts; where it is not exact, the answers to the item that fewest people answered.
    """

    name: str
    node: str
    attribute: str
    group: str
    n: int
    mean: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Mixed:
    """Where people's own scores may be averaged, and the groups of people who answered some of the items but not all.

    Where everybody answered all items, the figure follows from the items' means and tells nothing new. Where some did
    not, it tells something about them alone: so they are nobody or at least 2k in everything that can be subtracted.
    """

    exact: frozenset[str]
    groups: tuple[tuple[int, ...], ...]


def mixed_in(tree: Tree, home: Sequence[str], partly: Iterable[int], *, where: frozenset[str], needed: int) -> Mixed:
    """`partly` are the sheets with some items but not all, `where` the nodes at which every item is shown."""
    pending: dict[str, list[int]] = {node: [] for node in tree.upwards}
    for sheet in partly:
        pending[home[sheet]].append(sheet)
    exact, groups = set(), []
    for node in tree.upwards:
        mine, above = pending[node], tree.parent[node]
        if node in where and (not mine or len(mine) >= needed):
            exact.add(node)
            groups.append(tuple(mine))
        elif above is not None:
            pending[above] += mine
    return Mixed(frozenset(exact), tuple(group for group in groups if group))


def score(derived: Derived, scaled: Mapping[str, Fraction]) -> Fraction | None:
    """One person's score from their items on the scale 0 to 10; None where too few were answered."""
    parts: list[Fraction] = []
    for part in derived.parts:
        said = [scaled[item] for item in part if item in scaled]
        if len(said) < min(derived.needs, len(part)):
            return None
        parts.append(sum(said, Fraction()) / len(said))
    return sum(parts, Fraction()) / len(parts)


def scores(derived: Derived, measures: Mapping[str, Measure], answers: Mapping[str, Answers]) -> dict[int, Fraction]:
    """The score of every sheet that has one."""
    said: dict[int, dict[str, Fraction]] = {}
    for item in derived.items:
        for sheet, given in answers[item].items():
            said.setdefault(sheet, {})[item] = on_scale(measures[item], Fraction(given))
    scored = ((sheet, score(derived, each)) for sheet, each in said.items())
    return {sheet: whole for sheet, whole in scored if whole is not None}


def on_scale(measure: Measure, value: Fraction) -> Fraction:
    """A score or a mean of scores on the scale 0 to 10."""
    return TOP * (value - measure.lowest) / (measure.highest - measure.lowest)
