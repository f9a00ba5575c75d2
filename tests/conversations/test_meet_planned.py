"""An event that is announced on a later day, and one whose people have all gone before it begins."""

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


async def test_when_everybody_has_left_the_network_nobody_is_reminded_and_its_lead_can_still_end_it(
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
    await opens_mine(lead, "Who comes")
    assert "Nobody yet." in lead.dialog.text
    await lead.dismisses()
    await cancels(lead)
    assert read(amara, "cancelled") == 0
