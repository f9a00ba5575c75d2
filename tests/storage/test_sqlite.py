"""SQLite is used from two threads at once nowhere, waits for others without holding anybody up, and keeps all or nothing."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.exc import TimeoutError as NoConnection

from storage import db
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


@pytest.mark.parametrize("times", [1, 2])
async def test_a_turn_given_up_inside_sqlalchemy_says_so_and_leaves_nobody_waiting(here: str, times: int) -> None:
    database, other = Database(here), sqlite3.connect(here.removeprefix("sqlite:///"), isolation_level=None)
    assert await rows(database) == 0  # it is connected
    other.execute("BEGIN IMMEDIATE")
    before = asyncio.all_tasks()

    async def write() -> None:
        async with database.begin() as connection:
            await connection.execute(delete(InboxRow))

    waiting = asyncio.create_task(write())
    for _ in range(times):
        for _ in range(100):
            await asyncio.sleep(0)
        waiting.cancel()
    asyncio.get_running_loop().call_soon(other.close)
    with pytest.raises(asyncio.CancelledError):
        await waiting
    async with asyncio.timeout(2):
        await asyncio.gather(*(asyncio.all_tasks() - before - {waiting}))
    assert await rows(database) == 0
    await database.close()


async def test_whoever_comes_while_another_is_being_called_waits_no_longer_than_they_may(
    here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "WAIT_SECONDS", 0.02)
    database, go_on = Database(here), asyncio.Event()

    async def hold() -> None:
        async with database.begin():
            await go_on.wait()

    async with database.begin():
        called = asyncio.create_task(hold())
        await asyncio.sleep(0)
    with pytest.raises(NoConnection):  # the one who was called has not come yet, and will keep it
        await asyncio.wait_for(hold(), 1)
    go_on.set()
    await called
    await database.close()


async def test_turns_that_come_at_once_are_all_kept(here: str) -> None:
    database = Database(here)

    async def write(number: int) -> bool:
        async with database.begin() as connection:
            return await first_time(connection, KEY, str(number % 20), MONDAY)

    assert sum(await asyncio.gather(*(write(number) for number in range(40)))) == 20
    assert await rows(database) == 20
    await database.close()
