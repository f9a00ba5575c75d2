"""The attack itself is right: on tiny surfaces it says exactly what trying every possibility says."""

from collections.abc import Iterator
from itertools import product
from random import Random

import numpy as np
import pytest

from storage.disclosure.attack import Insider, Shown, Surface, Table, Undecided, determined, small_sets
from storage.disclosure.swaps import Grid, grid, stuck

pytestmark = pytest.mark.attack
ANSWERS = 3


def tiny(seed: int) -> tuple[Surface, list[list[int]]]:
    """Three blocks by two groups of a few people, with a truth that the cells are counted from."""
    chance = Random(seed)
    places = [(block, group) for block in range(3) for group in range(2) if chance.random() < 0.8] or [(0, 0)]
    truth = [[0] * ANSWERS for _ in places]
    for counts in truth:
        for _ in range(chance.randint(1, 2)):
            counts[chance.choice([0, 0, 0, 1, 2])] += 1
    lines = [[at for at, place in enumerate(places) if place[axis] == each] for axis in (0, 1) for each in range(3)]
    shown = [line for line in lines if line and chance.random() < 0.9]
    cells = tuple(
        Shown(frozenset(line), tuple(sum(truth[at][answer] for at in line) for answer in range(ANSWERS)))
        for line in shown
    )
    return Surface(tuple(map(sum, truth)), cells), truth


def every_table(surface: Surface) -> Iterator[list[tuple[int, ...]]]:
    options = [
        [row for row in product(range(heads + 1), repeat=ANSWERS) if sum(row) == heads] for heads in surface.heads
    ]
    for table in product(*options):
        if all(
            tuple(sum(table[at][answer] for at in cell.atoms) for answer in range(ANSWERS)) == cell.counts
            for cell in surface.cells
        ):
            yield list(table)


def tried(surface: Surface, insider: Insider | None = None) -> list[int]:
    """The atoms all of whose others gave answer 0 in every table."""
    fits = [table for table in every_table(surface) if insider is None or table[insider.atom][insider.answer]]
    rest = [heads - bool(insider and insider.atom == atom) for atom, heads in enumerate(surface.heads)]
    mine = [bool(insider and insider.atom == atom and insider.answer == 0) for atom in range(len(rest))]
    return [
        atom for atom, heads in enumerate(rest) if heads and all(table[atom][0] - mine[atom] == heads for table in fits)
    ]


@pytest.mark.parametrize("seed", range(10))
def test_t5_t6_what_follows_is_what_holds_in_every_table(seed: int) -> None:
    surface, truth = tiny(seed)
    if not surface.cells:
        assert determined(surface, {0}) == []
        return
    assert determined(surface, {0}) == tried(surface)
    seen: list[Table] = []
    for atom, counts in enumerate(truth):
        for answer in (answer for answer in range(ANSWERS) if counts[answer]):
            assert determined(surface, {0}, Insider(atom, answer), seen=seen) == tried(surface, Insider(atom, answer))


@pytest.mark.parametrize("seed", range(30, 50))
def test_whoever_is_on_a_ring_of_exchanges_is_safe(seed: int) -> None:
    """The quick proof may miss somebody who is safe; it must never miss somebody who is not."""
    chance = Random(seed)
    places = list(dict.fromkeys((f"b{chance.randrange(4)}", (chance.randrange(3),)) for _ in range(9)))
    counts = [[chance.choice([0, 1, 2]), chance.choice([0, 0, 1]), chance.choice([0, 0, 1])] for _ in places]
    counts = [each if sum(each) else [1, 0, 0] for each in counts]
    found = grid(places, counts)
    kinds = [(int(at), int(answer)) for at, answer in zip(*found.counts.nonzero(), strict=True)]
    left = {(place, each.insider) for each in stuck(found, {0}, kinds) for place in each.places}
    for insider in (None, *kinds[:4]):
        proven = determined(_surface(found), {0}, Insider(*insider) if insider else None)
        assert {(place, insider) for place in proven} <= left


@pytest.mark.parametrize("seed", range(12))
def test_t4_a_small_set_is_found_where_there_is_one(seed: int) -> None:
    chance = Random(seed)
    atoms = [frozenset(each for each in range(6) if chance.random() < 0.5) for _ in range(3)]
    heads = tuple(chance.randint(1, 4) for _ in range(6))
    cells = tuple(Shown(each, (0,)) for each in atoms if each)
    rows = [[at in cell.atoms for at in range(6)] for cell in cells]
    sums = {
        frozenset(at for at, each in enumerate(total) if each)
        for times in product((-2, -1, 0, 1, 2), repeat=len(rows))
        if set(total := [sum(t * row[at] for t, row in zip(times, rows, strict=True)) for at in range(6)]) == {0, 1}
    }
    light = {each for each in sums if sum(heads[at] for at in each) < 5}
    found = list(small_sets(Surface(heads, cells), 5))
    assert set(found) <= light
    assert frozenset[int]().union(*found) == frozenset[int]().union(*light)


def test_an_attack_without_time_is_undecided() -> None:
    surface, _ = tiny(3)
    with pytest.raises(Undecided):
        determined(surface, {0}, seconds=0)


def test_figures_that_contradict_one_another_fit_nothing() -> None:
    twice = (Shown(frozenset({0}), (1, 0)), Shown(frozenset({0}), (0, 1)))
    with pytest.raises(ValueError, match="nobody"):
        determined(Surface((1,), twice), {0})


def _surface(of: Grid) -> Surface:
    lines = [np.flatnonzero(axis == each) for axis in (of.rows, of.columns) for each in np.unique(axis)]
    cells = tuple(Shown(frozenset(line.tolist()), tuple(of.counts[line].sum(axis=0).tolist())) for line in lines)
    return Surface(tuple(of.counts.sum(axis=1).tolist()), cells)
