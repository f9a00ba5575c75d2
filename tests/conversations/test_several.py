"""A form with several questions, and a question that a steward wrote, as people live them on every platform."""

import pytest
from sqlalchemy import select

from storage.loop import ProgrammeRow
from tests.conversations.conftest import on_every_door
from tests.harness import COMMENT, Colleague, Office, scored

OVERALL = "All in all, how has work been for you this past week?"
TIME = "I have the time to do my work well."
STRENGTH = "After work I have strength left for the rest of my life."
TEAM = "I feel part of a team."


async def at_work(office: Office, people: int = 6) -> tuple[Colleague, Colleague, list[Colleague]]:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    nurse = await office.hire("Amara Okafor", team="ward-7")
    return steward, nurse, await office.hire_many(people - 2)


@on_every_door
@pytest.mark.long
async def test_a_form_with_several_questions_is_one_answer_and_each_question_may_be_left_out(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office, people=8)
    await office.start_pulse(steward, template="ad-hoc")
    await office.until("2026-11-02T10:00")
    assert "4 questions, about 1 min. You can leave out any of them." in nurse.newest.text
    await nurse.presses("Answer")
    await nurse.sends()
    assert "Choose an answer, or press Close." in nurse.dialog.errors
    await nurse.fills({TIME: "Often", TEAM: "Prefer not to say", OVERALL: "Prefer not to say"})
    await nurse.fills({COMMENT: "x" * 40})
    await nurse.sends()
    assert "Recorded. You can change it" in nurse.dialog.text
    for number, each in enumerate(colleagues):
        await each.presses("Answer")
        await each.fills({OVERALL: scored(9), TIME: "Sometimes" if number < 3 else "Rarely"})
        await each.fills({STRENGTH: "Sometimes", TEAM: "Agree"} if number < 4 else {})
        await each.sends()
    await office.until("2026-11-13T12:00")
    await steward.presses("Answer back")
    read = " ".join(steward.dialog.text.split())
    assert "7 people answered. 14% said often or always, 43% said rarely or never." in read
    assert read.count("Not enough answers to show.") == 2  # four answered those: too few


async def test_a_steward_asks_a_question_of_their_own_and_sees_it_first_as_staff_will(office: Office) -> None:
    steward, nurse, colleagues = await at_work(office, people=7)
    await steward.visits_home()
    await steward.presses("Ask your own question")
    about = {"What is it about?": "The next meeting", "Your question": "Which days suit you?"}
    await steward.fills(about | {"How is it answered?": "As many of several answers as fit"})
    await steward.fills({"Who answers back?": "Dario Moretti", "Until which day can it be answered?": "2026-11-10"})
    await steward.sends()
    assert "Write from 2 to 10 different answers, one on each line." in " ".join(steward.dialog.errors)
    assert "The next meeting" in steward.dialog.values.values()
    await steward.fills({"The answers, one on each line": "Monday\nTuesday\nFriday"})
    await steward.fills({"Until which day can it be answered?": "2026-11-20"})
    await steward.sends()
    await steward.presses("Look at it")
    assert "The next meeting" in steward.dialog.text
    assert "Results are shown only when at least 5 people answer." in steward.dialog.text
    assert steward.dialog.fields["Which days suit you?"] == ("Monday", "Tuesday", "Friday")
    assert "New: The next meeting" not in await nurse.visits_home()
    await steward.sends()
    assert "The first question comes on Monday 9 November." in steward.dialog.text
    assert "New: The next meeting. On Monday 9 November, once." in await nurse.visits_home()
    await office.until("2026-11-09T10:00")
    days = ["Monday; Friday", "Tuesday", "Tuesday", "Friday", "Friday", "Friday"]
    for each, chosen in zip((nurse, *colleagues), days, strict=True):
        await each.presses("Answer")
        await each.fills({"Which days suit you?": chosen})
        await each.sends()
    await office.until("2026-11-20T12:00")
    await steward.presses("Answer back")
    assert "6 people answered. 17% chose Monday, 33% chose Tuesday and 67% chose Friday." in steward.dialog.text
    assert "The next meeting" not in " ".join((await steward.sees_home()).buttons)


async def test_a_question_written_too_long_ago_has_to_be_written_again(bare: Office) -> None:
    steward, *_ = await at_work(bare)
    await written(steward)
    await bare.wait(days=2)
    await steward.presses("Look at it")
    await steward.sends()
    assert "this one is from too long ago" in steward.dialog.text


async def test_a_question_is_started_once(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare)
    await written(steward)
    await steward.presses("Look at it")
    await steward.sends()
    ref = await draft(bare)
    await bare.forges(steward, "steward.start_own", ref, {})
    assert "has been started already" in steward.dialog.text
    await bare.forges(nurse, "steward.start_own", ref, {})
    assert "Only stewards can do this." in " ".join(nurse.dialog.errors)


async def test_a_kept_question_is_found_again_on_home_and_started(office: Office) -> None:
    steward, nurse, _ = await at_work(office)
    await written(steward)
    await steward.dismisses()
    assert "Kept, and not asked yet: Tea. Dario Moretti would answer back." in await steward.visits_home()
    assert "Tea" not in await nurse.visits_home()
    await steward.presses("Look at it")
    await steward.sends()
    assert "Started." in steward.dialog.text
    assert "Kept, and not asked yet" not in await steward.visits_home()


async def test_a_kept_question_is_thrown_away_once_it_has_been_asked_about(office: Office) -> None:
    steward, *_ = await at_work(office)
    await written(steward)
    await steward.dismisses()
    await steward.visits_home()
    await steward.presses("Throw away")
    assert "Throw away Tea? Nobody has been asked it." in steward.dialog.text
    assert "Kept, and not asked yet: Tea." in await steward.visits_home()
    await steward.sends()
    assert "It is gone." in steward.dialog.text
    assert "Kept, and not asked yet" not in await steward.visits_home()


async def test_home_shows_three_kept_questions_and_a_page_the_others(bare: Office) -> None:
    steward, *_ = await at_work(bare)
    for _ in range(4):
        await written(steward)
        await steward.dismisses()
    assert (await steward.visits_home()).count("Kept, and not asked yet") == 3
    await steward.presses("All kept questions")
    assert steward.dialog.text.count("Kept, and not asked yet") == 4


async def test_only_stewards_throw_away_and_only_what_nobody_was_asked(bare: Office) -> None:
    steward, nurse, _ = await at_work(bare)
    await written(steward)
    ref = await draft(bare)
    await bare.forges(nurse, "steward.throw_away", ref, {})
    assert "Only stewards can do this." in " ".join(nurse.dialog.errors)
    await bare.forges(steward, "steward.start_own", ref, {})
    await bare.forges(steward, "steward.throw_away", ref, {})
    assert "There is nothing here any more." in " ".join(steward.dialog.errors)
    assert await draft(bare) == ref


async def written(steward: Colleague) -> None:
    await steward.visits_home()
    await steward.presses("Ask your own question")
    await steward.fills({"What is it about?": "Tea", "Your question": "Tea?", "How is it answered?": "Yes or no"})
    await steward.fills({"Who answers back?": "Dario Moretti", "Until which day can it be answered?": "2026-11-20"})
    await steward.sends()


async def draft(office: Office) -> str:
    async with office.works.database.begin() as connection:
        return str((await connection.execute(select(ProgrammeRow.ref))).scalar_one())
