"""What a steward is told before a question starts, and the draft that an answer begins with."""

from dataclasses import replace

import pytest

from bot.attention import Foresight
from bot.settings import House
from bot.ui import plain
from bot.words import Words
from conversations.results.examples import EACH, MANY
from conversations.steward import cards
from conversations.steward.draft import draft, unfinished
from conversations.steward.foresight import shown_from, what_shows, who_gets_it
from storage.examples import ASKING, CELL
from tests.harness import templates

WORDS = Words()


def test_the_set_up_screen_says_what_change_the_expected_answers_show() -> None:
    assert "With about 40 answers you can see changes of 31 points" in what_shows(WORDS, 40)
    assert what_shows(WORDS, 3) == "With about 3 answers no change can be seen."
    assert what_shows(WORDS, 0) == "With about 0 answers no change can be seen."


def test_a8_the_threshold_is_the_one_that_the_round_will_have() -> None:
    assert "fewer than 15" in shown_from(WORDS, 14, House()).lower()
    assert "at least 5 people answer, and for everybody together only" in shown_from(WORDS, 59, House())
    assert "at least 10 people answer" in shown_from(WORDS, 60, House())
    assert "at least 11 people answer" in shown_from(WORDS, 60, House(preset="nhs", threshold=0))


@pytest.mark.parametrize(
    ("now", "others", "said"),
    [
        (129, 0, "all or nearly all of 129 get it"),
        (128, 1, "all or nearly all of 129 get it"),
        (120, 9, "all or nearly all of 129 get it"),
        (119, 10, "at least 110 of 129 get it"),
        (10, 119, "at least 10 of 129 get it"),
        (9, 120, "fewer than 10 of 129 get it"),
        (0, 129, "fewer than 10 of 129 get it"),
    ],
)
def test_who_gets_it_on_the_first_day_does_not_move_with_one_person(now: int, others: int, said: str) -> None:
    assert said in who_gets_it(WORDS, Foresight(now, {}, others), 10)


def test_one_in_so_many_is_said_only_where_not_everybody_is_asked() -> None:
    in_turn = templates()["pulse-in-turn"]
    for heads, said in ((999, False), (1000, True)):
        form = cards.start(WORDS, [in_turn], [], heads=heads, expected={}, shown="x", by=None)
        assert ("one person in 4" in plain(form)) == said


def test_a_draft_begins_with_what_was_found_and_is_not_taken_for_an_answer() -> None:
    one = draft(WORDS, ASKING, {"score": CELL})
    assert one.startswith("We heard: 45 people answered. The average was 6.4 out of 10")
    several = draft(WORDS, MANY, EACH)
    assert "what goes best is “Clarity” (52% good answers)" in several
    assert "what goes worst is “Breaks” (3% good answers)" in several
    for still in (f"  {one}\n", f"{one}.", one[:-2], one[:60], f"Hello. {one}", f"{one}. Thank you all."):
        assert unfinished(WORDS, still, one), still
    for said in (f"{one} buy a kettle.", one.replace("…", "buy a kettle."), "A new kettle.", f"{one}\nbuy a kettle"):
        assert not unfinished(WORDS, said, one), said
    assert not unfinished(WORDS, "A new kettle.", "")
    assert draft(WORDS, ASKING, {}) == draft(WORDS, replace(ASKING, voice="named"), {}) == ""
