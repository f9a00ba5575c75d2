"""The report of a year is the same on PostgreSQL as on SQLite."""

from pathlib import Path

import pytest

from storage.db import Database
from tests import published
from tests.databases import drop_postgres, fresh_postgres
from tests.storage.yearly.conftest import Kept, lived, opened


@pytest.mark.long
async def test_the_year_reads_alike_on_both_databases(kept: Kept, tmp_path: Path) -> None:
    url = await fresh_postgres()
    database = Database(url)
    async with database.begin() as connection:
        await published._people(connection)
        for number, past in enumerate(published.ROUNDS, start=1):
            await published._round(connection, number, past)
        await lived(connection)
    assert await opened(database, url, tmp_path).report() == await kept.report()
    await database.close()
    await drop_postgres(url)
