"""The connection to the database, SQLite or PostgreSQL by its address, and the one place where a turn's work is opened."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.types import TypeDecorator

from storage import sqlite
from storage.one_connection import OneConnection

WAIT_SECONDS = 5.0
# In the address of an SQLite file, `?in_memory=yes`: it lies where writing waits for no disk.
IN_MEMORY = "in_memory"
# Rows in the order of their key: the order in which they were written is not there to be read.
WITHOUT_ROWID: dict[str, bool] = {"sqlite_with_rowid": False}

# FULL: after a power cut, "this is being sent" must still be there, else it is sent twice.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")

# Without it SQLAlchemy says -1 for the number of rows that an insert wrote on PostgreSQL.
COUNTED: dict[str, bool] = {"preserve_rowcount": True}


class Rows(DeclarativeBase):
    """What all tables have in common: one list of them, and names for their rules so that migrations can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An instant: aware UTC in Python, `timestamptz` on PostgreSQL, text without offset on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Database:
    """An engine with the settings that safe delivery needs; one per process."""

    def __init__(self, url: str) -> None:
        self.url = async_url(url)
        self.engine = _engine(self.url)
        self._one = OneConnection(self.engine, WAIT_SECONDS) if self.url.get_backend_name() == "sqlite" else None

    def begin(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """One transaction: committed when the block ends well, rolled back when it raises."""
        return self._one.begin() if self._one else self.engine.begin()

    async def close(self) -> None:
        if self._one:
            await self._one.close()
        await self.engine.dispose()


def insert(of: AsyncConnection, table: Any) -> Any:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update` on both databases."""
    return _insert(of.dialect.name, table)


def inserts(table: Any, finish: Callable[[Any], Any]) -> Mapping[str, Any]:
    """The same insert for each kind of database, by its dialect's name.

    For what every turn does: building a statement takes several times as long as running it.
    """
    return _Inserts(lambda dialect: finish(_insert(dialect, table.__table__)))


class _Inserts(dict[str, Any]):
    """Made when it is first asked for: what SQLAlchemy knows of PostgreSQL takes a twentieth of a start to import."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, dialect: str) -> Any:
        made = self[dialect] = self._make(dialect)
        return made


def _insert(dialect: str, table: Any) -> Any:
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def async_url(url: str) -> URL:
    """`sqlite:///file` and `postgresql://...` as people write them, with the asynchronous driver filled in."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite+aiosqlite")
    if parsed.get_backend_name() in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise ValueError("HEARBACK_DATABASE_URL must begin with sqlite:/// or postgresql://")


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        return create_async_engine(
            url, hide_parameters=True, pool_size=8, max_overflow=4, pool_timeout=WAIT_SECONDS, pool_pre_ping=True
        )
    connect = partial(sqlite.connect, in_memory=url.query.get(IN_MEMORY) == "yes")
    engine = create_async_engine(
        url.difference_update_query([IN_MEMORY]),
        hide_parameters=True,  # an error must not quote what somebody wrote
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        pool_reset_on_return=None,  # every use ends with a commit or a rollback of its own
        connect_args={"timeout": WAIT_SECONDS, "async_creator_fn": connect},
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(raw: Any, _record: object) -> None:
    cursor = raw.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
