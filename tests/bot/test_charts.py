"""What a chart says without being drawn, what is wrong with one, and how it gets the address of its picture."""

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.charts.examples import HIDDEN, changed, examples, falling, promoters, teams, trend
from bot.chart_code import from_json, to_json
from bot.chart_limits import chart_faults
from bot.chart_text import table, twin
from bot.charts import Bar, Chart, Mark, Phase, Row, by_name, marks
from bot.events import Close, Pressed, Replace, Reply, Say, Show, Welcome
from bot.pictures import with_addresses
from bot.ui import Card, Form, Heading, Home, Picture
from tests.bot.toy import AMARA, works_in

PHASE = Phase(0, Mark(60, "a"), Mark(50, "b"), Mark(70, "c"))
LATE = replace(PHASE, begins=4)


def test_the_plain_twin_begins_with_the_finding_and_ends_with_what_stands_around() -> None:
    said = twin(falling()).splitlines()
    assert said[0] == falling().finding
    assert said[1] == falling().title
    assert said[2:11] == [*(f"{p.label}: {p.said}" for p in falling().points[:8]), "12 Nov: 45%, outside the limits"]
    assert said[11:14] == ["Average 60%", "Upper limit 69%", "Lower limit 51%"]
    assert said[-1] == falling().trial


def test_of_a_long_chart_the_plain_twin_gives_the_newest() -> None:
    said = twin(changed())
    assert "4 Jun" not in said
    assert "12 Nov: 7.4, outside the limits" in said


def test_a_table_says_the_class_of_each_cell_in_a_word_and_of_hidden_ones_the_same() -> None:
    said = twin(teams())
    assert (
        "Emergency: Workload 3.9 poor (35 answers); Support 7.1 good (64 answers); Say in the work 5.8 middling" in said
    )
    assert f"Pharmacy: {HIDDEN}\n" in said


def test_a_hidden_point_says_so_in_the_table_and_every_point_has_a_row() -> None:
    assert ("25 Jun", HIDDEN) in table(trend()).rows
    assert len(table(changed()).rows) == len(changed().points)
    assert table(promoters()).rows == (("9 or 10", "41%"), ("7 or 8", "35%"), ("0 to 6", "24%"))


@pytest.mark.parametrize("name", examples())
def test_every_example_is_within_its_limits_and_comes_back_as_it_was_written(name: str) -> None:
    chart = examples()[name]
    assert chart_faults(chart) == []
    assert from_json(to_json(chart)) == chart


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (replace(promoters(), finding=" "), "a chart's finding is missing"),
        (replace(promoters(), title="x" * 101), "title: 101, at most 100"),
        (replace(promoters(), bars=()), "bars: 0, 1 to 12"),
        (replace(promoters(), bars=(Bar("all", "101%", 1.01),)), "the share of all is not between 0 and 1"),
        (replace(trend(), points=trend().points * 7), "points: 70, 1 to 60"),
        (replace(trend(), axis=replace(trend().axis, marks=(Mark(1, "1"),))), "marks: 1, 2 to 8"),
        (
            replace(trend(), axis=replace(trend().axis, marks=(Mark(99, "99"), Mark(1, "1")))),
            "the marks of a scale rise",
        ),
        (replace(trend(), target=Mark(81, "81%")), "81 lies outside the scale"),
        (replace(falling(), phases=()), "phases: 0, 1 to 5"),
        (replace(falling(), phases=(LATE,)), "phases begin with the first point and follow one another"),
        (replace(falling(), phases=(PHASE, LATE, LATE)), "phases begin with the first point and follow one another"),
        (replace(falling(), key=()), "the key does not name the flag outside"),
        (replace(teams(), rows=teams().rows[::-1]), "rows stand in the order of their names, below what they lie in"),
        (replace(teams(), rows=(Row("Emergency", ()),)), "Emergency has not one cell a column"),
        (replace(teams(), key=()), "the key does not name the class good"),
        (replace(teams(), hidden_said=""), "a hidden cell needs its words"),
        (replace(teams(), columns=("x",) * 7), "columns: 7, 1 to 6"),
    ],
)
def test_each_mistake_of_a_chart_is_one_sentence(chart: Chart, said: str) -> None:
    assert said in chart_faults(chart)


def test_names_stand_in_order_whatever_their_accents_and_capitals() -> None:
    assert sorted(("zoo", "Ward 7", "émergence", "Eye"), key=by_name) == ["émergence", "Eye", "Ward 7", "zoo"]


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((0, 10), ["0", "2", "4", "6", "8", "10"]),
        ((5.3, 8.4), ["5", "6", "7", "8", "9"]),
        ((6.9, 7.2), ["6.9", "7.0", "7.1", "7.2"]),
        ((-20, 43), ["-20", "0", "20", "40", "60"]),
        ((0.1, 0.42), ["0.1", "0.2", "0.3", "0.4", "0.5"]),
        ((0, 12), ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
        ((62, 62), ["61.0", "61.5", "62.0", "62.5", "63.0"]),
    ],
)
def test_the_marks_of_a_scale_are_round_and_hold_everything(ends: tuple[float, float], said: list[str]) -> None:
    found = marks(*ends, lambda value, digits: f"{value:.{digits}f}")
    assert [mark.said for mark in found] == said
    assert found[0].at <= ends[0]
    assert found[-1].at >= ends[1]


CARD = Card("s", (Heading("h"), Picture(promoters())))
ADDRESSED = (Heading("h"), Picture(promoters(), "https://p.example/41%.png"))


@pytest.mark.parametrize(
    ("reply", "blocks"),
    [
        (Say(CARD), ADDRESSED),
        (Replace(CARD), ADDRESSED),
        (Show(Form("t", "c", CARD.blocks)), ADDRESSED),
        (Welcome(Home("t", CARD.blocks)), ADDRESSED),
    ],
)
def test_every_reply_goes_out_with_the_addresses_of_its_charts(reply: Reply, blocks: object) -> None:
    match with_addresses(reply, lambda chart: f"https://p.example/{table(chart).rows[0][1]}.png"):
        case Say(shown) | Replace(shown) | Show(shown) | Welcome(shown):
            assert shown.blocks == blocks
        case other:
            raise AssertionError(other)


def test_a_reply_without_a_chart_stays_as_it_is() -> None:
    for reply in (Close(), None, Say(Card("s", (Heading("h"),)))):
        assert with_addresses(reply, lambda _: "https://p.example") == reply


async def test_the_core_fills_in_the_addresses_of_what_it_answers(tmp_path: Path) -> None:
    works = await works_in(tmp_path, pictures=lambda _: "https://p.example/1.png", shown=CARD)
    reply = await works.bot.answer(Pressed("e1", AMARA, "toy.press"))
    assert reply == Replace(Card("s", (Heading("h"), Picture(promoters(), "https://p.example/1.png"))))
    await works.database.close()
