"""Nothing is left of a visit to the public page: no row, no file, no line, no address and no word."""

import logging
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.second_door import gate
from storage.db import Database
from tests.adapters.second_door.conftest import Street
from tests.adapters.second_door.test_redraw import photograph
from tests.adapters.second_door.test_speaking_up import WHAT, looks, reports
from tests.adapters.second_door.visitor import HOME
from tests.databases import on_both
from tests.storage.threads import scan

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT schemaname || '.' || tablename FROM pg_tables "
    "WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
}


async def rows_of(database: Database) -> dict[str, list[str]]:
    """Every row of every table, as it lies there."""
    kind = database.url.get_backend_name()
    async with database.begin() as connection:
        names = (await connection.execute(text(TABLES[kind]))).scalars().all()
        return {
            name: sorted(repr(tuple(row)) for row in await connection.execute(text(f"SELECT * FROM {name}")))
            for name in names
        }


async def everything(street: Street) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, bytes]]:
    """All rows of both databases, and the keys' folder."""
    secrets = {str(each): each.read_bytes() for each in (street.folder / "secrets").rglob("*") if each.is_file()}
    threads = street.works.room.cabinet.database
    return await rows_of(street.works.database), await rows_of(threads), secrets


@on_both("street")
@pytest.mark.long
async def test_looking_writes_nothing_anywhere(street: Street) -> None:
    words = await reports(street.visitor())
    before = await everything(street)
    visitor = street.visitor()
    await visitor.visits()
    await visitor.presses("Go on")
    await visitor.presses("Send")
    await looks(visitor, words)
    await looks(visitor, "table lamp")
    await visitor.posts({"do": "submit", "action": "steward.start", "nonce": "n" * 22})
    assert await everything(street) == before
    await reports(visitor)
    assert await everything(street) != before  # so the look would see it


@on_both("street")
@pytest.mark.long
async def test_a_report_touches_no_table_in_which_people_stand(street: Street) -> None:
    before = await rows_of(street.works.database)
    words = await reports(street.visitor())
    visitor = street.visitor()
    await looks(visitor, words)
    await visitor.adds(photograph())
    after = await rows_of(street.works.database)
    if street.works.database.url.get_backend_name() == "postgresql":  # the threads' schema is in the same database
        assert {name for name in after if after[name] != before[name]} == {"threads.sealed"}
    else:
        assert after == before


def needles(words: str) -> list[bytes]:
    own = words.split()
    pairs = [f"{one} {two}" for one, two in pairwise(own)]
    return [each.encode() for each in (HOME, WHAT[:24], WHAT[20:44], *pairs, "Nina's telephone")]


@pytest.mark.long
async def test_no_file_and_no_line_holds_a_word_or_an_address(
    file_street: Street, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "aiosqlite")  # it prints whole rows, encrypted as they are
    words = await reports(file_street.visitor())
    visitor = file_street.visitor()
    await looks(visitor, words)
    await visitor.adds(photograph(), "Its thermometer.")
    for content in files(file_street.folder).values():
        assert scan.found(needles(words), content) == []
    assert scan.found(needles(words), caplog.text.encode()) == []
    planted = file_street.folder / "planted.log"
    planted.write_text(f'{HOME} - "POST /speak-up" {WHAT}')
    assert scan.found(needles(words), planted.read_bytes())


async def test_an_access_log_would_be_found(file_street: Street, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    words = await reports(file_street.visitor())
    logging.getLogger("uvicorn.access").info("%s - POST /speak-up", HOME)
    assert scan.found(needles(words), caplog.text.encode())


@on_both("street")
async def test_a_request_log_joins_with_nothing(street: Street) -> None:
    """Somebody who has a list of visits to the second finds no time in any row to join it with."""
    _, before, _ = await everything(street)
    await reports(street.visitor())
    street.clock.at += timedelta(seconds=77)
    _, after, _ = await everything(street)
    fresh = {row for rows in after.values() for row in rows} - {row for rows in before.values() for row in rows}
    assert fresh
    for row in fresh:
        assert "datetime" not in row
        assert len(row) > 16_384


def files(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_nothing_of_the_gate_is_written_anywhere() -> None:
    source = Path(gate.__file__).read_text(encoding="utf-8")
    assert not any(told in source for told in ("open(", "write", "log", "storage"))
