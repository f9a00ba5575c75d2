"""Whoever promised to say what came of a round leaves: it asks nobody anything new until another has taken it over."""

import pytest

from bot.programme import NOTICE
from storage import circles, directory, practice_handing, practices
from tests.conversations.briefing import CHOOSE, COMES, NAME, OPENS, known, says
from tests.conversations.networks import HIDDEN, founded
from tests.harness import Colleague, Office
from tests.together import runs

GONE = "does not work here any more"
CHOICE = "Which matter most?"


async def looks(who: Colleague) -> str:
    """What is under way, as a steward reads it."""
    await who.visits_home()
    await who.presses("What runs together")
    return who.dialog.text


async def stops(who: Colleague) -> None:
    await looks(who)
    await who.presses("Stop")
    await who.sends()
    await who.dismisses()


async def under_way(office: Office) -> tuple[Colleague, Colleague, Colleague]:
    """Something was said to Amara, who then stops it: nothing more opens, but one round goes on."""
    dario, amara, bryn = [await office.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Bryn Hughes")]
    for steward in (dario, amara):
        await office.grant(steward, "steward")
    known(office)
    await runs(office, NAME, amara)
    await office.until(OPENS)
    for who, what in ((bryn, "Hot food at night."), (dario, "A quiet room.")):
        await says(who, what)
    await stops(amara)
    return dario, amara, bryn


@pytest.mark.long
async def test_a_round_whose_answerer_left_waits_and_is_taken_over_by_another(office: Office) -> None:
    dario, amara, bryn = await under_way(office)
    assert "one is under way. Amara Okafor says what came of it by" in await looks(dario)
    assert "Take it over" not in dario.dialog.buttons
    await dario.dismisses()
    await office.leaves(amara)
    await office.wait(minutes=1)
    assert GONE in dario.newest.text
    await office.until(CHOOSE)
    assert CHOICE not in await bryn.visits_home()
    assert GONE in await looks(dario)
    await dario.presses("Take it over")
    await dario.sends()
    assert "You say what came of" in dario.dialog.text
    await dario.dismisses()
    await office.wait(minutes=1)
    assert CHOICE in await bryn.visits_home()
    assert GONE not in await looks(dario)
    await dario.dismisses()


@pytest.mark.long
async def test_what_waited_past_its_close_asks_nobody_any_more_and_somebody_is_quicker(bare: Office) -> None:
    dario, amara, bryn = await under_way(bare)
    maya = await bare.hire("Maya Osei")
    await bare.grant(maya, "steward")
    await bare.leaves(amara)
    await bare.until(COMES)
    for who in (maya, dario):
        await looks(who)
        await who.presses("Take it over")
    for who in (maya, dario):
        await who.sends()
    assert "You say what came of" in maya.dialog.text
    assert "Somebody was quicker" in " ".join(dario.dialog.errors)
    await bare.wait(minutes=1)
    assert CHOICE not in await bryn.visits_home()
    await bare.until("2026-12-01T12:01")
    assert "You promised all staff to say by" in await maya.visits_home()


@pytest.mark.long
async def test_a_hidden_networks_round_is_taken_over_by_its_lead_and_by_no_steward_from_outside(bare: Office) -> None:
    dario, amara, bryn = [await bare.hire(each) for each in ("Dario Moretti", "Amara Okafor", "Bryn Hughes")]
    await bare.grant(dario, "steward")
    await founded(dario, bryn, "Quiet friends", HIDDEN)
    known(bare)
    async with bare.works.ledger.begin() as work:
        [network] = await circles.networks(work.connection)
        who = await directory.meet(work.connection, amara.account)
        assert who
        soon = bare.clock.now() + NOTICE
        practice = bare.works.house.practices[NAME]
        await practices.start(work, practices.Start(practice, network.id, who.id, "Europe/London", soon))
    await bare.until(OPENS)
    await bare.leaves(amara)
    await bare.wait(minutes=1)
    assert GONE in dario.newest.text
    assert GONE in bryn.newest.text
    assert "so only somebody who leads it can take it over" in await looks(dario)
    assert "Take it over" not in dario.dialog.buttons
    await bare.forges(dario, "practices.take_over", (await running_ref(bare)), {})
    assert GONE in await looks(bryn)
    await bryn.presses("Take it over")
    await bryn.sends()
    assert "You say what came of" in bryn.dialog.text


async def running_ref(office: Office) -> str:
    async with office.works.ledger.begin() as work:
        [one] = await practice_handing.under_way(work, office.works.house.practices)
    return one.ref
