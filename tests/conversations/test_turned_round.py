"""A scale on which a high answer is a poor one: every page says what people chose, and knows which way better lies."""

from dataclasses import replace

from bot.finding import Cell
from bot.question import Question
from bot.words import Words
from conversations.results.examples import TABLE, TREE, _series
from conversations.results.measures import sure
from conversations.results.over_time import over_time
from conversations.results.pages import who_needs_support
from conversations.results.teams import heat
from storage.examples import CLOSED, LARGE, SCORE

WORDS = Words("en")
TURNED = replace(SCORE, reversed=True)


def turned(cell: Cell) -> Cell:
    """The same answers to the same scale, counted with 9 and 10 as poor."""
    return replace(cell, good=cell.poor, poor=cell.good)


def told(question: Question, cell: Cell) -> list[str]:
    return [said for _, said in sure(WORDS, question, cell)]


def test_the_same_answers_have_the_same_average_interval_and_net_score_whichever_end_is_good() -> None:
    for cell in (LARGE, replace(LARGE, spread=())):
        assert told(TURNED, turned(cell)) == told(SCORE, cell)
    assert told(TURNED, turned(LARGE))[1].startswith("-7,")


def test_an_average_that_leaps_up_is_a_concern_where_a_high_answer_is_poor() -> None:
    plain, chart = (over_time(WORDS, each, _series(), "Everybody", team=False) for each in (SCORE, TURNED))
    assert plain
    assert chart
    assert (plain.variation, plain.points[-1].sense) == ("improvement_high", "improvement")
    assert (chart.variation, chart.points[-1].sense) == ("concern_high", "concern")
    assert chart.finding == "Getting worse: more than chance would bring."


def test_the_table_of_teams_calls_no_average_good_that_may_be_poor_and_support_names_the_good_share() -> None:
    asking = replace(CLOSED, questions=(TURNED,))
    table = heat(WORDS, asking, TREE, TABLE, page=0)
    assert {cell.tone for row in table.rows for cell in row.cells if cell} == {"plain"}
    assert table.note == "Each team stands above those that belong to it."
    assert "Share who choose 0 to 6" in repr(who_needs_support(WORDS, asking, TREE, TABLE, chosen={}))
