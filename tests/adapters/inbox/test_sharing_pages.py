"""On a case's page: its card, notes, handing over, stepping back, deleting by two; and what to do when a colleague leaves."""

from dataclasses import replace

import pytest

from storage.cases import guardians
from storage.threads import transcript
from tests.adapters.inbox.front import Front, front, served
from tests.databases import on_both
from tests.storage.cases.chamber import Chamber, passphrase

SAID = "Breaks are written down that nobody had."


async def at_work(chamber: Chamber, name: str = "Ines", *, at: int | None = 0) -> Front:
    opened = front(served(chamber))
    await opened.signs_in(chamber, name)
    if at is not None:
        await opened.opens(at)
    return opened


async def newcomer(chamber: Chamber) -> None:
    """Somebody comes on the list after the report was filed."""
    made = await guardians.enrol(chamber.work, passphrase("Nia"), "Nia", "deputy guardian")
    chamber.enrolled = {**chamber.enrolled, "Nia": made}
    await chamber.lists(replace(chamber.directory, recipients=(*chamber.directory.recipients, made.public)))


@pytest.mark.long
async def test_the_card_is_kept_and_the_list_finds_by_it(chamber: Chamber) -> None:
    await chamber.files(SAID, unit="Ward 7")
    await chamber.files("The lift is stuck again.", urgent=True)
    ines = await at_work(chamber, at=None)
    await ines.presses("Show", text="breaks")
    assert "1 of 2 cases" in ines.text
    await ines.opens()
    await ines.posts(ines.answer.url.path, {**card(ines, "status"), "status": "waiting"})
    await ines.posts(ines.answer.url.path, {**card(ines, "tags"), "tags": "rota, rota,  pay "})
    own = ines.value("#owner option:nth-child(2)")
    await ines.posts(ines.answer.url.path, {**card(ines, "owner"), "owner": own})
    await ines.presses("Keep the note", note="Payroll has the clock cards.")
    assert ines.value("#tags") == "rota, pay"
    assert "Payroll has the clock cards." in ines.text
    for wrong in ({"do": "status", "status": "closed"}, {"do": "keep", "keep": "31/12/2026"}):
        assert (await ines.posts(ines.answer.url.path, {**card(ines, "tags"), **wrong})).status_code == 409
    for typed, found in (
        ({"text": "CLOCK cards"}, 1),
        ({"text": "pay Ines"}, 1),
        ({"owner": "me"}, 1),
        ({"owner": "nobody"}, 1),
        ({"status": "waiting"}, 1),
        ({"status": "not closed", "category": "bullying"}, 2),
        ({"text": "nothing of this"}, 0),
    ):
        await ines.goes("/inbox")
        form = {"text": "", "category": "", "status": "", "owner": "", **typed}
        await ines.presses("Show", **form)
        assert len(ines.page.css(".case-name")) == found
        assert str(ines.answer.url).endswith("/inbox")
    await ines.presses("Show all")
    assert len(ines.page.css(".case-name")) == 2


