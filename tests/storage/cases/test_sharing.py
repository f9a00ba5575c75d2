"""Who reads a case can change, and whoever leaves opens nothing that is written from then on; the reporter is told."""

import asyncio
from dataclasses import replace

import pytest

from storage.cases import ending, opening, reporter, sharing, working
from storage.cases.ending import OnHold, TwoNeeded
from storage.cases.sharing import LastReader, LeftOut, NotListed
from storage.threads import readers
from storage.threads.frames import NothingSaid
from storage.threads.readers import Gone
from tests.storage.cases.chamber import OUTSIDE, Chamber, shown
from tests.storage.threads.test_erasure import shelved
from tests.storage.threads.weak import HoardingShelf

SAID = "The rota was changed after it was signed."


async def test_a_case_is_handed_to_whoever_came_later_and_the_reporter_is_told(chamber: Chamber) -> None:
    whole = chamber.directory
    await chamber.lists(replace(whole, recipients=tuple(each for each in whole.recipients if each.name != "Ruth")))
    receipt = await chamber.files(SAID, ["Ines"])
    await working.note(chamber.work, await chamber.guardian("Ines"), await chamber.case("Ines"), "A note.")
    await chamber.lists(whole)
    ines, ruth = await chamber.guardian("Ines"), await chamber.guardian("Ruth")
    stale = await chamber.case("Ines")
    await working.tag(chamber.work, ines, stale, ["rota"])
    with pytest.raises(NothingSaid):
        await sharing.hand_over(chamber.work, ines, stale, [ruth.named], why=" ")
    await sharing.hand_over(chamber.work, ines, stale, [ruth.named], why="She knows the ward.")
    for name in ("Ines", "Ruth"):
        case = await chamber.case(name)
        assert shown(case.messages) == [(SAID, "me"), ("Ines, Ruth", "Ines")]
        assert shown(case.notes) == [("A note.", "Ines"), ("Ruth: She knows the ward.", "Ines")]
        assert (case.card.tags, case.card_holds) == (("rota",), True)
        assert [each.name for each in case.readers_in(chamber.directory)] == ["Ines", "Ruth"]
    assert (await chamber.sees(receipt) or [])[-1] == ("Ines, Ruth", "Ines")
    await working.reply(chamber.work, ruth, await chamber.case("Ruth"), "Hello, I am new.")
    assert await reporter.answer(chamber.work, receipt, "Good.", "at once")
    assert (await chamber.sees(receipt) or [])[-2:] == [("Hello, I am new.", "Ruth"), ("Good.", "me")]
    with pytest.raises(Gone):  # what was opened before has other keys
        await working.reply(chamber.work, ines, stale, "From an old page.")


