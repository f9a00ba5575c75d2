"""A network is closed while something of it is still to come: whoever said yes hears it once, and nothing leads back to it."""

import pytest

from tests.conversations.meeting import ROOM, YES, announces, at_work, opens_mine, read, says
from tests.conversations.networks import HIDDEN, OPEN, founded, joins, leaves, looks_at
from tests.harness import Colleague, Office
from tests.witness import dump

NETWORK = "Blue network"
OFF = "What you said yes to on Wednesday 18 November, 12:30 is cancelled. I am sorry."


async def closes(steward: Colleague) -> None:
    await looks_at(steward, NETWORK)
    await steward.presses("Close it")
    assert "hears that it is cancelled, without a name." in steward.dialog.text
    await steward.sends()
    await steward.dismisses()
    await steward.office.wait(minutes=1)


async def hear_it_once(office: Office, roster: str) -> None:
    dario, amara, bryn = await at_work(office)
    maya = await office.hire("Maya Osei")
    await founded(dario, amara, NETWORK, roster)
    for each in (bryn, maya):
        await joins(each, NETWORK)
    await announces(amara)
    await says(bryn, YES)
    await says(maya, "Not sure yet: remind me")
    await leaves(amara, NETWORK)
    await closes(dario)
    assert [read(each, OFF) for each in (bryn, maya, amara, dario)] == [1, 1, 0, 0]
    assert NETWORK not in "".join(str(row) for row in dump(office.works.database)["delivery"])
    await office.until("2026-11-19T12:00")
    assert [read(each, OFF) for each in (bryn, maya)] == [1, 1]
    assert [read(each, "Coming up") for each in (bryn, maya)] == [0, 0]  # the reminders that waited


async def test_whoever_said_yes_to_a_hidden_one_s_event_hears_that_it_is_cancelled_without_a_name(
    office: Office,
) -> None:
    await hear_it_once(office, HIDDEN)


async def test_whoever_said_yes_to_an_open_one_s_event_hears_the_same(bare: Office) -> None:
    await hear_it_once(bare, OPEN)


@pytest.mark.parametrize("roster", [HIDDEN, OPEN])
async def test_a_change_that_was_not_told_yet_is_not_told_any_more(bare: Office, roster: str) -> None:
    dario, amara, bryn = await at_work(bare)
    await founded(dario, amara, NETWORK, roster)
    await joins(bryn, NETWORK)
    await announces(amara)
    await says(bryn, YES)
    await opens_mine(amara, "Change")
    await amara.fills({ROOM: "Room 9"})
    await amara.sends()
    await amara.dismisses()
    await leaves(amara, NETWORK)
    await closes(dario)
    assert (read(bryn, OFF), read(bryn, "Room 9")) == (1, 0)
