"""Each finding that people read says between what its figure probably lies, about the answer that it names."""

from dataclasses import replace

from bot.finding import Cell
from bot.question import Kind, Question
from bot.words import Words
from storage.exports.likely import finding_likely, likely

CELL = Cell(50, 6.4, 30, 12, 8)


def asked(kind: Kind) -> Question:
    return Question("q", kind, {"en": "Is it well?"}, {"en": "It"})


def test_the_interval_is_of_the_average_or_of_the_share_that_is_named() -> None:
    said = {
        kind: likely(Words(), asked(kind), CELL) for kind in ("scale", "agreement", "frequency", "yes_no", "one_of")
    }
    assert said["scale"].startswith("The true average probably lies between ")
    assert said["agreement"] == "The true share who agree probably lies between 46% and 72%."
    assert said["frequency"] == "The true share who say often or always probably lies between 46% and 72%."
    assert said["yes_no"] == "The true share who say yes probably lies between 46% and 72%."
    assert said["one_of"] == ""


def test_where_agreeing_is_poor_it_is_of_those_who_agreed() -> None:
    told = finding_likely(Words(), replace(asked("agreement"), reversed=True), CELL)
    assert told == (
        "50 people answered. 16% agreed, 24% said neither, 60% did not agree. "
        "The true share who agree probably lies between 8% and 29%."
    )
