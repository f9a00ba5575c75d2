"""Words that a guardian typed are not lost: not when the lock falls, not when something is refused, not when a case goes."""

import re
from pathlib import Path

import pytest

from storage.cases.sessions import IDLE
from tests.adapters.inbox.front import Front, front, served
from tests.storage.cases.chamber import Chamber, passphrase

SAID = "The keys to the drug room are under the plant."
TYPED = "Thank you. I asked for the lock to be\nchanged <b>today</b> & told nobody why."


async def reading(chamber: Chamber, name: str = "Ines") -> Front:
    opened = front(served(chamber))
    await opened.signs_in(chamber, name)
    await opened.opens()
    return opened


def box(page: Front, name: str) -> str:
    return page.said(f"textarea[name={name}]")


async def signs_in_again(page: Front, chamber: Chamber, *, wrong: bool = False) -> None:
    told = "not the passphrase at all" if wrong else passphrase("Ines")
    await page.presses("Sign in", name="Ines", passphrase=told, code=chamber.code("Ines"))


async def test_a_reply_sent_after_the_lock_fell_comes_back_after_signing_in(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID)
    ines = await reading(chamber)
    chamber.watch.at += IDLE
    assert (await ines.presses("Send the reply", reply=TYPED)).status_code == 401
    assert "comes back when you sign in here" in ines.text
    await signs_in_again(ines, chamber, wrong=True)
    assert "comes back when you sign in here" in ines.text
    await signs_in_again(ines, chamber)
    assert "Your words are where they were, and not sent yet." in ines.text
    assert box(ines, "reply") == TYPED
    assert await chamber.sees(receipt) == [(SAID, "me")]
    await ines.presses("Send the reply")
    assert await chamber.sees(receipt) == [(SAID, "me"), (TYPED, "Ines")]
    # On disk they lay nowhere in clear in between; that reply is found by nobody without the keys.
    assert not [name for name, told in chamber.desk.files().items() if b"changed <b>" in told]


@pytest.mark.long
async def test_words_for_a_case_that_went_are_shown_to_be_copied(file_chamber: Chamber) -> None:
    await file_chamber.files(SAID)
    ines, tom = await reading(file_chamber), await reading(file_chamber, "Tom")
    await ines.presses("Propose deletion", propose_why="It was raised twice.")
    file_chamber.watch.at += 60
    await tom.goes(tom.answer.url.path)
    await tom.presses("Delete for good", sure="yes")
    assert "The case is deleted for good." in tom.text
    file_chamber.watch.at += IDLE
    await ines.presses("Keep the note", note=TYPED)
    await signs_in_again(ines, file_chamber)
    assert "Your words are still here" in ines.text
    assert TYPED in ines.said("textarea")


async def test_a_form_of_another_site_plants_no_words(file_chamber: Chamber) -> None:
    await file_chamber.files(SAID)
    ines = await reading(file_chamber)
    path = ines.answer.url.path
    file_chamber.watch.at += IDLE
    answer = await ines.posts(path, {"do": "reply", "reply": "planted"}, Origin="https://evil.example")
    assert (answer.status_code, "planted" in answer.text) == (403, False)


@pytest.mark.long
async def test_where_something_is_refused_the_words_stay_in_the_form(file_chamber: Chamber) -> None:
    receipt = await file_chamber.files(SAID)
    ines = await reading(file_chamber)
    long = "x" * 3001
    for button, name in (("Send the reply", "reply"), ("Keep the note", "note"), ("Send and close", "outcome")):
        assert (await ines.presses(button, **{name: long})).status_code == 409
        assert "longer than 3,000 characters" in ines.text
        assert box(ines, name) == long
        assert (await ines.presses(button, **{name: " \n "})).status_code == 409
        assert "There was nothing in the field." in ines.text
    assert await file_chamber.sees(receipt) == [(SAID, "me")]


@pytest.mark.long
async def test_a_text_that_is_too_long_for_the_other_pages_stays_there_too(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines, long = await reading(chamber), "x" * 25_000
    copy = f"{ines.answer.url.path}/copy"
    await ines.goes("/inbox/add")
    await ines.presses("Add the case", text=long, category="bullying", how="phone", door="open")
    assert "longer than 12,000 characters" in ines.text
    assert box(ines, "text") == long
    await ines.goes(copy)
    await ines.presses("Keep on record and download", passage=[long], office="HR", why="Rotas.", sure="yes")
    assert "longer than 12,000 characters" in ines.text
    assert box(ines, "passage") == long
    await ines.goes("/inbox/figures")
    chamber.day.passes(100)
    await ines.goes("/inbox/figures")
    await ines.presses("Publish", changed=long, sure="yes")
    assert "longer than 3,000 characters" in ines.text
    assert box(ines, "changed") == long


@pytest.mark.long
async def test_a_draft_survives_the_lock_and_is_nobody_else_s(chamber: Chamber) -> None:
    await chamber.files(SAID)
    ines, tom = await reading(chamber), await reading(chamber, "Tom")
    path = ines.answer.url.path
    token = ines.value("body", "data-token")
    for name in ("reply", "note", "outcome"):
        kept = await ines.posts(f"{path}/draft", {"token": token, "box": name, "text": f"{TYPED} {name}"})
        assert kept.status_code == 204
    chamber.watch.at += IDLE
    assert (await ines.posts(f"{path}/draft", {"token": token, "box": "reply", "text": "x"})).status_code == 401
    await ines.signs_in(chamber, "Ines")
    await ines.opens()
    assert [box(ines, name) for name in ("reply", "note", "outcome")] == [
        f"{TYPED} {n}" for n in ("reply", "note", "outcome")
    ]
    await tom.goes("/inbox")
    assert TYPED not in (await tom.goes(tom.answer.url.path)).text
    await ines.presses("Send the reply")
    assert box(ines, "reply") == ""
    assert box(ines, "note") == f"{TYPED} note"


def test_no_browser_cuts_off_what_somebody_wrote() -> None:
    """A box that ends at its limit drops the rest of what is pasted, without a word; the server keeps and says so."""
    adapters = Path(__file__).parents[3] / "adapters"
    pages = [*adapters.glob("inbox/templates/*.html"), *adapters.glob("second_door/templates/*.html")]
    written = [each.read_text(encoding="utf-8") for each in (*pages, adapters / "web/templates/fields.html")]
    areas = [area for page in written for area in re.findall(r"<textarea[^>]*>", page)]
    assert len(areas) > 5
    assert not [area for area in areas if "maxlength" in area]