@pytest.mark.long
@on_both("chamber")
async def test_handing_over_and_stepping_back(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines"])
    await newcomer(chamber)
    ines = await at_work(chamber)
    assert "Not to Tom, Ruth and Olga" in ines.text
    assert "You are the last person who reads it." in ines.text
    token = card(ines, "tags")
    refused = await ines.posts(ines.answer.url.path, {**token, "do": "recuse", "sure": "yes"})
    assert (refused.status_code, "You are the last person" in ines.text) == (409, True)
    nia = ines.value("[name=hand_to]")
    assert (await ines.presses("Hand it over", hand_why="On leave from Monday.")).status_code == 409
    assert ines.value("#hand_why") == "On leave from Monday."
    await ines.presses("Hand it over", hand_to=nia, hand_why="On leave from Monday.")
    assert "The case is handed over." in ines.text
    assert "Nia: On leave from Monday." in ines.text
    assert (await ines.presses("Step back from this case")).status_code == 409
    await ines.presses("Step back from this case", sure="yes")
    assert "You stepped back." in ines.text
    assert ines.page.css(".case-name") == []
    other = await at_work(chamber, "Nia")
    await other.presses("Send the reply", reply="I am new here and read this now.")
    told = await chamber.sees(receipt)
    assert told is not None
    assert told[-1] == ("I am new here and read this now.", "Nia")
    assert ("Nia", "Ines") in told


@pytest.mark.long
async def test_deleting_takes_two_and_a_legal_hold_stops_it(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", "Tom"])
    ines, tom = await at_work(chamber), await at_work(chamber, "Tom")
    token = card(ines, "tags")
    assert (await ines.posts(ines.answer.url.path, {**token, "do": "delete", "sure": "yes"})).status_code == 409
    await ines.presses("Propose deletion", propose_why="Sent twice by mistake.")
    assert (await ines.posts(ines.answer.url.path, {**token, "do": "delete", "sure": "yes"})).status_code == 409
    await ines.posts(ines.answer.url.path, {**token, "do": "hold", "hold": "Tribunal, until it has ended"})
    await tom.goes(tom.answer.url.path)
    assert "Ines proposes to delete this case" in tom.text
    assert (await tom.presses("Delete for good", sure="yes")).status_code == 409
    assert "there is a legal hold" in tom.text
    await ines.posts(ines.answer.url.path, {**token, "do": "hold", "hold": ""})
    await tom.goes(tom.answer.url.path)
    await tom.presses("Delete for good", sure="yes")
    assert "The case is deleted for good." in tom.text
    assert (await ines.goes(ines.answer.url.path)).status_code == 404
    assert await chamber.sees(receipt) is None


async def test_who_reads_alone_asks_somebody_who_sees_nothing_of_it(chamber: Chamber) -> None:
    await chamber.files(SAID, ["Ines"])
    ines, ruth = await at_work(chamber), await at_work(chamber, "Ruth", at=None)
    slip = ines.said("#slip")
    await ruth.goes("/inbox/guardians")
    assert (await ruth.presses("Agree", slip="not the digits", sure="yes")).status_code == 409
    assert (await ruth.presses("Agree", slip=slip)).status_code == 409
    await ruth.presses("Agree", slip=slip, sure="yes")
    answer = ruth.said("#answer")
    assert (await ines.presses("Delete for good", sure="yes", agreement="0" * 64 + answer[64:])).status_code == 409
    await ines.presses("Delete for good", sure="yes", agreement=answer)
    assert "The case is deleted for good." in ines.text


async def test_when_a_colleague_leaves_their_cases_get_new_keys(chamber: Chamber) -> None:
    await chamber.files(SAID, ["Ines", "Tom"])
    ines, tom = await at_work(chamber, at=None), await at_work(chamber, "Tom")
    await ines.goes("/inbox/guardians")
    assert not ines.page.css("#leaving-who")  # who stays can be put out of no case
    number = chamber.enrolled["Tom"].who.hex()
    token = ines.value("input[name=token]")
    taken: dict[str, str | list[str]] = {"token": token, "do": "leaving", "leaving": number, "sure": "yes"}
    assert (await ines.posts("/inbox/guardians", taken)).status_code == 409
    assert len(await chamber.cases("Tom")) == 1
    await chamber.until("Tom", chamber.day.today)
    await ines.goes("/inbox/guardians")
    leaver = leaving(ines, "Tom")
    assert (await ines.presses("Give the cases new keys", leaving=leaver, to=leaver, sure="yes")).status_code == 409
    await ines.presses("Give the cases new keys", leaving=leaver, to=[], sure="yes")
    assert "1 case has new keys." in ines.text
    assert (await tom.goes(tom.answer.url.path)).status_code == 404
    await ines.opens()
    assert SAID in ines.text
    assert "told who reads it from now on: Ines." in ines.text


async def test_what_was_tampered_with_is_shown_as_such(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines = await at_work(chamber)
    await ines.presses("Send the reply", reply="I answer you.")
    [case] = await chamber.cases("Ines")
    reply = transcript.bases(case.opened.token)[1]
    epoch = chamber.work.cabinet.shelf.read()[0]
    stored = {bytes(place): bytes(body) for place, body in await chamber.stored()}
    place = epoch.place(reply)
    changed = stored | {place: stored[place][:-1] + bytes([stored[place][-1] ^ 1])}
    await chamber.desk.restore(list(changed.items()))
    await ines.goes(ines.answer.url.path)
    assert "I answer you." not in ines.text
    assert "A message stood here. It was changed or destroyed and cannot be read." in ines.text
    assert len(ines.page.css("[data-lost]")) == 1


def card(page: Front, does: str) -> dict[str, str | list[str]]:
    """The token and the verb of one of the small forms."""
    token = page.value("body", "data-token")
    return {"token": token, "do": does}


def leaving(page: Front, name: str) -> str:
    for each in page.page.css("#leaving-who option"):
        if each.text() == name:
            return each.attributes["value"] or ""
    raise AssertionError(name)
