"""The quarterly figures say what was released and nothing else."""

import json

import pytest

from storage.quarterly import (
    COLUMNS,
    Cell,
    Classes,
    Hidden,
    Item,
    NotShown,
    Quarter,
    Row,
    Score,
    Scores,
    Spread,
    percentages,
    rows,
)
from storage.scores.engagement import SUB_SCORES
from storage.spreadsheet import table

JULY = Quarter(2026, 7)
SPREAD = Spread((3, 6, 9, 12, 10))
FIGURES = [name for name in COLUMNS if name not in ("period", "kind", "name", "subscore", "shown", "method")]
NOTHING: Scores = dict.fromkeys(("motivation", "involvement", "advocacy", "engagement"))
PLAIN = Score(6.44, 30, per_person=True)
SCORES: Scores = {
    "motivation": PLAIN,
    "involvement": PLAIN,
    "advocacy": PLAIN,
    "engagement": Score(6.632, 30, per_person=True, low=6.08, high=7.18),
}


def nine(cell: Cell) -> list[Item]:
    return [Item(f"{name}-{at}", name, cell) for name in SUB_SCORES for at in (1, 2, 3)]


def row(cell: Cell) -> Row:
    return rows(JULY, nine(cell), NOTHING)[0]


def test_there_are_nine_items_three_subscores_and_the_score_each_with_every_column() -> None:
    found = rows(JULY, nine(SPREAD), SCORES)
    assert [each["kind"] for each in found] == ["item"] * 9 + ["subscore"] * 3 + ["engagement"]
    assert {tuple(each) for each in found} == {tuple(COLUMNS)}
    assert {each["period"] for each in found} == {"2026-07"}


def test_a_spread_gives_counts_and_whole_percentages_of_answers_and_classes() -> None:
    found = row(SPREAD)
    assert [found[f"count_{at}"] for at in range(1, 6)] == [3, 6, 9, 12, 10]
    assert [found[f"percent_{at}"] for at in range(1, 6)] == [8, 15, 22, 30, 25]
    assert [found[f"count_{which}"] for which in ("favourable", "neutral", "unfavourable")] == [22, 9, 9]
    assert [found[f"percent_{which}"] for which in ("favourable", "neutral", "unfavourable")] == [55, 22, 22]
    assert (found["n"], found["shown"], found["capped"]) == (40, "yes", "no")


def test_classes_alone_give_no_five_answers() -> None:
    found = row(Classes(10, 3, 2, capped=True))
    assert [found[f"count_{at}"] for at in range(1, 6)] == [None] * 5
    assert (found["n"], found["percent_favourable"], found["capped"]) == (15, 67, "yes")


def test_a_hidden_cell_has_no_figure_at_all() -> None:
    found = row(Hidden())
    assert found["shown"] == "no"
    assert [name for name in FIGURES if found[name] is not None] == []


def test_a_percentage_of_a_hidden_cell_is_refused() -> None:
    for cell in (Hidden(), Spread((0, 0, 0, 0, 0)), Classes(0, 0, 0)):
        with pytest.raises(NotShown):
            percentages(cell)


def test_scores_say_their_method_number_and_interval() -> None:
    *_, motivation, involvement, _, whole = rows(JULY, nine(SPREAD), SCORES)
    assert (motivation["name"], involvement["name"], whole["name"]) == ("motivation", "involvement", "engagement")
    assert (whole["score"], whole["n"], whole["method"]) == (6.6, 30, "per person")
    assert (whole["low"], whole["high"]) == (6.1, 7.2)
    assert (motivation["low"], motivation["high"]) == (None, None)


def test_a_score_of_item_means_says_that_it_is_indicative() -> None:
    found = rows(JULY, nine(SPREAD), {**SCORES, "engagement": Score(6.25, 30, per_person=False)})[-1]
    assert (found["score"], found["method"]) == (6.2, "indicative, item means")


def test_a_hidden_score_has_no_figure_and_cannot_be_left_out() -> None:
    found = rows(JULY, nine(SPREAD), {**SCORES, "engagement": None})[-1]
    assert found["shown"] == "no"
    assert [name for name in FIGURES if found[name] is not None] == []
    with pytest.raises(KeyError):
        rows(JULY, nine(SPREAD), {})


def test_the_rows_are_written_as_csv_and_as_json() -> None:
    found = rows(JULY, nine(Hidden()), NOTHING)
    lines = table(tuple(COLUMNS), found).splitlines()
    assert len(lines) == 14
    assert lines[1].startswith("2026-07,item,motivation-1,motivation,no,,,")
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_round_is_in_one_of_three_months() -> None:
    assert [str(Quarter(2027, month)) for month in (1, 4, 7)] == ["2027-01", "2027-04", "2027-07"]
    with pytest.raises(ValueError, match="October has the Staff Survey"):
        Quarter(2026, 10)


def test_three_items_make_each_subscore() -> None:
    with pytest.raises(ValueError, match="three items make advocacy"):
        rows(JULY, nine(SPREAD)[:-1], NOTHING)
