"""How large a change must be to be seen, who was reached, and whether something helped."""

from collections.abc import Sequence
from typing import Any

import pytest

from storage.scores.detectable import ENPS, MEAN, SHARE, answers_needed, smallest_change, visible
from storage.scores.helped import difference_in_differences
from storage.scores.reach import (
    Evenly,
    Participation,
    Representativeness,
    ResponseRate,
    Stratum,
    Unevenly,
    evenness,
    representativeness,
)
from tests.storage.scores.known import SCORES, exactly

SIZES = (5, 10, 20, 30, 50, 100, 200, 400, 1000, 3000)
EVEN = {"a": Stratum(100, 50), "b": Stratum(100, 52), "c": Stratum(5, 5)}


@pytest.mark.parametrize("vector", SCORES["min_detectable_change"])
def test_the_smallest_change_is_that_of_the_vectors(vector: dict[str, float]) -> None:
    before, after = int(vector["n1"]), int(vector["n2"])
    found = [smallest_change(before, after, deviation) for deviation in (SHARE, MEAN, ENPS)]
    assert found == exactly([vector["share_points"], vector["mean_sd2"], vector["enps_points_sd80"]])


@pytest.mark.parametrize(
    ("kind", "digits", "row"),
    [
        ("share_points", 0, (89, 63, 44, 36, 28, 20, 14, 10, 6, 4)),
        ("enps_points", 0, (142, 100, 71, 58, 45, 32, 22, 16, 10, 6)),
        ("mean", 1, (3.5, 2.5, 1.8, 1.4, 1.1, 0.8, 0.6, 0.4, 0.3, 0.1)),
    ],
)
def test_the_table_of_smallest_changes_is_the_printed_one(kind: str, digits: int, row: Sequence[float]) -> None:
    assert [round(getattr(visible(size), kind), digits) for size in SIZES] == pytest.approx(row)


@pytest.mark.parametrize("vector", SCORES["answers_needed_per_round"])
def test_the_answers_needed_are_those_of_the_vectors(vector: dict[str, int]) -> None:
    assert answers_needed(vector["share_points"]) == vector["n"]


@pytest.mark.parametrize(("points", "answers"), [(3, 4361), (5, 1570), (10, 393), (15, 175), (20, 99)])
def test_answers_needed_are_the_inverse_of_the_smallest_change(points: int, answers: int) -> None:
    assert answers_needed(points) == answers
    assert visible(answers).share_points <= points < visible(answers - 1).share_points


def test_with_about_40_answers_one_can_see_changes_of_31_points() -> None:
    assert round(visible(40).share_points) == 31


def test_a_round_without_answers_and_a_change_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="without answers"):
        visible(0)
    with pytest.raises(ValueError, match="above 0"):
        answers_needed(0)


@pytest.mark.parametrize("vector", SCORES["r_indicator"])
def test_representativeness_is_that_of_the_vectors(vector: dict[str, Any]) -> None:
    found = representativeness(Stratum(*part) for part in vector["strata"])
    assert found is not None
    assert (found.rate, found.r) == exactly((vector["rate"], vector["R"]))
    assert found.worst == exactly(vector["worst_bias_in_sd"])


def test_eighty_and_twenty_per_cent_in_equal_halves_may_be_off_by_six_tenths() -> None:
    found = representativeness([Stratum(100, 80), Stratum(100, 20)])
    assert found is not None
    assert (found.r, found.worst) == pytest.approx((0.4, 0.6))
    assert representativeness([Stratum(80, 40), Stratum(9, 0), Stratum(0, 0)]) != Representativeness(0.5, 1, 0)
    assert representativeness([Stratum(80, 0)]) is None


def test_answers_come_evenly_unless_a_part_clearly_differs() -> None:
    assert evenness(EVEN, 10) == Evenly()


def test_a_part_that_clearly_differs_is_named() -> None:
    uneven = evenness({"nurses": Stratum(200, 60), "offices": Stratum(60, 50), "others": Stratum(100, 45)}, 10)
    assert uneven == Unevenly(more=("offices",), less=("nurses",))


def test_a_part_of_fewer_than_k_people_is_never_named() -> None:
    strata = {"many": Stratum(500, 100), "few": Stratum(9, 9)}
    assert evenness(strata, 10) == Evenly()
    assert evenness(strata, 9) == Unevenly(more=("few",), less=("many",))
    assert evenness({"all": Stratum(20, 3)}, 10) == Evenly()
    assert evenness({}, 10) == Evenly()


def test_more_answers_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot have answered"):
        Stratum(5, 6)


def test_a_response_rate_is_not_participation() -> None:
    # Two people were sent four questions each; one answered two of hers, the other all of his.
    assert ResponseRate(answers=6, sends=8).share == 0.75
    assert Participation(people=2, invited=2).share == 1
    assert ResponseRate(0, 0).share is None
    assert Participation(0, 0).share is None


@pytest.mark.parametrize("vector", SCORES["permutation_did"])
def test_difference_in_differences_is_that_of_the_vectors(vector: dict[str, Any]) -> None:
    found = difference_in_differences(vector["treated"], vector["control"])
    assert (found.value, found.p) == exactly((vector["effect"], vector["p"]))
    assert found.p == pytest.approx(1 / 56)
    assert found.exact
    assert vector["scipy_two_sided"] == pytest.approx(2 * found.p)


def test_the_test_is_of_the_size_of_the_effect_in_either_direction() -> None:
    tried, untouched = [(6.0, 5.0), (6.0, 5.1)], [(6.0, 6.0), (6.0, 6.1), (6.0, 7.0)]
    mirrored = difference_in_differences([(b, a) for a, b in tried], [(b, a) for a, b in untouched])
    found = difference_in_differences(tried, untouched)
    assert found.value == pytest.approx(-mirrored.value)
    assert found.p == pytest.approx(mirrored.p)
    assert found.p == pytest.approx(1 / 10)


def test_where_nothing_changed_chance_does_as_much_every_time() -> None:
    assert difference_in_differences([(6, 6)] * 2, [(6, 6)] * 3).p == 1


def test_very_many_teams_are_drawn_and_the_result_says_so() -> None:
    tried, untouched = [(6.0, 6.5)] * 12, [(6.0, 6.0 + team / 100) for team in range(-6, 6)]
    found = difference_in_differences(tried, untouched)
    assert not found.exact
    assert 0 < found.p < 0.001
    assert found == difference_in_differences(tried, untouched)


def test_teams_of_both_kinds_are_needed() -> None:
    with pytest.raises(ValueError, match="both kinds"):
        difference_in_differences([], [(1, 2)])
