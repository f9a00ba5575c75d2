"""What guardians learned appears for everybody when a fortnight is over, and shows neither a day nor a word before."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.cases import learned, pinboard, publishing, statistics
from storage.cases.learned import BOARD, DAYS, fortnight_of
from storage.cases.pinboard import NotTrusted
from storage.threads.frames import NothingSaid, TooLong
from storage.threads.tables import SignedDirectoryRow
from tests.storage.cases.chamber import Chamber
from tests.storage.cases.test_attacks import dump
from tests.storage.threads import scan

TOLD = "Night shifts hear of changes last. A board member on a night round helped."


async def texts(chamber: Chamber) -> list[tuple[str, str]]:
    return [(each.by.name, each.text) for each in await learned.shown(chamber.work)]


async def test_a_note_appears_when_its_fortnight_is_over_and_can_be_changed_until_then(chamber: Chamber) -> None:
    work, ines, tom = chamber.work, await chamber.guardian("Ines"), await chamber.guardian("Tom")
    assert not await learned.anything_told(work)
    with pytest.raises(NothingSaid):
        await learned.write(work, ines, "  ")
    with pytest.raises(TooLong):
        await learned.write(work, ines, "x" * 3001)
    await learned.write(work, ines, "A first try.")
    await learned.write(work, tom, "Taken back.")
    now = fortnight_of(chamber.day.today)
    assert now.begins <= chamber.day.today <= now.ends
    assert now.begins.weekday() == 0
    while fortnight_of(chamber.day.today) == now:
        assert (await texts(chamber), await learned.anything_told(work)) == ([], False)
        ines = await chamber.guardian("Ines")
        await learned.write(work, ines, TOLD)
        assert await learned.own(work, ines) == TOLD
        await learned.write(work, tom, "")
        chamber.day.passes()
    assert chamber.day.today == now.ends + timedelta(days=1)
    assert await texts(chamber) == [("Ines", TOLD)]
    assert await learned.own(work, ines) == ""
    await learned.write(work, tom, "Of the next two weeks.")
    chamber.day.passes(DAYS)
    assert await texts(chamber) == [("Tom", "Of the next two weeks."), ("Ines", TOLD)]
    kept = await pinboard.kept(work, BOARD)
    assert [json.loads(each[0])[0] for each in kept] == [now.number, now.number, now.number + 1]  # no day, nor an hour
    chamber.day.passes(DAYS * 25)
    assert await texts(chamber) == [("Tom", "Of the next two weeks.")]  # the older one has had its year


async def test_nothing_of_it_lies_in_clear_and_nobody_forges_it_or_takes_it_down(chamber: Chamber) -> None:
    ines = await chamber.guardian("Ines")
    await learned.write(chamber.work, ines, TOLD)
    first = await dump(chamber)
    kept = await pinboard.kept(chamber.work, BOARD)
    [[told, by, signed]] = kept
    needles = [TOLD.encode(), b"night round", str(chamber.day.today).encode()]
    assert scan.found(needles, str(first).encode()) == []
    assert scan.found(needles, told.encode()) != []  # the control: what lies there, opened
    await learned.write(chamber.work, ines, TOLD * 20)
    sizes = [{table: len(bytes_) for table, bytes_ in each.items()} for each in (first, await dump(chamber))]
    assert sizes[0] == sizes[1]  # short or long, one length
    await pinboard.keep(chamber.work, BOARD, kept)
    chamber.day.passes(DAYS)
    assert await texts(chamber) == [("Ines", TOLD)]
    mine, tom = SignedDirectoryRow.world == BOARD.world, chamber.directory.recipients[1].signs.hex()
    forged: tuple[pinboard.Kept, ...] = (
        [],
        [[told.replace("helped", "harmed"), by, signed]],
        [[told, tom, signed]],
        [kept[0], kept[0]],  # the same sheet in another place
    )
    for each in forged:
        await pinboard.keep(chamber.work, BOARD, each)
        with pytest.raises(NotTrusted):
            await learned.shown(chamber.work)
        assert not await learned.anything_told(chamber.work)
    # A sheet of figures is no note, though the same guardian signed it.
    await pinboard.keep(chamber.work, BOARD, kept)
    await publishing.publish(chamber.work, ines, [], last=statistics.named("2026-Q3"), changed="")
    await pinboard.keep(chamber.work, BOARD, await pinboard.kept(chamber.work, publishing.BOARD))
    with pytest.raises(NotTrusted):
        await learned.shown(chamber.work)
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(update(SignedDirectoryRow).where(mine).values(document=b"x" * 40_000))
    with pytest.raises(NotTrusted):
        await learned.shown(chamber.work)
