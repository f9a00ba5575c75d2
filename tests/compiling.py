"""Statements for SQLite are put into words once in a run of the tests, not once for each test's own database.

SQLAlchemy keeps the words by the engine and by the identity of its dialect; here all engines share one store, and all
dialects are equal. It saves an eighth of a scenario.
"""

from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.util import LRUCache

MANY = 5_000


class SameSqlite(SQLiteDialect_aiosqlite):
    """Equal to every other of its kind."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


def share_compiled() -> None:
    """From here on, in this process."""
    registry.register("sqlite.aiosqlite", __name__, "SameSqlite")
    words: LRUCache[Any, Any] = LRUCache(MANY)

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        if isinstance(connection.dialect, SameSqlite):
            connection.execution_options(compiled_cache=words)
