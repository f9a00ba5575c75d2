"""From a one-time code to the first sign-in; and new passphrases, by the recovery code or by the old one."""

from urllib.parse import parse_qs, urlsplit

import pyotp

from storage.cases import enrolment
from storage.cases.enrolment import Invitation
from tests.adapters.inbox.front import Front, front, served
from tests.databases import on_both
from tests.storage.cases.chamber import SIGNER, Chamber, passphrase

NEW = "a kettle, two owls and rain"


def shown(page: Front) -> tuple[str, str]:
    """The recovery code and the telephone's secret, as text."""
    recovery, secret = page.said("[data-recovery]"), page.said("[data-secret]")
    return recovery, secret.replace(" ", "")


def code(chamber: Chamber, secret: str) -> str:
    chamber.watch.at += 30
    return pyotp.TOTP(secret).at(int(chamber.watch.at))


@on_both("chamber")
async def test_from_a_one_time_code_to_the_first_sign_in(chamber: Chamber) -> None:
    told = await enrolment.invite(chamber.work, Invitation("Ada Mensah", "Guardian", "Chief executive"))
    ada = front(served(chamber))
    await ada.goes("/inbox/enrol")
    assert (await ada.presses("Go on", code="AAAA-BBBB-CCCC-DDDD")).status_code == 409
    assert "A code works once and for seven days." in ada.text
    await ada.presses("Go on", code=told.lower())
    assert "Ada Mensah" in ada.text
    assert "Chief executive" in ada.text
    await ada.presses("Make my keys", to=NEW, again=NEW + "x")
    assert "The two passphrases are not the same." in ada.text
    await ada.presses("Make my keys", to="short", again="short")
    assert "Use at least 15 characters" in ada.text
    await ada.presses("Make my keys", to=NEW, again=NEW)
    recovery, secret = shown(ada)
    assert len(recovery.replace("-", "")) == 26
    assert ada.page.css_first(".qr-frame svg") is not None
    words = tuple(each.text() for each in ada.page.css("[data-compare] li"))
    [waiting] = await enrolment.everybody_invited(chamber.work)
    assert words == waiting.words
    # Before the signature nothing opens, and it is not said why.
    first = await signs_in(ada, "Ada Mensah", NEW, code(chamber, secret))
    assert (first, "the administrator may not have signed your keys yet" in ada.text) == (403, True)
    await enrolment.sign(chamber.work, SIGNER, waiting.place)
    assert await signs_in(ada, " ada  MENSAH ", NEW, code(chamber, secret)) == 200
    assert "Nothing has been raised with you yet" in ada.text
    await ada.goes("/inbox/enrol")
    assert (await ada.presses("Go on", code=told)).status_code == 409


async def test_the_recovery_code_gives_everything_anew_once(chamber: Chamber) -> None:
    ines, old = front(served(chamber)), chamber.enrolled["Ines"]
    await ines.goes("/inbox/recover")
    assert (await ines.presses("Recover", name="Ines", code="A-B", to=NEW, again=NEW)).status_code == 409
    await ines.presses("Recover", name="Ines", code=old.recovery, to=NEW, again=NEW)
    recovery, secret = shown(ines)
    assert recovery != old.recovery
    assert await signs_in(ines, "Ines", passphrase("Ines"), chamber.code("Ines")) == 403
    assert await signs_in(ines, "Ines", NEW, chamber.code("Ines")) == 403
    assert await signs_in(ines, "Ines", NEW, code(chamber, secret)) == 200
    await ines.goes("/inbox/recover")
    assert (await ines.presses("Recover", name="Ines", code=old.recovery, to=NEW, again=NEW)).status_code == 409


async def test_a_new_passphrase_ends_every_other_session(chamber: Chamber) -> None:
    app = served(chamber)
    ines, thief = front(app), front(app)
    await thief.signs_in(chamber, "Ines")
    await ines.signs_in(chamber, "Ines")
    await ines.goes("/inbox/keys")
    wrong = {"old": "not this one at all", "to": NEW, "again": NEW}
    assert (await ines.presses("Change the passphrase", **wrong, code=chamber.code("Ines"))).status_code == 409
    right = {"old": passphrase("Ines"), "to": NEW, "again": NEW}
    await ines.presses("Change the passphrase", **right, code=chamber.code("Ines"))
    shown(ines)
    assert (await ines.goes("/inbox")).status_code == 200
    assert (await thief.goes("/inbox")).status_code == 401
    await ines.presses("Sign out")
    secret = parse_qs(urlsplit(chamber.enrolled["Ines"].one_time).query)["secret"][0]
    assert await signs_in(ines, "Ines", NEW, code(chamber, secret)) == 200


async def signs_in(page: Front, name: str, told: str, digits: str) -> int:
    await page.goes("/inbox/sign-in")
    return (await page.presses("Sign in", name=name, passphrase=told, code=digits)).status_code
