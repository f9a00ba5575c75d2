"""Process charts: the vectors of the reference package, and the edges of each rule."""

from collections.abc import Sequence
from typing import Any

import pytest

from storage.scores.signals import Flag
from storage.scores.spc import Options, chart, sense
from tests.storage.scores.known import SPC, exactly

QUIET = [7.0, 6.0] * 8  # mean 6.5, limits 3.84 and 9.16


def options(given: dict[str, Any]) -> Options:
    return Options(
        direction=given["improvement_direction"],
        target=given["target"],
        rebase_at=tuple(given["rebase_at"]),
        fix_after=given["fix_after_n_points"],
        screen=given["screen_outliers"],
    )


@pytest.mark.parametrize("name", SPC)
def test_a_chart_is_that_of_the_vectors(name: str) -> None:
    vector = SPC[name]
    found, expected = chart(vector["y"], options(vector["options"])), vector["expect"]
    flags = {str(at): flag.value for at, flag in enumerate(found.flags) if flag}
    assert (flags, found.variation, found.assurance) == (
        expected["flags"],
        expected["variation"],
        expected["assurance"],
    )
    for part, known in zip(found.parts, expected["parts"], strict=True):
        assert part.limits is not None
        assert part.first == known["from"]
        limits = (part.limits.mean, part.limits.lower, part.limits.upper)
        assert limits == exactly((known["mean"], known["lpl"], known["upl"]))


def limits(points: Sequence[float | None], **given: Any) -> tuple[float, float, float] | None:
    found = chart(points, Options(**given)).parts[0].limits
    return (found.mean, found.lower, found.upper) if found else None


def flags(points: Sequence[float | None], **given: Any) -> list[Flag | None]:
    return list(chart(points, Options(**given)).flags)


def test_screening_is_a_choice_and_off_unless_chosen() -> None:
    points = SPC["one_high_screened"]["y"]
    plain, screened = limits(points), limits(points, screen=True)
    assert plain is not None
    assert screened is not None
    assert plain[2] == pytest.approx(8.325, abs=5e-4)
    assert screened[2] == pytest.approx(7.906, abs=5e-4)


def test_screening_a_series_without_ranges_keeps_its_limits_at_the_mean() -> None:
    assert limits([6.8] * 14, screen=True) == (6.8, 6.8, 6.8)
    assert flags([6.8] * 14) == [None] * 14


def test_a_run_of_six_is_nothing_and_one_of_seven_is_something() -> None:
    base = [8.0, 4.0] * 20
    six, seven = [*base, *[6.5] * 6], [*base, *[6.5] * 7]
    assert flags(six, fix_after=40) == [None] * 46
    assert flags(seven, fix_after=40)[-7:] == [Flag.run_high] * 7
    assert flags(seven, fix_after=40)[:-7] == [None] * 40


def test_a_tie_breaks_a_trend() -> None:
    assert flags([*QUIET, 5.9, 6.0, 6.1, 6.2, 6.3, 6.7, 6.8], fix_after=16)[-7:] == [Flag.trend_up] * 7
    assert flags([*QUIET, 5.9, 6.0, 6.1, 6.2, 6.2, 6.7, 6.8], fix_after=16)[-7:] == [None] * 7
    assert flags([*QUIET, 7.0, 6.9, 6.8, 6.7, 6.2, 6.1, 6.0], fix_after=16)[-7:] == [Flag.trend_down] * 7


def test_two_points_near_a_limit_count_and_one_outside_is_not_near() -> None:
    near, outside = 8.7, 9.5  # two thirds of the way is 8.27, the limit 9.16
    assert flags([*QUIET, near, 6.6, near], fix_after=16)[-3:] == [Flag.two_of_three_high, None, Flag.two_of_three_high]
    assert flags([*QUIET, near, 6.4, near], fix_after=16)[-3:] == [None, None, None]
    assert flags([*QUIET, outside, near], fix_after=16)[-2:] == [Flag.outside_high, None]
    assert flags([*QUIET, 4.2, 4.2], fix_after=16)[-2:] == [Flag.two_of_three_low] * 2


def test_no_range_is_taken_across_a_hidden_point() -> None:
    plain = [7.0, 6.0, 7.0, 6.0]
    assert limits([*plain, None, 16.0, 15.0]) == pytest.approx((9.5, 9.5 - 2.66, 9.5 + 2.66))


