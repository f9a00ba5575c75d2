"""An event that is announced on a later day, and one whose people have all gone before it begins."""

import pytest

from tests.conversations.meeting import DAY, YES, announces, at_work, cancels, opens_mine, read, says, writes
from tests.conversations.networks import OPEN, founded, joins, leaves
from tests.harness import Office

ON = "Announce it on"


async def test_it_is_announced_on_the_day_that_was_chosen_and_nobody_else_sees_it_before(office: Office) -> None:
    dario, amara, _ = await at_work(office)
    await writes(dario)
    await dario.fills({ON: "2026-11-18"})  # the event begins at noon that day, so that nine is early enough
    await dario.sends()
    assert "It is announced on Wednesday 18 November, and nobody else sees it before." in dario.dialog.text
    await dario.dismisses()
    await opens_mine(dario, "Change")
    assert dario.dialog.values[DAY] == "2026-11-18"
    await dario.sends()
    await dario.fills({ON: "2026-11-08"})
    await dario.sends()
    assert "Choose a later day that is before the event, or leave it empty." in " ".join(dario.dialog.errors)
    await dario.fills({ON: "2026-11-12"})
    await dario.sends()
    await dario.dismisses()
    assert "Staying at work" not in await amara.visits_home()
    await office.until("2026-11-12T09:05")
    assert "Staying at work" in await amara.visits_home()
    await office.until("2026-11-18T09:05")
    assert read(amara, "Staying at work") == 1


async def test_with_its_lead_gone_another_announces_it_and_cancelled_before_nobody_hears(bare: Office) -> None:
    dario, amara, bryn = await at_work(bare)
    await bare.grant(bryn, "steward")
    await writes(dario)
    await dario.fills({ON: "2026-11-12"})
    await dario.sends()
    await bare.leaves(dario)
    await bare.wait(minutes=1)
    assert read(bryn, "You lead it from now on.") == 1
    await cancels(bryn)
    await bare.until("2026-11-12T09:05")
    assert read(amara, "Staying at work") == 0
    assert "Staying at work" not in await amara.visits_home()


@pytest.mark.long
async def test_when_everybody_has_left_the_network_nobody_is_reminded_and_a_steward_can_still_end_it(
    bare: Office,
) -> None:
    dario, amara, _ = await at_work(bare)
    lead = await bare.hire("Chidi Nwosu")
    await founded(dario, lead, "Running", OPEN)
    await joins(amara, "Running")
    await announces(lead)
    await says(amara, YES)
    await leaves(amara, "Running")
    await leaves(lead, "Running")
    await bare.until("2026-11-17T13:00")
    assert read(amara, "Coming up") == 0
    assert "Your events" not in (await lead.sees_home()).buttons
    await opens_mine(dario, "Who comes")
    assert "Nobody yet." in dario.dialog.text
    await dario.dismisses()
    await cancels(dario)
    assert read(amara, "cancelled") == 0


async def test_whoever_leads_something_shows_it_in_a_channel_and_each_answers_for_themselves(office: Office) -> None:
    dario, amara, _ = await at_work(office)
    await announces(dario)
    await dario.says(" Events ", "channel")
    shown = dario.messages("channel")[-1]
    assert "Wednesday 18 November, 12:30, Room 2, for all staff." in shown.text
    assert "Can you come?" in shown.buttons
    await amara.says("events", "channel")
    assert "Whoever leads a team or a network shows its next events here" in amara.messages("channel")[-1].text
    await dario.presses("Can you come?", on="Nobody here sees what you answer")
    assert "Three colleagues say what helped." in dario.dialog.text
    await dario.dismisses()
    await amara.says("events")
    assert "shows its next events here" not in amara.newest.text


async def test_p6_of_a_hidden_network_nothing_is_shown_in_a_channel(bare: Office) -> None:
    dario, lead, _ = await at_work(bare)
    await founded(dario, lead, "Quiet")
    await announces(lead)
    await lead.says("events", "channel")
    assert "Of a hidden network nothing is shown." in lead.messages("channel")[-1].text
    assert "Staying at work" not in lead.messages("channel")[-1].text
