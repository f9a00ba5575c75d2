"""What was promised is followed: its owner is asked for news, people read it, silence shows, and nobody else reads it."""

import pytest
from sqlalchemy import select

from storage.commitments import CommitmentRow
from tests.conversations.promising import answered_back, tells
from tests.harness import Office


@pytest.mark.long
async def test_p3_news_is_asked_for_twice_and_what_nobody_has_heard_of_shows_so_until_it_is_done(
    office: Office,
) -> None:
    dario, amara = await answered_back(office)
    await dario.dismisses()
    assert "Friday 18 December. Next news by Monday 14 December." in await amara.visits_home()
    before = len(dario.messages())
    await office.until("2026-12-14T10:00")
    assert "You promised news by now: A quiet room for breaks." in dario.newest.text
    assert "Next news by Monday 14 December." in await amara.visits_home()
    await office.until("2026-12-15T09:00")
    assert "No news since Monday 16 November." in await amara.visits_home()
    assert "You promised news by Monday 14 December" in await dario.visits_home()
    await office.until("2027-02-01T12:00")
    asked = [each.text for each in dario.messages()[before:] if "You promised news by" in each.text]
    assert len(asked) == 2
    assert "I do not ask again." in asked[1]
    await tells(dario, "The storeroom is cleared, and painted next week.", due="2027-03-01", next="2027-02-15")
    assert "To be done by Monday 1 March now." in dario.dialog.text
    await dario.dismisses()
    assert "The storeroom is cleared, and painted next week." in await amara.visits_home()
    assert "No news since" not in await amara.visits_home()
    await office.until("2027-02-15T10:00")
    await tells(dario, "Open since Monday, behind Theatres.", "It is done")
    await dario.dismisses()
    home = await amara.visits_home()
    assert "Done. Open since Monday, behind Theatres." in home
    assert "Monday 1 March. Done on Monday 15 February." in home
    assert "Give news" not in (await dario.sees_home()).buttons
    assert await _planned(office) == []


@pytest.mark.long
async def test_news_stands_in_the_next_weekly_note_under_what_came_of_last_time(office: Office) -> None:
    dario, amara = await answered_back(office)
    await dario.dismisses()
    await office.until("2026-11-26T12:00")
    await dario.visits_home()
    await dario.presses("What is going on?")
    await dario.presses("Give news")
    await dario.fills({"What happened?": "There is a room.", "How does it stand?": "It is done"})
    await dario.sends()
    await dario.dismisses()
    before = len(amara.messages())
    await office.until("2026-12-03T10:00")
    [note] = [each.text for each in amara.messages()[before:] if "News of what was promised" in each.text]
    assert "Done. There is a room." in note
    await office.until("2026-12-10T10:00")
    assert sum("There is a room." in each.text for each in amara.messages()[before:]) == 1


@pytest.mark.long
async def test_what_is_not_now_says_why_and_stays_readable_with_its_history(office: Office) -> None:
    dario, amara = await answered_back(office, "2026-11-30")
    await dario.dismisses()
    await office.until("2026-11-30T10:00")
    await tells(dario, "", "Not now")
    assert dario.dialog.errors
    await dario.fills({"What happened?": "The room went to <b>the pharmacy</b> & @channel."})
    await dario.sends()
    await dario.dismisses()
    await amara.visits_home()
    await amara.presses("What is going on?")
    await amara.presses("Read its history")
    assert "Not now. Why was said on Monday 30 November." in amara.dialog.text
    assert "Not now, because: The room went to <b>the pharmacy</b> & @channel." in amara.dialog.text
    assert {"Give news", "Say more about it", "Promise one more thing"}.isdisjoint(amara.dialog.buttons)


