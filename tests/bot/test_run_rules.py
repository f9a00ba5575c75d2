"""What a run chart says follows the published rules, and nothing is read into few numbers."""

import pytest

from bot.run_rules import decimals, moves, number_in

STEADY = [12.0, 14, 11, 13, 15, 12, 14, 10, 13, 12]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (STEADY[:9], ("few", 9)),
        (STEADY, ("none", 0)),
        ([*STEADY, 9, 8, 9, 7, 8, 9], ("below", 6)),
        ([9, 8, 9, 7, 8, 9, *STEADY[:9], 16, 15, 17, 16, 18, 15], ("above", 6)),
        ([*STEADY, 11, 12, 13, 14, 15], ("rising", 5)),
        ([*STEADY, 15, 14, 14, 13, 12, 11], ("falling", 5)),
        ([12.0] * 12, ("none", 0)),
    ],
)
def test_a_shift_or_a_trend_is_said_only_from_ten_numbers_on(values: list[float], said: tuple[str, int]) -> None:
    assert moves(values) == said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 7,5 ", 7.5),
        ("-3", -3),
        ("10 000", 10000),
        ("twelve", None),
        ("", None),
        ("1e9", None),
        ("nan", None),
    ],
)
def test_what_is_no_number_is_not_taken_for_one(text: str, value: float | None) -> None:
    assert number_in(text) == value


def test_no_number_loses_its_decimals() -> None:
    assert [decimals(each) for each in ([1.0, 2], [1.5, 2], [1.25], [])] == [0, 1, 2, 0]
