"""Rules A6 and A6a: which value groups of an attribute may be shown, merged by meaning and never by size alone."""

from collections.abc import Mapping

from bot.values import dataclass
from storage.disclosure.differences import Differences, Place, crossing, too_small

MOST_GROUPS = 12
Said = tuple[str, str | None]
"""A block's node, and what people in it said of the attribute: a value, or None for nothing."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A declared attribute: its tree of meaning, each label with the one above it; the lowest labels are the values.

    It is shown at every node of `anchors`, or at the root if there are none. Who said nothing counts under the value
    `unsaid`, if the attribute declares one, and is otherwise a group of their own that is never shown but is protected
    like any other. A declared value that nobody holds is best left out: it would have to be merged like a small one.
    """

    name: str
    parent: Mapping[str, str | None]
    anchors: tuple[str, ...] = ()
    unsaid: str | None = None

    @property
    def lowest(self) -> frozenset[str]:
        return frozenset(self.parent) - {above for above in self.parent.values() if above is not None}

    def said(self, value: str | None) -> str | None:
        """The value that somebody counts under. What was never declared is nothing said."""
        return value if value in self.lowest else self.unsaid


@dataclass(frozen=True, slots=True)
class Groups:
    """The labels that may be shown, and how everybody crosses them; who said nothing has the number after the last."""

    labels: tuple[str, ...]
    number: Mapping[str, int]
    differences: Differences

    def of(self, value: str | None) -> int:
        return len(self.labels) if value is None else self.number[value]


def groups_of(attribute: Attribute, counts: Mapping[Said, int], bound: int) -> Groups | None:
    """The finest groups that pass, or None where the attribute is not shown at all.

    `counts` are the answers by block and value. Every group, and every difference between groups and blocks, then holds
    nobody or at least `bound` people. Depends only on who answered.
    """
    labels: set[str] | None = set(attribute.lowest)
    while labels and len(labels) > 1:
        groups, places = _crossed(attribute, labels, counts)
        weak = _weakest(groups, places, bound)
        if weak is None:
            return groups
        labels = _lifted(attribute, labels, weak)
    return None


def _crossed(attribute: Attribute, labels: set[str], counts: Mapping[Said, int]) -> tuple[Groups, dict[Place, int]]:
    order = tuple(sorted(labels))
    number = {value: order.index(_label(attribute, labels, value)) for value in attribute.lowest}
    places: dict[Place, int] = {}
    for (block, value), count in counts.items():
        place = (block, len(order) if value is None else number[value])
        places[place] = places.get(place, 0) + count
    silent = any(group == len(order) for _, group in places)
    return Groups(order, number, crossing(len(order) + silent, places)), places


def _weakest(groups: Groups, places: Mapping[Place, int], bound: int) -> str | None:
    """The group that has to be merged next: too small, one too many, or part of a difference that is too small."""
    size = [0] * (len(groups.labels) + 1)
    for (_, group), count in places.items():
        size[group] += count
    ranked = sorted(range(len(groups.labels)), key=lambda group: (size[group], groups.labels[group]))
    if size[ranked[0]] < bound or len(ranked) > MOST_GROUPS:
        return groups.labels[ranked[0]]
    chosen = too_small(groups.differences, places, bound)
    if chosen is None:
        return None
    inside = [group for group in ranked if chosen >> group & 1]
    return groups.labels[(inside or ranked)[0]]


def _lifted(attribute: Attribute, labels: set[str], weak: str) -> set[str] | None:
    """The labels when everything beside the weak one goes under the label above it; None where there is no such label."""
    above = attribute.parent[weak]
    if above is None:
        return None
    return {label for label in labels if above not in _upwards(attribute, label)} | {above}


def _label(attribute: Attribute, labels: set[str], value: str) -> str:
    return next(label for label in _upwards(attribute, value) if label in labels)


def _upwards(attribute: Attribute, label: str) -> list[str]:
    """The label itself and everything above it."""
    way = [label]
    while (above := attribute.parent[way[-1]]) is not None:
        way.append(above)
    return way
