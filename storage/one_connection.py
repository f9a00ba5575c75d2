"""One connection to SQLite, kept open and used by one turn after the other: asking a pool for it took longer than a statement.

SQLite has one writer. One connection was 5.5 times faster than twenty that fight for the lock.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import sqlite


class OneConnection:
    """Whoever comes waits until it is free, in the order of coming."""

    def __init__(self, engine: AsyncEngine, wait: float) -> None:
        """`wait` is how many seconds somebody waits for their turn."""
        self._engine, self._wait = engine, wait
        self._free = asyncio.Lock()
        self._queue = 0
        self._held: AsyncConnection | None = None
        self._file: tuple[int, int] | None = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """One transaction: committed when the block ends well, rolled back when it raises."""
        await self._turn()
        try:
            connection = await self._connection()
            try:
                yield connection
                self._still_there()
                await _commit(connection)
            except BaseException:
                await self._undo(connection)
                raise
        finally:
            self._free.release()

    async def close(self) -> None:
        held, self._held = self._held, None
        if held:
            await held.close()

    async def _connection(self) -> AsyncConnection:
        """The one that is open; or a new one, where there is none or another file has been put in the place of ours."""
        if self._file and (found := _identity(self._engine)) != self._file:
            await self.close()
            if found is None:  # opening it would make an empty one
                raise _gone()
        if self._held is None:
            self._held = await self._engine.connect()
            self._file = _identity(self._engine)
        return self._held

    def _still_there(self) -> None:
        """What is written into a file that was deleted or replaced goes nowhere: the person must not read that it is kept."""
        if _identity(self._engine) != self._file:
            raise _gone()

    async def _turn(self) -> None:
        # The lock may be open and still have a queue: whoever is first in it was woken and has not come yet.
        if not self._queue and not self._free.locked():
            await self._free.acquire()  # at once
            return
        self._queue += 1
        try:
            async with asyncio.timeout(self._wait):
                await self._free.acquire()
        except TimeoutError:
            raise NoConnection(f"no turn at the database within {self._wait} seconds") from None
        finally:
            self._queue -= 1

    async def _undo(self, connection: AsyncConnection) -> None:
        """What cannot even be rolled back is not used again, nor what SQLAlchemy gave up because its user was cancelled."""
        try:
            await connection.rollback()
            if connection.invalidated:
                await self.close()
            else:
                await sqlite.driver(connection).rollback()
        except BaseException:
            await connection.invalidate()
            await self.close()
            raise


def _identity(engine: AsyncEngine) -> tuple[int, int] | None:
    """Which file lies at the database's address, by device and number; None where there is none."""
    try:
        found = os.stat(str(engine.url.database))  # noqa: PTH116 - at every turn, and this takes half as long
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _gone() -> OperationalError:
    return OperationalError(None, None, sqlite3.OperationalError("the database file is gone or was replaced"))


async def _commit(connection: AsyncConnection) -> None:
    """SQLAlchemy knows of a transaction only where it ran a statement itself; the driver knows of every one."""
    if connection.in_transaction():
        await connection.commit()
    else:
        await sqlite.commit(connection)
