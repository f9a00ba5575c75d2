"""The pulse, from the first question to the outcome in the next note, as people live it."""

import logging

import pytest

from tests.conversations.conftest import on_every_door
from tests.harness import COMMENT, QUESTION, Colleague, Office, scored

PROMPT_DAY = "2026-11-05T10:00"
CLOSE = "2026-11-16T12:00"
NEXT_NOTE = "2026-11-19T10:00"


async def at_work(office: Office, people: int = 6) -> tuple[Colleague, Colleague, list[Colleague]]:
    """A steward, a nurse and some colleagues; the pulse first asks on Thursday 5 November."""
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse = await office.hire("Amara Okafor", team="ward-7")
    colleagues = await office.hire_many(people - 2)
    await office.start_pulse(steward)
    return steward, nurse, colleagues


async def answered_back(steward: Colleague, will_do: str = "Hot food at night from December.") -> None:
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": will_do, "By when?": "2026-12-01"})
    await steward.sends()


@on_every_door
async def test_a_nurse_answers_and_hears_what_came_of_it(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    assert "This is the first question." in nurse.newest.text
    assert nurse.newest.buttons == ("Answer", "Later", "When may I write?")

    await nurse.answers(8, "The new rota helps.")
    assert "Recorded. You can change it or take it back until Monday 16 November, 12:00." in nurse.dialog.text
    for score, each in enumerate(colleagues, start=4):
        await each.answers(score)

    await office.until(CLOSE)
    assert "Dario Moretti answers back by Monday 30 November" in await nurse.visits_home()
    await answered_back(steward)

    home = await nurse.visits_home()
    assert "5 people answered. The average was 6.0 out of 10" in home
    assert "Hot food at night from December." in home

    await office.until(NEXT_NOTE)
    assert "Last time: 5 people answered." in nurse.newest.text
    assert "Dario Moretti answered: Hot food at night from December." in nurse.newest.text


async def test_the_answer_never_stands_in_a_message_or_a_log_and_the_prompt_does_not_change(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    _, nurse, _ = await at_work(office)
    await office.until(PROMPT_DAY)
    before = nurse.messages()
    with caplog.at_level(logging.DEBUG):
        caplog.clear()
        await nurse.answers(3, "I am tired.")
        assert not [each for each in caplog.records if each.name.startswith("hearback") or "tired" in each.getMessage()]
    assert nurse.messages() == before
    assert "tired" not in await nurse.visits_home()


async def test_an_answer_can_be_changed_and_the_last_one_counts(office: Office) -> None:
    _, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    await nurse.answers(0)
    await nurse.dismisses()
    await nurse.presses("Answer")
    assert "This replaces what you said before." in nurse.dialog.text
    assert not any(nurse.dialog.values.values())
    await nurse.fills({QUESTION: scored(10)})
    await nurse.sends()
    for each in colleagues:
        await each.answers(10)
    await office.until(CLOSE)
    assert "5 people answered. The average was 10.0" in await result(office)


async def test_an_answer_can_be_taken_back_until_the_close(office: Office) -> None:
    _, nurse, colleagues = await at_work(office, people=7)
    await office.until(PROMPT_DAY)
    await nurse.answers(0)
    await nurse.dismisses()
    for each in colleagues:
        await each.answers(9)
    await nurse.visits_home()
    await nurse.presses("Take it back")
    await nurse.sends()
    assert "If there was an answer of yours, it is gone." in nurse.dialog.text
    await office.until(CLOSE)
    assert "5 people answered. The average was 9.0" in await result(office)


async def test_taking_back_says_the_same_to_those_who_have_not_answered(office: Office) -> None:
    _, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    await nurse.answers(5)
    await nurse.dismisses()
    said = []
    for each in (nurse, colleagues[0]):
        home = await each.visits_home()
        await each.presses("Take it back")
        asked = each.dialog.text
        await each.sends()
        said.append((home, asked, each.dialog.text))
    assert said[0] == said[1]


@on_every_door
async def test_a_form_without_a_number_says_what_to_do_and_keeps_the_words(office: Office) -> None:
    _, nurse, _ = await at_work(office)
    await office.until(PROMPT_DAY)
    await nurse.presses("Answer")
    await nurse.fills({COMMENT: "Nothing but the lift."})
    await nurse.sends()
    assert nurse.dialog.errors  # Slack's and Teams' own clients say it before we can
    assert "Nothing but the lift." in nurse.dialog.values.values()
    await nurse.fills({QUESTION: scored(7)})
    await nurse.sends()
    assert "Recorded" in nurse.dialog.text


async def test_an_answer_after_the_close_is_refused_and_the_words_stay(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    await office.until(PROMPT_DAY)
    await nurse.presses("Answer")
    await nurse.fills({QUESTION: scored(7), COMMENT: "Too late, but still."})
    await office.until(CLOSE)
    await nurse.sends()
    assert any("This question closed on Monday 16 November, 12:00" in error for error in nurse.dialog.errors)
    assert "Too late, but still." in nurse.dialog.values.values()
    await nurse.dismisses()
    await nurse.presses("Answer", on="This is the first question.")
    over = "This question closed on Monday 16 November, 12:00. Dario Moretti answers back by Monday 30 November."
    assert f"{over} What came of it then stands on Home." in " ".join(nurse.dialog.text.split())
    assert "not recorded" not in nurse.dialog.text
    await nurse.dismisses()
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "A new kettle.", "By when?": "2026-11-30"})
    await steward.sends()
    await nurse.presses("Answer", on="This is the first question.")
    assert "Dario Moretti has answered." in nurse.dialog.text
    await nurse.presses("What came of it")
    assert "A new kettle." in nurse.dialog.text


async def test_too_few_answers_show_nothing_and_say_so(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    for each in (nurse, *colleagues[:3]):
        await each.answers(2, "Nobody may read this.")
    await office.until(CLOSE)
    await steward.presses("Answer back")
    assert "Not enough answers to show." in steward.dialog.text
    assert "Nobody may read this." not in steward.dialog.text


async def test_comments_are_shown_to_all_who_were_asked_from_twice_k_answers(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office, people=12)
    await office.until(PROMPT_DAY)
    await nurse.answers(6, "<!channel> *Less* paper & more [care](http://x.test)")
    for number, each in enumerate(colleagues):
        await each.answers(7, f"Comment {number}" if number < 2 else "")
    await office.until(CLOSE)
    await answered_back(steward)
    other = colleagues[-1]
    await other.visits_home()
    await other.presses("See it all")
    assert "Comment 0" in other.dialog.text
    assert "Comment 1" in other.dialog.text
    assert "<!channel> *Less* paper & more [care](http://x.test)" in other.dialog.text


async def test_one_reminder_goes_to_those_who_have_not_answered(office: Office) -> None:
    _, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    await nurse.answers(5)
    await office.until("2026-11-09T10:00")
    assert len(nurse.messages()) == 1
    assert len(colleagues[0].messages()) == 2
    assert "This is the last reminder that comes by itself." in colleagues[0].newest.text
    await colleagues[0].answers(5, on="This is the last reminder that comes by itself.")
    assert "Recorded" in colleagues[0].dialog.text


@on_every_door
async def test_a_steward_starts_the_pulse_and_everybody_reads_who_asks_and_why(office: Office) -> None:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    colleagues = await office.hire_many(5)
    await steward.visits_home()
    await steward.presses("Start a question")
    await steward.fills({"Who answers back?": "Dario Moretti"})
    await steward.sends()
    await steward.sends()
    assert "The first question comes on Thursday 12 November" in steward.dialog.text
    home = await colleagues[0].visits_home()
    assert "New: How work has been. From Thursday 12 November" in home
    assert "Dario Moretti answers back" in home
    await office.until("2026-11-12T10:00")
    assert "How work has been" in colleagues[0].newest.text


async def test_only_the_one_who_promised_answers_back_and_only_once(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    for each in (nurse, *colleagues):
        await each.answers(5)
    await office.until(CLOSE)
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "A new kettle.", "By when?": "2026-01-30"})
    await steward.sends()
    assert any("Choose a day from today on" in error for error in steward.dialog.errors)
    assert "A new kettle." in steward.dialog.values.values()
    await steward.fills({"By when?": "2026-11-30"})
    await steward.sends()
    assert "Everybody who was asked can see it now." in steward.dialog.text
    await steward.dismisses()
    await steward.presses("Answer back", on="You promised an answer")
    assert "This round has been answered already." in steward.dialog.text


@pytest.mark.long
async def test_an_answer_that_does_not_come_is_shown_as_late(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office)
    await office.until(PROMPT_DAY)
    for each in (nurse, *colleagues):
        await each.answers(5)
    await office.until("2026-12-01T10:00")
    assert (
        "Dario Moretti promised an answer by Monday 30 November. There is no news since." in await nurse.visits_home()
    )
    assert any("people can see that there is none yet" in message.text for message in steward.messages())


async def result(office: Office) -> str:
    """What the steward reads on top of the form to answer back."""
    steward = next(each for each in office.people if each.name == "Dario Moretti")
    await steward.presses("Answer back")
    return steward.dialog.text
