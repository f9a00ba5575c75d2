"""Comments that say nearly the same are folded: found together, each still there as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.sort.fold import folded_groups, misspelt

TEXTS = st.dictionaries(st.uuids().map(lambda each: each.hex), st.text(max_size=60), max_size=40)


def groups(*texts: str) -> list[tuple[str, ...]]:
    return folded_groups({str(number): text for number, text in enumerate(texts)})


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The lift is out again", "the lift is OUT again!!"),
        ("More staff please", "more  staff, please"),
        ("Za mało miejsc, potrzeba więcej", "za malo miejsc potrzeba wiecej"),
        ("Mae angen mwy o staff yn y tŷ", "mae angen mwy o staff yn y ty"),
        ("Everybody is waiting for the new roster", "Everybody is wiating for the new roster"),
        ("Nobody asked us about the changes at all", "Nobody asked us about the chnages at all"),
        ("\N{THUMBS UP SIGN}\N{THUMBS UP SIGN}", "\N{THUMBS UP SIGN} \N{THUMBS UP SIGN}"),
    ],
)
def test_the_same_words_are_nearly_the_same(one: str, two: str) -> None:
    assert groups(one, two) == [("0", "1")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The rota is fair to all of us", "The rota is not fair to all of us"),
        ("I am happy with how we are led here", "I am unhappy with how we are led here"),
        ("The nights on Ward 7 are too long", "The nights on Ward 8 are too long"),
        ("Nurses blame doctors", "Doctors blame nurses"),
        ("Pay", "Play"),
        ("the lights are out again on the ward", "the nights are out again on the ward"),
        ("\N{THUMBS UP SIGN}", "\N{THUMBS DOWN SIGN}"),
        ("", "."),
    ],
)
def test_what_may_mean_something_else_is_not(one: str, two: str) -> None:
    assert groups(one, two) == [("0",), ("1",)]


@given(TEXTS)
@pytest.mark.long
def test_every_comment_stands_in_one_group(texts: dict[str, str]) -> None:
    assert sorted(id_ for group in folded_groups(texts) for id_ in group) == sorted(texts)


@given(TEXTS)
@pytest.mark.long
def test_the_same_comments_are_folded_alike_and_twice_is_once(texts: dict[str, str]) -> None:
    folded = folded_groups(texts)
    assert folded_groups(texts) == folded
    alone = folded_groups({group[0]: texts[group[0]] for group in folded})
    assert [group[0] for group in alone] == [group[0] for group in folded]


@given(st.text(max_size=12), st.text(max_size=12))
def test_misspelling_goes_both_ways(one: str, two: str) -> None:
    assert misspelt(one, two) == misspelt(two, one)


def test_two_thousand_copies_are_one_group() -> None:
    [group] = groups(*["More staff."] * 2000)
    assert len(group) == 2000
