"""What everybody reads of themes: numbers from k on, none from which a smaller one follows, and what is under no theme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.theming import Said, Told, by_theme, in_short, told
from bot.ui import plain_blocks
from bot.words import Words

K = 10
MANY = st.lists(st.integers(0, 40), max_size=8)


def themed(numbers: list[int], unplaced: int, k: int = K) -> Told:
    themes = [Said(f"Theme {place}", "not_now", "why", many) for place, many in enumerate(numbers)]
    return told(themes, unplaced, k, sorted_by=("Dario Moretti",), by_machine=False)


def read(found: Told) -> str:
    return plain_blocks((*in_short(Words(), found), *by_theme(Words(), found)))


@given(MANY, st.integers(0, 60))
@pytest.mark.long
def test_what_has_no_number_comes_to_nothing_or_to_enough(numbers: list[int], unplaced: int) -> None:
    found = themed(numbers, unplaced)
    shown = sum(each.comments for each in found.counted)
    left = sum(numbers) + unplaced - shown - (unplaced if found.unplaced is not None else 0)
    assert left == 0 or left >= K or not found.counted
    assert all(each.comments >= K for each in found.counted)


@given(MANY, st.integers(0, 60))
def test_every_theme_and_what_is_under_none_is_told(numbers: list[int], unplaced: int) -> None:
    found = themed(numbers, unplaced)
    assert {each.title for each in (*found.counted, *found.few)} == {f"Theme {n}" for n in range(len(numbers))}
    assert "under no theme" in read(found)
    assert "Dario Moretti sorted the comments and named the themes." in read(found)


@given(st.lists(st.integers(10, 40), max_size=4), st.lists(st.integers(0, 9), min_size=2, max_size=5), st.data())
@pytest.mark.long
def test_which_of_the_small_ones_is_how_small_changes_no_letter(
    large: list[int], small: list[int], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(small))
    assert read(themed(large + small, 0)) == read(themed(large + other, 0))


@given(MANY, st.integers(0, 9), st.integers(0, 9))
def test_none_under_no_theme_reads_like_nine(numbers: list[int], one: int, two: int) -> None:
    first, second = themed(numbers, one), themed(numbers, two)
    if first.counted == second.counted:
        assert read(first) == read(second)


def test_a_number_from_which_a_small_one_follows_is_left_out_too() -> None:
    assert [each.title for each in themed([30, 12, 3], 20).counted] == ["Theme 0"]
    assert [each.title for each in themed([30, 12, 3, 8], 20).counted] == ["Theme 0", "Theme 1"]
    assert [each.title for each in themed([30, 12], 4).counted] == ["Theme 0"]
    assert [each.title for each in themed([30, 12], 0).counted] == ["Theme 0", "Theme 1"]


def test_what_was_said_with_names_has_every_number() -> None:
    found = themed([1, 2], 1, k=1)
    assert [each.comments for each in found.counted] == [2, 1]
    assert found.few == ()
    assert "25% of the comments are under no theme." in read(found)
    assert "Every comment is under a theme." in read(themed([1, 2], 0, k=1))
