"""A scale on which a high answer is a poor one: every page says what people chose, and knows which way better lies."""

from dataclasses import replace

from bot.finding import Cell
from bot.question import Question
from bot.words import Words
from conversations.results.examples import CELL, SCORE
from conversations.results.measures import sure

WORDS = Words("en")
TURNED = replace(SCORE, reversed=True)


def turned(cell: Cell) -> Cell:
    """The same answers to the same scale, counted with 9 and 10 as poor."""
    return replace(cell, good=cell.poor, poor=cell.good)


def told(question: Question, cell: Cell) -> list[str]:
    return [said for _, said in sure(WORDS, question, cell)]


def test_the_same_answers_have_the_same_average_interval_and_net_score_whichever_end_is_good() -> None:
    for cell in (CELL, replace(CELL, spread=())):
        assert told(TURNED, turned(cell)) == told(SCORE, cell)
    assert told(TURNED, turned(CELL))[1].startswith("-7,")
