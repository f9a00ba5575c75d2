"""What somebody said is shared only in words to which they have said yes, and never without."""

import pytest

from tests.conversations.conftest import on_every_door
from tests.harness import Colleague, Office
from tests.together import runs

TOLD, TIDIED, OTHER, OWN = (
    "the porter walked me",
    "The porter walked me.",
    "A porter helped.",
    "The porter, Sam, walked me.",
)


async def _offers(dario: Colleague, label: str, words: str) -> None:
    await dario.visits_home()
    await dario.presses("Look at the words")
    await dario.presses(label)
    await dario.fills({"The words that everybody is to read": words})
    await dario.sends()


@on_every_door
@pytest.mark.long
async def test_a_yes_holds_for_the_words_it_was_pressed_under_and_what_the_author_writes_needs_none(
    office: Office,
) -> None:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    bela = await office.hire("Bela Smith")
    await office.grant(dario, "steward")
    await runs(office, "story", dario)
    await office.until("2026-11-09T10:00")
    await amara.visits_home()
    await amara.presses("Say it")
    await amara.fills({"Your words": TOLD})
    await amara.sends()
    await amara.dismisses()
    await _offers(dario, "Offer words", "  ")
    assert "Please write something" in "\n".join(dario.dialog.errors)
    await dario.fills({"The words that everybody is to read": TIDIED})
    await dario.sends()
    await dario.dismisses()
    await office.wait(minutes=1)
    assert TIDIED in amara.newest.text
    await _offers(dario, "Offer other words", OTHER)
    await dario.dismisses()
    await amara.presses("Approve", on=TIDIED)
    told = next(each.text for each in amara.messages() if "These words have changed since." in each.text)
    assert OTHER in told
    assert "porter" not in await bela.visits_home()
    await amara.visits_home()
    await amara.presses("Change")
    await amara.fills({"The words that everybody is to read": OWN})
    await amara.sends()
    await amara.dismisses()
    assert "1 is there to read" in await bela.visits_home()
    await bela.presses("Read them")
    assert f"Amara Okafor: {OWN}" in bela.dialog.text
    await bela.dismisses()
    await amara.visits_home()
    await amara.presses("Take it back")
    await amara.sends()
    await amara.dismisses()
    assert "there to read" not in await bela.visits_home()
