"""The engagement score: the vectors, the worked example of four people, and three results that a wrong method gives."""

from statistics import mean
from typing import Any

import pytest

from storage.scores.engagement import ItemMeans, PerPerson, engagement, indicative, to_ten
from storage.scores.means import Sample, interval
from tests.storage.scores.known import SCORES, exactly

FOUR = (
    (4, 4, 3, 5, 4, 3, 4, 4, 5),
    (3, 3, 2, 3, 4, 2, 3, 2, 3),
    (5, 5, 4, 4, 4, 4, 5, 5, 5),
    (2, 3, 3, 4, None, 3, 4, 3, 4),
)
NURSES, ADMIN = FOUR[:2], FOUR[2:]


def value(sample: Sample | None) -> float:
    assert sample is not None
    return sample.mean


@pytest.mark.parametrize("vector", SCORES["nhs_engagement"])
def test_engagement_is_that_of_the_vectors(vector: dict[str, Any]) -> None:
    found = engagement(vector["rows"], min_items=vector.get("min_items", 2))
    # The vectors have the mean of the three sub-scores: the same figure unless somebody lacks one of them.
    assert mean(value(getattr(found, name)) for name in vector["subscores"]) == exactly(vector["engagement"])
    for name, expected in vector["subscores"].items():
        assert value(getattr(found, name)) == exactly(expected)


@pytest.mark.parametrize(
    ("row", "subscores", "overall"),
    [
        (FOUR[0], (6.667, 7.5, 8.333), 7.5),
        (FOUR[1], (4.167, 5, 4.167), 4.444),
        (FOUR[2], (9.167, 7.5, 10), 8.889),
        (FOUR[3], (4.167, 6.25, 6.667), 5.694),
    ],
)
def test_each_of_the_four_has_the_worked_scores(row: tuple[int], subscores: tuple[float], overall: float) -> None:
    found = engagement([row])
    shown = [value(each) for each in (found.motivation, found.involvement, found.advocacy)]
    assert shown == pytest.approx(subscores, abs=5e-4)
    assert value(found.overall) == pytest.approx(overall, abs=5e-4)


def test_the_worked_example_is_none_of_the_near_misses() -> None:
    found = engagement(FOUR)
    assert value(found.overall) == pytest.approx(6.632, abs=5e-4)
    pooled = mean(to_ten(answer) for row in FOUR for answer in row if answer is not None)
    assert pooled == pytest.approx(6.643, abs=5e-4)
    assert indicative(item_means()).overall == pytest.approx(6.667, abs=5e-4)
    weighted = 0.7 * value(engagement(NURSES).overall) + 0.3 * value(engagement(ADMIN).overall)
    assert weighted == pytest.approx(6.368, abs=5e-4)


def item_means() -> list[float | None]:
    return [mean(answer for row in FOUR if (answer := row[at]) is not None) for at in range(9)]


def test_a_score_of_item_means_is_another_type_and_so_cannot_be_taken_for_the_method() -> None:
    assert isinstance(engagement(FOUR), PerPerson)
    assert isinstance(indicative(item_means()), ItemMeans)


def test_a_hidden_item_hides_what_would_be_made_of_it() -> None:
    means = item_means()
    means[4] = None
    found = indicative(means)
    assert found.motivation is not None
    assert found.involvement is None
    assert found.advocacy is not None
    assert found.overall is None


def test_the_two_readings_of_the_method_differ_only_where_somebody_lacks_a_subscore() -> None:
    whole, lacking = SCORES["nhs_engagement"][0]["rows"], SCORES["nhs_engagement"][2]["rows"]
    assert value(engagement(whole).overall) == exactly(SCORES["nhs_engagement"][0]["engagement"])
    # Twelve people, one without any answer, one without the third sub-score: the whole rests on ten.
    found = engagement(lacking)
    assert found.overall is not None
    assert found.overall.answers == 10
    assert found.overall.mean == exactly(5.402777778)
    assert engagement([(5, 5, 5, 5, 5, 5, None, None, None)]).overall is None


def test_somebody_with_too_few_items_counts_where_they_have_enough() -> None:
    found = engagement([FOUR[0], (5, None, None, 4, 4, 4, 5, 5, 5)])
    assert found.overall is not None
    assert found.overall.answers == 1
    assert found.motivation is not None
    assert found.motivation.answers == 1
    assert found.advocacy is not None
    assert found.advocacy.answers == 2
    assert value(engagement([(5, None, None, 4, 4, 4, 5, 5, 5)], min_items=1).motivation) == 10


def test_nobody_has_no_score_rather_than_a_score_of_nothing() -> None:
    assert engagement([]) == PerPerson(None, None, None, None)
    assert engagement([(None,) * 9]) == PerPerson(None, None, None, None)


def test_the_score_has_an_interval_over_people() -> None:
    found = engagement(FOUR).overall
    assert found is not None
    assert interval(found).low < found.mean < interval(found).high
    assert found.answers == 4


def test_wrong_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="9 items"):
        engagement([(1, 2, 3)])
    with pytest.raises(ValueError, match=r"^an answer lies from 1 to 5$"):
        engagement([(6,) * 9])
    with pytest.raises(ValueError, match="from 1 to 3"):
        engagement([], min_items=4)
