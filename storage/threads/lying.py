"""The sealed rows as they lie in the database, by their place; what is in them nobody can tell here.

Statements are built once: building one takes longer than running it.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.db import inserts
from storage.prepared import prepared
from storage.threads.tables import SealedRow

_THERE = SealedRow.place.in_(bindparam("places", expanding=True))
_LYING = select(SealedRow.place, SealedRow.body).where(_THERE)
_LEAVING = delete(SealedRow).where(_THERE)
_PLACES = prepared(select(SealedRow.place))
_NEW = inserts(SealedRow, lambda row: row)


async def places(connection: AsyncConnection) -> list[bytes]:
    """Of all rows there are."""
    return [bytes(row.place) for row in await _PLACES.rows(connection)]


async def at(connection: AsyncConnection, some: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """Place and body of the rows at these places, in one statement of one shape, however many there are."""
    return [(bytes(row.place), bytes(row.body)) for row in await connection.execute(_LYING, {"places": some})]


async def put(connection: AsyncConnection, rows: Mapping[bytes, bytes]) -> None:
    """Writes rows, in the order in which they are given."""
    told = [{"place": place, "body": body} for place, body in rows.items()]
    await connection.execute(_NEW[connection.dialect.name], told)


async def take_away(connection: AsyncConnection, some: Sequence[bytes]) -> None:
    await connection.execute(_LEAVING, {"places": some})
