"""What an attacker with copies of the database can find out about unlinked answers: nothing (C2 to C7; C1: test_copied.py)."""

import re
import secrets
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.question import KINDS, LONGEST_TEXT, Kind, Question, values
from storage import ballots, rounds
from storage.ballots import Ballot, Urn, make_keys, seal, sealed_size
from storage.loop import CellRow, MomentRow
from storage.work import Work
from tests.databases import drop_postgres, fresh_sqlite, untouched_postgres
from tests.drivers.bare import BareDriver
from tests.harness import COMMENT, QUESTION, Colleague, Office, scored
from tests.witness import Dump, dump, pg_dumped

AGREED = Question("own", "agreement", {"en": "Agreed?"}, {"en": "Agreeing"})
RANDOM = re.compile(r"[0-9a-f]{32,}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d*[1-9]\d*")
"""Refs, keys of deliveries, and the machine's own clock, by which a question was sent before anybody answered it."""
DELIVERIES = "public.delivery"
JOBS = ("inbox", "delivery", "lane")
# Nobody comments, or two do and are given receipts: nothing outside the envelopes tells which.
LOW = ((0, ""), (2, ""), (1, ""))
HIGH = ((10, "x" * 500), (9, ""), (10, "Another thing."))
WORDS = "The rota came on Friday"


class InMemory:
    """Implements `storage.secrets.Secrets` without a disk: whatever keeps its four promises may stand behind the port."""

    def __init__(self) -> None:
        self.keys: dict[str, bytes] = {}

    def put(self, name: str, key: bytes) -> None:
        self.keys[name] = key

    def get(self, name: str) -> bytes | None:
        return self.keys.get(name)

    def destroy(self, name: str) -> None:
        self.keys.pop(name, None)

    def lasting(self, name: str) -> bytes:
        return self.keys.setdefault(name, secrets.token_bytes(32))


async def test_b2_on_sqlite_ballots_lie_in_the_order_of_their_tags_not_in_that_of_the_answers(office: Office) -> None:
    """So that no query tells an order on SQLite. Where rows lie inside a page of the raw file may, and docs/privacy.md says so;
    on PostgreSQL a table lies in the order in which it was written."""
    await _asked(office)
    urn = await _now_open(office)
    async with office.works.ledger.begin() as work:
        for person in range(1, 13):
            await ballots.cast(work, urn, person, Ballot(None, {"own": "1"}))
    with closing(sqlite3.connect(str(office.works.database.url.database))) as file:
        tags = file.execute("SELECT tag FROM ballot").fetchall()
        assert (len(tags), tags) == (12, sorted(tags))
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            file.execute("SELECT rowid FROM ballot")


