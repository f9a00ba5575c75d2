"""A draw is fair, and anybody can check it with the published seed."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.matching.draw import Entry, draw

NAMES = st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=30, unique=True)


@given(NAMES, st.integers(-1, 40), st.text(st.characters(codec="utf-8")))
@pytest.mark.long
def test_everybody_has_a_place_in_the_order_and_it_can_be_drawn_again(names: list[str], places: int, seed: str) -> None:
    drawn = draw(map(Entry, names), places, seed)
    by_hand = sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())
    assert list(drawn.order) == by_hand
    assert draw(map(Entry, reversed(names)), places, seed) == drawn
    assert len(drawn.winners) == max(0, min(places, len(names)))


def test_whoever_went_without_before_comes_first_and_whoever_won_last() -> None:
    entries = [Entry("won", won=1), Entry("new"), Entry("twice", without=2), Entry("once", without=1)]
    for seed in map(str, range(20)):
        assert draw(entries, 1, seed).order == ("twice", "once", "new", "won")


def test_no_entry_is_luckier_than_another() -> None:
    first = [draw(map(Entry, "abcd"), 1, f"{seed}").winners[0] for seed in range(4000)]
    assert all(abs(first.count(name) - 1000) < 120 for name in "abcd")
