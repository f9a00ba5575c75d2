"""Shares, the net promoter score, and what may be called a change of either."""

from math import comb

import pytest

from storage.scores.enps import Camps, camps, enps
from storage.scores.interval import Estimate, Fall, NoClearChange, Rise, judged
from storage.scores.shares import change_of_share, drawn_in, share
from tests.storage.scores.known import SCORES, exactly


@pytest.mark.parametrize("vector", SCORES["enps"])
def test_enps_and_its_interval_are_those_of_the_vectors(vector: dict[str, float]) -> None:
    found = enps(Camps(int(vector["promoters"]), int(vector["passives"]), int(vector["detractors"])))
    assert (found.value, found.low, found.high) == exactly((vector["score"], vector["low"], vector["high"]))


@pytest.mark.parametrize("vector", SCORES["wilson"])
def test_wilsons_interval_is_that_of_the_vectors(vector: dict[str, float]) -> None:
    found = share(int(vector["c"]), int(vector["n"]))
    assert (found.low, found.high) == exactly((vector["low"], vector["high"]))


@pytest.mark.parametrize("vector", SCORES["change_in_share"])
def test_newcombes_interval_of_a_change_is_that_of_the_vectors(vector: dict[str, list[int]]) -> None:
    by = change_of_share((vector["before"][0], vector["before"][1]), (vector["after"][0], vector["after"][1])).by
    assert (by.value, by.low, by.high) == exactly((vector["diff"], vector["low"], vector["high"]))


@pytest.mark.parametrize("vector", SCORES["shrink"])
def test_a_small_group_is_drawn_to_its_parent_as_in_the_vectors(vector: dict[str, float]) -> None:
    found = drawn_in(int(vector["c"]), int(vector["n"]), vector["parent_share"], vector["strength"])
    assert found == exactly(vector["value"])


def test_five_of_five_do_not_head_the_list_before_forty_of_fifty() -> None:
    assert drawn_in(5, 5, 0.6) < drawn_in(40, 50, 0.6)


def test_a_group_without_answers_is_ordered_like_its_parent() -> None:
    assert drawn_in(0, 0, 0.6) == pytest.approx(0.6)


def test_the_worked_enps_of_ten_answers_is_plus_twenty() -> None:
    counted = camps([10, 9, 9, 8, 7, 7, 6, 10, 3, 8])
    assert counted == Camps(4, 4, 2)
    assert enps(counted).value == 20


def test_a_change_is_said_only_where_the_interval_excludes_nothing_having_changed() -> None:
    assert judged(Estimate(0.3, 0.01, 0.6)) == Rise(Estimate(0.3, 0.01, 0.6))
    assert judged(Estimate(-0.3, -0.6, -0.01)) == Fall(Estimate(-0.3, -0.6, -0.01))
    assert judged(Estimate(0.3, 0.0, 0.6)) == NoClearChange(Estimate(0.3, 0.0, 0.6))
    assert judged(Estimate(-0.3, -0.6, 0.0)) == NoClearChange(Estimate(-0.3, -0.6, 0.0))


def test_half_of_ten_to_eight_of_ten_is_no_clear_change_and_a_hundred_times_as_many_is_one() -> None:
    assert isinstance(change_of_share((5, 10), (8, 10)), NoClearChange)
    assert isinstance(change_of_share((500, 1000), (800, 1000)), Rise)
    assert isinstance(change_of_share((800, 1000), (500, 1000)), Fall)


@pytest.mark.parametrize("n", [1, 5, 10, 25, 400])
def test_a_unanimous_score_lies_in_its_own_interval_and_the_interval_in_the_scale(n: int) -> None:
    for found in (enps(Camps(n, 0, 0)), enps(Camps(0, n, 0)), enps(Camps(0, 0, n))):
        assert -100 <= found.low <= found.value <= found.high <= 100
    for part in (share(0, n), share(n, n)):
        assert 0 <= part.low <= part.value <= part.high <= 1


@pytest.mark.parametrize(("chosen", "answers"), [(0, 0), (-1, 5), (6, 5)])
def test_what_is_no_share_is_refused(chosen: int, answers: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        share(chosen, answers)


@pytest.mark.parametrize("n", [5, 10, 25])
@pytest.mark.parametrize(("p", "d"), [(0.3, 0.3), (0.5, 0.2), (0.1, 0.7), (0.2, 0.1)])
def test_the_interval_of_enps_holds_the_truth_nearly_as_often_as_it_says_or_oftener(n: int, p: float, d: float) -> None:
    held = 0.0
    for promoters, detractors in ((a, b) for a in range(n + 1) for b in range(n + 1 - a)):
        passives = n - promoters - detractors
        ways = comb(n, promoters) * comb(n - promoters, detractors)
        found = enps(Camps(promoters, passives, detractors))
        if found.low <= 100 * (p - d) <= found.high:
            held += ways * p**promoters * d**detractors * (1 - p - d) ** passives
    assert held >= 0.89


def test_an_answer_off_the_scale_and_a_score_of_nobody_are_refused() -> None:
    for wrong in (11, -1):
        with pytest.raises(ValueError, match=r"^an answer lies from 0 to 10$"):
            camps([wrong])
    with pytest.raises(ValueError, match="nobody answered"):
        enps(Camps(0, 0, 0))
    with pytest.raises(ValueError, match="not below 0"):
        Camps(-1, 3, 3)
    with pytest.raises(ValueError, match="no answers and no strength"):
        drawn_in(0, 0, 0.5, 0)
