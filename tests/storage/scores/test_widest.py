"""The bound on how far people's own scores lie apart: never below the truth, whoever skips what and whatever is published."""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import mean

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.scores.engagement import ITEMS, Row, engagement, to_ten
from storage.scores.interval import Fall, NoClearChange, Rise
from storage.scores.means import Band, Sample, interval, of_bands, of_counts
from storage.scores.widest import change_at_least, of_item_means, on_ten, own_scores

ANSWER = st.sampled_from((1, 2, 3, 4, 5))
ANY = st.one_of(st.none(), ANSWER)
SKIPPING = st.lists(st.tuples(*[ANY] * 9), min_size=3, max_size=30)
COMPLETE = st.lists(st.tuples(*[ANSWER] * 9), min_size=3, max_size=30)
ALIKE = st.lists(ANSWER.flatmap(lambda one: st.tuples(*[st.sampled_from((one, one, one, None))] * 9)), min_size=3)
PEOPLE = st.one_of(SKIPPING, COMPLETE, ALIKE)
APART: list[Row] = [(1, 1, None) * 3] * 6 + [(5, 5, None) * 3] * 6 + [(None, None, 3) * 3] * 12
"""Those who count leave a third of the questions out, others answer these: every question has the same number of answers."""


def in_classes(answers: Sequence[int]) -> Sample:
    """As it is published where few answered: three classes and the mean with one decimal."""
    bands = ((1, 2), (3, 3), (4, 5))
    counted = [Band(low, high, sum(low <= each <= high for each in answers)) for low, high in bands]
    return of_bands(counted, round(mean(answers), 1), rounded=0.05)


def one_by_one(answers: Sequence[int]) -> Sample:
    return of_counts({float(value): answers.count(value) for value in range(1, 6)})


def items(rows: Sequence[Row], *, classes: bool) -> list[Sample] | None:
    """What is published of each question; None where nobody answered one."""
    columns = [[answer for row in rows if (answer := row[at]) is not None] for at in range(9)]
    if not all(columns):
        return None
    return [on_ten((in_classes if classes else one_by_one)(each)) for each in columns]


def in_parts(shown: Sequence[Sample]) -> list[Sequence[Sample]]:
    return [shown[at : at + ITEMS] for at in range(0, 9, ITEMS)]


@pytest.mark.attack
@settings(max_examples=400, deadline=None)
@example(APART, False)
@example(APART, True)
@given(PEOPLE, st.booleans())
def test_the_standard_error_of_people_s_own_scores_is_never_above_the_bound(rows: list[Row], classes: bool) -> None:
    truth, shown = engagement(rows).overall, items(rows, classes=classes)
    if truth is None or shown is None or truth.answers < 2:
        return
    bound = own_scores(truth.answers, round(truth.mean, 1), in_parts(shown))
    assert bound.answers == truth.answers
    assert bound.deviation >= truth.deviation - 1e-9
    assert bound.variance_of_mean() >= truth.variance_of_mean() - 1e-9
    assert interval(bound).low <= interval(truth).low + 1e-9
    assert interval(bound).high >= interval(truth).high - 1e-9


@pytest.mark.attack
@settings(max_examples=300, deadline=None)
@given(PEOPLE, st.booleans(), st.integers(0, 2))
def test_so_is_that_of_a_mean_of_the_questions_means(rows: list[Row], classes: bool, part: int) -> None:
    shown = items(rows, classes=classes)
    if shown is None or min(each.answers for each in shown) < 2:
        return
    for places in (range(9), range(part * ITEMS, part * ITEMS + ITEMS)):
        made = [shown[at] for at in places]
        bound = of_item_means(fsum(each.mean for each in made) / len(made), made, rounded=0.125)
        assert bound.deviation / sqrt(bound.answers) >= _error_of_means(rows, places) - 1e-9


def _error_of_means(rows: Sequence[Row], places: Sequence[int]) -> float:
    """The standard error of a mean of means over the same people, each counted wherever they answered."""
    pulls = [0.0] * len(rows)
    for at in places:
        given_ = {who: to_ten(answer) for who, row in enumerate(rows) if (answer := row[at]) is not None}
        middle, many = mean(given_.values()), len(given_)
        for who, value in given_.items():
            pulls[who] += (value - middle) / sqrt(many * (many - 1)) / len(places)
    return sqrt(fsum(pull**2 for pull in pulls))


def test_people_who_answer_all_alike_come_close_to_the_bound() -> None:
    rows: list[Row] = [(answer,) * 9 for answer in (1, 2, 3, 3, 4, 4, 5, 5, 2, 4)]
    truth, shown = engagement(rows).overall, items(rows, classes=False)
    assert truth
    assert shown
    bound = own_scores(10, truth.mean, in_parts(shown))
    assert bound.deviation == pytest.approx(truth.deviation * sqrt(3 / 2))
    assert of_item_means(truth.mean, shown, rounded=0).deviation == pytest.approx(truth.deviation)


def test_the_bound_cannot_be_smaller_with_what_is_published() -> None:
    truth, shown = engagement(APART).overall, items(APART, classes=False)
    assert truth
    assert shown
    assert {each.answers for each in shown} == {truth.answers}  # equal numbers, and still not the same people
    assert own_scores(12, 5.0, in_parts(shown)).deviation == pytest.approx(truth.deviation)


def test_no_bound_is_wider_than_scores_of_this_mean_can_be() -> None:
    shown = [Sample(10, 5, 5.2, 0, 10)] * 9
    assert own_scores(10, 9.9, in_parts(shown)).deviation <= sqrt(9.85 * 0.15 * 10 / 9) + 1e-9


def test_a_change_is_said_only_where_its_widest_range_leaves_out_0() -> None:
    before, risen = Sample(40, 6.0, 2.0, 0, 10, rounded=0.05), Sample(40, 7.5, 2.0, 0, 10, rounded=0.05)
    found = change_at_least(before, risen)
    assert isinstance(found, Rise)
    assert (found.by.low, found.by.high) == pytest.approx((1.5 - 1.00454, 1.5 + 1.00454), abs=1e-4)
    assert isinstance(change_at_least(risen, before), Fall)
    assert isinstance(change_at_least(before, Sample(40, 6.9, 2.0, 0, 10, rounded=0.05)), NoClearChange)
    assert isinstance(change_at_least(before, Sample(1, 9.9, 0.0, 0, 10)), NoClearChange)
