"""What somebody learns who has a copy of everything, or a key that was left out, or who can write in the database."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import MetaData, delete, text, update

from storage.cases import ending, filing, reporter, sharing, working
from storage.cases.casework import Casework
from storage.cases.filing import Report
from storage.threads import envelope, frames, lying, night, recipients, transcript
from storage.threads.pool import Pool
from storage.threads.receipts import Receipt, mint
from storage.threads.recipients import DirectoryRefused
from storage.threads.tables import SignedDirectoryRow
from tests.storage.cases.chamber import PIN, UNITS, Chamber
from tests.storage.threads import scan, test_no_trace, test_patience

pytestmark = pytest.mark.attack

SAID = "Somebody altered the handover sheet on Thursday night."
REPLY = "Which sheet do you mean, and who else has seen it?"
NOTED = "Compare with the paper copy in the office."
HELD, TAG, UNIT = "Tribunal 2231/26, hearing in the spring", "handover-sheets", "Ward 7"


async def a_day(chamber: Chamber) -> Receipt:
    """Somebody raises something, and Ines and Ruth work on it; Tom was left out."""
    receipt = await chamber.files(SAID, ["Ines", "Ruth"], unit=UNIT)
    ines, case = await chamber.guardian("Ines"), await chamber.case("Ines")
    await working.reply(chamber.work, ines, case, REPLY)
    await working.note(chamber.work, ines, case, NOTED)
    await working.tag(chamber.work, ines, case, [TAG])
    await working.hold(chamber.work, ines, case, HELD)
    await reporter.answer(chamber.work, receipt, SAID[::-1], "at once")
    return receipt


async def a_quiet_day(chamber: Chamber) -> None:
    """Nothing happens but decoys: as many as there were rows on the other day."""
    for _ in range(7):
        await night.stir(chamber.work.cabinet)


async def needles(chamber: Chamber, receipt: Receipt) -> list[bytes]:
    """Everything that must lie nowhere."""
    case = await chamber.case("Ines")
    told = [said[at : at + 14] for said in (SAID, REPLY, NOTED, HELD, SAID[::-1]) for at in (0, 7, 14, 21)]
    told += [TAG, UNIT, "bullying", case.name]
    own = await test_no_trace.told_of(chamber.desk, receipt)
    return [*(each.encode() for each in told), *own, case.opened.keys.opens, case.opened.keys.notes, case.opened.token]


async def dump(chamber: Chamber) -> dict[str, bytes]:
    """Every table of the threads, whatever it is called, as text and bytes."""
    found = {}
    async with chamber.work.cabinet.database.begin() as connection:
        metadata = MetaData()
        await connection.run_sync(metadata.reflect)
        for table in metadata.sorted_tables:
            kept = (await connection.execute(table.select())).all()
            cells = [cell for row in kept for cell in row]
            found[table.name] = b"\n".join(c if isinstance(c, bytes) else str(c).encode() for c in cells)
    return found


async def test_no_table_and_no_file_holds_a_word_a_tag_a_name_or_a_key_in_any_form(chamber: Chamber) -> None:
    receipt = await a_day(chamber)
    wanted = await needles(chamber, receipt)
    for _ in range(2):
        for name, content in {**chamber.desk.files(), **await dump(chamber)}.items():
            assert scan.found(wanted, content) == [], name
        await night.rewrite(chamber.work.cabinet)


async def test_the_search_finds_everything_that_is_planted(file_chamber: Chamber) -> None:
    chamber = file_chamber
    receipt = await a_day(chamber)
    (_, padding), *_ = await chamber.stored()
    for needle in await needles(chamber, receipt):
        for name, form in {**scan.FORMS, **scan.PACKED}.items():
            assert scan.found([needle], padding + form(needle) + padding), name


async def test_every_row_has_one_length_whatever_it_holds(chamber: Chamber) -> None:
    await a_day(chamber)
    await chamber.files("Hm.")
    await chamber.files("\N{SHRUG}" * filing.LONGEST)
    assert {(len(place), len(body)) for place, body in await chamber.stored()} == {(16, envelope.ROW)}


async def opens_none(chamber: Chamber, name: str) -> tuple[object, ...]:
    """All that a guardian can see with their key, a copy of everything and the outer layers already off."""
    key, [epoch] = await chamber.key(name), chamber.work.cabinet.shelf.read()
    inside = [envelope.unshut(epoch.secrets[place], place, body) for place, body in await chamber.stored()]
    mine = [each for each in inside if each and envelope.as_reader(each[1], key.opens)]
    real = await test_no_trace.real_keys(chamber.desk)
    lengths = {name: len(content) for name, content in (await dump(chamber)).items()}
    return await chamber.cases(name), mine, len(inside), set(real), len(real), len(epoch.secrets), lengths


async def two_worlds(chamber: Chamber) -> tuple[object, object]:
    """What Tom sees after a day with a case that he was left out of, and after a quiet one."""
    await a_quiet_day(chamber)
    quiet = await opens_none(chamber, "Tom")
    await a_day(chamber)
    return quiet, await opens_none(chamber, "Tom")


async def test_whoever_was_left_out_sees_the_same_in_both_worlds(chamber: Chamber) -> None:
    quiet, with_case = await two_worlds(chamber)
    assert quiet == with_case
    case = await chamber.case("Ines")
    await sharing.recuse(chamber.work, await chamber.guardian("Ines"), case)
    await night.rewrite(chamber.work.cabinet)
    assert (await opens_none(chamber, "Tom"))[:2] == ([], [])
    assert {len(body) for _, body in await chamber.stored()} == {envelope.ROW}


async def test_empty_cells_in_the_place_of_real_ones_would_tell(
    file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = envelope._assembled
    no_key = next(raw for raw in (bytes((n,)) + bytes(31) for n in range(2, 99)) if not test_no_trace._on_curve(raw))
    empty = no_key + bytes(80)

    def unfilled(cells: list[bytes], author: bytes, sealed: bytes) -> bytes:
        return fill([*cells, *[empty] * (envelope.CELLS - len(cells))] if cells else cells, author, sealed)

    monkeypatch.setattr(envelope, "_assembled", unfilled)
    quiet, with_case = await two_worlds(file_chamber)
    assert quiet != with_case


async def test_the_receipt_oracle_is_silent(file_chamber: Chamber) -> None:
    """One time, one answer and no written byte for a receipt that is there, that was erased, or that never was."""
    chamber = file_chamber
    there, erased = await chamber.files(SAID), await chamber.files("Gone.")
    ines, tom = await chamber.guardian("Ines"), await chamber.guardian("Tom")
    for case in await chamber.cases("Ines"):
        if case.messages[0].text == "Gone.":
            await ending.propose(chamber.work, ines, case, "A duplicate.")
            await ending.delete(chamber.work, tom, case)
    before, receipts = written(chamber), (there, erased, mint())
    assert await took(chamber, receipts, waits=True) == {2.0}
    assert len(await took(chamber, receipts, waits=False)) > 1
    assert [await reporter.look(chamber.work, each) for each in receipts[1:]] == [None, None]
    assert written(chamber) == before
    assert [await reporter.answer(chamber.work, each, "Hello?") for each in receipts[1:]] == [None, None]


def written(chamber: Chamber) -> dict[str, bytes]:
    """Every file but the memory that SQLite's connections share, which says who reads just now and ends with the process."""
    return {name: content for name, content in chamber.desk.files().items() if not name.endswith("-shm")}


