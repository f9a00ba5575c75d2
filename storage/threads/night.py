"""The nightly job: every row gets a new id, a new key and a new place among the others, and decoys come and go.

Two copies of the database from different nights have no row in common that could be recognised.
"""

import random
import secrets
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.threads import envelope, lying, rows
from storage.threads.cabinet import SCHEMA, Cabinet
from storage.threads.shelf import KEY, Epoch

AT_A_TIME = 64


Change = Callable[[bytes, bytes], bytes]
"""From a row's base and inside to the inside it is to have."""


def as_it_is(_base: bytes, inner: bytes) -> bytes:
    """The inside unchanged."""
    return inner


async def rewrite(cabinet: Cabinet, change: Change = as_it_is) -> None:
    """Writes every row anew in random order, with fresh decoys, and leaves nothing of the old ones in the file.

    Some insides may change with it: among rows that are all written anew, nobody sees which.

    Killed at any point, either the old rows stand with their keys or the new ones with theirs.
    """
    async with cabinet.shelf.alone():
        old = await rows.settle(cabinet)
        new = Epoch(secrets.token_bytes(KEY), {})
        async with cabinet.database.begin() as connection:
            before = await lying.places(connection)
            kept: dict[bytes, bytes] = {}
            for places in _shuffled_batches(cabinet, old):
                kept |= await _anew(cabinet, connection, old, (new, places, change))
            # The new keys before the new rows: a crash after the commit must not leave rows without keys.
            await rows.written(cabinet.shelf, [old, Epoch(new.key, kept)])
            for at in range(0, len(before), AT_A_TIME):
                gone = before[at : at + AT_A_TIME]
                await lying.take_away(connection, gone)
        await rows.written(cabinet.shelf, [Epoch(new.key, kept)])
        await _leave_nothing(cabinet)


async def stir(cabinet: Cabinet, count: int = 1) -> None:
    """Decoys for decoys: one leaves the same traces as a message, as many as an enclosure takes the same as a picture. To be
    called at random times of the day."""
    await rows.add(cabinet, await rows.make_decoys(count))


async def add_decoys(cabinet: Cabinet, count: int) -> None:
    """More rows that say nothing; nothing in the database tells them from messages."""
    async with cabinet.shelf.alone():
        epoch = await rows.settle(cabinet)
        coming = {epoch.place(row.base): row for row in await rows.make_decoys(count)}
        fresh = {place: rows.secret_of(cabinet, place, row) for place, row in coming.items()}
        await rows.written(cabinet.shelf, [Epoch(epoch.key, {**epoch.secrets, **fresh})])
        async with cabinet.database.begin() as connection:
            shut = {place: envelope.shut(fresh[place], place, row.base, row.inner) for place, row in coming.items()}
            await lying.put(connection, shut)


def _shuffled_batches(cabinet: Cabinet, old: Epoch) -> list[list[bytes | None]]:
    """The places of all messages and a None for each decoy to be made, shuffled, in batches."""
    decoys = set(rows.decoys_of(cabinet, old))
    told: list[bytes | None] = [place for place in old.secrets if place not in decoys]
    spare = cabinet.spare + secrets.randbelow(cabinet.spare)
    total = -(-(len(told) + spare) // cabinet.spare) * cabinet.spare
    told += [None] * (total - len(told))
    random.SystemRandom().shuffle(told)
    return [told[at : at + AT_A_TIME] for at in range(0, len(told), AT_A_TIME)]


async def _anew(
    cabinet: Cabinet, connection: AsyncConnection, old: Epoch, batch: tuple[Epoch, Sequence[bytes | None], Change]
) -> Mapping[bytes, bytes]:
    """Writes one batch under the new epoch; the secret of each new place. Rows that cannot be opened are left behind."""
    new, places, change = batch
    stored = dict(await lying.at(connection, [place for place in places if place]))
    made = iter(await rows.make_decoys(sum(place is None for place in places)))
    fresh, bodies = {}, {}
    for old_place in places:
        row = next(made) if old_place is None else _message(old, old_place, stored)
        if row:
            place = new.place(row.base)
            fresh[place] = rows.secret_of(cabinet, place, row)
            inner = row.inner if row.is_decoy else change(row.base, row.inner)
            bodies[place] = envelope.shut(fresh[place], place, row.base, inner)
    await lying.put(connection, bodies)
    return fresh


def _message(old: Epoch, place: bytes, stored: Mapping[bytes, bytes]) -> rows.New | None:
    opened = envelope.unshut(old.secrets[place], place, stored[place]) if place in stored else None
    return rows.New(*opened) if opened else None


async def _leave_nothing(cabinet: Cabinet) -> None:
    """Rebuilds the file from the rows that there are; neither command works inside a transaction."""
    if cabinet.database.url.get_backend_name() == "sqlite":
        async with cabinet.database.begin() as connection:  # where nothing is written, SQLite begins no transaction
            await connection.exec_driver_sql("VACUUM")
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    engine = cabinet.database.engine.execution_options(isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.exec_driver_sql(f"VACUUM FULL {SCHEMA}.sealed")