@pytest.mark.long
async def test_what_cannot_be_used_is_said_in_one_sentence_and_the_words_stay_in_the_form(bare: Office) -> None:
    dario, _ = await answered_back(bare, "2026-11-30")
    await dario.dismisses()
    await bare.until("2026-12-01T10:00")
    await tells(dario, "x" * 601, next="2027-12-24")
    said = ("shorten it to 600.", "from today on, within a year.", "from tomorrow on, within a year.")
    assert [each for each in said if each not in " ".join(dario.dialog.errors)] == []
    assert dario.dialog.values["What happened?"] == "x" * 601
    await dario.fills({"What happened?": " ", "How does it stand?": "It is done"})
    await dario.sends()
    assert dario.dialog.errors == ("Please write a few words here.",)
    await dario.dismisses()
    for number in range(12):
        await dario.visits_home()
        await dario.presses("What is going on?")
        await dario.presses("Read its history")
        await dario.presses("Promise one more thing")
        if number < 11:
            await dario.fills({"What will be done?": f"Thing {number}.", "By when will it be done?": "2026-12-24"})
            await dario.sends()
            await dario.dismisses()
    assert "12 promises are enough for one question." in dario.newest.text
    await dario.visits_home()
    await dario.presses("What is going on?")
    await dario.presses("More promises")
    assert dario.dialog.text.count("Thing") == 2


async def test_somebody_says_no_and_a_promise_stays_where_it_was(office: Office) -> None:
    dario, _ = await answered_back(office)
    priya = await office.hire("Priya Nair")
    await dario.presses("Say more about it")
    await dario.fills({"Who sees to it, if it is not Dario Moretti?": "priya nair", "In which role?": "porter"})
    await dario.sends()
    await dario.dismisses()
    await office.wait(days=1)
    assert "Dario Moretti asks you to see to a promise" in priya.newest.text
    await priya.presses("Look at it")
    await priya.sends()
    assert priya.dialog.errors
    await priya.fills({"Do you take it on?": "No, I cannot"})
    await priya.sends()
    assert "You said no. Dario Moretti keeps it." in priya.dialog.text
    await priya.dismisses()
    await office.wait(days=1)
    assert "so it stays yours: A quiet room for breaks." in dario.newest.text
    await dario.presses("Read its history")
    assert "has been asked to take it on" not in dario.dialog.text
    assert "porter" not in dario.dialog.text


async def test_a_promise_of_somebody_who_leaves_falls_to_whoever_answers_back_and_its_history_says_so(
    office: Office,
) -> None:
    dario, amara = await answered_back(office)
    priya = await office.hire("Priya Nair")
    await dario.presses("Say more about it")
    await dario.fills({"Who sees to it, if it is not Dario Moretti?": "Priya Nair"})
    await dario.sends()
    await dario.dismisses()
    await office.wait(minutes=5)
    await priya.presses("Look at it")
    await priya.fills({"Do you take it on?": "Yes, I see to it"})
    await priya.sends()
    await priya.dismisses()
    assert "Priya Nair" in await amara.visits_home()
    await office.leaves(priya)
    await office.wait(days=1)
    assert "Who had promised this has left, so it is yours to see to now" in dario.newest.text
    await amara.visits_home()
    await amara.presses("What is going on?")
    assert "Dario Moretti · By Friday 18 December." in amara.dialog.text
    await amara.presses("Read its history")
    assert "Who had promised it has left. Dario Moretti looks after it now." in amara.dialog.text
    assert "Priya Nair" not in amara.dialog.text


async def test_p1_nothing_is_promised_without_a_day_and_somebody_who_sees_to_it(bare: Office) -> None:
    dario, amara = await answered_back(bare)
    await dario.presses("Promise one more thing")
    await dario.fills({"What will be done?": "Hot food at night."})
    await dario.sends()
    assert "Choose a day from today on, within a year." in dario.dialog.errors
    assert dario.dialog.values["What will be done?"] == "Hot food at night."
    await dario.dismisses()
    assert "Hot food" not in await amara.visits_home()
    await bare.leaves(dario)  # and nobody is there to whom it could fall
    await bare.until("2026-12-16T10:00")
    home = await amara.visits_home()
    assert "Who: somebody who has left" in home
    assert "No news since Monday 16 November." in home


async def _planned(office: Office) -> list[object]:
    """When owners will be asked."""
    async with office.works.database.begin() as connection:
        found = select(CommitmentRow.ask_at).where(CommitmentRow.ask_at.is_not(None))
        return list((await connection.execute(found)).scalars())