async def took(chamber: Chamber, receipts: Sequence[Receipt], *, waits: bool) -> set[float]:
    cabinet, time = test_patience.timed(chamber.desk, waits=waits)
    work, found = Casework(cabinet, PIN), set()
    for receipt in receipts:
        begun = time.at
        await reporter.look(work, receipt)
        found.add(round(time.at - begun, 2))
    return found


async def test_whoever_writes_in_the_database_puts_no_reader_of_their_own_into_the_list(chamber: Chamber) -> None:
    mine = recipients.key_from(b"mine" * 8)
    ines, *others = chamber.directory.recipients
    false = replace(recipients.public(mine, ines.name, ines.role), outside=ines.outside)
    signed = recipients.sign(replace(chamber.directory, serial=99, recipients=(false, *others)), b"me" * 16)
    row = {"document": signed.document, "signature": signed.signature, "signer": signed.signer}
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(update(SignedDirectoryRow).values(**row))
    report = Report(SAID, "bullying", [false.opens], urgent=True)
    minted = await Pool(chamber.work.cabinet).take()
    with pytest.raises(DirectoryRefused):
        await filing.file(chamber.work, minted, report, UNITS)
    assert await chamber.stored() == []
    # Where the pin lay in the database too, it would be taken in:
    weak = Casework(chamber.work.cabinet, recipients.fingerprint(frames.public(b"me" * 16)))
    await filing.file(weak, minted, report, UNITS)
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(delete(SignedDirectoryRow))
    with pytest.raises(DirectoryRefused):
        await filing.file(chamber.work, minted, report, UNITS)


