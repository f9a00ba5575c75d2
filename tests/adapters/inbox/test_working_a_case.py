"""A guardian signs in, finds a case, reads it, answers, and closes it with an outcome; the reporter reads all of it."""

import pytest

from bot.enclosures import Enclosed
from storage.cases import statements
from storage.cases.enclosing import Enclosing
from storage.threads import receipts
from tests.adapters.inbox.front import front, served
from tests.databases import on_both
from tests.storage.cases.chamber import Chamber

PICTURE = Enclosed("picture", "image/webp", b"RIFF....WEBP" * 40)
FILE = Enclosed("file", "application/octet-stream", b"<script>alert(1)</script>")
SAID = "The rota was changed after the audit, and we were told to say nothing."


@on_both("chamber")
@pytest.mark.long
async def test_from_signing_in_to_the_outcome(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", "Tom"], unit="Theatre")
    ines = front(served(chamber))
    assert (await ines.goes("/inbox")).status_code == 401
    assert SAID not in ines.text
    await ines.signs_in(chamber, "Ines")
    assert ines.answer.url.path == "/inbox"
    assert "Risk of harm" in ines.text
    assert "Bullying or harassment · Theatre" in ines.text
    await ines.opens()
    assert SAID in ines.text
    await ines.presses("Mark as read")
    assert "Ines said that a person has read it." in ines.text
    await ines.presses("Send the reply", reply="I look into it this week.")
    assert "The reply is there for them to read." in ines.text
    assert "Ines (you) to whoever raised it" in ines.text
    assert await chamber.sees(receipt) == [(SAID, "me"), ("read", "Ines"), ("I look into it this week.", "Ines")]
    await ines.presses("Send and close", outcome="The rota is back. The audit is repeated.")
    assert "Ines closed the case." in ines.text
    told = await chamber.sees(receipt)
    assert told is not None
    assert told[-2:] == [("The rota is back. The audit is repeated.", "Ines"), ("closed", "Ines")]
    await ines.presses("Sign out")
    assert (await ines.goes("/inbox")).status_code == 401


@pytest.mark.long
async def test_pictures_are_shown_and_files_are_only_handed_over(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines"])
    for each in (PICTURE, FILE):
        assert await Enclosing(chamber.work, files=True)(" ".join(receipts.words(receipt)), "", each) == "kept"
    chamber.day.passes()
    app = served(chamber)
    ines, tom = front(app), front(app)
    await ines.signs_in(chamber, "Ines")
    await ines.opens()
    picture, file = ines.value(".picture img", "src"), ines.value(".message .text a", "href")
    assert "It may harm the device" in ines.text
    seen, taken = await ines.goes(picture), await ines.goes(file)
    assert (seen.content, seen.headers["content-type"]) == (PICTURE.content, "image/webp")
    assert (taken.content, taken.headers["content-type"]) == (FILE.content, "application/octet-stream")
    assert taken.headers["content-disposition"].startswith("attachment")
    for number in ("0", "9", "x"):
        assert (await ines.goes(picture.rpartition("/")[0] + f"/{number}")).status_code == 404
    await tom.signs_in(chamber, "Tom")
    assert (await tom.goes(picture)).status_code == 404


async def test_working_says_that_nothing_waits_too_long(chamber: Chamber) -> None:
    await chamber.files(SAID, ["Ines"])
    ines = front(served(chamber))
    await ines.signs_in(chamber, "Ines")
    [said] = await statements.last_said(chamber.work, [chamber.directory.recipients[0]])
    assert said == statements.Statement(chamber.day.today, signed=True)
    chamber.day.passes(8)
    await ines.goes("/inbox")
    assert await statements.last_said(chamber.work, [chamber.directory.recipients[0]]) == [said]
    await ines.opens()
    await ines.presses("Send the reply", reply="I am sorry that it took so long.")
    [said] = await statements.last_said(chamber.work, [chamber.directory.recipients[0]])
    assert said == statements.Statement(chamber.day.today, signed=True)
