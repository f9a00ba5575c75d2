"""A8 and A10: how many must answer, and what a released cell says."""

import pytest

from bot.finding import INSIDERS
from storage.disclosure.cells import Where, cell
from storage.disclosure.measures import BOTH_POLES, one_of
from storage.disclosure.presets import DEFAULT, FLOOR, NHS, SMALL, Preset, TooFew, preset_for
from tests.storage.disclosure.organisations import agreement, scale


def test_a8_the_head_count_chooses_the_preset() -> None:
    assert preset_for(15) is preset_for(59) is preset_for(59, NHS) is SMALL
    assert preset_for(60) is DEFAULT
    assert preset_for(60, NHS) is NHS
    assert [(each.k, each.comments_from, each.teams, each.attributes) for each in (DEFAULT, NHS, SMALL)] == [
        (10, 20, True, True),
        (11, 22, True, True),
        (5, 10, False, False),
    ]


@pytest.mark.parametrize("preset", [DEFAULT, NHS, SMALL])
def test_a7_what_a_page_reads_as_at_least_is_what_the_cap_may_have_made_smaller(preset: Preset) -> None:
    assert preset.outside == INSIDERS


def test_a8_under_fifteen_people_nobody_is_asked_without_a_name() -> None:
    with pytest.raises(TooFew):
        preset_for(14)


@pytest.mark.parametrize(("k", "outside"), [(FLOOR - 1, 2), (10, 1), (10, 6)])
def test_a8_the_floor_stands_in_the_code(k: int, outside: int) -> None:
    with pytest.raises(ValueError, match="answers"):
        Preset("own", k, outside=outside)


def test_a10_a_cell_counts_classes_and_says_the_mean_to_one_decimal() -> None:
    found = cell(Where("org"), scale(), {10: 4, 9: 2, 8: 3, 7: 4, 3: 2}, DEFAULT)
    assert (found.n, found.good, found.middle, found.poor, found.mean) == (15, 6, 7, 2, 7.7)
    assert found.spread is None
    assert not found.capped


def test_a10_how_often_each_score_was_given_is_shown_from_3k() -> None:
    assert cell(Where("org"), agreement(), {5: 15, 3: 14}, DEFAULT).spread is None
    assert cell(Where("org"), agreement(), {5: 15, 3: 15}, DEFAULT).spread == (0, 0, 15, 0, 15)
    assert cell(Where("org"), agreement(factual=True), {5: 75, 3: 74}, DEFAULT).spread is None


def test_a7_the_largest_share_that_may_be_shown_is_said_as_at_least() -> None:
    """The same for eight and two that nobody touched: else a colleague outside would know of all others."""
    assert cell(Where("A"), agreement(), {1: 8, 3: 2}, DEFAULT).capped
    assert not cell(Where("A"), agreement(), {1: 7, 3: 3}, DEFAULT).capped
    assert not cell(Where("A"), agreement(), {5: 10}, DEFAULT).capped
    assert cell(Where("A"), agreement(sensitive=BOTH_POLES), {5: 8, 3: 2}, DEFAULT).capped


def test_a10_a_choice_of_one_has_the_shares_of_its_options_and_nothing_else() -> None:
    found = cell(Where("A"), one_of("q", 3), {0: 8, 2: 2}, DEFAULT)
    assert (found.n, found.spread, found.mean, found.good, found.middle, found.poor) == (10, (8, 0, 2), None, 0, 0, 0)
    assert found.capped
    assert not cell(Where("A"), one_of("q", 3), {0: 7, 2: 3}, DEFAULT).capped
