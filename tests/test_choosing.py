"""What is read of a choice: no number of fewer people than the threshold, and none that follows from what else is read (P5)."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui import plain
from bot.words import Words
from conversations.weigh import cards, examples
from conversations.weigh.rules import Outcome, Picked, outcome, told

K = 5
WIDE = [(3, 1), (3, 2), (2, 2)]


def counted(picks: tuple[int, ...], people: int) -> Outcome:
    """So many people had all things on their cards, and so many of them chose each; nobody chose more than one more than
    anybody else."""
    things = [chr(ord("a") + n) for n in range(len(picks))]
    chosen = list(chain.from_iterable([thing] * many for thing, many in zip(things, picks, strict=True)))
    return outcome(things, [Picked(things, chosen[n::people]) for n in range(people)], random.Random(1))


def read(found: Outcome, k: int) -> str:
    """All that anybody reads of it."""
    names = {each: f"Thing {each}" for each in "abcde"}
    spec = {**examples.ASKED.spec, "things": names, "outcome": told(found, k) | examples.SEVERAL}
    return plain(cards.whole(Words(), replace(examples.ASKED, spec=spec, threshold=k)))


def every(many: int, pick: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """All that people can have chosen, where everybody chooses at least one and at most `pick`."""
    for people in range(5, 14):
        for picks in product(range(people + 1), repeat=many):
            if people <= sum(picks) <= pick * people:
                yield picks, people


@pytest.mark.long
@pytest.mark.parametrize(("many", "pick"), WIDE)
def test_nobody_works_out_a_small_number_from_all_that_is_read(many: int, pick: int) -> None:
    """Whoever knows the rules, reads every letter, and tries all that can have been."""
    alike = defaultdict(list)
    for picks, people in every(many, pick):
        alike[read(counted(picks, people), K)].append((picks, people))
    for text, could in alike.items():
        for place in range(many):
            chose = {picks[place] for picks, _ in could}
            others = {people - picks[place] for picks, people in could}
            assert len(chose) > 1 or not 0 < min(chose) < K, (text, could)
            assert len(others) > 1 or not 0 < min(others) < K, (text, could)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=5), st.integers(2, 15))
def test_what_has_no_number_comes_to_nothing_or_to_enough(picks: list[int], k: int) -> None:
    people = max(5, sum(picks))
    found = counted(tuple(picks), people)
    shown = [each for each in told(found, k)["scores"] if each["picks"]]
    left = sum(picks) - sum(each["picks"] for each in shown)
    assert left == 0 or left >= k or not shown
    for each in shown:
        assert each["picks"] >= k
        assert each["shown"] == each["picks"] or each["shown"] - each["picks"] >= k


def test_eleven_of_twelve_is_not_told_beside_one() -> None:
    text = read(counted((11, 1), 12), 10)
    assert "11" not in text
    assert "Thing a: chosen, without a number" in text
    assert "Thing a: chosen by 30 of the 42 people" in read(counted((30, 12), 42), 10)
