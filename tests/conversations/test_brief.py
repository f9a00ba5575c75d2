"""A sponsor's brief from the things that people chose to what the sponsor said to each, lived on every platform."""

import pytest

from storage import promises, themes
from tests.conversations.briefing import (
    BACK,
    CHOOSE,
    COMES,
    LATE,
    NAME,
    OPENS,
    SORTED,
    THINGS,
    chosen_by_many,
    known,
    says,
)
from tests.harness import Colleague, Office
from tests.playing import PROMISED, play
from tests.together import runs

FOOD, ROOM, PARKING = THINGS


@pytest.mark.long
async def test_a_sponsor_answers_each_thing_in_three_taps_and_everybody_hears(office: Office) -> None:
    maya, amara, priya = await _chosen(office)
    card = maya.newest.text
    assert "For you, from all staff: please answer by Tuesday 24 November." in card
    for said in (f"1. {FOOD}", "Chosen by 30 of 53.", f"2. {ROOM}", "Chosen by 12 of 53.", f"3. {PARKING}"):
        assert said in card
    assert "Maya Osei answers by Tuesday 24 November." in await amara.visits_home()

    await maya.presses("Answer it")
    await maya.presses("1. Yes, by")
    assert maya.dialog.values["What do you promise?"] == f"We will see to this: “{FOOD}”"
    await maya.sends()
    assert "Sent. It stands on Home now, and in the next weekly note of all staff." in maya.dialog.text
    assert "Yes, by Friday 19 February" in maya.dialog.text
    assert "Yes, by Friday 19 February" in await amara.visits_home()
    await maya.presses("2. Not now, because")
    await maya.fills({"Why not now?": "There is no room before March."})
    await maya.sends()
    await maya.dismisses()

    await _passes_on_late(office, maya, amara)
    await _takes_it_on(office, priya, amara)
    await _shared(office, maya, amara)


async def _passes_on_late(office: Office, maya: Colleague, amara: Colleague) -> None:
    await office.until(LATE)
    assert "Maya Osei promised to answer by Tuesday 24 November." in await amara.visits_home()
    assert "You promised all staff to answer by Tuesday 24 November." in await maya.visits_home()
    await _cannot_share(maya)
    await maya.visits_home()
    await maya.presses("Answer it")
    await maya.presses("3. Pass on")
    await maya.fills({"To whom?": "Priya"})
    await maya.sends()
    assert "Nobody here is called that." in " ".join(maya.dialog.errors)
    await maya.fills({"To whom?": "priya nair"})
    await maya.sends()
    assert "Everything here is answered." in maya.dialog.text
    await maya.dismisses()


async def _takes_it_on(office: Office, priya: Colleague, amara: Colleague) -> None:
    await office.wait(minutes=1)
    assert f"Maya Osei passed this on to you: {PARKING}" in await priya.visits_home()
    await priya.presses("Yes, by")
    await priya.fills({"How will it be seen that it is done?": "Ten new places."})
    await priya.sends()
    await priya.dismisses()
    assert "Passed on to Priya Nair, who says: Yes, by" in await amara.visits_home()


async def _shared(office: Office, maya: Colleague, amara: Colleague) -> None:
    await office.until(BACK)
    await maya.visits_home()
    await maya.presses("Say what came of it")
    assert "Not now, because: There is no room before March." in maya.dialog.text
    await maya.fills({"What came of it?": "Two of three."})
    await maya.sends()
    assert "Sent. It stands on Home now" in maya.dialog.text
    await maya.dismisses()
    await amara.visits_home()
    await amara.presses("What is going on?")
    assert "Ten new places." in amara.dialog.text
    assert f"We will see to this: “{FOOD}”" in amara.dialog.text
    notes = "\n".join(each.text for each in amara.messages())
    assert "Not now, because: There is no room before March." in notes


async def _chosen(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    """Three things, of which the first is chosen by most; the brief has come."""
    maya, amara, priya = [await office.hire(each) for each in ("Maya Osei", "Amara Okafor", "Priya Nair")]
    known(office)
    await runs(office, NAME, maya)
    await office.until(OPENS)
    for who, what in zip((maya, amara, priya), THINGS, strict=True):
        await says(who, what)
    await office.until(CHOOSE)
    await chosen_by_many(office, {FOOD: 30, ROOM: 12, PARKING: 11})
    await office.until(COMES)
    return maya, amara, priya


async def _cannot_share(maya: Colleague) -> None:
    """P2: the round is over, one thing has no answer, and the words stay in the form."""
    await maya.presses("Say what came of it")
    assert "Answer the brief" in maya.dialog.buttons
    await maya.fills({"What came of it?": "Two of three."})
    await maya.sends()
    said = " ".join(maya.dialog.errors)
    assert f"Your words stay here. Please answer this in the brief on Home first: {PARKING}" in said
    await maya.dismisses()


@pytest.mark.long
async def test_what_is_said_to_a_theme_is_its_ending_and_one_promise(bare: Office) -> None:
    known(bare, SORTED, "themes", voice="confidential")
    on = await play(bare, bare.works.house.practices[NAME])
    async with bare.works.ledger.begin() as work:
        of = await themes.of_round(work.connection, 1)
        made = await promises.of_round(work.connection, 1)
    assert [each.text for each in made] == [PROMISED]
    assert [(each.how, each.promise) for each in of if each.how == "doing"] == [("doing", made[0].ref)]
    await on.people[0].visits_home()
    await on.people[0].presses("Read it all")
    assert on.people[0].dialog.text.count("There is no money for it this year.") == 4
