"""Statements that every turn runs: put into words once, and then handed to SQLite without further ado.

SQLAlchemy writes them and says how values are stored; only its way of running one is left out, which takes ten times as
long as SQLite does. PostgreSQL runs them as usual.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.values import dataclass
from storage import sqlite


@dataclass(frozen=True, slots=True)
class _Worded:
    """The words; the names of what is given each time; the values that go in, in their order, with those that never change;
    what makes a row of an answer."""

    sql: str
    names: frozenset[str]
    order: tuple[str, ...]
    fixed: Mapping[str, Any]
    write: Mapping[str, Callable[[Any], Any]]
    row: Callable[[Sequence[Any]], Any]


class Prepared:
    """One statement; `statements` holds it for each kind of database, by the dialect's name."""

    def __init__(self, statements: Mapping[str, Any]) -> None:
        self._statements = statements
        self._worded: _Worded | None = None

    async def rows(self, connection: AsyncConnection, **values: Any) -> Sequence[Any]:
        """Every row, with the columns' names as attributes. `values` are the statement's parameters or the new row."""
        dialect = connection.dialect
        statement = self._statements[dialect.name]
        if dialect.name != "sqlite":
            result = await connection.execute(statement, values)
            return result.all() if result.returns_rows else []
        worded = self._worded = self._worded or _worded(statement, dialect, list(values))
        if values.keys() != worded.names:
            raise TypeError(f"this statement takes {', '.join(sorted(worded.names))}")
        told = {**worded.fixed, **values}
        for name, write in worded.write.items():
            told[name] = write(told[name])
        found = await sqlite.run(connection, worded.sql, [told[name] for name in worded.order])
        return [worded.row(row) for row in found]

    async def first(self, connection: AsyncConnection, **values: Any) -> Any:
        """The first row, or None."""
        rows = await self.rows(connection, **values)
        return rows[0] if rows else None


def prepared(statement: Any) -> Prepared:
    """A statement that is the same on both kinds of database."""
    return Prepared({"sqlite": statement, "postgresql": statement})


def _worded(statement: Any, dialect: Dialect, names: list[str]) -> _Worded:
    compiled = statement.compile(dialect=dialect, column_keys=names if statement.is_insert else None)
    kinds = {name: value.type.dialect_impl(dialect) for value, name in compiled.bind_names.items()}
    write = {name: writer for name, kind in kinds.items() if (writer := kind.bind_processor(dialect))}
    compiled.construct_params(dict.fromkeys(names))  # raises where something is missing
    order = tuple(compiled.positiontup or ())
    return _Worded(compiled.string, frozenset(names), order, compiled.params, write, _reader(statement, dialect))


def _reader(statement: Any, dialect: Dialect) -> Callable[[Sequence[Any]], Any]:
    """Makes a named row of what the database said."""
    columns = list(statement.exported_columns)
    readers = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
    row = namedtuple("Row", [column.key for column in columns])  # type: ignore[misc]  # noqa: PYI024
    stored = [(place, reader) for place, reader in enumerate(readers) if reader]

    def read(found: Sequence[Any]) -> Any:
        values = list(found)
        for place, reader in stored:
            values[place] = reader(values[place])
        return row._make(values)

    return read
