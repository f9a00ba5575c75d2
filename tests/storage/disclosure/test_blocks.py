"""A5: which teams are shown, as in the vectors and the worked examples, and why no subtraction goes further."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.disclosure.attack import Shown, Surface, small_sets
from storage.disclosure.blocks import blocks
from storage.disclosure.tree import Tree, only_root, tree_of
from tests.storage.disclosure.vectors import named, own_of

DIVISIONS = {"org": None, "d": "org", "e": "org", "t1": "d", "t2": "d", "t3": "e", "t4": "e"}
TEAMS = {"org": None, "A": "org", "B": "org", "C": "org", "D": "org"}
Parents = Mapping[str, str | None]


@st.composite
def organisations(draw: st.DrawFn) -> tuple[Tree, dict[str, int], int]:
    """Trees of up to fifteen nodes, so that chains, empty teams and lone managers come by themselves."""
    size = draw(st.integers(1, 15))
    parent: dict[str, str | None] = {"n0": None}
    for number in range(1, size):
        parent[f"n{number}"] = f"n{draw(st.integers(0, number - 1))}"
    own = {node: draw(st.sampled_from([0, 0, 1, 2, 3, 4, 6, 9, 12])) for node in parent}
    asked = {node: own[node] + draw(st.sampled_from([0, 0, 3])) for node in parent}
    return tree_of(parent, asked if draw(st.booleans()) else None), own, draw(st.integers(5, 11))


@pytest.mark.parametrize("vector", named("tree_release"), ids=lambda each: each["name"])
def test_a5_shows_what_the_vectors_show(vector: Mapping[str, Any]) -> None:
    found = blocks(tree_of(vector["parent"]), own_of(vector), vector["k"])
    assert dict(found.shown) == vector["shown"]
    assert {node: size for node, size in found.sizes.items() if size} == vector["blocks"]


@pytest.mark.parametrize(
    ("parent", "own", "shown"),
    [
        (TEAMS, {"A": 12, "B": 6, "C": 11, "D": 4}, {"A": 12, "C": 11, "org": 33}),
        (TEAMS, {"A": 12, "B": 6, "C": 11, "D": 3}, {"A": 12, "org": 32}),
        (TEAMS, {"A": 12, "B": 4}, {"org": 16}),
        (DIVISIONS, {"d": 2, "t1": 15, "t2": 14, "e": 30}, {"t1": 15, "d": 31, "e": 30, "org": 61}),
        (DIVISIONS, {"t1": 7, "t3": 12, "t4": 12}, {"t4": 12, "org": 31}),
        (TEAMS, {"A": 10, "B": 3}, {"org": 13}),
        (TEAMS, {"A": 5}, {}),
    ],
)
def test_a5_worked_examples(parent: Parents, own: Mapping[str, int], shown: Mapping[str, int]) -> None:
    assert dict(blocks(tree_of(parent), own, 10).shown) == shown


@given(organisations())
@settings(max_examples=60, deadline=None)
@pytest.mark.long
def test_a5_every_set_that_can_be_worked_out_is_empty_or_has_k(given_: tuple[Tree, dict[str, int], int]) -> None:
    tree, own, k = given_
    found = blocks(tree, own, k)
    rests = dict(found.shown)
    for node in found.shown:
        above = tree.parent[node]
        while above is not None and above not in found.shown:
            above = tree.parent[above]
        if above is not None:
            rests[above] -= found.shown[node]
    assert rests == dict(found.sizes)
    assert all(rest == 0 or rest >= k for rest in rests.values())
    assert sum(rests.values()) == sum(own[node] for node in tree.parent if found.home[node])


@given(organisations())
@settings(max_examples=15, deadline=None)
def test_a5_the_integer_program_finds_no_set_that_is_too_small(given_: tuple[Tree, dict[str, int], int]) -> None:
    tree, own, k = given_
    nodes = list(tree.parent)
    cells = tuple(
        Shown(frozenset(place for place, node in enumerate(nodes) if each in _up(tree, node)), (0,))
        for each in blocks(tree, own, k).shown
    )
    assert list(small_sets(Surface(tuple(own[node] for node in nodes), cells), k)) == []


@given(organisations())
@settings(max_examples=60, deadline=None)
def test_t12_no_figure_says_that_nobody_of_a_few_people_answered(given_: tuple[Tree, dict[str, int], int]) -> None:
    tree, own, k = given_
    found = blocks(tree, own, k)
    for node, size in found.sizes.items():
        silent = sum(tree.asked.get(each, 0) - own[each] for each in tree.parent if found.home[each] == node)
        assert not tree.asked or size or silent == 0 or silent >= k


def test_t12_a_team_in_which_nobody_answered_hides_behind_the_next_one() -> None:
    shown = blocks(tree_of({"org": None, "a": "org", "b": "org"}, {"a": 12, "b": 4}), {"a": 12}, 10).shown
    assert dict(shown) == {"org": 12}


@pytest.mark.parametrize(
    "parent", [{}, {"a": None, "b": None}, {"a": "b", "b": "a"}, {"a": "gone"}, {"r": None, "a": "b", "b": "a"}]
)
def test_what_is_no_tree_is_refused(parent: Parents) -> None:
    with pytest.raises(ValueError, match=r"root|tree|circle"):
        tree_of(parent)


def test_the_whole_organisation_is_a_tree_of_one() -> None:
    whole = only_root(tree_of({"org": None, "a": "org"}, {"a": 12, "org": 1}))
    assert (whole.root, whole.upwards, dict(whole.asked)) == ("org", ("org",), {"org": 13})


def _up(tree: Tree, node: str) -> list[str]:
    way = [node]
    while (above := tree.parent[way[-1]]) is not None:
        way.append(above)
    return way
