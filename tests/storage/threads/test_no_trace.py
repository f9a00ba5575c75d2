"""A copy of the database says nothing of who wrote, to whom, how many they are, in which order or when."""

import re
import secrets
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import correlation

import pytest
from sqlalchemy import LargeBinary, text

from storage.threads import author, envelope, night, readers, rows, transcript
from storage.threads.receipts import Receipt, digits, mint, words
from storage.threads.tables import SealedRow
from tests.storage.threads import scan
from tests.storage.threads.desk import Desk

pytestmark = pytest.mark.attack

SAID = "Somebody altered the handover sheet on Thursday night."
REPLY = "Which sheet do you mean, and who else has seen it?"
NOTED = "Compare with the paper copy in the office."
PRIME = 2**255 - 19


async def a_day(desk: Desk) -> Receipt:
    """A thread begins, is answered twice and noted on: four rows."""
    receipt = await desk.begins(SAID, ["Ines", "Ruth"])
    await desk.replies("Ruth", REPLY)
    await author.write(desk.cabinet, receipt, SAID[::-1], "at once")
    [opened] = await desk.finds("Ines")
    await readers.note(desk.cabinet, desk.keys["Ines"], opened, NOTED)
    return receipt


async def a_quiet_day(desk: Desk) -> None:
    """Nobody says anything."""
    for _ in range(4):
        await night.stir(desk.cabinet)


async def shape(desk: Desk) -> list[tuple[int, int]]:
    """What is left of a dump when random bytes are masked by their length."""
    return sorted((len(place), len(body)) for place, body in await desk.stored())


def test_the_table_has_room_for_random_bytes_only() -> None:
    columns = SealedRow.__table__.columns
    assert [column.name for column in columns] == ["place", "body"]
    assert all(isinstance(column.type, LargeBinary) for column in columns)
    assert SealedRow.__table__.dialect_options["sqlite"]["with_rowid"] is False  # type: ignore[attr-defined]


async def test_a_day_with_a_report_and_a_quiet_day_leave_the_same_dump(desk: Desk) -> None:
    await a_quiet_day(desk)
    quiet, keys = await shape(desk), _keys(desk)
    receipt = await a_day(desk)
    assert await shape(desk) == quiet
    assert _keys(desk) == keys
    await author.erase(desk.cabinet, receipt)
    assert await shape(desk) == quiet == [(16, envelope.ROW)] * 8


