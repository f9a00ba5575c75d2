"""SQLite is used from two threads at once nowhere, waits for others without holding anybody up, and keeps all or nothing."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.db import Database
from storage.inbox import first_time
from storage.people import InboxRow
from tests.databases import fresh_sqlite
from tests.harness import MONDAY

KEY = b"0" * 32


@pytest.fixture
async def here(tmp_path: Path) -> str:
    return await fresh_sqlite(tmp_path)


async def rows(database: Database) -> int:
    async with database.begin() as connection:
        return (await connection.execute(select(func.count()).select_from(InboxRow))).scalar_one()


async def test_a_turn_waits_for_another_programs_lock_and_the_loop_goes_on(here: str) -> None:
    database, other = Database(here), sqlite3.connect(here.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> bool:
        async with database.begin() as connection:
            return await first_time(connection, KEY, "one", MONDAY)

    writing = asyncio.create_task(write())
    for _ in range(100):
        await asyncio.sleep(0)
    assert not writing.done()
    other.execute("COMMIT")
    assert await writing
    other.close()
    assert await rows(database) == 1
    await database.close()


async def test_a_turn_that_fails_keeps_nothing(here: str) -> None:
    database = Database(here)

    async def fail() -> None:
        async with database.begin() as connection:
            await first_time(connection, KEY, "one", MONDAY)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await rows(database) == 0
    await database.close()


async def test_a_turn_that_is_given_up_while_it_waits_keeps_nothing_and_stands_in_nobodys_way(here: str) -> None:
    database, other = Database(here), sqlite3.connect(here.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write(event: str) -> bool:
        async with database.begin() as connection:
            return await first_time(connection, KEY, event, MONDAY)

    waiting = asyncio.create_task(write("one"))
    for _ in range(100):
        await asyncio.sleep(0)
    waiting.cancel()
    other.execute("COMMIT")
    other.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await write("two")
    assert await rows(database) == 1
    await database.close()


async def test_turns_that_come_at_once_are_all_kept(here: str) -> None:
    database = Database(here)

    async def write(number: int) -> bool:
        async with database.begin() as connection:
            return await first_time(connection, KEY, str(number % 20), MONDAY)

    assert sum(await asyncio.gather(*(write(number) for number in range(40)))) == 20
    assert await rows(database) == 20
    await database.close()
