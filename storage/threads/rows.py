"""Finds, adds and erases the rows of threads so that their number, their length and their order say nothing.

Whatever is added takes the place of a decoy, and whatever is erased leaves a decoy behind. A decoy that takes another
decoy's place leaves the same traces as a message. A decoy's secret is made from its place with a key in the secret store;
nothing else tells it from a message.
"""

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from sqlalchemy import select

from bot.values import dataclass
from storage.threads import envelope, lying
from storage.threads.cabinet import Cabinet
from storage.threads.keys import labelled
from storage.threads.shelf import KEY, Epoch, Shelf
from storage.threads.tables import SealedRow

Looked = TypeVar("Looked")

AT_A_TIME = 256
AGAIN = 5
"""How often a look-up begins anew because keys changed while it ran."""


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """A row of a thread: its base, and its inside, None where somebody changed or moved it."""

    base: bytes
    inner: bytes | None


@dataclass(frozen=True, slots=True, repr=False)
class New:
    """A row to be: its base and its inside; a decoy has a base that nobody ever looks for."""

    base: bytes
    inner: bytes
    is_decoy: bool = False


Decide = Callable[[Sequence[Found]], New]
"""From what lies at some bases to the row that is to take its place."""


@dataclass(frozen=True, slots=True, repr=False)
class Under:
    """The first row of a thread and the key that opened it: what is written must be written under a key that still holds."""

    base: bytes
    opens: bytes


class KeysChanged(Exception):
    """The thread was erased or given new keys since it was read: nobody could open what was about to be written."""


def a_decoy() -> New:
    return New(secrets.token_bytes(KEY), envelope.decoy(), is_decoy=True)


async def find(cabinet: Cabinet, bases: Sequence[bytes]) -> list[Found]:
    """The rows with these bases, in this order. What is unknown and what was erased is left out alike.

    One statement of one shape, however many there are, and nothing is written.
    """

    async def look(shelf: Sequence[Epoch]) -> dict[bytes, Found]:
        wanted = {epoch.place(base): (base, epoch) for epoch in shelf for base in bases}
        async with cabinet.database.begin() as connection:
            kept = await lying.at(connection, list(wanted))
        opened = [_opened(place, *wanted[place], stored) for place, stored in kept]
        return {each.base: each for each in opened if each}

    found = await steadily(cabinet, look)
    return [found[base] for base in bases if base in found]


async def steadily(cabinet: Cabinet, look: Callable[[Sequence[Epoch]], Awaitable[Looked]]) -> Looked:
    """What `look` finds with keys that were still the same afterwards: a night's rewriting may fall in between."""
    shelf = await asyncio.to_thread(cabinet.shelf.read)
    found = await look(shelf)
    for _ in range(AGAIN):
        after = await asyncio.to_thread(cabinet.shelf.read)
        if after == shelf:
            break
        shelf, found = after, await look(after)
    return found


async def collect(cabinet: Cabinet, bases: Sequence[bytes]) -> dict[bytes, Found]:
    """The rows with these bases, by base. For readers, who ask for many threads at once: only what has a secret is asked
    for, in batches."""

    async def look(shelf: Sequence[Epoch]) -> dict[bytes, Found]:
        wanted = await asyncio.to_thread(_shelved, shelf, bases)
        places = list(wanted)
        found: dict[bytes, Found] = {}
        async with cabinet.database.begin() as connection:
            for at in range(0, len(places), AT_A_TIME):
                kept = await lying.at(connection, places[at : at + AT_A_TIME])
                opened = [_opened(place, *wanted[place], stored) for place, stored in kept]
                found |= {each.base: each for each in opened if each}
        return found

    return await steadily(cabinet, look)


async def add(cabinet: Cabinet, new: Sequence[New], *, under: Under | None = None) -> bool:
    """Adds all of these or none; False if a row with one of these bases is there already. Raises KeysChanged where
    `under` does not hold any more."""
    async with cabinet.shelf.alone():
        epoch = await settle(cabinet)
        if under and not await _holds(cabinet, epoch, under):
            raise KeysChanged
        if any(epoch.place(row.base) in epoch.secrets for row in new):
            return False
        await put(cabinet, epoch, new)
        return True


async def renew(cabinet: Cabinet, bases: Sequence[bytes], decide: Decide, *, under: Under) -> None:
    """Puts one row, at one of these bases where nothing lies, in the place of all that lies at them; `decide` makes it from
    what lies there. Nobody else writes in between. Killed half way, old and new are both there. Raises KeysChanged."""
    async with cabinet.shelf.alone():
        epoch = await settle(cabinet)
        if not await _holds(cabinet, epoch, under):
            raise KeysChanged
        wanted = _shelved([epoch], bases)
        async with cabinet.database.begin() as connection:
            kept = await lying.at(connection, list(wanted))
        new = decide([each for place, stored in kept if (each := _opened(place, *wanted[place], stored))])
        if epoch.place(new.base) in epoch.secrets:
            raise ValueError("something lies there already")
        await put(cabinet, epoch, [new])
        if wanted:
            await _exchange(cabinet, await settle(cabinet), list(wanted), await make_decoys(len(wanted)))


