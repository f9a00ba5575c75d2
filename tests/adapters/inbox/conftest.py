"""An inbox for each test, in front of guardians with cheap keys: on SQLite, and whole ways through it on PostgreSQL too."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import drop_postgres, fresh_postgres
from tests.storage.cases.chamber import Chamber, open_chamber
from tests.storage.cases.conftest import file_chamber

__all__ = ["chamber", "file_chamber"]


@pytest.fixture
async def chamber(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Chamber]:
    """On SQLite; where a test says so, once on each kind of database (tests/databases.py: on_both)."""
    postgres = getattr(request, "param", "sqlite") == "postgresql"
    url = await fresh_postgres() if postgres else f"sqlite:///{tmp_path / 'main.db'}?in_memory=yes"
    opened = await open_chamber(url, tmp_path)
    yield opened
    await opened.work.cabinet.database.close()
    if postgres:
        await drop_postgres(url)
