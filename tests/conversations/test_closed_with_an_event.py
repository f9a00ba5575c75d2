"""A network is closed while something of it is still to come: whoever said yes hears it once, and nothing leads back to it."""

import pytest

from tests.conversations.meeting import YES, announces, at_work, says
from tests.conversations.networks import HIDDEN, OPEN, founded, joins, leaves, looks_at
from tests.harness import Office
from tests.witness import dump

NETWORK = "Blue network"
OFF = "What you said yes to on Wednesday 18 November, 12:30 is cancelled. I am sorry."


@pytest.mark.parametrize("roster", [HIDDEN, OPEN])
async def test_whoever_said_yes_hears_that_it_is_cancelled_without_a_name(bare: Office, roster: str) -> None:
    dario, amara, bryn = await at_work(bare)
    await founded(dario, amara, NETWORK, roster)
    await joins(bryn, NETWORK)
    await announces(amara)
    await says(bryn, YES)
    await leaves(amara, NETWORK)
    await looks_at(dario, NETWORK)
    await dario.presses("Close it")
    assert "hears that it is cancelled, without a name." in dario.dialog.text
    await dario.sends()
    await dario.dismisses()
    await bare.wait(minutes=1)
    assert [screen.text for screen in bryn.messages()].count(OFF) == 1
    assert OFF not in [screen.text for screen in (*dario.messages(), *amara.messages())]
    assert NETWORK not in "".join(str(row) for row in dump(bare.works.database)["delivery"])
    await bare.until("2026-11-18T12:00")
    assert [screen.text for screen in bryn.messages()].count(OFF) == 1
