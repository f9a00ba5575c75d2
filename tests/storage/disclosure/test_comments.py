"""A11 and T11: where comments are shown, and that at least twice k people could have written each."""

from collections import Counter
from random import Random

import pytest

from storage.disclosure.comments import FEWEST, comments
from storage.disclosure.sheets import Sheet
from storage.disclosure.tree import Tree, tree_of

TREE = tree_of({"org": None, "a": "org", "b": "org"})


def people(node: str, number: int, *texts: str, organisation_only: bool = False) -> list[Sheet]:
    return [Sheet(node, {}, {}, text, organisation_only) for text in (*texts, *[""] * (number - len(texts)))]


def shown(*groups: list[Sheet]) -> set[tuple[str, str]]:
    sheets = [sheet for group in groups for sheet in group]
    return {(each.text, each.node) for each in comments(TREE, sheets, needed=20, chance=Random(1))}


def test_a11_three_comments_of_a_large_team_are_shown_there() -> None:
    assert shown(people("a", 20, "x", "y", "z"), people("b", 25)) == {("x", "a"), ("y", "a"), ("z", "a")}


def test_a11_fewer_than_three_move_to_the_team_above() -> None:
    assert shown(people("a", 20, "x", "y"), people("b", 20), people("org", 20, "z")) == {
        ("x", "org"),
        ("y", "org"),
        ("z", "org"),
    }
    assert shown(people("a", 20, "x", "y"), people("b", 25)) == set()


def test_a11_twice_k_must_have_answered_with_or_without_a_comment() -> None:
    assert shown(people("a", 19, "x", "y", "z"), people("b", 21)) == {(text, "org") for text in "xyz"}
    assert shown(people("a", 19, "x", "y", "z")) == set()


def test_a11_a_comment_for_the_organisation_only_is_shown_at_no_team() -> None:
    meant = people("a", 3, "p", "q", "r", organisation_only=True)
    assert shown(people("a", 20, "x", "y", "z"), meant, people("org", 20)) == {
        *((text, "a") for text in "xyz"),
        *((text, "org") for text in "pqr"),
    }


def test_a11_the_order_is_random_and_says_nothing() -> None:
    sheets = people("a", 30, *map(str, range(30)))
    orders = {tuple(comments(TREE, sheets, needed=20)) for _ in range(4)}
    assert len(orders) > 1
    assert comments(TREE, sheets, needed=20, chance=Random(3)) == comments(TREE, sheets, needed=20, chance=Random(3))


@pytest.mark.parametrize("seed", range(30))
def test_t11_at_least_2k_people_could_have_written_each_comment(seed: int) -> None:
    chance = Random(seed)
    parent: dict[str, str | None] = {"n0": None}
    parent.update({f"n{number}": f"n{chance.randrange(number)}" for number in range(1, 9)})
    tree = tree_of(parent)
    sheets = [
        Sheet(f"n{chance.randrange(9)}", {}, {}, str(number) if chance.random() < 0.4 else "", chance.random() < 0.1)
        for number in range(chance.randint(5, 120))
    ]
    found = comments(tree, sheets, needed=10)
    author = {sheet.comment: sheet for sheet in sheets if sheet.comment}
    for comment in found:
        assert _above(tree, author[comment.text].node, comment.node)
    visible = Counter(each.node for each in found)
    assert all(count >= FEWEST for count in visible.values())
    for one in visible:
        # Whoever may see this node and none below it that shows comments: only these people can have written them.
        below = [node for node in visible if node != one and _above(tree, node, one)]
        for comment in found:
            if comment.node == one:
                # One that was meant for the organisation is moved to its top, and anybody in it can have written it.
                hidden = [] if author[comment.text].organisation_only else below
                assert len(_could_have_written(tree, sheets, one, hidden)) >= 10


def _could_have_written(tree: Tree, sheets: list[Sheet], node: str, not_in: list[str]) -> list[Sheet]:
    return [s for s in sheets if _above(tree, s.node, node) and not any(_above(tree, s.node, each) for each in not_in)]


def _above(tree: Tree, node: str, other: str) -> bool:
    here: str | None = node
    while here is not None and here != other:
        here = tree.parent[here]
    return here == other