def test_no_rule_looks_across_a_hidden_point() -> None:
    seven: list[float | None] = [7.5] * 7
    gap: list[float | None] = [7.5, 7.5, 7.5, None, 7.5, 7.5, 7.5, 7.5]
    assert flags([*QUIET, *seven], fix_after=16)[-7:] == [Flag.run_high] * 7
    assert flags([*QUIET, 6.0, *gap], fix_after=16)[-8:] == [None] * 8


def test_a_hidden_last_point_has_no_icon() -> None:
    found = chart([*QUIET, None])
    assert (found.variation, found.high, found.flags[-1]) == (None, None, None)


def test_a_series_without_neighbours_has_no_limits_and_no_icon_for_a_target() -> None:
    found = chart([5.0, None, 6.0, None, 7.0], Options(target=4.0))
    assert found.parts[0].limits is None
    assert found.assurance is None
    assert found.variation == "common_cause"
    assert chart([]).parts == ()
    assert chart([]).variation is None
    assert chart([None, None]).parts[0].limits is None


@pytest.mark.parametrize(("points", "trial"), [(11, True), (12, False), (13, False)])
def test_limits_are_on_trial_below_twelve_shown_points(points: int, trial: bool) -> None:
    assert chart([*([6.0, 7.0] * 7)[:points]]).trial is trial
    assert chart([None, *([6.0, 7.0] * 7)[:points], None]).trial is trial
    assert chart([]).trial


def test_a_baseline_of_few_points_stays_on_trial() -> None:
    assert chart(QUIET, Options(fix_after=8)).trial
    assert not chart(QUIET, Options(fix_after=12)).trial


@pytest.mark.parametrize(
    ("direction", "last", "variation", "high"),
    [
        ("increase", 9.9, "special_cause_improvement", True),
        ("increase", 2.0, "special_cause_concern", False),
        ("decrease", 9.9, "special_cause_concern", True),
        ("decrease", 2.0, "special_cause_improvement", False),
        ("neutral", 9.9, "special_cause_neutral", True),
        ("neutral", 2.0, "special_cause_neutral", False),
        ("increase", 6.4, "common_cause", None),
    ],
)
def test_the_variation_icon_is_the_class_of_the_last_point(
    direction: Any, last: float, variation: str, high: bool | None
) -> None:
    found = chart([*QUIET, last], Options(direction=direction, fix_after=16))
    assert (found.variation, found.high) == (variation, high)


@pytest.mark.parametrize(
    ("direction", "target", "assurance"),
    [
        ("increase", 9.5, "consistent_fail"),
        ("increase", 3.0, "consistent_pass"),
        ("increase", 6.5, "inconsistent"),
        ("decrease", 9.5, "consistent_pass"),
        ("decrease", 3.0, "consistent_fail"),
        ("neutral", 3.0, None),
        ("increase", None, None),
    ],
)
def test_the_assurance_icon_compares_the_target_with_the_last_limits(
    direction: Any, target: float | None, assurance: str | None
) -> None:
    assert chart(QUIET, Options(direction=direction, target=target)).assurance == assurance


def test_every_flag_names_its_rule_and_its_side() -> None:
    assert {flag: (flag.rule, flag.high) for flag in Flag} == {
        Flag.outside_high: ("outside", True),
        Flag.outside_low: ("outside", False),
        Flag.trend_up: ("trend", True),
        Flag.trend_down: ("trend", False),
        Flag.two_of_three_high: ("two_of_three", True),
        Flag.two_of_three_low: ("two_of_three", False),
        Flag.run_high: ("run", True),
        Flag.run_low: ("run", False),
    }


def test_any_point_can_be_read_as_good_or_bad() -> None:
    assert [sense(Flag.run_low, way) for way in ("increase", "decrease", "neutral")] == [
        "concern",
        "improvement",
        "neutral",
    ]
    assert sense(None, "neutral") == "common"


def test_options_that_cannot_be_are_refused() -> None:
    for at in (0, 16, -1):
        with pytest.raises(ValueError, match="a new part begins"):
            chart(QUIET, Options(rebase_at=(at,)))
    with pytest.raises(ValueError, match="two points"):
        chart(QUIET, Options(fix_after=1))
