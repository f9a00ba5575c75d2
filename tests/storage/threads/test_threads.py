"""Two sides write to each other with a receipt on one and a key on the other, and nobody else is in it."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from storage.migrate import THREADS, check
from storage.threads import author, frames, night, readers, transcript
from storage.threads.author import Beginning, Standing
from storage.threads.cabinet import Cabinet, prepare
from storage.threads.keys import PRODUCTION, Cost, derive
from storage.threads.pool import Pool
from storage.threads.receipts import Receipt, mint, words
from storage.threads.shelf import ShelfFile
from storage.threads.tables import ThreadRows
from tests.storage.threads.desk import Desk

LONG = "\N{SHRUG}" * 3000


async def test_an_author_and_a_recipient_talk_and_every_message_is_signed(desk: Desk) -> None:
    receipt = await desk.begins("The rota comes on Friday.")
    [opened] = await desk.finds("Ines")
    await readers.mark(desk.cabinet, desk.keys["Ines"], opened, "read")
    await desk.replies("Ines", "From when on?")
    assert await author.write(desk.cabinet, receipt, "Since May.", "at once")
    for seen in (await desk.sees(receipt) or [], *await desk.reads("Ines")):
        told = [(each.text, each.by.name if each.by else "author" if each.mine else "?") for each in seen]
        assert told == [
            ("The rota comes on Friday.", "author"),
            ("read", "Ines"),
            ("From when on?", "Ines"),
            ("Since May.", "author"),
        ]
        assert all(each.verified for each in seen)
    assert await author.standing(desk.cabinet, receipt, desk.directory) == Standing("answered", 1, 0)
    await readers.mark(desk.cabinet, desk.keys["Ines"], opened, "closed")
    assert (await author.standing(desk.cabinet, receipt, desk.directory) or Standing("waiting", 0, 0)).state == "closed"


async def test_only_those_who_were_chosen_find_a_thread(desk: Desk) -> None:
    await desk.begins("For two of you.", ["Ines", "Ruth"])
    await desk.begins("For Ines.")
    assert sorted(seen[0].text for seen in await desk.reads("Ines")) == ["For Ines.", "For two of you."]
    assert [seen[0].text for seen in await desk.reads("Ruth")] == ["For two of you."]
    assert await desk.finds("Tom") == []


async def test_the_night_changes_nothing_that_either_side_sees(desk: Desk) -> None:
    first, second = await desk.begins("One."), await desk.begins("Two.")
    await desk.replies("Ines", "Thank you.")
    for _ in range(2):
        await night.rewrite(desk.cabinet)
    assert await desk.texts(first) == ["One.", "Thank you."]
    assert await desk.texts(second) == ["Two.", "Thank you."]
    await night.stir(desk.cabinet)
    await night.add_decoys(desk.cabinet, 3)
    assert len(await desk.finds("Ines")) == 2


async def test_filing_one_receipt_twice_is_one_report(desk: Desk) -> None:
    minted = await Pool(desk.cabinet).take()
    to = desk.directory.recipients[:1]
    beginnings = [Beginning(said, to, "at once") for said in ("First.", "Again.")]
    await asyncio.gather(*(author.begin(desk.cabinet, minted, each, desk.directory) for each in beginnings))
    assert len(await desk.finds("Ines")) == 1
    assert (await desk.texts(minted.receipt))[0] in ("First.", "Again.")


async def test_two_processes_that_write_at_once_both_keep_what_they_wrote(desk: Desk) -> None:
    receipt = await desk.begins("One.")
    folder = desk.folder / "secrets"
    other = replace(desk.cabinet, shelf=ShelfFile(folder / "threads.shelf"))
    saying = [author.write(each, receipt, said) for each, said in ((desk.cabinet, "Two."), (other, "Three."))]
    await asyncio.gather(*saying)
    assert sorted(await desk.texts(receipt)) == ["One.", "Three.", "Two."]


async def test_a_long_message_in_any_script_goes_on_in_the_next_rows(file_desk: Desk) -> None:
    receipt = await file_desk.begins(LONG)
    await author.write(file_desk.cabinet, receipt, LONG + '"\\\n' * 1000 + "end")
    assert await file_desk.texts(receipt) == [LONG, LONG + '"\\\n' * 1000 + "end"]
    assert all(message.verified for message in await file_desk.sees(receipt) or [])
    with pytest.raises(frames.TooLong):
        await author.write(file_desk.cabinet, receipt, "x" * (frames.LONGEST + 1))
    for empty in ("", " \n\t\x00"):
        with pytest.raises(frames.NothingSaid):
            await file_desk.begins(empty)


async def test_text_is_kept_as_it_is_but_for_what_cannot_be_read(file_desk: Desk) -> None:
    receipt = await file_desk.begins("  <b>@all</b> =1+1\x1b[31m\nline\ud800  ")
    assert await file_desk.texts(receipt) == ["<b>@all</b> =1+1 [31m\nline"]


async def test_a_message_waits_for_its_window_and_its_author_sees_it_at_once(file_desk: Desk) -> None:
    receipt = await file_desk.begins("Tomorrow.", release="next window")
    await file_desk.begins("Some day.", release="within three days")
    assert await file_desk.finds("Ines") == []
    assert await file_desk.texts(receipt) == ["Tomorrow."]
    file_desk.day.passes()
    assert "Tomorrow." in [seen[0].text for seen in await file_desk.reads("Ines")]
    await author.write(file_desk.cabinet, receipt, "More.", "next window")
    assert "More." not in [each.text for seen in await file_desk.reads("Ines") for each in seen]
    file_desk.day.passes(2)
    assert sorted(len(seen) for seen in await file_desk.reads("Ines")) == [1, 2]


async def test_a_text_with_its_own_receipt_is_refused_and_nothing_is_kept(file_desk: Desk) -> None:
    minted = await Pool(file_desk.cabinet).take()
    said = f"It was me, {' '.join(words(minted.receipt))}"
    with pytest.raises(author.SaysReceipt):
        await author.begin(
            file_desk.cabinet, minted, Beginning(said, file_desk.directory.recipients), file_desk.directory
        )
    assert await file_desk.stored() == []
    receipt = await file_desk.begins("Fine.")
    with pytest.raises(author.SaysReceipt):
        await author.write(file_desk.cabinet, receipt, " ".join(words(receipt)))


async def test_nobody_who_is_not_in_the_directory_today_can_be_written_to(file_desk: Desk) -> None:
    minted = await Pool(file_desk.cabinet).take()
    gone = replace(file_desk.directory.recipients[0], until=file_desk.day.today)
    directory = replace(file_desk.directory, recipients=(gone,))
    file_desk.day.passes()
    stranger = replace(gone, opens=bytes(31) + b"\x09")
    for to in ([], [gone], [stranger]):
        with pytest.raises(author.NotAReader):
            await author.begin(file_desk.cabinet, minted, Beginning("Hello.", to), directory)


async def test_notes_are_for_the_readers_and_go_with_the_thread(file_desk: Desk) -> None:
    receipt = await file_desk.begins("Hello.", ["Ines", "Ruth"])
    [opened] = await file_desk.finds("Ines")
    await readers.note(file_desk.cabinet, file_desk.keys["Ines"], opened, "Ask Ruth.")
    [as_ruth] = await file_desk.finds("Ruth")
    [noted] = await readers.notes(file_desk.cabinet, as_ruth, file_desk.directory)
    assert (noted.text, noted.verified, noted.by and noted.by.name) == ("Ask Ruth.", True, "Ines")
    assert await file_desk.texts(receipt) == ["Hello."]
    await author.erase(file_desk.cabinet, receipt)
    assert await readers.notes(file_desk.cabinet, opened, file_desk.directory) == []
    with pytest.raises(readers.Gone):
        await readers.reply(file_desk.cabinet, file_desk.keys["Ines"], opened, "Hello?")
    with pytest.raises(readers.Gone):
        await readers.note(file_desk.cabinet, file_desk.keys["Ines"], opened, "Hm.")


async def test_a_full_thread_says_so(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript, "LONGEST_THREAD", 3)
    receipt = await file_desk.begins("One.")
    await file_desk.replies("Ines", "Two.")
    await author.write(file_desk.cabinet, receipt, "Three.")
    with pytest.raises(transcript.ThreadFull):
        await author.write(file_desk.cabinet, receipt, "Four.")


async def test_receipts_are_minted_ahead_and_each_is_handed_out_once(file_desk: Desk) -> None:
    pool = Pool(file_desk.cabinet, ahead=3)
    await pool.fill()
    taken = [await pool.take() for _ in range(5)]
    assert len({each.receipt.secret for each in taken}) == 5
    for each in taken:
        assert each.keys == await file_desk.cabinet.keys(each.receipt)


@pytest.mark.long
def test_a_guess_costs_128_mebibytes_and_the_keys_tell_nothing_of_one_another() -> None:
    assert Cost(4, 128 * 1024 * 1024) == PRODUCTION
    assert Cabinet.__dataclass_fields__["cost"].default is PRODUCTION
    keys = derive(Receipt(1), b"pepper" * 5, PRODUCTION)
    cheap = derive(Receipt(1), b"pepper" * 5, Cost(1, 8192))
    elsewhere = derive(Receipt(1), b"pepper" * 4, Cost(1, 8192))
    every = [each for found in (keys, cheap, elsewhere) for each in (found.token, found.wrap, found.signs)]
    assert len(set(every)) == 9
    assert all(len(each) == 32 for each in every)
    assert not any(each.hex() in repr(keys) or str(each) in repr(keys) for each in every)


async def test_tables_and_revisions_say_the_same_and_preparing_twice_changes_nothing(desk: Desk) -> None:
    url = desk.cabinet.database.url.render_as_string(hide_password=False)
    await check(url, ThreadRows.metadata, THREADS)
    if desk.cabinet.database.url.get_backend_name() == "postgresql":
        main = desk.cabinet.database.url.set(
            query={key: value for key, value in desk.cabinet.database.url.query.items() if key != "options"}
        ).render_as_string(hide_password=False)
        await asyncio.gather(prepare(main), prepare(main))
        async with desk.cabinet.database.begin() as connection:
            found = await connection.execute(
                text("SELECT schemaname FROM pg_tables WHERE tablename IN ('sealed', 'signed_directory')")
            )
            assert set(found.scalars()) == {"threads"}
    assert await desk.sees(mint()) is None