async def test_c2_dumps_for_different_answers_are_the_same_but_for_what_is_random(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    low, high = await _life(first, LOW), await _life(second, HIGH)
    assert {name: (rows, high[name]) for name, rows in low.items() if rows != high[name]} == {}


@pytest.mark.attack
async def test_c2_on_postgresql_the_same_holds_for_what_pg_dump_writes(tmp_path: Path) -> None:
    lives = []
    for name, answers in (("first", LOW), ("second", HIGH)):
        url, folder = await untouched_postgres(), tmp_path / name
        folder.mkdir()
        office = await _lived(url, folder, answers)
        await office.close()
        # Letters go out several at a time, and lie as the platform took them: that was before anybody answered.
        lives.append({table: [_by_length(row) for row in rows] for table, rows in pg_dumped(url).items()})
        await drop_postgres(url)
    low, high = ({**each, DELIVERIES: sorted(each[DELIVERIES])} for each in lives)
    assert (len(low["public.ballot"]), len(low["sizes"])) == (3, len(low) - 1)
    assert {table: (rows, high[table]) for table, rows in low.items() if rows != high[table]} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_c3_every_ballot_of_a_form_has_one_length(kind: Kind) -> None:
    options = tuple({"en": str(number)} for number in range(10)) if kind.endswith("_of") else ()
    asked = [Question(f"q{n}" * 10, kind, {"en": "?"}, {"en": "?"}, options=options) for n in range(10)]
    urn = _urn(InMemory(), sealed_size(asked, comment=True))
    known = values(asked[0])
    most = ",".join(known) if kind == "several_of" else max(known or [chr(0x1F937) * LONGEST_TEXT], key=len)
    answers = {each.id: most for each in asked}
    full = Ballot(10**18, answers, chr(0x1F937) * 500, organisation_only=True, values={"grade": "x" * 150})
    quoted = Ballot(1, {asked[0].id: most if known else '"' * LONGEST_TEXT}, '\\"' * 250)
    assert {len(seal(urn, each)) for each in (Ballot(None, {}), full, quoted)} == {urn.size}


async def test_c4_no_table_and_no_file_holds_what_somebody_wrote_that_may_not_be_shown(
    office: Office, tmp_path: Path
) -> None:
    people = await _asked(office)
    for each in people:
        await each.answers(7, WORDS)
    assert _with(dump(office.works.database), WORDS) == []
    await office.until("2026-11-16T12:00")
    await office.works.catch_up()
    after = dump(office.works.database)
    assert _with(after, WORDS) == []  # six answers and k=5: too few for comments
    assert after["ballot"] == []
    await office.works.database.close()
    assert not any(WORDS.encode() in kept for kept in everything_in(tmp_path))


async def test_c5_answering_three_times_counts_once(office: Office) -> None:
    people = await _asked(office)
    for score in (0, 3, 10):
        await people[1].answers(score)
        await people[1].dismisses()
    for each in (people[0], *people[2:5]):
        await each.answers(10)
    await office.until("2026-11-16T12:00")
    async with office.works.database.begin() as connection:
        row = (await connection.execute(select(CellRow.answers, CellRow.mean))).one()
    assert tuple(row) == (5, 10.0)


async def test_c7_no_table_of_jobs_holds_an_answer(office: Office) -> None:
    people = await _asked(office)
    before = dump(office.works.database)
    for each in people[:3]:
        await each.answers(7, WORDS)
    await office.until("2026-11-09T10:00")
    after = dump(office.works.database)
    assert _with({name: after[name] for name in JOBS}, WORDS) == []
    # Whoever answered leaves the same jobs behind as whoever did not, and one mark of an event that was seen.
    assert len(after["inbox"]) == len(before["inbox"]) + 3
    assert all(len(row) == 2 for row in after["inbox"])
    assert await office.reminder_rows() == {("done", None, None, 0, None, None)}


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


async def _asked(office: Office, people: int = 6) -> list[Colleague]:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    rest = await office.hire_many(people - 1)
    await office.start_pulse(steward)
    await office.until("2026-11-05T10:00")
    return [steward, *rest]


def _by_length(row: str) -> str:
    return RANDOM.sub(lambda found: f"<{len(found[0])}>" if "-" not in found[0] else "<time>", row)


async def _life(folder: Path, answers: Sequence[tuple[int, str]]) -> dict[str, Any]:
    """What an attacker sees, without what is random."""
    office = await _lived(await fresh_sqlite(folder), folder, answers)
    seen = dump(office.works.database)
    sizes = sorted(map(len, everything_in(folder)))
    await office.close()
    return {"sizes": sizes} | {name: sorted(map(masked, rows), key=repr) for name, rows in seen.items()}


async def _lived(url: str, folder: Path, answers: Sequence[tuple[int, str]]) -> Office:
    """The same people answer in the same order at the same time."""
    office = await Office.open(BareDriver(), url, folder)
    people = await _asked(office)
    for each, (score, comment) in zip(people, answers, strict=False):
        await each.presses("Answer")
        await each.fills({QUESTION: scored(score), COMMENT: comment})
        await each.sends()
    return office


def masked(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(len(cell) if isinstance(cell, bytes) else RANDOM.sub("*", str(cell)) for cell in row)


def everything_in(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


def _with(rows: Dump, words: str) -> list[str]:
    return [name for name, found in rows.items() if any(words in str(cell) for row in found for cell in row)]


def _urn(store: InMemory, size: int) -> Urn:
    return Urn(1, "r", make_keys(Work(None, store), "r"), size)  # type: ignore[arg-type]


async def _now_open(office: Office) -> Urn:
    async with office.works.database.begin() as connection:
        ref = (await connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalar_one()
        asking = await rounds.question(connection, ref)
    assert asking
    return asking.urn