async def erase(cabinet: Cabinet, bases: Sequence[bytes]) -> int:
    """Destroys the secrets of these rows for good, then replaces the rows by decoys; says how many there were."""
    async with cabinet.shelf.alone():
        epoch = await settle(cabinet)
        leaving = [place for place in map(epoch.place, bases) if place in epoch.secrets]
        if leaving:
            await _exchange(cabinet, epoch, leaving, await make_decoys(len(leaving)))
        return len(leaving)


async def settle(cabinet: Cabinet) -> Epoch:
    """The one epoch that goes with the rows, made good after a crash. For whoever is alone with the shelf."""
    shelf = await asyncio.to_thread(cabinet.shelf.read)
    if not shelf:
        return Epoch(secrets.token_bytes(KEY), {})
    async with cabinet.database.begin() as connection:
        there = set(await lying.places(connection))
    # Rows are rewritten all in one transaction, so they all belong to one epoch.
    epoch = max(shelf, key=lambda each: len(there & each.secrets.keys()))
    return Epoch(epoch.key, {place: secret for place, secret in epoch.secrets.items() if place in there})


async def make_decoys(count: int) -> list[New]:
    return await asyncio.to_thread(lambda: [a_decoy() for _ in range(count)])


def secret_of(cabinet: Cabinet, place: bytes, new: New) -> bytes:
    """What will shut this row: chance, or for a decoy something that only the decoys' key tells from chance."""
    return labelled(cabinet.decoy_key(), "decoy", place) if new.is_decoy else secrets.token_bytes(KEY)


def decoys_of(cabinet: Cabinet, epoch: Epoch) -> list[bytes]:
    """The places of all decoys."""
    key = cabinet.decoy_key()
    return [place for place, secret in epoch.secrets.items() if secret == labelled(key, "decoy", place)]


async def put(cabinet: Cabinet, epoch: Epoch, new: Sequence[New]) -> None:
    """Adds these in the place of as many decoys. For whoever is alone with the shelf."""
    decoys = decoys_of(cabinet, epoch)
    short = len(decoys) < len(new)
    leaving = [] if short else random.SystemRandom().sample(decoys, len(new))
    filling = await _fill(cabinet, len(new)) if short else []
    await _exchange(cabinet, epoch, leaving, [*new, *filling])


async def _fill(cabinet: Cabinet, coming: int) -> list[New]:
    """As many decoys as make the number of rows grow by whole steps of `spare`."""
    steps = coming // cabinet.spare + 1
    return await make_decoys(steps * cabinet.spare - coming)


async def _exchange(cabinet: Cabinet, epoch: Epoch, leaving: Sequence[bytes], new: Sequence[New]) -> None:
    """Keys first, then rows: a crash in between leaves a key without a row, which is nothing, or a row that nobody
    can open, which the night removes."""
    order = random.SystemRandom().sample(new, len(new))
    coming = {epoch.place(row.base): row for row in order}
    fresh = {place: secret_of(cabinet, place, row) for place, row in coming.items()}
    bodies = {place: envelope.shut(fresh[place], place, row.base, row.inner) for place, row in coming.items()}
    staying = {place: secret for place, secret in epoch.secrets.items() if place not in leaving}
    await written(cabinet.shelf, [Epoch(epoch.key, staying | fresh)])
    async with cabinet.database.begin() as connection:
        await lying.take_away(connection, leaving)
        await lying.put(connection, bodies)


async def written(shelf: Shelf, epochs: Sequence[Epoch]) -> None:
    await asyncio.to_thread(shelf.write, epochs)


def _shelved(shelf: Sequence[Epoch], bases: Sequence[bytes]) -> dict[bytes, tuple[bytes, Epoch]]:
    return {
        place: (base, epoch)
        for epoch in shelf
        for place, base in zip(epoch.places(bases), bases, strict=True)
        if place in epoch.secrets
    }


async def _holds(cabinet: Cabinet, epoch: Epoch, under: Under) -> bool:
    place = epoch.place(under.base)
    async with cabinet.database.begin() as connection:
        stored = (await connection.execute(select(SealedRow.body).where(SealedRow.place == place))).scalar()
    found = _opened(place, under.base, epoch, bytes(stored)) if stored else None
    return bool(found and found.inner and envelope.body(found.inner, under.opens))


def _opened(place: bytes, base: bytes, epoch: Epoch, stored: bytes) -> Found | None:
    """None where the secret is gone: then there is no such row, whatever lies in the database."""
    secret = epoch.secrets.get(place)
    if secret is None:
        return None
    opened = envelope.unshut(secret, place, stored)
    return Found(base, opened[1] if opened and opened[0] == base else None)
