"""Means with their intervals, and the change of a mean between rounds that cannot be paired."""

from itertools import product
from math import isinf, sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.scores.interval import Fall, NoClearChange, Rise
from storage.scores.means import (
    Band,
    Sample,
    change_of_mean,
    interval,
    of_bands,
    of_counts,
    of_values,
)
from storage.scores.student import t_quantile

SCALE = range(11)
# Freedom, then the values of scipy.special.stdtrit for three probabilities.
T = [
    (0.5, 10.2703244, 164.557673, 411396.463),
    (1, 3.07768354, 12.7062047, 636.619249),
    (2, 1.88561808, 4.30265273, 31.5990546),
    (4, 1.53320627, 2.77644511, 8.61030158),
    (7.3, 1.40892232, 2.34506674, 5.28321176),
    (20, 1.32534071, 2.08596345, 3.84951627),
    (100, 1.29007476, 1.98397152, 3.39049131),
    (3000, 1.28183382, 1.96075506, 3.29377288),
    (100000, 1.28156003, 1.95998771, 3.29062403),
]


def counted(answers: list[int]) -> Sample:
    return of_counts({float(value): answers.count(value) for value in SCALE})


@pytest.mark.parametrize(("freedom", "at_90", "at_975", "at_9995"), T)
def test_students_t_is_that_of_scipy(freedom: float, at_90: float, at_975: float, at_9995: float) -> None:
    found = [t_quantile(probability, freedom) for probability in (0.9, 0.975, 0.9995)]
    assert found == pytest.approx([at_90, at_975, at_9995], rel=2e-8)
    assert t_quantile(0.5, freedom) == 0


def test_nothing_is_known_from_no_freedom() -> None:
    assert isinf(t_quantile(0.975, 0))
    with pytest.raises(ValueError, match=r"0\.5"):
        t_quantile(1, 5)


def test_a_mean_and_its_interval_come_from_the_published_counts() -> None:
    answers = [10, 9, 9, 8, 7, 7, 6, 10, 3, 8]
    found = counted(answers)
    half = 2.262157 * stdev(answers) / sqrt(10)
    assert found.mean == 7.7
    assert found.deviation == pytest.approx(stdev(answers))
    assert interval(found).low == pytest.approx(7.7 - half, abs=1e-6)
    assert interval(found).high == pytest.approx(7.7 + half, abs=1e-6)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10), min_size=2, max_size=30))
def test_classes_and_their_mean_never_give_a_narrower_spread_than_the_answers_had(answers: list[int]) -> None:
    bands = [Band(low, high, sum(low <= each <= high for each in answers)) for low, high in ((0, 3), (4, 6), (7, 10))]
    found = of_bands(bands, mean(answers))
    assert found.answers == len(answers)
    assert found.deviation >= stdev(answers) - 1e-7


def test_the_widest_spread_of_classes_is_one_that_answers_can_have() -> None:
    widest = max(stdev(each) for each in product(range(11), repeat=3) if sum(each) == 14 and classes(each) == (1, 1, 1))
    assert of_bands([Band(0, 3, 1), Band(4, 6, 1), Band(7, 10, 1)], 14 / 3).deviation == pytest.approx(widest)


def classes(answers: tuple[int, ...]) -> tuple[int, int, int]:
    return sum(x <= 3 for x in answers), sum(3 < x < 7 for x in answers), sum(x >= 7 for x in answers)


def test_a_change_of_a_mean_is_welchs() -> None:
    before, after = of_values([5, 6, 7, 5, 6, 4], lowest=0, highest=10), of_values([7, 9, 8, 8], lowest=0, highest=10)
    change = change_of_mean(before, after)
    # The interval is the one that scipy's ttest_ind with equal_var=False returns.
    assert isinstance(change, Rise)
    assert (change.by.value, change.by.low, change.by.high) == pytest.approx((2.5, 1.125305, 3.874695), abs=1e-6)
    assert isinstance(change_of_mean(after, before), Fall)
    assert isinstance(change_of_mean(before, before), NoClearChange)


def test_equal_answers_are_not_a_mean_without_doubt() -> None:
    found = interval(counted([7] * 10))
    assert found.low < 7 < found.high
    assert found.high - found.low < 0.5


def test_a_single_answer_says_nothing_about_the_rest_of_the_scale() -> None:
    alone = counted([7])
    assert (interval(alone).low, interval(alone).high) == (0, 10)
    assert isinstance(change_of_mean(alone, counted([1, 2, 1, 2])), NoClearChange)


def test_an_interval_stays_inside_the_scale() -> None:
    found = interval(counted([10, 10, 10, 9, 4]))
    assert found.high == 10
    assert found.low > 0


def test_a_mean_of_nobody_and_half_a_scale_are_refused() -> None:
    with pytest.raises(ValueError, match="nobody answered"):
        counted([])
    with pytest.raises(ValueError, match="nobody answered"):
        of_bands([Band(0, 3, 0)], 0)
    with pytest.raises(ValueError, match="rising order"):
        of_counts({5.0: 1, 1.0: 2})


@settings(deadline=None)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=30))
def test_classes_and_a_rounded_mean_give_no_narrower_spread_and_interval_either(answers: list[int]) -> None:
    bands = [Band(low, high, sum(low <= each <= high for each in answers)) for low, high in ((1, 2), (3, 3), (4, 5))]
    found, truth = of_bands(bands, round(mean(answers), 1), rounded=0.05), of_values(answers, lowest=1, highest=5)
    assert found.deviation >= truth.deviation - 1e-9
    assert interval(found).low <= interval(truth).low + 1e-9
    assert interval(found).high >= interval(truth).high - 1e-9
