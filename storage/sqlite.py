"""Speaks to SQLite: short statements on the spot, and on a thread of its own whatever may wait.

The library alone makes four trips to that thread for each statement, and a trip costs more than most statements: two
threads hand the interpreter to one another. So reading, and writing a row while nobody else holds the file's lock, is
done where we are. What has to wait for the lock or the disk, or may change many rows, goes to the thread. Where the
address says that the file lies in memory (`?in_memory=yes`), only the lock is waited for.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection


class OneTrip(aiosqlite.Connection):
    """A connection whose cursors cost nothing to open, to read and to close. One task at a time uses it."""

    def __init__(self, file: str, wait: float, settings: dict[str, Any], *, in_memory: bool = False) -> None:
        """`wait` is how many seconds a statement waits for the file's lock: on the thread, for here nobody waits."""
        super().__init__(partial(sqlite3.connect, file, timeout=0.0, **settings), iter_chunk_size=64)
        self._thread.daemon = True  # as SQLAlchemy does: a forgotten connection must not keep the process
        self._wait = int(wait * 1000)
        self._in_memory = in_memory
        self._away = False
        self._stopped = False

    def stop(self) -> asyncio.Future[Any] | None:
        """SQLAlchemy stops twice what it takes from somebody who is cancelled twice; no thread is left to answer the second."""
        if not self._stopped:
            self._stopped = True
            return super().stop()
        stopped = asyncio.get_running_loop().create_future()
        stopped.set_result(None)
        return stopped

    def cursor(self) -> "Outcome":  # type: ignore[override]
        return Outcome(self)

    async def commit(self) -> None:
        """No trip where nothing was written. Whoever has written holds the lock, and waits for the disk alone."""
        if self._away or self.in_transaction:
            await self.there(sqlite3.Connection.commit, wait=0)

    async def rollback(self) -> None:
        if self._away or self.in_transaction:
            await self.there(sqlite3.Connection.rollback, wait=0)

    def here(self, sql: str, act: Callable[[sqlite3.Connection], None]) -> bool:
        """Does it on the spot if it is quick and the file is not locked; says whether it was done."""
        return (self._in_memory or _quick(sql)) and self._unlocked(act)

    async def there(self, act: Callable[[sqlite3.Connection], None], *, wait: int | None = None) -> None:
        """Does it on the thread, and waits there for the file's lock, in milliseconds.

        Whoever stands here may be cancelled; the connection is ours again only when the thread has done.
        """
        if self._in_memory and self._unlocked(act):
            return
        self._away = True
        await self._execute(self._and_back, act, self._wait if wait is None else wait)  # type: ignore[no-untyped-call]

    def _unlocked(self, act: Callable[[sqlite3.Connection], None]) -> bool:
        """Does it on the spot unless the file is locked; says whether it was done."""
        if self._away or self._connection is None:
            return False
        try:
            act(self._connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # the upper bits say more closely why
                raise
            return False
        return True

    def _and_back(self, act: Callable[[sqlite3.Connection], None], wait: int) -> None:
        try:
            if wait:
                self._conn.execute(f"PRAGMA busy_timeout = {wait}")
            act(self._conn)
        finally:
            if wait:
                self._conn.execute("PRAGMA busy_timeout = 0")
            self._away = False


class Outcome:
    """What SQLAlchemy's dialect for aiosqlite asks of a cursor: here it is only where the outcome lies."""

    __slots__ = ("_connection", "_rows", "arraysize", "description", "lastrowid", "rowcount")

    def __init__(self, connection: OneTrip) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount, self.arraysize = -1, 1
        self.lastrowid: int | None = 0

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, values: Iterable[Any] = ()) -> "Outcome":
        act = partial(self._whole, sql, values)
        if not self._connection.here(sql, act):
            await self._connection.there(act)
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
    try:
        return await (await driver(connection).cursor().execute(sql, values)).fetchall()
    except sqlite3.Error as error:
        raise _as_everywhere(error) from error


async def commit(connection: AsyncConnection) -> None:
    """Commits what was written in its transaction."""
    try:
        await driver(connection).commit()
    except sqlite3.Error as error:
        raise _as_everywhere(error) from error


def _as_everywhere(error: sqlite3.Error) -> BaseException:
    """An error of SQLite as SQLAlchemy says it, without what was to be written."""
    return DBAPIError.instance(None, None, error, sqlite3.Error, hide_parameters=True)


def driver(connection: AsyncConnection) -> OneTrip:
    """What SQLAlchemy's connection stands on."""
    inner = connection.sync_connection
    found = inner.connection.driver_connection if inner else None
    if not isinstance(found, OneTrip):
        raise TypeError("this is no connection to SQLite")
    return found


def connect(file: str, *, timeout: float, in_memory: bool = False, **settings: Any) -> OneTrip:
    """A connection to this file, to be awaited; `settings` are those of `sqlite3.connect`."""
    return OneTrip(file, timeout, settings, in_memory=in_memory)


def _quick(sql: str) -> bool:
    """Reading, and writing one row."""
    return sql.startswith("SELECT") or (sql.startswith("INSERT") and " VALUES " in sql)
