"""SQLite is used from two threads at once nowhere, waits for others without holding anybody up, and keeps all or nothing."""

import asyncio
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.exc import InvalidRequestError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from storage import db
from storage.db import Database
from storage.inbox import first_time
from storage.people import InboxRow
from storage.prepared import prepared
from tests.databases import fresh_sqlite
from tests.harness import MONDAY

KEY = b"0" * 32


@pytest.fixture
async def here(tmp_path: Path) -> str:
    return await fresh_sqlite(tmp_path)


def move(file: str, to: str) -> None:
    Path(file).rename(to)


def there(file: str) -> bool:
    return Path(file).exists()


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


async def test_a_file_that_was_deleted_or_replaced_is_noticed_and_nobody_is_told_that_something_is_kept(
    here: str,
) -> None:
    file, aside = here.removeprefix("sqlite:///"), f"{here.removeprefix('sqlite:///')}-aside"
    database = Database(here)
    assert await rows(database) == 0
    move(file, aside)
    for _ in range(2):
        with pytest.raises(OperationalError, match="gone or was replaced"):
            await rows(database)
        assert not there(file)  # no empty one was made in its place
    move(aside, file)
    assert await rows(database) == 0

    async def written_while_it_goes() -> None:
        async with database.begin() as connection:
            await first_time(connection, KEY, "one", MONDAY)
            move(file, aside)

    with pytest.raises(OperationalError, match="gone or was replaced"):
        await written_while_it_goes()
    shutil.copyfile(aside, file)
    assert await rows(database) == 0  # the turn failed, and what it wrote is nowhere
    await database.close()


async def test_an_error_of_a_prepared_statement_is_said_as_everywhere_and_quotes_nothing(here: str) -> None:
    database, other = Database(here), sqlite3.connect(here.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("ALTER TABLE inbox RENAME TO gone")
    other.close()
    with pytest.raises(OperationalError) as raised:
        async with database.begin() as connection:
            await first_time(connection, KEY, "one secret event", MONDAY)
    assert "secret" not in str(raised.value)
    await database.close()


async def test_a_prepared_statement_takes_just_what_it_was_written_for(here: str) -> None:
    database = Database(here)
    named = prepared(select(InboxRow.day).where(InboxRow.mark == bindparam("mark")))
    async with database.begin() as connection:
        assert await named.rows(connection, mark=b"x") == []
        with pytest.raises(TypeError, match="takes mark"):
            await named.rows(connection, mark=b"x", day=3)
        with pytest.raises(InvalidRequestError):
            await prepared(select(InboxRow.day).where(InboxRow.mark == bindparam("mark"))).rows(connection)
    await database.close()
