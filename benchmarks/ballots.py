"""Putting a ballot in: sealed, found again by its owner's mark, committed; beside the bare driver with the same sealing."""

import itertools
import json
import secrets
from functools import partial

import aiosqlite
from nacl.public import PublicKey, SealedBox

from benchmarks.figure import Figure
from benchmarks.timing import Act, in_turns
from benchmarks.workplace import Workplace, workplace
from storage import ballots
from storage.ballots import SEAL, Ballot, Urn
from storage.db import PRAGMAS
from storage.rounds import asked_of

BOUND = 3.0
UPSERT = (
    "INSERT INTO ballot (moment_id, tag, sealed) VALUES (?, ?, ?) "
    "ON CONFLICT (moment_id, tag) DO UPDATE SET sealed = excluded.sealed"
)
WORDS = "The rota came out on time again, thank you."


async def measure(*, turns: int = 15, each: int = 100) -> list[Figure]:
    """Both write to a database of their own with the same tables, and both are durable when they return."""
    async with workplace(15, platform="slack", tenant="T") as mine, workplace(15, platform="slack", tenant="T") as bare:
        ours = await _ours(mine)
        urn = await _urn(bare)
        await bare.works.database.close()
        async with aiosqlite.connect(bare.settings.database_url.removeprefix("sqlite:///")) as driver:
            for pragma in PRAGMAS:
                await driver.execute(f"PRAGMA {pragma}")
            floor = partial(_bare, driver, urn)
            spent = await in_turns({"floor": floor, "ours": ours}, turns=turns, each=each)
    note = f"{spent['ours'].cpu_ms:.2f} ms of CPU; driver and seal {spent['floor'].cpu_ms:.3f} ms"
    return [Figure("Ballot kept", spent["ours"].times(spent["floor"]), "x", BOUND, note=note)]


async def _ours(place: Workplace) -> Act:
    urn, people = await _urn(place), itertools.count(1)

    async def act() -> None:
        async with place.works.ledger.begin() as work:
            await ballots.cast(work, urn, next(people), Ballot(1, {"overall": "7"}, WORDS))

    return act


async def _bare(driver: aiosqlite.Connection, urn: Urn) -> None:
    """As plainly as the driver can be used from asynchronous code."""
    frame = json.dumps([1, {}, {"overall": "7"}, WORDS, 0]).encode().ljust(urn.size - SEAL, b"\0")
    sealed = SealedBox(PublicKey(urn.seal)).encrypt(frame)
    await driver.execute(UPSERT, (urn.id, secrets.token_bytes(32), sealed))
    await driver.commit()


async def _urn(place: Workplace) -> Urn:
    ref = await place.open_round()
    async with place.works.database.begin() as connection:
        asking = await asked_of(connection, ref, 1)
    if asking is None:
        raise LookupError("no question is open")
    return asking.urn
