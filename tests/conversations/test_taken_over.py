"""Whoever promised to say what came of a round leaves: it asks nobody anything new until another has taken it over."""

import pytest

from tests.conversations.briefing import CHOOSE, COMES, NAME, OPENS, known, says
from tests.harness import Colleague, Office
from tests.together import runs

GONE = "does not work here any more"
CHOICE = "Which matter most?"


async def looks(who: Colleague) -> str:
    """What is under way, as a steward reads it."""
    await who.visits_home()
    await who.presses("Practices that run")
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
    await takes_over(dario)
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
    await takes_over(maya)
    await dario.sends()
    assert "Somebody was quicker" in " ".join(dario.dialog.errors)
    assert CHOICE not in await bryn.visits_home()
    await bare.until("2026-12-01T12:01")
    assert "You promised all staff to say by" in await maya.visits_home()


async def takes_over(who: Colleague) -> None:
    await who.sends()
    assert "You say what came of" in who.dialog.text
    await who.dismisses()
    await who.office.wait(minutes=1)
