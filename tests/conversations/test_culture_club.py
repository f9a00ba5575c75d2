"""A practice from its start to what came of it, lived by the people of an office on every platform."""

from pathlib import Path

import pytest

from tests.harness import Colleague, Office

BOOK = "Small Island, 9 hours as an audiobook: what arriving here is like."
FILM = "Pride, 2 hours: it made me laugh and then not."
PODCAST = "Ear Hustle, 40 minutes an episode."


@pytest.mark.long
async def test_people_name_something_choose_and_hear_what_came_of_it(office: Office) -> None:
    dario, people = await _club(office)
    amara, _, chidi = people[:3]
    assert "New: Culture club, for all staff." in await chidi.visits_home()
    await office.until("2026-11-10T12:00")
    assert "This is the first. You will hear what came of it." in amara.newest.text
    assert "You decide this together. Dario Moretti says what came of it by Monday 21 December." in amara.newest.text
    for who, what in zip(people, (BOOK, FILM, PODCAST), strict=False):
        await _says(who, what)
    await _says(amara, f"{BOOK}!")  # said anew: it takes the place of the first
    assert f"You said: {BOOK}!" in await amara.visits_home()
    await amara.presses("Read what was said")
    assert f"Bela Smith: {FILM}" in amara.dialog.text
    await amara.dismisses()

    await office.until("2026-11-17T12:00")
    for who, what in zip(people, (FILM, FILM, FILM, FILM, f"{BOOK}!", FILM), strict=False):
        await _chooses(who, what)
    assert "What you choose here is not shown, not even to you." in await amara.visits_home()
    await office.until("2026-11-22T12:00")
    assert f"We chose: {FILM}" in await chidi.visits_home()
    await chidi.presses("How it came out")
    assert f"{FILM}: chosen, without a number" in chidi.dialog.text
    await chidi.dismisses()

    await office.until("2026-12-18T13:00")
    assert "You promised all staff to say what came of it." in await dario.visits_home()
    await dario.presses("Say what came of it")
    assert f"Chosen: {FILM}" in dario.dialog.text
    await dario.fills(
        {"What came of it?": "We meet on 15 January at noon, in the canteen, with the film club of Site B."}
    )
    await dario.sends()
    await _promises_the_canteen(dario)
    assert "Dario Moretti: We meet on 15 January at noon" in await chidi.visits_home()
    assert "The canteen stays open." in await _going_on(chidi)
    await office.until("2026-12-22T12:00")
    await chidi.visits_home()
    await chidi.presses("Say it")
    assert "Last time: We meet on 15 January at noon" in chidi.dialog.text


async def _club(office: Office) -> tuple[Colleague, list[Colleague]]:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    names = ("Amara Okafor", "Bela Smith", "Chidi Eze", "Dana Jones", "Efe Ali", "Fay Brown")
    people = [await office.hire(each) for each in names]
    await dario.visits_home()
    await dario.presses("Start a practice")
    await dario.fills({"What would you like to start?": "Culture club", "Who says what came of it?": "Dario Moretti"})
    await dario.fills({"For whom?": "All staff (22 people)"})
    await dario.sends()
    assert "Until Monday 16 November, 18:00. Name one book" in dario.dialog.text
    assert "It reaches 22 people as of today, on Home" in dario.dialog.text
    await dario.sends()
    assert "Started. The first round opens on Tuesday 10 November" in dario.dialog.text
    await dario.dismisses()
    return dario, people


async def _says(who: Colleague, what: str) -> None:
    await who.visits_home()
    await who.presses("Say it")
    await who.fills({"Your words": what})
    await who.sends()
    await who.dismisses()


async def _chooses(who: Colleague, what: str) -> None:
    await who.visits_home()
    await who.presses("Choose")
    await who.fills({"Your choice": what})
    await who.sends()
    await who.dismisses()


async def _promises_the_canteen(who: Colleague) -> None:
    await who.presses("Promise something")
    await who.fills({"What will be done?": "The canteen stays open.", "By when will it be done?": "2027-01-15"})
    await who.sends()
    assert "Promised when we asked about" in who.dialog.text
    await who.dismisses()


async def _going_on(who: Colleague) -> str:
    await who.presses("What is going on?")
    read = who.dialog.text
    await who.dismisses()
    return read


@pytest.mark.long
async def test_thirty_days_after_the_close_no_key_tells_who_chose_what(bare: Office, tmp_path: Path) -> None:
    await _club(bare)
    await bare.until("2026-12-21T17:00")
    assert len(list((tmp_path / "secrets").glob("given-*"))) == 1
    await bare.until("2026-12-21T19:00")
    await bare.wait(minutes=1)
    assert list((tmp_path / "secrets").glob("given-*")) == []
