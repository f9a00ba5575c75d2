"""Whoever can write in the database can destroy, but cannot put words into anybody's mouth, nor a reader into the list."""

from dataclasses import replace

import pytest
from sqlalchemy import text, update

from storage.threads import directories, envelope, frames, readers, recipients, rows, transcript
from storage.threads.recipients import Directory, DirectoryRefused, RecipientKey, Rule, Signed
from storage.threads.tables import SealedRow, SignedDirectoryRow
from storage.threads.transcript import Message, Saying
from tests.storage.threads.desk import Desk

SIGNER = bytes(range(32))
PIN = recipients.fingerprint(frames.public(SIGNER))


async def places(desk: Desk, opened: readers.Opened) -> list[bytes]:
    [epoch] = desk.cabinet.shelf.read()
    return [epoch.place(base) for base in transcript.bases(opened.token)]


async def puts(desk: Desk, place: bytes, body: bytes) -> None:
    async with desk.cabinet.database.begin() as connection:
        await connection.execute(update(SealedRow).where(SealedRow.place == place).values(body=body))


async def conversation(desk: Desk) -> readers.Opened:
    await desk.begins("One.", ["Ines", "Ruth"])
    [opened] = await desk.finds("Ines")
    for said in ("Two.", "Three."):
        await readers.reply(desk.cabinet, desk.keys["Ines"], opened, said)
    return opened


async def seen(desk: Desk, opened: readers.Opened) -> list[tuple[str, bool]]:
    told = await readers.read(desk.cabinet, opened, desk.directory) or []
    return [(message.text, message.verified) for message in told]


async def test_a_changed_row_shows_as_not_verified(desk: Desk) -> None:
    opened = await conversation(desk)
    there, stored = await places(desk, opened), dict(await desk.stored())
    changed = bytearray(stored[there[1]])
    changed[9000] ^= 1
    await puts(desk, there[1], bytes(changed))
    assert await seen(desk, opened) == [("One.", True), ("", False), ("Three.", True)]


async def test_rows_that_changed_places_show_as_not_verified(desk: Desk) -> None:
    opened = await conversation(desk)
    there, stored = await places(desk, opened), dict(await desk.stored())
    await puts(desk, there[1], stored[there[2]])
    await puts(desk, there[2], stored[there[1]])
    assert await seen(desk, opened) == [("One.", True), ("", False), ("", False)]


async def test_a_row_that_was_taken_out_of_the_middle_leaves_a_gap_to_see(file_desk: Desk) -> None:
    opened = await conversation(file_desk)
    there = await places(file_desk, opened)
    async with file_desk.cabinet.database.begin() as connection:
        await connection.execute(text("DELETE FROM sealed WHERE place = :place"), {"place": there[1]})
    assert await seen(file_desk, opened) == [("One.", True), ("", False), ("Three.", True)]


async def forged(desk: Desk, key: RecipientKey, name: str) -> Message:
    """A message put into a thread with all of the thread's keys, signed with another key but in somebody's name."""
    opened = await conversation(desk)
    base = transcript.bases(opened.token)[3]
    by = next(each.signs for each in desk.directory.recipients if each.name == name)
    frame = replace(Saying(key.signs, "said", "Forged.", desk.day.today, {}).frames()[0], by=by)
    raw = frames.written(frame, key.signs, base)
    await rows.add(desk.cabinet, [rows.New(base, envelope.later(opened.keys.opens, raw))])
    told = await readers.read(desk.cabinet, opened, desk.directory) or []
    return told[-1]


async def test_a_reply_in_another_name_shows_as_not_verified(file_desk: Desk) -> None:
    told = await forged(file_desk, file_desk.keys["Ines"], "Ruth")
    assert (told.text, told.verified, told.by) == ("Forged.", False, None)


async def test_a_reply_with_the_right_key_would_be_verified(file_desk: Desk) -> None:
    told = await forged(file_desk, file_desk.keys["Ruth"], "Ruth")
    assert (told.verified, told.by and told.by.name) == (True, "Ruth")


async def test_a_signed_message_copied_to_another_place_shows_as_not_verified(file_desk: Desk) -> None:
    """Even with every key of the thread: the signature is for one place."""
    opened = await conversation(file_desk)
    found = await rows.find(file_desk.cabinet, transcript.bases(opened.token))
    base = transcript.bases(opened.token)[3]
    await rows.add(file_desk.cabinet, [rows.New(base, found[1].inner or b"")])
    assert (await seen(file_desk, opened))[3] == ("Two.", False)


async def test_somebody_outside_the_directory_is_nobody(file_desk: Desk) -> None:
    opened = await conversation(file_desk)
    await readers.reply(file_desk.cabinet, recipients.key_from(bytes(32)), opened, "I am Ruth.")
    assert (await seen(file_desk, opened))[3] == ("I am Ruth.", False)


async def test_the_directory_is_trusted_when_signed_and_pinned(desk: Desk) -> None:
    cabinet = desk.cabinet
    with pytest.raises(DirectoryRefused):
        await directories.trusted(cabinet, "speak-up", PIN)
    until = replace(desk.directory.recipients[0], until=desk.day.today, answers_to="The board")
    directory = Directory(2, (until, *desk.directory.recipients[1:]))
    await directories.keep(cabinet, "speak-up", recipients.sign(directory, SIGNER), PIN)
    assert await directories.intake(cabinet, "speak-up", PIN, recipients.SPEAK_UP) == directory
    with pytest.raises(DirectoryRefused):
        await directories.trusted(cabinet, "speak-up", "another pin")


async def test_a_database_writer_cannot_change_the_directory_nor_bring_an_old_one_back(file_desk: Desk) -> None:
    cabinet = file_desk.cabinet
    old, new = (recipients.sign(replace(file_desk.directory, serial=number), SIGNER) for number in (1, 2))
    mine = recipients.sign(replace(file_desk.directory, serial=3), bytes(32))
    renamed = replace(new, document=new.document.replace(b"Tom", b"Tim"))
    for signed in (old, new):
        await directories.keep(cabinet, "speak-up", signed, PIN)
    for bad in (old, mine, renamed, replace(mine, signer=new.signer), replace(new, signature=bytes(64))):
        await written(file_desk, bad)
        with pytest.raises(DirectoryRefused):
            await directories.intake(cabinet, "speak-up", PIN, recipients.SPEAK_UP)
    with pytest.raises(DirectoryRefused):
        await directories.keep(cabinet, "speak-up", old, PIN)
    await written(file_desk, new)
    assert (await directories.trusted(cabinet, "speak-up", PIN)).serial == 2


async def written(desk: Desk, signed: Signed) -> None:
    values = {"document": signed.document, "signature": signed.signature, "signer": signed.signer}
    async with desk.cabinet.database.begin() as connection:
        await connection.execute(update(SignedDirectoryRow).values(**values))


def test_intake_needs_enough_valid_recipients_and_one_outside_the_line(file_desk: Desk) -> None:
    one, two, outside = file_desk.directory.recipients
    today = file_desk.day.today
    recipients.check(Directory(1, (one, outside)), recipients.SPEAK_UP, today)
    recipients.check(Directory(1, (one,)), Rule(1, 0), today)
    gone = replace(outside, until=today.replace(day=1))
    for bad in ((one,), (one, two), (one, two, gone), (outside,), (one, outside, replace(one, name="Other"))):
        with pytest.raises(DirectoryRefused):
            recipients.check(Directory(1, bad), recipients.SPEAK_UP, today)
    with pytest.raises(DirectoryRefused):
        recipients.check(Directory(1, ()), Rule(1, 0), today)
