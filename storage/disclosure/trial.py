"""The trial of a question's value groups: can fewer than k people be counted, and does anybody's answer follow?"""

import time
from collections import Counter
from collections.abc import Sequence
from random import Random

from storage.disclosure.attack import Insider, Shown, Surface, Table, Undecided, determined, small_sets
from storage.disclosure.cap import Slice
from storage.disclosure.differences import crossing, too_small
from storage.disclosure.measures import Measure
from storage.disclosure.plan import Plan
from storage.disclosure.sheets import Answers
from storage.disclosure.swaps import Grid, Place, grid, stuck

ALL_INSIDERS_UP_TO = 2_000
SAMPLED = 500


def fault(plan: Plan, answers: Answers, *, k: int, chance: Random, ends: float) -> str:
    """The first reason why the value groups of this question are not published, or nothing.

    `answers` are those after the cap, `ends` is when the trial has to be over, as time.monotonic() tells it.
    """
    for slices in _together(plan.slices):
        attacked = _Attacked(plan.measure, slices, answers)
        try:
            found = attacked.small(k, ends) or attacked.proven(chance, ends)
        except Undecided:
            found = "the attack did not end in time"
        if found:
            return found
    return ""


def _together(slices: Sequence[Slice]) -> list[list[Slice]]:
    """Slices that count some of the same people have to be attacked together."""
    groups: list[list[Slice]] = []
    for each in slices:
        touching = [group for group in groups if any(each.place.keys() & other.place.keys() for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([each, *(other for group in touching for other in group)])
    return groups


class _Attacked:
    """The blocks and value groups over some people, as the attacker sees them: with every single answer counted.

    Published are classes and means, so this attacker knows more than anybody will.
    """

    def __init__(self, measure: Measure, slices: Sequence[Slice], answers: Answers) -> None:
        self.measure, self.slices = measure, slices
        counts: dict[Place, list[int]] = {}
        for sheet in dict.fromkeys(sheet for each in slices for sheet in each.place):
            place = _place(slices, sheet)
            counts.setdefault(place, [0] * len(measure.scores))[answers[sheet] - measure.lowest] += 1
        self.places, self.counts = list(counts), list(counts.values())

    def small(self, k: int, ends: float) -> str:
        """Whether fewer than k people can be counted."""
        if len(self.slices) > 1:
            found = next(small_sets(self.surface(), k, seconds=_left(ends)), None)
            return "a set that is too small can be worked out" if found else ""
        people = Counter(self.slices[0].place.values())
        groups = 1 + max(group for _, group in people)
        return "" if too_small(crossing(groups, people), people, k) is None else "a difference is too small"

    def proven(self, chance: Random, ends: float) -> str:
        """Whether somebody's class follows, for an outsider or for one of them."""
        attacked = grid(self.places, self.counts)
        insiders, surface = _insiders(attacked, chance), self.surface()
        for each in self.measure.tender:
            claimed = frozenset(score - self.measure.lowest for score in each)
            seen: list[Table] = []
            for left in stuck(attacked, claimed, insiders):
                insider = Insider(*left.insider) if left.insider else None
                seconds = _left(ends)
                if left.places and determined(surface, claimed, insider, among=left.places, seconds=seconds, seen=seen):
                    return "an answer follows" + (" for a colleague" if insider else "")
        return ""

    def surface(self) -> Surface:
        """Every block and every shown group, with how often each answer was given in it."""
        cells: dict[tuple[int, str, int], set[int]] = {}
        for atom, (block, groups) in enumerate(self.places):
            cells.setdefault((-1, block, 0), set()).add(atom)
            for number, group in enumerate(groups):
                if 0 <= group < len(self.slices[number].labels):
                    cells.setdefault((number, "", group), set()).add(atom)
        columns = list(zip(*self.counts, strict=True))
        shown = (
            Shown(frozenset(atoms), tuple(sum(column[atom] for atom in atoms) for column in columns))
            for atoms in cells.values()
        )
        return Surface(tuple(map(sum, self.counts)), tuple(shown))


def _place(slices: Sequence[Slice], sheet: int) -> Place:
    places = [each.place.get(sheet) for each in slices]
    block = next(place[0] for place in places if place)
    return block, tuple(place[1] if place else -1 for place in places)


def _insiders(attacked: Grid, chance: Random) -> list[tuple[int, int]]:
    """Every kind of insider, or a sample where there are very many places."""
    kinds = [(int(place), int(answer)) for place, answer in zip(*attacked.counts.nonzero(), strict=True)]
    few = len(attacked.counts) <= ALL_INSIDERS_UP_TO or len(kinds) <= SAMPLED
    return kinds if few else chance.sample(kinds, SAMPLED)


def _left(ends: float) -> float:
    remaining = ends - time.monotonic()
    if remaining <= 0:
        raise Undecided
    return remaining
