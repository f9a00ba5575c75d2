"""What was erased stays erased, whatever backup comes back; what was not erased survives a process that dies."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.threads import author, lying, night, readers, transcript
from storage.threads.author import Beginning
from storage.threads.pool import Pool
from storage.threads.receipts import mint
from storage.threads.shelf import ShelfFile
from tests.storage.threads.desk import Desk
from tests.storage.threads.weak import DyingShelf, HoardingShelf


def shelved(desk: Desk, shelf: type[ShelfFile]) -> Desk:
    return replace(desk, cabinet=replace(desk.cabinet, shelf=shelf(desk.folder / "secrets" / "threads.shelf")))


async def opens_after_erasure(desk: Desk) -> tuple[bool, bool]:
    """Whether the author or a reader, with all their keys, can open an old backup of a thread that was erased."""
    receipt = await desk.begins("Please forget this.", ["Ines", "Tom", "Ruth"])
    await desk.replies("Tom", "We will.")
    backup = await desk.stored()
    [handle] = await desk.finds("Ines")
    assert await author.erase(desk.cabinet, receipt)
    await desk.restore(backup)
    held = await readers.read(desk.cabinet, handle, desk.directory)
    found = [opened for name in desk.keys for opened in await desk.finds(name)]
    return await desk.sees(receipt) is not None, bool(held or found)


async def test_an_old_backup_with_every_key_and_receipt_does_not_bring_an_erased_thread_back(desk: Desk) -> None:
    assert await opens_after_erasure(desk) == (False, False)


async def test_where_the_rows_keys_were_kept_it_would(file_desk: Desk) -> None:
    assert await opens_after_erasure(shelved(file_desk, HoardingShelf)) == (True, True)


async def test_a_reader_erases_for_everybody_too(desk: Desk) -> None:
    receipt, other = await desk.begins("Gone."), await desk.begins("Stays.", ["Tom"])
    backup = await desk.stored()
    [opened] = await desk.finds("Ines")
    await readers.erase(desk.cabinet, opened)
    for _ in range(2):
        assert await desk.sees(receipt) is None
        assert await desk.texts(other) == ["Stays."]
        await desk.restore(backup)


async def test_the_bytes_of_a_destroyed_key_lie_in_no_file(file_desk: Desk) -> None:
    receipt = await file_desk.begins("Gone.")
    keys = await file_desk.cabinet.keys(receipt)
    [epoch] = file_desk.cabinet.shelf.read()
    place = epoch.place(transcript.bases(keys.token)[0])
    secret = epoch.secrets[place]
    assert any(secret in content for content in file_desk.files().values())
    await author.erase(file_desk.cabinet, receipt)
    assert not any(secret in content for content in file_desk.files().values())
    # The night takes what SQLite's log still holds of the row itself.
    await night.rewrite(file_desk.cabinet)
    assert not any(place in content for content in file_desk.files().values())


async def test_a_backup_from_before_the_night_opens_for_nobody(file_desk: Desk) -> None:
    receipt = await file_desk.begins("Hello.")
    backup = await file_desk.stored()
    await night.rewrite(file_desk.cabinet)
    await file_desk.restore(backup)
    assert await file_desk.sees(receipt) is None


async def test_unknown_and_erased_are_answered_alike_and_erasing_twice_is_no_error(file_desk: Desk) -> None:
    cabinet, receipt = file_desk.cabinet, await file_desk.begins("Hello.")
    assert await author.erase(cabinet, receipt) is True
    for each in (receipt, mint()):
        assert await author.read(cabinet, each, file_desk.directory) is None
        assert await author.write(cabinet, each, "Hello?") is None
        assert await author.standing(cabinet, each, file_desk.directory) is None
        assert await author.erase(cabinet, each) is None


async def test_a_process_that_dies_while_filing_loses_nothing_and_filing_again_works(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await desk.begins("Before.")
    minted = await Pool(desk.cabinet).take()
    beginning = Beginning("Again.", desk.directory.recipients[:1], "at once")

    async def dies(*_: object) -> None:
        raise SystemExit("killed")

    with monkeypatch.context() as patched:
        patched.setattr(lying, "put", dies)
        with pytest.raises(SystemExit):
            await author.begin(desk.cabinet, minted, beginning, desk.directory)
    assert await desk.sees(minted.receipt) is None
    await author.begin(desk.cabinet, minted, beginning, desk.directory)
    assert await desk.texts(minted.receipt) == ["Again."]
    await night.rewrite(desk.cabinet)
    assert await desk.texts(before) == ["Before."]
    [epoch] = desk.cabinet.shelf.read()
    assert {place for place, _ in await desk.stored()} == set(epoch.secrets)


@pytest.mark.parametrize(("epochs", "before"), [(2, True), (2, False), (1, True)])
async def test_a_night_that_dies_at_any_point_loses_nothing(file_desk: Desk, epochs: int, before: bool) -> None:
    desk = file_desk
    receipt = await desk.begins("Still there.")
    dying = shelved(desk, DyingShelf)
    assert isinstance(dying.cabinet.shelf, DyingShelf)
    dying.cabinet.shelf.epochs, dying.cabinet.shelf.before = epochs, before
    with pytest.raises(SystemExit):
        await night.rewrite(dying.cabinet)
    assert await desk.texts(receipt) == ["Still there."]
    assert len(await desk.finds("Ines")) == 1
    await desk.replies("Ines", "So am I.")
    await night.rewrite(desk.cabinet)
    assert await desk.texts(receipt) == ["Still there.", "So am I."]
    assert len(desk.cabinet.shelf.read()) == 1


def test_a_damaged_shelf_is_noticed(tmp_path: Path) -> None:
    shelf = ShelfFile(tmp_path / "threads.shelf")
    assert shelf.read() == ()
    for damaged in (b"", b"HBSHELF1\x01" + bytes(32) + b"\0\0\0\x05", b"something else"):
        (tmp_path / "threads.shelf").write_bytes(damaged)
        with pytest.raises((ValueError, IndexError)):
            shelf.read()
