"""Pairs and tables: nobody is left out and not told, and nobody meets the same person again while there is another way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.matching.tables import Pair, seat, sizes

ROUNDS, TURN_UP = 26, 0.8


def pairs(tables: Iterable[Sequence[str]]) -> list[Pair]:
    return [pair for table in tables for pair in combinations(sorted(table), 2)]


def year(people: int, size: int, seed: int) -> tuple[list[Pair], int, int]:
    """26 rounds of a group in teams of three, of whom four in five turn up: all meetings, how many were repeats that could
    have been spared, and how many of them within four rounds."""
    chance = Random(seed)
    names = [f"p{number:02}" for number in range(people)]
    never = [(one, other) for one, other in combinations(names, 2) if int(one[1:]) // 3 == int(other[1:]) // 3]
    when: dict[Pair, list[int]] = defaultdict(list)
    every, soon = list[Pair](), 0
    for round_ in range(ROUNDS):
        here = [name for name in names if chance.random() < TURN_UP]
        met = {pair: [round_ - each for each in rounds] for pair, rounds in when.items()}
        seating = seat(here, size, f"{seed}|{round_}", met=met, never=never)
        assert seating.waiting == ()
        assert sorted(name for table in seating.tables for name in table) == sorted(here)
        for pair in pairs(seating.tables):
            assert pair not in never
            soon += any(ago <= 4 for ago in met.get(pair, ()))
            when[pair].append(round_)
            every.append(pair)
    return every, spared(names, every, never), soon


def spared(names: Sequence[str], every: Sequence[Pair], never: Sequence[Pair]) -> int:
    """Repeats beyond those that nobody can spare: who meets more often than they have colleagues meets somebody again."""
    repeats = len(every) - len(set(every))
    others = {name: len(names) - 1 - sum(name in pair for pair in never) for name in names}
    meetings = {name: sum(name in pair for pair in every) for name in names}
    return max(0, repeats - sum(max(0, meetings[name] - others[name]) for name in names) // 2)


@pytest.mark.long
@pytest.mark.parametrize("people", [18, 24, 30])
def test_in_half_a_year_of_fortnights_hardly_anybody_meets_the_same_person_needlessly_again(people: int) -> None:
    done = [year(people, 2, seed) for seed in range(3)]
    assert sum(soon for _, _, soon in done) == 0
    assert sum(needless for _, needless, _ in done) <= 0.02 * sum(len(every) for every, _, _ in done)


def test_control_by_lot_alone_they_would() -> None:
    chance, every = Random(1), list[Pair]()
    names = [f"p{number:02}" for number in range(30)]
    for _ in range(ROUNDS):
        here = chance.sample(names, 24)
        every += pairs(zip(here[::2], here[1::2], strict=True))
    assert spared(names, every, ()) > 0.15 * len(every)


@given(st.integers(2, 60), st.integers(2, 6))
def test_nobody_sits_alone_and_tables_are_nearly_alike(people: int, size: int) -> None:
    found = sizes(people, size)
    assert sum(found) == people
    assert min(found) >= 2
    assert max(found) - min(found) <= 1
    assert max(found) <= 2 * size - 1


@given(
    st.sets(st.integers(0, 40), max_size=26),
    st.integers(2, 5),
    st.sets(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60),
    st.dictionaries(st.tuples(st.integers(0, 40), st.integers(0, 40)), st.lists(st.integers(1, 30), max_size=3)),
)
@settings(deadline=None, max_examples=60)
@pytest.mark.long
def test_everybody_is_seated_or_told_and_whoever_must_not_meet_does_not(
    people: set[int], size: int, never: set[tuple[int, int]], met: dict[tuple[int, int], list[int]]
) -> None:
    apart = [(f"{one}", f"{other}") for one, other in never]
    before = {(f"{one}", f"{other}"): ago for (one, other), ago in met.items()}
    names = [f"{each}" for each in people]
    seating = seat(names, size, "seed", met=before, never=apart)
    seated = [name for table in seating.tables for name in table]
    assert sorted([*seated, *seating.waiting]) == sorted(names)
    assert all(len(table) > 1 for table in seating.tables)
    together = {frozenset(pair) for pair in pairs(seating.tables)}
    assert not together & {frozenset(pair) for pair in apart if pair[0] != pair[1]}
    assert seat(list(reversed(names)), size, "seed", met=before, never=apart) == seating


def test_an_odd_number_makes_a_three_and_one_person_alone_is_told() -> None:
    assert sorted(map(len, seat("abcdefg", 2, "s").tables)) == [2, 2, 3]
    assert seat("a", 2, "s").waiting == ("a",)
    assert seat("ab", 2, "s", never=[("b", "a")]).waiting == ("a", "b")
