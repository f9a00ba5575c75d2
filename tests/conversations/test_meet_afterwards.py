"""What comes after an event: the catch-up, one list of words, and what its lead will do otherwise next time."""

import pytest

from tests.conversations.meeting import AT, CATCH_UP, DAY, YES, announces, at_work, opens_mine, read, says, writes
from tests.harness import Office


@pytest.mark.long
async def test_sent_twice_it_is_announced_once_and_a_duplicate_says_what_changes(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    await writes(dario)
    await dario.sends()
    await writes(dario)
    await dario.sends()
    assert "You have announced this already" in dario.dialog.text
    await dario.dismisses()
    await says(amara, CATCH_UP)
    await bare.until("2026-11-19T10:05")
    await dario.visits_home()
    await dario.presses("Write the catch-up")
    await dario.fills({"What was said?": "Most asked for equipment.", "Link to the recording": "https://v.example.org"})
    await dario.sends()
    assert "Write a whole number of minutes, and whether it can be read." in dario.dialog.errors
    await dario.fills({"How many minutes is it?": "48", "Can the recording be read?": "It has captions"})
    await dario.fills({"What will you do otherwise next time?": "Questions come first."})
    await dario.sends()
    await dario.dismisses()
    await bare.wait(minutes=1)
    assert read(amara, "You could not come to Staying at work. Most asked for equipment.") == 1
    await amara.visits_home()
    await amara.presses("Read it, and add yours")
    assert "48 minutes. It has captions." in amara.dialog.text
    await amara.dismisses()
    await opens_mine(dario, "Duplicate last")
    assert "Staying at work, for all staff, once more. Everything but its day is as it was" in dario.dialog.text
    assert set(dario.dialog.fields) == {DAY, AT}
    await dario.sends()
    assert "Choose a day." in "\n".join(dario.dialog.errors)
    await dario.fills({DAY: "2026-12-09"})
    await dario.sends()
    assert "After last time, what changes: Questions come first." in dario.dialog.text
    assert "Three colleagues say what helped." in dario.dialog.text
    await dario.presses("Change something")
    assert dario.dialog.values["What is it called?"] == "Staying at work"


@pytest.mark.long
async def test_who_said_yes_and_was_not_there_says_so_and_all_words_stand_in_one_list(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    await announces(dario)
    await says(amara, YES)
    await says(bryn, YES)
    await bare.until("2026-11-19T10:05")
    await bryn.visits_home()
    await bryn.presses("I could not be there")
    await bryn.sends()
    await bryn.dismisses()
    await dario.visits_home()
    await dario.presses("Write the catch-up")
    await dario.fills({"What was said?": "Most asked for equipment."})
    await dario.sends()
    await dario.dismisses()
    await bare.wait(minutes=1)
    assert read(bryn, "You could not come to Staying at work.") == 1
    assert read(amara, "You could not come") == 0
    for who, text in ((amara, "I was there."), (bryn, "I was on nights.")):
        await who.visits_home()
        await who.presses("Read it, and add yours")
        await who.fills({"Add yours": text})
        await who.sends()
        await who.dismisses()
    await amara.visits_home()
    await amara.presses("Read it, and add yours")
    assert "Amara Okafor: I was there." in amara.dialog.text
    assert "Bryn Pritchard: I was on nights." in amara.dialog.text
    await amara.fills({"Add yours": ""})
    await amara.sends()
    assert "Taken back." in amara.dialog.text


@pytest.mark.long
async def test_late_voices_answer_the_same_question_in_the_same_list_and_the_lead_answers_back(office: Office) -> None:
    dario, amara, bryn = await at_work(office)
    await announces(dario, question="What would help you most?")
    await says(amara, YES)
    await says(bryn, CATCH_UP)
    await office.until("2026-11-18T13:35")
    for who, text in ((amara, "Equipment, sooner."), (bryn, "A rota that I can read.")):
        assert "It is over. Dario Moretti asks: What would help you most?" in await who.visits_home()
        await who.presses("Say something to it")
        assert "Dario Moretti asks, and answers by Wednesday 2 December" in who.dialog.text
        await who.fills({"Your answer": text})
        await who.sends()
        await who.dismisses()
    await opens_mine(dario, "Catch-up")
    await dario.fills({"What was said?": "Most asked for equipment."})
    await dario.sends()
    await dario.dismisses()
    assert "People have answered what you asked: What would help you most?" in await dario.visits_home()
    await dario.presses("Answer them")
    assert "Bryn Pritchard: A rota that I can read." in dario.dialog.text
    await dario.fills({"What do you say to what people answered?": "The form is one page from January."})
    await dario.sends()
    await dario.dismisses()
    assert "People have answered" not in await dario.visits_home()
    assert "Dario Moretti answered: The form is one page from January." in await bryn.visits_home()
    await amara.visits_home()
    await amara.presses("Read it, and add yours")
    assert "Bryn Pritchard: A rota that I can read." in amara.dialog.text
