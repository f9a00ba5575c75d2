"""What every test may ask for: a migrated database, on SQLite and on PostgreSQL."""

import gc
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db import Database
from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite
from tests.templates import share_templates
from tests.wording import share_words

ROOM = 2**30
YOUNG = 20_000
"""So many new objects are looked through for garbage at once: a test of a few seconds leaves little, and looking costs."""

share_words()
share_templates()


def pytest_configure() -> None:
    """Files of tests lie in memory where there is room: waiting for a disk that nobody will read from proves nothing."""
    gc.disable()
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))


def pytest_collection_finish() -> None:
    """What is imported by now stays: looking through it again and again for garbage takes a tenth of the whole run."""
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a migrated, empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        yield await fresh_sqlite(tmp_path)
        return
    url = await fresh_postgres()
    yield url
    await drop_postgres(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same database, opened as the program opens it."""
    opened = Database(database_url)
    yield opened
    await opened.close()
