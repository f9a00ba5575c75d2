"""Published tables of cases are added and subtracted over guardians and quarters, by staff and by guardians: in vain.

An attacker has every figure of every table. A guardian has more: they know exactly the cases that they read, so what is left
of a figure for them are the others. Neither may come to fewer than five cases.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from storage.cases import publishing
from storage.cases.publishing import EVERYTHING, K, Period
from storage.cases.sessions import Guardian
from storage.cases.statistics import Quarter, by_category, quarter_of
from storage.disclosure.attack import Shown, Surface, small_sets
from storage.threads import recipients
from storage.threads.recipients import Directory

KEYS = {name: recipients.key_from(name.encode().ljust(32)) for name in ("Ines", "Tom", "Olga")}
LISTED = Directory(1, tuple(recipients.public(key, name, "guardian") for name, key in KEYS.items()))
PEOPLE = tuple(each.opens.hex() for each in LISTED.recipients)
GROUPS = [" ".join(sorted(some)) for n in (1, 2, 3) for some in combinations(PEOPLE, n)]
CATEGORIES = ("patient-safety", "bullying", "other")
BEGINS = date(2025, 2, 1)
FIRST, QUARTERS = quarter_of(BEGINS), 5


@dataclass(frozen=True)
class Told:
    """As much of a case as is counted."""

    chosen: str
    day: date
    category: str


Atom = tuple[Quarter, str, str]
"""A quarter, a group and a category."""
Cells = Iterator[tuple[frozenset[Atom], int]]
"""What each figure counts, and the figure."""
Build = Callable[[Sequence[Any], random.Random], Cells]


def a_world(chance: random.Random) -> list[Any]:
    told = []
    for quarter in range(QUARTERS):
        day = Quarter(FIRST.number + quarter).begins
        for group in GROUPS:
            most = chance.choice((0, 2, 6, 9))
            told += [Told(group, day, each) for each in CATEGORIES for _ in range(chance.randint(0, most))]
    return told


def whoever(chance: random.Random) -> Iterator[tuple[Guardian, Quarter]]:
    """Who publishes up to when, quarter by quarter: some often, some seldom, in any order; and in every other world somebody
    leaves on the way, for whom colleagues stand from then on."""
    gone = chance.choice((None, LISTED.recipients[0])), FIRST.number + chance.randrange(QUARTERS)
    for number in range(FIRST.number, FIRST.number + QUARTERS):
        left = gone[0] if number >= gone[1] else None
        there = [each for each in LISTED.recipients if each != left]
        listed = Directory(2, (*there, *([replace(left, until=BEGINS)] if left else [])))
        some = chance.randint(0, len(there)) if number < FIRST.number + QUARTERS - 1 else len(there)
        for each in chance.sample(there, some):
            yield Guardian(KEYS[each.name], each, listed), Quarter(number)


def as_published(cases: Sequence[Any], chance: random.Random) -> Cells:
    before: list[Period] = []
    for guardian, last in whoever(chance):
        table = publishing.begun(guardian, before, last=last, today=last.next.begins)
        for group, cells in publishing.cells(cases, table, before).items():
            spans = [
                quarter
                for quarter in map(Quarter, range(table.first.number, last.number + 1))
                if table.counts(group, quarter) and not any(early.counts(group, quarter) for early in before)
            ]
            for element, count in cells.items():
                yield frozenset((q, group, c) for q in spans for c in CATEGORIES if element in (EVERYTHING, c)), count
        before.append(replace(table, cases=publishing.cells(cases, table, before)))


def all_that_one_reads(cases: Sequence[Any], chance: random.Random) -> Cells:
    """A weakened build: whoever publishes first counts everything that they read, whoever else reads it."""
    done: set[Quarter] = set()
    for guardian, last in whoever(chance):
        mine = [each for each in cases if guardian.named.opens.hex() in each.chosen and quarter_of(each.day) == last]
        if last not in done:
            yield from _cells(mine, guardian, last)
        done.add(last)


def each_counts_all(cases: Sequence[Any], chance: random.Random) -> Cells:
    """Another: every guardian counts everything that they read, and what colleagues counted once more."""
    for guardian, last in whoever(chance):
        mine = [each for each in cases if guardian.named.opens.hex() in each.chosen and quarter_of(each.day) == last]
        yield from _cells(mine, guardian, last)


def _cells(mine: Sequence[Any], guardian: Guardian, last: Quarter) -> Cells:
    groups = [group for group in GROUPS if guardian.named.opens.hex() in group]
    for element, count in publishing.shown(by_category(mine)).items():
        yield frozenset((last, g, c) for g in groups for c in CATEGORIES if element in (EVERYTHING, c)), count


def attacked(build: Build, seed: int, known: Sequence[str]) -> bool:
    """Whether fewer than five cases can be counted by somebody who knows the cases that these people read."""
    chance = random.Random(seed)
    cases = a_world(chance)
    atoms = [(Quarter(FIRST.number + q), g, c) for q in range(QUARTERS) for g in GROUPS for c in CATEGORIES]
    heads = dict.fromkeys(atoms, 0)
    for each in cases:
        heads[quarter_of(each.day), each.chosen, each.category] += 1
    hidden = [atom for atom in atoms if not set(known) & set(atom[1].split())]
    number = {atom: at for at, atom in enumerate(hidden)}
    left = []
    for counted, count in build(cases, chance):
        assert sum(heads.get(atom, 0) for atom in counted) == count  # the attack knows what it attacks
        if inside := frozenset(number[atom] for atom in counted if atom in number):
            left.append(Shown(inside, (sum(heads[hidden[at]] for at in inside),)))
    surface = Surface(tuple(heads[atom] for atom in hidden), tuple(left))
    return any(True for _ in small_sets(surface, K))


@pytest.mark.attack
def test_no_sum_over_guardians_and_quarters_isolates_fewer_than_five_cases_for_staff_or_for_a_guardian() -> None:
    for seed in range(8):
        for known in ([], *([each] for each in PEOPLE), PEOPLE[:2]):
            assert not attacked(as_published, seed, known), (seed, known)


@pytest.mark.attack
def test_tables_of_everything_that_one_reads_tell_a_guardian_of_cases_that_they_were_left_out_of() -> None:
    assert sum(attacked(all_that_one_reads, seed, PEOPLE[1:2]) for seed in range(6)) >= 3
    assert sum(attacked(each_counts_all, seed, PEOPLE[1:2]) for seed in range(6)) >= 3
