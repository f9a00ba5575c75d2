"""Where a derived figure is shown and what it is there: at nodes and value groups at which all of its questions are shown."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from bot.values import dataclass, replace
from storage.disclosure.cells import Cell
from storage.disclosure.derived import Derived, Figure, Mixed, mixed_in, on_scale, scores
from storage.disclosure.plan import Asked, Plan
from storage.disclosure.sheets import Answers

Plans = Mapping[str, Plan]
Shown = Mapping[tuple[str, str, str, str], Cell]
"""Cells by measure, node, attribute and group."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A derived figure with where it may be the mean of people's own scores."""

    derived: Derived
    mixed: Mixed
    partly: frozenset[int]


def wanted(of: Asked, derived: Derived, plans: Plans) -> Wanted:
    """Decided from who answered what, and from no answer."""
    who = [frozenset(plans[item].answers) for item in derived.items]
    partly = frozenset.union(*who) - frozenset.intersection(*who)
    everywhere = frozenset.intersection(*(frozenset(plans[item].blocks.shown) for item in derived.items))
    mixed = mixed_in(of.tree, of.home, partly, where=everywhere, needed=of.preset.values_from)
    return Wanted(derived, mixed, partly)


def figures(of: Asked, each: Wanted, plans: Plans, *, shown: Shown, edited: Mapping[str, Answers]) -> list[Figure]:
    measures = {item: plans[item].measure for item in each.derived.items}
    own = scores(each.derived, measures, edited)
    below = _sums(of, own)
    made = []
    for node, attribute, group in _places(each.derived, shown):
        cells = {item: shown[item, node, attribute, group] for item in each.derived.items}
        if attribute:
            people = [_in_group(plans[item], node, attribute, group) for item in each.derived.items]
            known = [own[sheet] for sheet in frozenset().union(*people) if sheet in own]
            exact = not any(each.partly & one for one in people)
            n, total = len(known), sum(known, Fraction())
        else:
            exact = node in each.mixed.exact
            n, total = below.get(node, (0, Fraction()))
        figure = _from_items(each.derived, plans, cells)
        if exact and n >= of.preset.k:
            figure = replace(figure, n=n, mean=float(round(total / n, 1)), exact=True)
        made.append(figure)
    return made


def _places(derived: Derived, shown: Shown) -> Iterator[tuple[str, str, str]]:
    first = derived.items[0]
    for measure, node, attribute, group in sorted(shown):
        if measure == first and all((item, node, attribute, group) in shown for item in derived.items):
            yield node, attribute, group


def _sums(of: Asked, own: Mapping[int, Fraction]) -> dict[str, tuple[int, Fraction]]:
    """How many people at or below each node have a score, and its sum."""
    sums = {node: (0, Fraction()) for node in of.tree.upwards}
    for sheet, value in own.items():
        n, total = sums[of.home[sheet]]
        sums[of.home[sheet]] = (n + 1, total + value)
    for node in of.tree.upwards:
        above = of.tree.parent[node]
        if above is not None:
            sums[above] = (sums[above][0] + sums[node][0], sums[above][1] + sums[node][1])
    return sums


def _from_items(derived: Derived, plans: Plans, cells: Mapping[str, Cell]) -> Figure:
    """The figure as anybody could work it out from the cells."""
    parts = []
    for part in derived.parts:
        means = [on_scale(plans[item].measure, Fraction(str(cells[item].mean))) for item in part]
        parts.append(sum(means, Fraction()) / len(means))
    mean = float(round(sum(parts, Fraction()) / len(parts), 1))
    one = cells[derived.items[0]]
    n = min(cell.n for cell in cells.values())
    return Figure(derived.name, one.node, one.attribute, one.group, n, mean, exact=False)


def _in_group(plan: Plan, node: str, attribute: str, group: str) -> frozenset[int]:
    for part in plan.slices:
        if (part.anchor, part.attribute) == (node, attribute) and group in part.labels:
            number = part.labels.index(group)
            return frozenset(sheet for sheet, place in part.place.items() if place[1] == number)
    return frozenset()


def mixed_lists(all_wanted: Sequence[Wanted], plan: Plan, k: int) -> list[list[int]]:
    """The groups of people in whom the cap protects the answers to this question because a figure tells of them."""
    groups = (group for each in all_wanted if plan.measure.id in each.derived.items for group in each.mixed.groups)
    answered = ([sheet for sheet in group if sheet in plan.answers] for group in groups)
    return [group for group in answered if len(group) >= k]
