"""A7: whatever can be worked out holds at least two answers outside each sensitive class, and few answers are moved."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.disclosure.cap import Protected, Slice, capped
from storage.disclosure.differences import Place, crossing
from storage.disclosure.measures import BOTH_POLES, Class, Measure, one_of
from tests.storage.disclosure.organisations import agreement, scale, yes_no
from tests.storage.disclosure.vectors import named

SECRET = b"a secret"
THREE = Measure("three", 0, 2, frozenset({2}), frozenset({0}))


def run(measure: Measure, answers: list[int], *lists: list[int], m: int = 2) -> dict[int, int]:
    protected = Protected(lists or [list(range(len(answers)))])
    return capped(measure, dict(enumerate(answers)), protected, outside=m, secret=SECRET)


@pytest.mark.parametrize("vector", named("cap"), ids=lambda each: each["name"])
def test_a7_the_vectors(vector: Mapping[str, Any]) -> None:
    edited = run(THREE, vector["answers"], *vector["groups"], m=vector["m"])
    counts = [[sum(edited[sheet] == score for sheet in group) for score in range(3)] for group in vector["groups"]]
    assert counts == vector["counts"]
    assert sum(edited[sheet] != score for sheet, score in enumerate(vector["answers"])) == vector["changed"]


@given(st.lists(st.integers(0, 10), min_size=5, max_size=40), st.integers(2, 3), st.data())
@settings(max_examples=60, deadline=None)
def test_a7_no_block_is_of_one_mind_and_nothing_else_is_changed(
    answers: list[int], m: int, data: st.DataObject
) -> None:
    measure = scale(sensitive=data.draw(st.sampled_from([frozenset({Class.POOR}), BOTH_POLES])))
    edges = [0, *sorted(data.draw(st.sets(st.sampled_from(range(0, len(answers), 10))))), len(answers)]
    lists = [list(range(*pair)) for pair in pairwise(edges) if pair[1] - pair[0] >= 2 * m]
    edited = run(measure, answers, *lists, m=m) if lists else dict(enumerate(answers))
    changed = {sheet for sheet, score in enumerate(answers) if edited[sheet] != score}
    lacking = 0
    for group in lists:
        for each in measure.sensitive:
            assert sum(measure.class_of(edited[sheet]) is not each for sheet in group) >= m
            lacking += max(0, m - sum(measure.class_of(answers[sheet]) is not each for sheet in group))
    assert len(changed) == lacking
    assert all(measure.class_of(answers[sheet]) in measure.sensitive for sheet in changed)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("make", [agreement, scale, yes_no])
def test_a7_holds_in_every_difference_and_a_capped_result_looks_like_a_true_one(make: Any, seed: int) -> None:
    chance = Random(seed)
    measure = make(sensitive=chance.choice([frozenset({Class.POOR}), BOTH_POLES]))
    place: dict[int, Place] = {sheet: (chance.choice("abcd"), chance.randrange(3)) for sheet in range(120)}
    mood = {where: chance.choice([0.0, 0.0, 1.0]) for where in place.values()}
    poles = (min(measure.poor), max(measure.good))
    answers = {sheet: poles[chance.random() < mood[where]] for sheet, where in place.items()}
    part = Slice("band", "org", ("x", "y", "z"), place, crossing(3, place.values()))
    protected = Protected([[sheet for sheet in place if place[sheet][0] == block] for block in "abcd"], [part])
    edited = capped(measure, answers, protected, outside=2, secret=SECRET)
    sizes = part.differences.sums(Counter(place.values()))
    for each in measure.sensitive:
        outside = Counter(place[sheet] for sheet in place if measure.class_of(edited[sheet]) is not each)
        sums = part.differences.sums(outside)
        assert all(sums[chosen] >= 2 for chosen, size in enumerate(sizes) if size >= 5)
    assert capped(measure, edited, protected, outside=2, secret=b"another secret") == edited


def test_a7_which_answers_are_moved_depends_on_the_secret() -> None:
    answers, everybody = dict.fromkeys(range(40), 1), Protected([list(range(40))])
    moved = [
        {
            sheet
            for sheet, score in capped(agreement(), answers, everybody, outside=2, secret=bytes([each])).items()
            if score > 1
        }
        for each in range(8)
    ]
    assert len({frozenset(each) for each in moved}) > 1


def test_a7_an_answer_moves_to_the_nearest_middle_or_else_across() -> None:
    assert [scale().instead_of(scale().members(each)) for each in (Class.POOR, Class.GOOD)] == [7, 8]
    assert [agreement().instead_of(agreement().members(each)) for each in (Class.POOR, Class.GOOD)] == [3, 3]
    assert [yes_no().instead_of(yes_no().members(each)) for each in (Class.POOR, Class.GOOD)] == [1, 0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"good": frozenset(), "poor": frozenset({1})},
        {"good": frozenset({5}), "poor": frozenset({5})},
        {"good": frozenset({6}), "poor": frozenset({1})},
        {"good": frozenset({5}), "poor": frozenset({1}), "sensitive": frozenset({Class.MIDDLE})},
    ],
)
def test_classes_that_do_not_fit_are_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"good and poor|middle"):
        Measure("q", 1, 5, **wrong)


def test_a7_a_choice_of_one_stays_a_choice_of_one() -> None:
    """Had two answers vanished from the first option alone, eight of ten would tell of ten."""
    edited = run(one_of("q", 3), [0] * 10)
    assert Counter(edited.values()) == {0: 8, 1: 2}
    assert run(one_of("q", 2), [1] * 9 + [0])[9] == 0
    with pytest.raises(ValueError, match="two options"):
        one_of("q", 1)