async def test_the_order_of_reports_is_gone_after_a_night(chamber: Chamber) -> None:
    await night.rewrite(chamber.work.cabinet)  # a table without gaps that earlier rows have left
    receipts = [await chamber.files(f"Number {number}.") for number in range(16)]
    assert await test_no_trace.order_now(chamber.desk, receipts) > 0.9
    await night.rewrite(chamber.work.cabinet)
    assert abs(await test_no_trace.order_now(chamber.desk, receipts)) < 0.9


async def beside(chamber: Chamber) -> dict[bytes, list[float]]:
    """Every number that stands in one row with something that looks random, in any table."""
    found: dict[bytes, list[float]] = {}
    async with chamber.work.cabinet.database.begin() as connection:
        metadata = MetaData()
        await connection.run_sync(metadata.reflect)
        kept = [row for table in metadata.sorted_tables for row in await connection.execute(table.select())]
    for row in kept:
        for place in (bytes(cell) for cell in row if isinstance(cell, bytes)):
            found.setdefault(place, []).extend(float(cell) for cell in row if isinstance(cell, int | float))
    return found


async def joined(chamber: Chamber, visits: Mapping[int, Receipt]) -> float:
    """The share of reports that somebody names rightly who knows in which second each person was there, reads every case
    as a guardian, and joins both by whatever number lies beside the report's row."""
    [epoch], numbers, right = chamber.work.cabinet.shelf.read(), await beside(chamber), 0
    for second, receipt in visits.items():
        keys = await chamber.work.cabinet.keys(receipt)
        known = numbers.get(epoch.place(transcript.bases(keys.token)[0]), [])
        guess = min(visits, key=lambda each: min((abs(each - number) for number in known), default=math.inf))
        right += bool(known) and guess == second
    return right / len(visits)


async def filed_at(chamber: Chamber) -> dict[int, Receipt]:
    visits = {}
    for number in range(8):
        chamber.watch.at += 977
        visits[int(chamber.watch.at)] = await chamber.files(f"Number {number}.")
    return visits


async def test_reports_cannot_be_joined_with_a_log_of_who_was_there_when(chamber: Chamber) -> None:
    assert await joined(chamber, await filed_at(chamber)) == 0


async def test_a_build_that_kept_a_time_would_be_joined(file_chamber: Chamber, monkeypatch: pytest.MonkeyPatch) -> None:
    chamber, put = file_chamber, lying.put
    async with chamber.work.cabinet.database.begin() as connection:
        await connection.execute(text("CREATE TABLE written (place BLOB, at INTEGER)"))

    async def with_times(connection: object, new: Mapping[bytes, bytes]) -> None:
        await put(connection, new)  # type: ignore[arg-type]
        for place in new:
            values = {"place": place, "at": int(chamber.watch.at) + 2}
            await connection.execute(text("INSERT INTO written VALUES (:place, :at)"), values)  # type: ignore[attr-defined]

    monkeypatch.setattr(lying, "put", with_times)
    assert await joined(chamber, await filed_at(chamber)) == 1
