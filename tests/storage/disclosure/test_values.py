"""A6 and A6a: which value groups are shown, merged by meaning, with nothing left to subtract."""

from collections import Counter
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from storage.disclosure.attack import Shown, Surface, small_sets
from storage.disclosure.blocks import blocks
from storage.disclosure.tree import tree_of
from storage.disclosure.values import MOST_GROUPS, Attribute, Said, groups_of
from tests.storage.disclosure.organisations import BANDS, FLAT
from tests.storage.disclosure.vectors import by_size, named, own_of, said

WITH_VALUES = [each for each in named("tree_release") if "value_groups" in each]
STAFF = Attribute(
    "staff group",
    {"all": None, "clinical": "all", "nurse": "clinical", "doctor": "clinical", "other": "all", "porter": "other"}
    | {"not said": "other"},
    unsaid="not said",
)


@pytest.mark.parametrize("vector", WITH_VALUES, ids=lambda each: each["name"])
def test_a6_differences_lead_to_the_groups_of_the_vectors(vector: Mapping[str, Any]) -> None:
    shown = blocks(tree_of(vector["parent"]), own_of(vector), vector["k"])
    assert by_size(said(vector, shown), vector["k"]) == vector["value_groups"]
    assert by_size(said(vector, shown), 2 * vector["k"]) == vector["value_groups_2k"]


@pytest.mark.parametrize("seed", range(12))
def test_a6_no_set_smaller_than_2k_can_be_worked_out(seed: int) -> None:
    chance, bound = Random(seed), 20
    counts: Counter[Said] = Counter(
        (chance.choice(["a", "b", "c", "d", "e"]), chance.choice(["b0", "b1", "b2", "b3", None])) for _ in range(400)
    )
    counts = Counter({place: count for place, count in counts.items() if chance.random() < 0.6})
    groups = groups_of(BANDS, counts, bound)
    if groups is None:
        return
    places = list(counts)
    by_group = [
        frozenset(at for at, (_, value) in enumerate(places) if groups.of(value) == number)
        for number in range(len(groups.labels))
    ]
    by_block = [frozenset(at for at, (block, _) in enumerate(places) if block == each) for each in "abcde"]
    cells = tuple(Shown(each, (0,)) for each in (*by_group, *by_block) if each)
    found = list(small_sets(Surface(tuple(counts[place] for place in places), cells), bound))
    assert [each for each in found if each not in by_block] == []  # a block alone needs k, and not 2k


def test_a6a_a_small_group_goes_up_with_its_sisters_under_their_own_name() -> None:
    shown = groups_of(BANDS, {("org", "b0"): 25, ("org", "b1"): 9, ("org", "b2"): 30, ("org", "b3"): 22}, 20)
    assert shown is not None
    assert shown.labels == ("b2", "b3", "lower")


def test_a6a_where_only_everybody_is_left_the_attribute_is_not_shown() -> None:
    counts: dict[Said, int] = {("org", "b0"): 50, ("org", "b1"): 50, ("org", "b2"): 50, ("org", "b3"): 19}
    assert groups_of(FLAT, counts, 20) is None
    found = groups_of(BANDS, counts, 20)
    assert found is not None
    assert found.labels == ("b0", "b1", "upper")


def test_a6a_a_value_that_nobody_gave_is_treated_like_one_that_few_gave() -> None:
    none: dict[Said, int] = {("org", "b0"): 50, ("org", "b1"): 50, ("org", "b2"): 50}
    few: dict[Said, int] = {**none, ("org", "b3"): 1}
    with_none, with_few = groups_of(BANDS, none, 20), groups_of(BANDS, few, 20)
    assert with_none is not None
    assert with_few is not None
    assert with_none.labels == with_few.labels == ("b0", "b1", "upper")


def test_a6a_who_said_nothing_is_protected_too() -> None:
    counts: dict[Said, int] = {("org", "b0"): 50, ("org", "b2"): 50, ("org", "b1"): 20, ("org", "b3"): 20}
    assert groups_of(BANDS, {**counts, ("org", None): 3}, 20) is None
    assert groups_of(BANDS, {**counts, ("org", None): 20}, 20) is not None


def test_a6a_who_said_nothing_may_count_under_a_declared_value() -> None:
    assert STAFF.said("nurse") == "nurse"
    assert STAFF.said(None) == STAFF.said("gone") == STAFF.said("clinical") == "not said"
    assert BANDS.said(None) is BANDS.said("gone") is None
    found = groups_of(STAFF, {("a", "nurse"): 30, ("a", "doctor"): 22, ("a", "porter"): 18, ("a", "not said"): 3}, 20)
    assert found is not None
    assert found.labels == ("doctor", "nurse", "other")


def test_a6_there_are_at_most_twelve_groups() -> None:
    parent: dict[str, str | None] = {"all": None}
    for number in range(16):
        parent |= {f"p{number // 4}": "all", f"v{number:02}": f"p{number // 4}"}
    found = groups_of(Attribute("x", parent), {("org", f"v{number:02}"): 100 + number for number in range(16)}, 20)
    assert found is not None
    assert len(found.labels) <= MOST_GROUPS
    assert found.labels[0] == "p0"