async def test_without_decoys_that_make_room_the_dump_would_tell(
    file_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_quiet_day(file_desk)
    quiet = await shape(file_desk)
    monkeypatch.setattr(rows, "decoys_of", lambda *_: [])
    await a_day(file_desk)
    assert await shape(file_desk) != quiet


async def test_a_check_for_replies_writes_nothing(desk: Desk) -> None:
    receipt = await a_day(desk)
    before, key = await desk.stored(), desk.cabinet.shelf.read()
    for each in (receipt, mint()):
        await desk.sees(each)
        await author.standing(desk.cabinet, each, desk.directory)
    await desk.reads("Ines")
    assert (await desk.stored(), desk.cabinet.shelf.read()) == (before, key)


async def test_two_nights_have_no_row_in_common(desk: Desk) -> None:
    await a_day(desk)
    before = await desk.stored()
    await night.rewrite(desk.cabinet)
    after = await desk.stored()
    assert {place for place, _ in before}.isdisjoint(place for place, _ in after)
    parts = {body[at : at + 16] for _, body in before for at in range(0, len(body), 16)}
    assert not any(body[at : at + 16] in parts for _, body in after for at in range(0, len(body), 16))
    assert len(after) % 8 == 0


async def order_now(desk: Desk, receipts: Sequence[Receipt]) -> float:
    """How far the order in which the rows lie follows the order of writing: 1 is wholly, 0 not at all."""
    [epoch] = desk.cabinet.shelf.read()
    tokens = [(await desk.cabinet.keys(receipt)).token for receipt in receipts]
    written = [epoch.place(transcript.bases(token)[0]) for token in tokens]
    there = [place for place, _ in await desk.stored()]
    if desk.cabinet.database.url.get_backend_name() == "sqlite":
        stored = dict(await desk.stored())
        content = _file_and_log(Path(desk.cabinet.database.url.database or ""))
        # The last 16 bytes lie together on one page; the newest copy of a page is the last in the log.
        there = sorted(stored, key=lambda place: content.rfind(stored[place][-16:]))
    lies = sorted(written, key=there.index)
    return correlation(range(len(written)), [lies.index(place) for place in written])


async def test_the_night_takes_the_order_of_writing_away(desk: Desk) -> None:
    await night.rewrite(desk.cabinet)  # a table without gaps that earlier rows have left
    receipts = [await desk.begins(f"Number {number}.") for number in range(16)]
    assert await order_now(desk, receipts) > 0.9  # so the test would see it
    await night.rewrite(desk.cabinet)
    assert abs(await order_now(desk, receipts)) < 0.9  # by chance once in a hundred thousand nights
    decoys = set(rows.decoys_of(desk.cabinet, desk.cabinet.shelf.read()[0]))
    among = [place in decoys for place, _ in await desk.stored()]
    assert among not in (sorted(among), sorted(among, reverse=True))  # nor do decoys lie together, at either end


@pytest.mark.parametrize("desk", ["postgresql"], indirect=True)
async def test_a_night_that_did_not_shuffle_would_be_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL: SQLite rebuilds its file in the order of the random ids, whatever the night does."""
    await night.rewrite(desk.cabinet)
    receipts = [await desk.begins(f"Number {number}.") for number in range(16)]
    there = [place for place, _ in await desk.stored()]
    decoys = set(rows.decoys_of(desk.cabinet, desk.cabinet.shelf.read()[0]))
    monkeypatch.setattr(night, "_shuffled_batches", lambda *_: [[place for place in there if place not in decoys]])
    await night.rewrite(desk.cabinet)
    assert await order_now(desk, receipts) > 0.9


async def real_keys(desk: Desk) -> list[bool]:
    """For every public key inside every row, with the outer layer already off: could it be a real one?"""
    [epoch] = desk.cabinet.shelf.read()
    opened = [envelope.unshut(epoch.secrets[place], place, body) for place, body in await desk.stored()]
    starts = [*range(0, 8 * 112, 112), 8 * 112, 8 * 112 + 80]
    return [_on_curve(each[1][at : at + 32]) for each in opened if each for at in starts]


async def test_a_decoy_s_inside_holds_real_keys_like_a_message_s(file_desk: Desk) -> None:
    await a_day(file_desk)
    told = await real_keys(file_desk)
    assert len(told) == 8 * 10
    assert all(told)


async def test_decoys_of_random_bytes_would_be_recognised(file_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "decoy", lambda: secrets.token_bytes(envelope.INNER))
    await a_day(file_desk)
    assert 0.1 < sum(await real_keys(file_desk)) / 80 < 0.9


async def test_a_guardian_who_was_left_out_cannot_tell(desk: Desk) -> None:
    await desk.begins("Without Tom.", ["Ines", "Ruth"])
    without = (await desk.finds("Tom"), await shape(desk))
    await desk.begins("Without Tom either.", ["Ruth"])
    assert (await desk.finds("Tom"), await shape(desk)) == without
    await desk.begins("With Tom.", ["Tom"])
    assert len(await desk.finds("Tom")) == 1


async def test_no_file_holds_words_receipts_or_keys_in_any_form(file_desk: Desk) -> None:
    receipt = await a_day(file_desk)
    needles = await told_of(file_desk, receipt)
    for content in file_desk.files().values():
        assert scan.found(needles, content) == []
    await night.rewrite(file_desk.cabinet)
    await file_desk.cabinet.database.close()
    for content in file_desk.files().values():
        assert scan.found(needles, content) == []


async def test_the_search_finds_what_is_planted(file_desk: Desk) -> None:
    receipt = await file_desk.begins(SAID)
    padding = (await file_desk.stored())[0][1]
    for needle in await told_of(file_desk, receipt):
        for name, form in {**scan.FORMS, **scan.PACKED}.items():
            assert scan.found([needle], padding + form(needle) + padding), name


async def test_the_only_time_of_the_shelf_is_a_day(file_desk: Desk) -> None:
    await a_day(file_desk)
    assert (file_desk.folder / "secrets" / "threads.shelf").stat().st_mtime % (24 * 60 * 60) == 0
    async with file_desk.cabinet.database.begin() as connection:
        schema = (await connection.execute(text("SELECT sql FROM sqlite_master"))).scalars().all()
    assert not re.search(r"date|time|serial|autoincrement", " ".join(filter(None, schema)), re.IGNORECASE)


async def told_of(desk: Desk, receipt: Receipt) -> list[bytes]:
    """Everything about a thread that must lie nowhere."""
    keys, own = await desk.cabinet.keys(receipt), words(receipt)
    windows = [said[at : at + 14] for said in (SAID, REPLY, NOTED, SAID[::-1]) for at in range(0, 28, 7)]
    pairs = [f"{one}{mark}{two}" for one, two in pairwise(own) for mark in " -,"]
    numbers = [digits(receipt), digits(receipt).replace(" ", ""), str(receipt.secret)]
    raw = [receipt.secret.to_bytes(10, "big"), keys.master, keys.token, keys.wrap, keys.signs]
    return [each.encode() for each in (*windows, *pairs, *numbers)] + raw


def _file_and_log(file: Path) -> bytes:
    return file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()


def _keys(desk: Desk) -> list[int]:
    return [len(epoch.secrets) for epoch in desk.cabinet.shelf.read()]


def _on_curve(raw: bytes) -> bool:
    """Whether these are the coordinate of a point of Curve25519, as every X25519 public key is and half of chance."""
    u = int.from_bytes(raw, "little")
    return u < PRIME and pow(u**3 + 486662 * u**2 + u, (PRIME - 1) // 2, PRIME) <= 1
