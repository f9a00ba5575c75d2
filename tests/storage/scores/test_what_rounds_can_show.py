"""How large a change must be to be seen, who was reached, and whether something helped."""

from collections.abc import Sequence
from typing import Any

import pytest

from storage.scores.detectable import ENPS, MEAN, SHARE, smallest_change, visible
from storage.scores.helped import difference_in_differences, smallest_p
from storage.scores.reach import Representativeness, Stratum, evenly, representativeness
from tests.storage.scores.known import SCORES, exactly

SIZES = (5, 10, 20, 30, 50, 100, 200, 400, 1000, 3000)


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


def test_with_about_40_answers_one_can_see_changes_of_31_points() -> None:
    assert round(visible(40).share_points) == 31


@pytest.mark.parametrize(("points", "answers"), [(3, 4361), (5, 1570), (10, 393), (15, 175), (20, 99)])
def test_so_many_answers_are_the_fewest_with_which_so_small_a_change_is_seen(points: int, answers: int) -> None:
    assert visible(answers).share_points <= points < visible(answers - 1).share_points


def test_a_round_without_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="without answers"):
        visible(0)


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


@pytest.mark.parametrize(
    ("parts", "even"),
    [
        ([(100, 50), (100, 52), (60, 31)], True),
        ([(200, 60), (60, 50), (100, 45)], False),
        ([(12, 6), (12, 8), (12, 4), (12, 7), (12, 5)], True),  # chance alone brings this
        ([(30, 20), (30, 9)], False),
        ([(30, 17), (30, 13)], True),
        ([(30, 30), (30, 30)], True),
        ([(30, 0), (30, 0)], True),
        ([(30, 4)], True),
        ([], True),
    ],
)
def test_answers_come_evenly_unless_chance_does_not_explain_it(parts: list[tuple[int, int]], even: bool) -> None:
    assert evenly(Stratum(*part) for part in parts) is even


def test_the_limit_of_evenness_is_that_of_the_chi_square_table() -> None:
    # Two equal halves at rates of one half on average: the statistic is twice the squared shift over a quarter of a part.
    for freedom, limit in ((1, 3.841), (2, 5.991), (9, 16.919), (99, 123.225)):
        parts, size = freedom + 1, 100_000
        shift = (limit * size / 4 / 2) ** 0.5
        for factor, even in ((0.985, True), (1.015, False)):
            moved = [size // 2 + round(factor * shift), size // 2 - round(factor * shift)]
            strata = [Stratum(size, many) for many in (*moved, *[size // 2] * (parts - 2))]
            assert evenly(strata) is even


def test_more_answers_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot have answered"):
        Stratum(5, 6)


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


@pytest.mark.parametrize(
    ("tried", "untouched", "least"), [(3, 5, 1 / 56), (1, 1, 1), (2, 2, 1 / 3), (4, 4, 1 / 35), (1, 9, 0.1)]
)
def test_few_teams_can_prove_little_whatever_their_figures(tried: int, untouched: int, least: float) -> None:
    assert smallest_p(tried, untouched) == pytest.approx(least)
    clear = difference_in_differences([(5.0, 6.0 + team) for team in range(tried)], [(5.0, 5.0)] * untouched)
    assert clear.p == pytest.approx(least)
