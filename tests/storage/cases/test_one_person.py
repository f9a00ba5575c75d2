"""Somebody with new keys stands on the list twice for a while, and is one person: wherever people are counted."""

from dataclasses import replace

import pytest

from bot.casebook import Refused
from storage.cases import ending, guardians, sharing
from storage.cases.casebook import StoredCasebook
from storage.cases.ending import TwoNeeded
from storage.cases.guardians import Enrolled
from storage.cases.sessions import Guardian
from storage.cases.sharing import LeftOut
from storage.cases.shown import whole as shown_whole
from storage.threads.recipients import SPEAK_UP, Directory, DirectoryRefused, RecipientKey, check, newest
from tests.storage.cases.chamber import OUTSIDE, Chamber, passphrase, telephone

SAID = "The rota was changed after it was signed."


async def test_new_keys_do_not_make_a_second_person(file_chamber: Chamber) -> None:
    """Somebody with new keys stands on the list twice for a while: left out once is left out, and one is not two."""
    chamber = file_chamber
    work, whole = chamber.work, chamber.directory
    anew = {
        name: await guardians.enrol(work, passphrase(name), f" {name.upper()}", "guardian") for name in ("Ruth", "Ines")
    }
    coming = [replace(each.public, outside=True) for each in anew.values()]
    kept = await chamber.files("From before.", ["Ines"])
    await chamber.lists(replace(whole, recipients=(*whole.recipients, *coming)))
    chosen = newest(chamber.directory.recipients, chamber.day.today)
    assert [each.name for each in chosen] == [" INES", "Tom", " RUTH", OUTSIDE]
    await chamber.files(SAID, ["Ines"])
    ines, case = (
        await chamber.guardian("Ines"),
        max(await chamber.cases("Ines"), key=lambda each: each.messages[0].text),
    )
    both = {each.opens: each for each in chamber.directory.recipients}
    with pytest.raises(LeftOut):  # whom the reporter left out, under her new keys
        await sharing.hand_over(work, ines, case, [both[anew["Ruth"].public.opens]], why="She asked.")
    old = max(await chamber.cases("Ines"), key=lambda each: each.messages[0].text == "From before.")
    with pytest.raises(LeftOut):
        await sharing.hand_over(work, ines, old, [both[anew["Ruth"].public.opens]], why="She asked.")
    page = shown_whole(ines, case, chamber.day.today, work.calendar)
    assert [each.name for each in page.may_join] == [" INES"]
    # To herself a case goes, so that nothing is lost with the old keys; and she is not her own second person.
    await sharing.hand_over(work, ines, case, [both[anew["Ines"].public.opens]], why="My new keys.")
    case = max(await chamber.cases("Ines"), key=lambda each: each.messages[0].text == SAID)
    await ending.propose(work, ines, case, "Away with it.")
    second = Guardian(await unlocked(chamber, anew["Ines"]), both[anew["Ines"].public.opens], chamber.directory)
    for agreed in (None, ending.agree(ines, ending.slip(case))):
        with pytest.raises(TwoNeeded):
            await ending.delete(work, second, case, agreed)
    assert await chamber.sees(kept)
    check(chamber.directory, SPEAK_UP, chamber.day.today)
    one = (both[anew["Ines"].public.opens], replace(both[ines.named.opens], outside=True))
    with pytest.raises(DirectoryRefused):
        check(Directory(9, one), SPEAK_UP, chamber.day.today)


async def test_whoever_has_new_keys_still_opens_the_old_ones_until_their_time_is_over(file_chamber: Chamber) -> None:
    chamber = file_chamber
    anew = await guardians.enrol(chamber.work, passphrase("new Ines"), "Ines", "guardian")
    await chamber.lists(replace(chamber.directory, recipients=(*chamber.directory.recipients, anew.public)))
    book = StoredCasebook(chamber.work, chamber.tries, chamber.sessions)
    for said, keys in (("Ines", chamber.enrolled["Ines"]), ("new Ines", anew)):
        chamber.watch.at += 30
        cookie = await book.sign_in("ines", passphrase(said), telephone(keys, chamber.watch.at))
        assert (await chamber.sessions.enter(chamber.work, cookie)).named.opens == keys.public.opens
        chamber.watch.at += 30
        with pytest.raises(Refused):
            await book.sign_in("Ines", "neither of the two is this", telephone(keys, chamber.watch.at))
    mended = await book.recover("Ines", chamber.enrolled["Ines"].recovery, to="another passphrase it is")
    assert mended.name == "Ines"


async def unlocked(chamber: Chamber, enrolled: Enrolled) -> RecipientKey:
    chamber.watch.at += 30
    secret = (passphrase("Ines"), telephone(enrolled, chamber.watch.at))
    return await guardians.unlock(chamber.work, chamber.tries, enrolled.who, secret)
