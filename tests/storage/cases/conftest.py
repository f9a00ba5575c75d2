"""A chamber for each test: guardians with cheap keys, on SQLite and on PostgreSQL, or on SQLite alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import ON_POSTGRES_TOO, drop_postgres, fresh_postgres
from tests.storage.cases.chamber import Chamber, open_chamber


@pytest.fixture(params=["sqlite", ON_POSTGRES_TOO])
async def chamber(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Chamber]:
    """On each kind of database."""
    url = f"sqlite:///{tmp_path / 'main.db'}" if request.param == "sqlite" else await fresh_postgres()
    opened = await open_chamber(url, tmp_path)
    yield opened
    await opened.work.cabinet.database.close()
    if request.param == "postgresql":
        await drop_postgres(url)


@pytest.fixture
async def file_chamber(tmp_path: Path) -> AsyncIterator[Chamber]:
    """On SQLite, where every byte can be looked at."""
    opened = await open_chamber(f"sqlite:///{tmp_path / 'main.db'}", tmp_path)
    yield opened
    await opened.work.cabinet.database.close()
