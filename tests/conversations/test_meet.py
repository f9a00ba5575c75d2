"""Events as they go wrong: moved, cancelled, full, sent twice, in the night of a change of clocks, without a lead."""

import pytest

from tests.conversations.meeting import (
    AT,
    DAY,
    NO,
    WAIT,
    YES,
    announces,
    at_work,
    cancels,
    changes,
    opens_mine,
    read,
    says,
    writes,
)
from tests.conversations.networks import OPEN, asks, founded, joins, looks_at
from tests.harness import Office, quiet_colleagues
from tests.witness import dump

HOSTILE = "<!channel> *Tea* <at>all</at> [x](https://evil.example)"


@pytest.mark.long
async def test_moved_and_cancelled_with_reminders_waiting_people_hear_once_and_what_is_true(office: Office) -> None:
    """On every door, with a title that tries to call everybody."""
    dario, amara, bryn = await at_work(office)
    await announces(dario, name=HOSTILE)
    assert await says(amara, YES)
    await says(bryn, NO)
    assert HOSTILE in await amara.visits_home()  # as it was written, and nothing of it acts
    moved = await changes(dario, day="2026-11-20", room="Room 3")
    assert "hear of it once" in moved
    assert read(amara, "has changed: Friday 20 November, 12:30, Room 3.") == 1
    await office.until("2026-11-17T13:00")  # the day before the first date: that reminder is not true any more
    assert read(amara, "Coming up") == 0
    await office.until("2026-11-19T13:00")
    assert read(amara, "Coming up: " + HOSTILE + ", Friday 20 November, 12:30, Room 3.") == 1
    await cancels(dario)
    assert read(amara, "is cancelled. I am sorry.") == 1
    assert read(bryn, "has changed") + read(bryn, "cancelled") + read(bryn, "Coming up") == 0
    assert "Tea" not in await amara.visits_home()
    await office.until("2026-11-27T13:00")
    assert read(amara, "cancelled") == 1


@pytest.mark.long
async def test_two_changes_at_night_are_one_message_in_the_morning(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    await announces(dario)
    await says(amara, YES)
    await bare.until("2026-11-09T22:00")
    await changes(dario, at="13:00")
    await changes(dario, at="13:30")
    await bare.until("2026-11-10T10:00")
    assert read(amara, "has changed") == read(amara, "13:30") == 1
    assert "Nobody gets a message" in await changes(dario)


@pytest.mark.long
async def test_a_place_is_waited_for_and_given_in_turn_and_fewer_places_throw_nobody_out(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    chidi = await bare.hire("Chidi Nwosu")
    await announces(dario, places="2", link="https://meet.example.org/x")
    await says(amara, YES)
    await says(bryn, YES)
    assert (
        "You are on the waiting list for Staying at work. You are next, and hear when a place is yours."
        in await says(chidi, WAIT)
    )
    assert "1 before you" in await says(dario, WAIT)
    assert "2 have said yes already" in await changes(dario, places="1")
    await says(amara, NO)
    assert read(chidi, "You have a place") == 0  # one comes, and there is one place
    await changes(dario, places="2")
    assert read(chidi, "You have a place: Staying at work") == 1
    await says(bryn, "Yes, online")
    assert read(dario, "You have a place") == 1
    assert "You come" not in await says(amara, WAIT)
    await bare.leaves(chidi)
    await bare.wait(minutes=1)
    assert read(amara, "You have a place") == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"day": "2026-11-08"}, "That time is past."),
        ({"day": "2028-11-08"}, "Choose a day within the next year."),
        ({"day": "2027-03-28", "at": "01:30"}, "there is no 01:30. Choose 02:30"),
        ({"at": "half past"}, "Write a time such as 09:30 or 14:00."),
        ({"places": "-3"}, "Write a whole number"),
        ({"room": "", "link": ""}, "Give a place, a link, or both."),
        ({"link": "javascript:alert(1)"}, "A link begins with https://"),
        ({"name": " \u202e "}, "Please write something here."),
        ({"name": "x" * 81}, "there is room for 80"),
    ],
)
async def test_what_cannot_be_is_said_in_one_sentence_and_no_word_is_lost(
    bare: Office, said: dict[str, str], sentence: str
) -> None:
    dario, *_ = await at_work(bare)
    await writes(dario, **said)
    assert sentence in " ".join(dario.dialog.errors)
    assert dario.dialog.values["What is it about?"] == "Three colleagues say what helped."


