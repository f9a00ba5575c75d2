"""A desk for each test: threads with cheap keys and no waiting, on SQLite and on PostgreSQL, or on SQLite alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import drop_postgres, fresh_postgres
from tests.storage.threads.desk import Desk, open_desk


@pytest.fixture(params=["sqlite", "postgresql"])
async def desk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    """On each kind of database."""
    url = f"sqlite:///{tmp_path / 'main.db'}" if request.param == "sqlite" else await fresh_postgres()
    opened = await open_desk(url, tmp_path)
    yield opened
    await opened.cabinet.database.close()
    if request.param == "postgresql":
        await drop_postgres(url)


@pytest.fixture
async def file_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """On SQLite, where every byte can be looked at."""
    opened = await open_desk(f"sqlite:///{tmp_path / 'main.db'}", tmp_path)
    yield opened
    await opened.cabinet.database.close()
