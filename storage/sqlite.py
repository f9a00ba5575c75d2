"""Speaks to SQLite: short statements on the spot, and on a thread of its own whatever may wait.

The library alone makes four trips to that thread for each statement, and a trip costs more than most statements: two
threads hand the interpreter to one another. So reading, and writing a row in a transaction that holds the file's lock
already, is done where we are. What waits for the lock, waits for the disk, or may change many rows goes to the thread.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite
from sqlalchemy.ext.asyncio import AsyncConnection


class OneTrip(aiosqlite.Connection):
    """A connection whose cursors cost nothing to open, to read and to close. One task at a time uses it."""

    _away = False

    def cursor(self) -> "Outcome":  # type: ignore[override]
        return Outcome(self)

    async def commit(self) -> None:
        """No trip where nothing was written: there is nothing to keep."""
        if self._away or self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self._away or self.in_transaction:
            await super().rollback()

    def here(self, sql: str) -> sqlite3.Connection | None:
        """The connection itself, if this statement is quick; None if it should go to the thread."""
        if self._away or self._connection is None:
            return None
        if sql.startswith("SELECT") or (self.in_transaction and sql.startswith("INSERT") and " VALUES " in sql):
            return self._connection
        return None

    async def there(self, act: Callable[[sqlite3.Connection], None]) -> None:
        """Runs `act` on the thread. Whoever is waiting may be cancelled; the connection is ours again only afterwards."""
        self._away = True
        await self._execute(self._and_back, act)

    def _and_back(self, act: Callable[[sqlite3.Connection], None]) -> None:
        try:
            act(self._conn)
        finally:
            self._away = False


class Outcome:
    """What SQLAlchemy's dialect for aiosqlite asks of a cursor: here it is only where the outcome lies."""

    __slots__ = ("_connection", "_rows", "arraysize", "description", "lastrowid", "rowcount")

    def __init__(self, connection: OneTrip) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount, self.lastrowid, self.arraysize = -1, 0, 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, values: Iterable[Any] = ()) -> "Outcome":
        if here := self._connection.here(sql):
            self._whole(sql, values, here)
        else:
            await self._connection.there(partial(self._whole, sql, values))
        return self

    async def executemany(self, sql: str, values: Iterable[Iterable[Any]]) -> "Outcome":
        await self._connection.there(partial(self._many, sql, values))
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """There is nothing left to let go of."""

    def _whole(self, sql: str, values: Iterable[Any], connection: sqlite3.Connection) -> None:
        cursor = connection.execute(sql, values)  # type: ignore[arg-type]
        self.description, self.lastrowid = cursor.description, cursor.lastrowid
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount  # with RETURNING it is right only once all rows were read
        cursor.close()

    def _many(self, sql: str, values: Iterable[Iterable[Any]], connection: sqlite3.Connection) -> None:
        cursor = connection.executemany(sql, values)  # type: ignore[arg-type]
        self.rowcount = cursor.rowcount
        cursor.close()


async def run(connection: AsyncConnection, sql: str, values: Sequence[Any]) -> list[Any]:
    """Runs one statement in the transaction of a connection that SQLAlchemy opened."""
    inner = connection.sync_connection
    driver = inner.connection.driver_connection if inner else None
    if not isinstance(driver, OneTrip):
        raise TypeError("this is no connection to SQLite")
    return await (await driver.cursor().execute(sql, values)).fetchall()


def connect(file: str, **settings: Any) -> OneTrip:
    """A connection to this file, to be awaited; `settings` are those of `sqlite3.connect`."""
    opened = OneTrip(partial(sqlite3.connect, file, **settings), iter_chunk_size=64)
    opened._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: a forgotten connection must not keep the process
    return opened
