"""Speaks to SQLite on a thread of its own: one trip there for each statement, where the library alone makes four.

A trip costs more than most statements: two threads hand the interpreter to one another. So a statement is run, read to
its end and let go of in one trip; a cursor is only where the outcome lies.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Self

import aiosqlite


class OneTrip(aiosqlite.Connection):
    """A connection whose cursors cost nothing to open, to read and to close."""

    def cursor(self) -> "Outcome":  # type: ignore[override]
        return Outcome(self)

    async def commit(self) -> None:
        """No trip where nothing was written: such a turn has nothing to keep."""
        if self.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self.in_transaction:
            await super().rollback()

    async def run(self, act: Callable[[sqlite3.Connection], Any]) -> Any:
        """Runs `act` on the connection's own thread."""
        return await self._execute(act, self._connection)


class Outcome:
    """What SQLAlchemy's dialect for aiosqlite asks of a cursor."""

    __slots__ = ("_connection", "_rows", "arraysize", "description", "lastrowid", "rowcount")

    def __init__(self, connection: OneTrip) -> None:
        self._connection, self._rows = connection, list[Any]()
        self.description: Any = None
        self.rowcount, self.lastrowid, self.arraysize = -1, 0, 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, values: Iterable[Any] = ()) -> "Outcome":
        await self._connection.run(partial(self._whole, sql, values))
        return self

    async def executemany(self, sql: str, values: Iterable[Iterable[Any]]) -> "Outcome":
        await self._connection.run(partial(self._many, sql, values))
        return self

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """There is nothing left to let go of."""

    def _whole(self, sql: str, values: Iterable[Any], connection: sqlite3.Connection) -> None:
        cursor = connection.execute(sql, values)  # type: ignore[arg-type]
        try:
            self._rows = cursor.fetchall() if cursor.description else []
            self.description, self.lastrowid = cursor.description, cursor.lastrowid
            self.rowcount = cursor.rowcount  # SQLite knows it only after RETURNING was read to its end
        finally:
            cursor.close()

    def _many(self, sql: str, values: Iterable[Iterable[Any]], connection: sqlite3.Connection) -> None:
        cursor = connection.executemany(sql, values)  # type: ignore[arg-type]
        self.description, self.rowcount = None, cursor.rowcount
        cursor.close()


def connect(file: str, **settings: Any) -> OneTrip:
    """A connection to this file, to be awaited; `settings` are those of `sqlite3.connect`."""
    opened = OneTrip(partial(sqlite3.connect, file, **settings), iter_chunk_size=64)
    opened._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: a forgotten connection must not keep the process
    return opened
