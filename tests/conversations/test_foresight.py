"""What a steward is told before a question starts, and the draft that an answer begins with."""

from dataclasses import replace

from bot.settings import House
from bot.words import Words
from conversations.results.examples import EACH, MANY
from conversations.steward.draft import draft, unfinished
from conversations.steward.foresight import shown_from, what_shows
from storage.examples import ASKING, CELL

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
