"""What choosing keeps to when people take back what they named: a thing is there as long as one of them stands by it."""

import pytest

from tests.conversations.briefing import moment_of, says
from tests.harness import Colleague, Office
from tests.together import runs

NAMES = ("Dario Moretti", "Amara Okafor", "Bela Smith", "Cai Lee", "Dev Rao")
MEMOIR, PRIDE, ALIKE = "My own brother's memoir about our ward", "Pride", "pride."
GONE = "something that was taken back"


@pytest.mark.long
async def test_p8_what_is_taken_back_is_gone_and_what_somebody_else_said_too_stays(bare: Office) -> None:
    dario, *people = [await bare.hire(each) for each in NAMES]
    await runs(bare, "culture-club", dario)
    await bare.until("2026-11-10T12:01")
    for who, what in zip(people, (MEMOIR, PRIDE, ALIKE), strict=False):
        await says(who, what)
    await bare.until("2026-11-17T12:01")
    said, weigh = await moment_of(bare, "name"), await moment_of(bare, "choose")
    assert "brother" not in str(weigh.spec)
    shown = PRIDE if PRIDE in await _hand(people[0]) else ALIKE
    first, second = (1, 2) if shown == PRIDE else (2, 1)
    await bare.forges(people[first], "say.take_back", said.on.ref, {})
    left = ({PRIDE, ALIKE} - {shown}).pop()
    assert await _hand(people[0]) == {MEMOIR, left}
    for who in (dario, *people):
        await _chooses(who, MEMOIR)
    await bare.until("2026-11-22T12:01")
    assert f"We chose: {MEMOIR}" in await dario.visits_home()
    await bare.forges(people[0], "say.take_back", said.on.ref, {})
    await people[0].dismisses()
    home = await dario.visits_home()
    assert f"We chose: {GONE}" in home
    assert f"Chosen: {GONE}" in home
    await dario.presses("How it came out")
    seen = dario.dialog.text
    await dario.dismisses()
    await bare.until("2026-12-18T13:00")
    await dario.visits_home()
    await dario.presses("Say what came of it")
    for each in (home, seen, dario.dialog.text, str((await moment_of(bare, "choose")).spec)):
        assert "brother" not in each
    assert f"Chosen: {GONE}" in dario.dialog.text
    assert people[second].name in dario.dialog.text
    await dario.dismisses()


async def _hand(who: Colleague) -> set[str]:
    """What stands on this person's card."""
    await who.visits_home()
    await who.presses("Choose")
    hand = who.dialog.fields["Your choice"]
    await who.dismisses()
    return set(hand)


async def _chooses(who: Colleague, what: str) -> None:
    await who.visits_home()
    await who.presses("Choose")
    await who.fills({"Your choice": what})
    await who.sends()
    await who.dismisses()
