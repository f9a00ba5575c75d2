"""Whoever copies the database once or twice while people answer guesses what one of them said no better than by chance (C1).

Each attack is also made on a table as others keep it, where it is always right: so it is known that it bites.
"""

import secrets
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from math import comb
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from sqlalchemy import func, insert, select

from storage import ballots, rounds
from storage.ballots import Ballot, Urn
from storage.db import Rows
from storage.loop import BallotRow, MomentRow
from storage.work import Work
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.witness import Dump

pytestmark = pytest.mark.attack

ROUNDS, FEWER = 200, 40
"""Rounds that are attacked, after as many of which the answers are known; in the clear fewer tell enough."""
UNLIKELY = 1e-6
OPTIONS = ("1", "2", "3", "4", "5")
Cast = Callable[[Work, Urn, int, Ballot], Awaitable[None]]
Answers = Callable[[Work, Urn, int], Awaitable[str]]
Seen = Sequence[tuple[str, bytes]]
Bytes = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Played:
    """One round: what the last of four said, what was new in the second copy, and the whole of that copy."""

    said: str
    new: bytes
    whole: bytes


async def cast_in_clear(work: Work, urn: Urn, _person: int, ballot: Ballot) -> None:
    """What a table would hold if nothing were sealed."""
    said = secrets.token_bytes(32) + str(dict(ballot.answers)).encode() + secrets.token_bytes(32)
    await work.connection.execute(insert(BallotRow), {"moment_id": urn.id, "tag": said[:32], "sealed": said})


async def cast_in_order(work: Work, urn: Urn, _person: int, ballot: Ballot) -> None:
    """Answers without a name that lie in the order in which they came."""
    count = (await work.connection.execute(select(func.count()).select_from(BallotRow))).scalar_one()
    said = {"moment_id": urn.id, "tag": count.to_bytes(32, "big"), "sealed": str(dict(ballot.answers)).encode()}
    await work.connection.execute(insert(BallotRow), said)


async def test_c1_two_copies_around_an_answer_and_one_before_the_close_tell_no_more_than_chance(office: Office) -> None:
    played = await _played(office, ballots.cast, 2 * ROUNDS)
    assert _by_chance(_right([(each.said, each.new) for each in played])) > UNLIKELY
    assert _by_chance(_right([(each.said, each.whole) for each in played])) > UNLIKELY


async def test_c1_where_answers_lie_in_clear_two_copies_tell_them_all(office: Office) -> None:
    played = await _played(office, cast_in_clear, 2 * FEWER)
    assert _right([(each.said, each.new) for each in played]) == FEWER


async def test_c1_where_answers_lie_in_the_order_of_writing_one_copy_tells_them_all(office: Office) -> None:
    played = await _played(office, cast_in_order, 2 * FEWER)
    assert _right([(each.said, each.whole) for each in played]) == FEWER


def test_c1_being_right_in_35_of_100_would_be_noticed() -> None:
    assert _by_chance(ROUNDS * 35 // 100) < UNLIKELY
    assert _by_chance(ROUNDS * 45 // 100) < UNLIKELY**2
    assert _by_chance(ROUNDS * 22 // 100) > 0.2


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    steward = await opened.hire("Dario Moretti")
    await opened.grant(steward, "steward")
    await opened.hire_many(5)
    await opened.start_pulse(steward)
    await opened.until("2026-11-05T10:00")
    yield opened
    await opened.close()


async def _played(office: Office, cast: Cast, times: int) -> list[Played]:
    chance, urn = Random(2), await _now_open(office)
    with closing(sqlite3.connect(f"file:{office.works.database.url.database}?mode=ro", uri=True)) as file:
        return [await _round(office, file, urn, partial(_answers, (chance, cast))) for _ in range(times)]


async def _now_open(office: Office) -> Urn:
    async with office.works.database.begin() as connection:
        ref = (await connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalar_one()
        asking = await rounds.question(connection, ref)
    assert asking
    return asking.urn


async def _round(office: Office, file: sqlite3.Connection, urn: Urn, answers: Answers) -> Played:
    """Three have answered, the database is copied, one more answers, it is copied again."""
    async with office.works.ledger.begin() as work:
        await ballots.destroy_ballots(work, urn)
        for person in (2, 3, 4):
            await answers(work, urn, person)
    before = _copy(file)
    async with office.works.ledger.begin() as work:
        said = await answers(work, urn, 5)
    after = _copy(file)
    new = {name: [row for row in after[name] if row not in before[name]] for name in after}
    return Played(said, _bytes(new), _bytes(after))


async def _answers(way: tuple[Random, Cast], work: Work, urn: Urn, person: int) -> str:
    chance, cast = way
    said = chance.choice(OPTIONS)
    await cast(work, urn, person, Ballot(7, {"own": said}))
    return said


def _copy(file: sqlite3.Connection) -> Dump:
    """Every row of every table, in the order in which the database hands them out."""
    return {name: file.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(Rows.metadata.tables)}


def _bytes(rows: Dump) -> bytes:
    cells = [cell for name in rows for row in rows[name] for cell in row]
    return b"".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells)


def _right(seen: Seen) -> int:
    """How often an attacker is right who has learnt, from half of the rounds, of which he knows the answers, which byte
    tells most, and what each of its values means."""
    copies = np.array([np.frombuffer(what, np.uint8) for _, what in seen])
    said = np.array([OPTIONS.index(each) for each, _ in seen])
    known, quarter = len(seen) // 2, len(seen) // 4
    # learnt from one half and tried on the other: a byte of chance seems to tell everything about what it was learnt from
    tried = _guesses(copies[:quarter], said[:quarter], copies[quarter:known]) == said[quarter:known, None]
    # a byte that is always the same tells nothing
    best = int(np.argmax(np.where(np.ptp(copies[:known], axis=0) > 0, tried.sum(axis=0), -1)))
    one = copies[:, best : best + 1]
    return int((_guesses(one[:known], said[:known], one[known:])[:, 0] == said[known:]).sum())


def _guesses(learnt: Bytes, said: Bytes, unknown: Bytes) -> Bytes:
    """For each unknown copy and each byte: what this value of the byte stood for most often."""
    place = np.arange(learnt.shape[1])
    counts = np.zeros((learnt.shape[1], 256, len(OPTIONS)), np.int16)
    for copy, answer in zip(learnt, said, strict=True):
        counts[place, copy, answer] += 1
    meaning = counts.argmax(axis=2)
    return np.array([meaning[place, copy] for copy in unknown])


def _by_chance(right: int) -> float:
    """The probability of guessing right at least so often (binomial)."""
    share = 1 / len(OPTIONS)
    return sum(comb(ROUNDS, n) * share**n * (1 - share) ** (ROUNDS - n) for n in range(right, ROUNDS + 1))
