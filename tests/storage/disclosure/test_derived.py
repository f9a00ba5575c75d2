"""A figure over several questions: a worked example, and what it must not tell of those who left one out."""

from dataclasses import replace
from fractions import Fraction

import pytest

from storage.disclosure.derived import Derived, Figure, mixed_in, on_scale, score, scores
from storage.disclosure.presets import DEFAULT
from storage.disclosure.release import Round, release
from storage.disclosure.sheets import Sheet, answers_to
from storage.disclosure.tree import tree_of
from storage.disclosure.values import Attribute
from tests.storage.disclosure.organisations import CLOSE, agreement

NINE = tuple(f"i{number}" for number in range(9))
ENGAGEMENT = Derived("engagement", (NINE[:3], NINE[3:6], NINE[6:]))
MEASURES = tuple(agreement(item) for item in NINE)
TREE = tree_of({"org": None, "a": "org", "b": "org"})
WORKED = {"A": "443 543 445", "B": "332 342 323", "C": "554 444 555", "D": "233 4-3 434"}


def sheet(said: str, node: str = "org", band: str = "") -> Sheet:
    answers = [None if each == "-" else int(each) for each in said.replace(" ", "")]
    return Sheet(node, dict(zip(NINE, answers, strict=True)), {"band": band} if band else {})


def figures(*sheets: Sheet, attributes: tuple[Attribute, ...] = ()) -> dict[tuple[str, str], Figure]:
    of = Round(TREE, MEASURES, DEFAULT, attributes, (ENGAGEMENT,))
    found = release(of, sheets, replace(CLOSE, gated=False)).figures
    return {(each.node, each.group): each for each in found}


def test_the_worked_example_is_the_mean_of_each_persons_own_score() -> None:
    sheets = [sheet(said) for said in WORKED.values()]
    answers = {measure.id: answers_to(measure, sheets) for measure in MEASURES}
    own = scores(ENGAGEMENT, {measure.id: measure for measure in MEASURES}, answers)
    assert [round(float(each), 3) for each in own.values()] == [7.5, 4.444, 8.889, 5.694]
    assert round(float(sum(own.values()) / len(own)), 3) == 6.632


@pytest.mark.parametrize(("missing", "counts"), [(0, True), (1, True), (2, False)])
def test_a_sub_score_needs_two_of_its_items_and_the_whole_all_three(missing: int, counts: bool) -> None:
    scaled = {item: Fraction(5) for item in NINE[missing:]}
    assert (score(ENGAGEMENT, scaled) is not None) == counts


def test_answers_go_from_nothing_to_ten() -> None:
    assert [on_scale(MEASURES[0], Fraction(each)) for each in (1, 3, 5)] == [0, 5, 10]


def test_where_everybody_answered_all_items_the_figure_is_exact() -> None:
    found = figures(*[sheet(said, node) for node in "ab" for said in list(WORKED.values())[:3] * 5])
    assert {key: (each.n, each.mean, each.exact) for key, each in found.items()} == {
        ("a", ""): (15, 6.9, True),
        ("b", ""): (15, 6.9, True),
        ("org", ""): (30, 6.9, True),
    }


def test_one_person_who_left_an_item_out_does_not_stand_out() -> None:
    """Their own score would follow from the figure and the items' means; so the team's figure is made of these alone."""
    full = [sheet(said, node) for node in "ab" for said in list(WORKED.values())[:3] * 5]
    low, high = (figures(*full, sheet(said, "a")) for said in ("-11 111 111", "-55 555 555"))
    assert not low["a", ""].exact
    assert low["b", ""].exact
    assert not low["org", ""].exact
    assert low["a", ""].mean == pytest.approx(6.5, abs=0.15)
    assert high["a", ""].mean > low["a", ""].mean


def test_where_2k_people_left_an_item_out_the_figure_is_exact_again() -> None:
    full = [sheet(WORKED["A"], node) for node in "ab" for _ in range(15)]
    found = figures(*full, *[sheet(WORKED["D"], node) for node in "ab" for _ in range(10)])
    assert {node: each.exact for (node, _), each in found.items()} == {"a": False, "b": False, "org": True}
    assert found["org", ""].n == 50


def test_the_incomplete_join_the_next_node_that_has_2k_of_them() -> None:
    home = ["a"] * 12 + ["b"] * 25
    found = mixed_in(TREE, home, range(37), where=frozenset({"a", "b", "org"}), needed=20)
    assert found.exact == {"b"}
    assert [len(group) for group in found.groups] == [25]


def test_value_groups_have_the_figure_too() -> None:
    attribute = Attribute("band", {"all": None, "x": "all", "y": "all"})
    people = [sheet(WORKED["A"], "org", "x") for _ in range(25)] + [sheet(WORKED["B"], "org", "y") for _ in range(25)]
    found = figures(*people, attributes=(attribute,))
    assert (found["org", "x"].mean, found["org", "x"].exact, found["org", "y"].n) == (7.5, True, 25)
    found = figures(*people, sheet(WORKED["D"], "org", "y"), attributes=(attribute,))
    assert (found["org", "x"].exact, found["org", "y"].exact) == (True, False)


def test_the_figure_is_shown_only_where_all_of_its_items_are() -> None:
    one_item = [Sheet("a", {**dict.fromkeys(NINE, 4), "i8": None}) for _ in range(6)]
    found = figures(
        *one_item, *[sheet(WORKED["A"], "a") for _ in range(6)], *[sheet(WORKED["A"], "b") for _ in range(30)]
    )
    assert ("a", "") not in found
    assert ("org", "") in found