async def test_the_hour_that_comes_twice_and_other_days_are_said_before_it_is_sent(bare: Office) -> None:
    dario, *_ = await at_work(bare)
    await writes(dario, day="2027-10-31", at="01:30")
    assert "The clocks go back that night and 01:30 comes twice: this is the first" in dario.dialog.text
    assert "Sunday 31 October, 01:30 BST to 01:30 GMT" in dario.dialog.text
    await dario.presses("Change something")
    await dario.fills({DAY: "2027-02-12", AT: "13:00"})
    await dario.sends()
    assert "That day is in Ramadan" in dario.dialog.text
    assert "That is the time of Friday prayers." in dario.dialog.text
    await dario.dismisses()
    await opens_mine(dario, "Marked days")
    assert "Christmas" in dario.dialog.text
    assert "South Asian Heritage Month (southasianheritage.org.uk)" in dario.dialog.text


async def test_needs_are_read_by_the_lead_alone_and_gone_fourteen_days_after(bare: Office) -> None:
    dario, amara, _ = await at_work(bare)
    lowri = await bare.hire("Lowri Bevan")
    await bare.grant(lowri, "steward")
    await announces(dario)
    await says(amara, YES, "I lip-read.")
    assert "lip-read" not in str(dump(bare.works.database))
    for who, reads in ((dario, True), (lowri, False)):
        await opens_mine(who, "Who comes")
        assert ("Amara Okafor: I lip-read." in who.dialog.text) is reads
        assert ("Amara" in who.dialog.text) is reads
        await who.dismisses()
    [key] = [each.name for each in bare.works.secrets._folder.glob("access-*")]  # type: ignore[attr-defined]
    await bare.until("2026-12-02T13:00")
    await bare.works.tidy()
    assert dump(bare.works.database)["need"]
    await bare.until("2026-12-02T13:30")
    await bare.works.tidy()
    assert dump(bare.works.database)["need"] == []
    assert bare.works.secrets.get(key.removesuffix(".key")) is None


@pytest.mark.long
async def test_when_the_lead_leaves_a_co_lead_goes_on_and_those_who_come_need_not_hear(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    lead = await bare.hire("Chidi Nwosu")
    await founded(dario, lead, "Running", OPEN)
    await joins(amara, "Running")
    await joins(bryn, "Running")
    await asks(lead, "Running", "Bryn Pritchard", "Co-lead: leads it with you, and after you")
    await bryn.visits_home()
    await bryn.presses("Read it")
    await bryn.fills({"Will you?": "Yes"})
    await bryn.sends()
    await bryn.dismisses()
    await announces(lead)
    assert "Staying at work, Wednesday 18 November, 1230" in await looks_at(dario, "Running")
    await dario.dismisses()
    await says(amara, YES)
    before = len(amara.messages())
    await bare.leaves(lead)
    await bare.wait(minutes=1)
    assert read(bryn, "has nobody to lead it any more. You lead it from now on.") == 1
    assert len(amara.messages()) == before
    await bare.leaves(bryn)
    await bare.wait(minutes=1)
    assert read(dario, "You lead it from now on.") == 1
    await bare.leaves(dario)
    await bare.wait(minutes=1)
    assert read(amara, "is cancelled. I am sorry.") == 1


@pytest.mark.long
async def test_above_500_people_another_approves_and_after_a_day_it_is_passed_on(bare: Office) -> None:
    dario, *_ = await at_work(bare)
    others = [await bare.hire(f"Steward {number}") for number in range(4)]
    for each in others:
        await bare.grant(each, "steward")
    await quiet_colleagues(bare.works, 500)
    await writes(dario)
    assert "a second person has to approve it first" in dario.dialog.text
    await dario.sends()
    assert "Three people are asked now." in dario.dialog.text
    await dario.dismisses()
    await bare.wait(minutes=1)
    assert [read(each, "wants to announce") for each in others] == [1, 1, 1, 0]
    await bare.until("2026-11-10T11:00")
    assert read(others[3], "wants to announce Staying at work") == 1
    assert "Staying at work" not in await others[0].visits_home()
    await others[3].presses("Look at it", on="wants to announce")
    assert "Three colleagues say what helped." in others[3].dialog.text
    await others[3].fills({"What do you say?": "Approve: it is announced at once"})
    await others[3].sends()
    await bare.wait(minutes=1)
    assert read(dario, "was approved, and is announced.") == 1
    await changes(dario, name="Strike meeting")
    assert "Strike meeting" not in await others[0].visits_home(), "two people agreed to other words"
    assert "Changed." in await changes(dario, room="Room 9")
    assert "Staying at work" in await others[0].visits_home()
    await others[0].presses("Look at it", on="wants to announce")
    assert "This is decided already" in others[0].newest.text