async def test_nobody_hands_a_case_to_those_whom_the_reporter_left_out(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files(SAID, ["Ines", "Tom"])
    ines, ruth = await chamber.guardian("Ines"), await chamber.guardian("Ruth")
    case, before = await chamber.case("Ines"), await chamber.stored()
    with pytest.raises(LeftOut):
        await sharing.hand_over(chamber.work, ines, case, [ruth.named], why="She asked.")
    with pytest.raises(LeftOut):
        await sharing.take_over(chamber.work, ines, [case], leaving=ines.named, to=[ruth.named])
    stranger = replace(ruth.named, opens=bytes(31) + b"\x09")
    with pytest.raises(NotListed):
        await sharing.hand_over(chamber.work, ines, case, [stranger], why="She asked.")
    assert (await chamber.stored(), await chamber.cases("Ruth")) == (before, [])
    assert await chamber.sees(receipt) == [(SAID, "me")]


async def test_a_guardian_leaves_a_case_and_the_last_cannot(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", "Tom"])
    other = await chamber.files("Another.", ["Tom"])
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case, backup = await chamber.case("Ines"), await chamber.stored()
    await sharing.recuse(chamber.work, ines, case)
    assert await chamber.cases("Ines") == []
    assert await opening.again(chamber.work, ines, case) is None
    [left] = [each for each in await opening.open_all(chamber.work, tom) if each.messages[0].text == SAID]
    await working.reply(chamber.work, tom, left, "Only I read this now.")
    # With all that she had before, and a copy of the database from before, Ines opens nothing of it.
    assert "Only I" not in str(shown(await readers.read(chamber.work.cabinet, case.opened, ines.directory) or []))
    with pytest.raises(LastReader):
        await sharing.recuse(chamber.work, tom, left)
    assert (await chamber.sees(receipt) or [])[1:] == [("Tom", "Ines"), ("Only I read this now.", "Tom")]
    assert await chamber.sees(other) == [("Another.", "me")]
    await chamber.desk.restore(backup)
    assert await chamber.cases("Ines") == []


async def test_who_leaves_is_followed_by_those_who_stay(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipts = [await chamber.files(f"Number {number}.", ["Ines", "Tom"]) for number in range(3)]
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    await chamber.until("Tom", chamber.day.today.replace(day=1))
    ines = await chamber.guardian("Ines")
    await sharing.take_over(chamber.work, ines, await chamber.cases("Ines"), leaving=tom.named)
    assert await opening.open_all(chamber.work, tom) == []
    assert len(await chamber.cases("Ines")) == 3
    assert [len(await chamber.sees(receipt) or []) for receipt in receipts] == [2, 2, 2]
    with pytest.raises(LastReader):
        await sharing.take_over(chamber.work, ines, await chamber.cases("Ines"), leaving=ines.named)


async def test_whatever_is_written_while_the_keys_change_is_not_lost(chamber: Chamber) -> None:
    receipt = await chamber.files(SAID, ["Ines", "Tom"])
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case = await chamber.case("Ines")
    said = [reporter.answer(chamber.work, receipt, f"Number {number}.", "at once") for number in range(3)]
    both = [sharing.recuse(chamber.work, ines, case), sharing.recuse(chamber.work, tom, case)]
    done = await asyncio.gather(*said, *both, return_exceptions=True)
    assert done[:3] == [True, True, True]
    told = await chamber.sees(receipt) or []
    assert sorted(text for text, by in told if by == "me") == ["Number 0.", "Number 1.", "Number 2.", SAID]
    left = [*await chamber.cases("Ines"), *await chamber.cases("Tom")]
    assert len(left) == 1  # one of the two left; the other is told to look again, or that they are the last
    assert len([each for each in done if isinstance(each, Gone | LastReader)]) == 1
    assert sorted(each.text for each in left[0].messages if each.mine) == sorted(t for t, by in told if by == "me")
    [reads] = left[0].readers_in(chamber.directory)
    assert len(await chamber.cases(reads.name)) == 1


async def test_a_change_of_readers_looks_like_a_night(chamber: Chamber) -> None:
    await chamber.files(SAID, ["Ines", "Tom"])
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    before = await chamber.stored()
    await sharing.recuse(chamber.work, ines, case)
    after = await chamber.stored()
    assert {place for place, _ in before}.isdisjoint(place for place, _ in after)
    assert {body for _, body in before}.isdisjoint(body for _, body in after)


async def test_deleting_takes_two_people_and_no_backup_brings_it_back(chamber: Chamber) -> None:
    receipt, other = await chamber.files(SAID), await chamber.files("Stays.", ["Ruth"])
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case = await chamber.case("Ines")
    await working.tag(chamber.work, ines, case, ["rota"])
    for both in (ines, tom):
        with pytest.raises(TwoNeeded):
            await ending.delete(chamber.work, both, case)
    await ending.propose(chamber.work, ines, case, "A duplicate.")
    with pytest.raises(TwoNeeded):
        await ending.delete(chamber.work, ines, case)
    await ending.withdraw(chamber.work, ines, case, "It is none.")
    with pytest.raises(TwoNeeded):
        await ending.delete(chamber.work, tom, case)
    await ending.propose(chamber.work, ines, case, "It is one after all.")
    proposed = await chamber.case("Tom")
    assert [each.name for each in ending.proposed_by(proposed)] == ["Ines"]
    backup, rows = await chamber.stored(), len(await chamber.stored())
    await ending.delete(chamber.work, tom, proposed)
    with pytest.raises(Gone):
        await ending.delete(chamber.work, tom, proposed)
    assert len(await chamber.stored()) == rows
    for _ in range(2):
        assert await chamber.sees(receipt) is None
        assert await chamber.cases("Ines") == await chamber.cases("Tom") == []
        assert await readers.read(chamber.work.cabinet, case.opened, ines.directory) is None
        assert await chamber.sees(other) == [("Stays.", "me")]
        await chamber.desk.restore(backup)


async def test_where_the_rows_keys_were_kept_a_backup_would_bring_it_back(file_chamber: Chamber) -> None:
    chamber = file_chamber
    chamber.work = replace(chamber.work, cabinet=shelved(chamber.desk, HoardingShelf).cabinet)
    receipt = await chamber.files(SAID)
    await ending.propose(chamber.work, await chamber.guardian("Ines"), await chamber.case("Ines"), "A duplicate.")
    backup = await chamber.stored()
    await ending.delete(chamber.work, await chamber.guardian("Tom"), await chamber.case("Tom"))
    assert await chamber.sees(receipt) is None
    await chamber.desk.restore(backup)
    assert await chamber.sees(receipt) == [(SAID, "me")]


async def test_who_reads_alone_asks_somebody_who_signs_unseen(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt, other = await chamber.files(SAID, ["Ines"]), await chamber.files("Other.", [OUTSIDE])
    ines, ruth = await chamber.guardian("Ines"), await chamber.guardian("Ruth")
    case, own = await chamber.case("Ines"), await chamber.case(OUTSIDE)
    good = ending.agree(ruth, ending.slip(case))
    stranger = replace(ruth, key=replace(ruth.key, signs=bytes(32)))
    for bad in (
        None,
        ending.agree(ines, ending.slip(case)),  # herself
        ending.agree(ruth, ending.slip(own)),  # for another case
        ending.agree(stranger, ending.slip(case)),
        replace(good, by=ines.named.opens),
        replace(good, signature=b"no"),
    ):
        with pytest.raises(TwoNeeded):
            await ending.delete(chamber.work, ines, case, bad)
    await ending.delete(chamber.work, ines, case, good)
    assert await chamber.sees(receipt) is None
    assert await chamber.sees(other)


async def test_the_second_person_reads_the_case_where_somebody_else_does(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await chamber.files(SAID, ["Ines", "Tom", "Ruth"])
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case, olga = await chamber.case("Tom"), await chamber.guardian(OUTSIDE)
    with pytest.raises(TwoNeeded):
        await ending.delete(chamber.work, tom, case, ending.agree(olga, ending.slip(case)))
    await ending.propose(chamber.work, ines, case, "It is about me.")
    await sharing.recuse(chamber.work, ines, case)
    left = await chamber.case("Tom")
    assert ending.proposed_by(left) == []
    with pytest.raises(TwoNeeded):
        await ending.delete(chamber.work, tom, left)
    assert len(await chamber.sees(receipt) or []) == 2


async def test_nothing_is_deleted_under_a_legal_hold_or_before_its_time(file_chamber: Chamber) -> None:
    chamber = file_chamber
    await chamber.files(SAID)
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    case = await chamber.case("Ines")
    await ending.propose(chamber.work, ines, case, "Its time is over.")
    await working.hold(chamber.work, ines, case, " Tribunal 14 ")
    assert (await chamber.case("Tom")).card.hold == "Tribunal 14"
    with pytest.raises(OnHold):
        await ending.delete(chamber.work, tom, case)
    await working.hold(chamber.work, ines, case, "")
    await working.keep(chamber.work, ines, case, chamber.day.today)
    with pytest.raises(OnHold):
        await ending.delete(chamber.work, tom, case)
    chamber.day.passes()
    await ending.delete(chamber.work, tom, case)
    assert await chamber.cases("Tom") == []
