"""All cases of one guardian as one session has opened them, in memory only; a later look opens only what is new.

Which rows there are is asked each time. A row that was seen does not change; what comes and goes is opened, or let go.
After a night all rows are new, and so everything is opened again.
"""

import asyncio
from collections.abc import Sequence

from sqlalchemy import select

from bot.casebook import Find
from storage.cases import opening, shown
from storage.cases.casework import Casework
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.threads import envelope, readers, rows, transcript
from storage.threads.readers import Opened
from storage.threads.shelf import Epoch
from storage.threads.tables import SealedRow

AT_A_TIME = 256
PATIENCE = 1.0
"""Seconds that a page waits for the cases before it shows those that are open so far."""
Row = tuple[bytes, bytes, bytes]
"""Place, base and inside."""


class Overview:
    """`cases` by their refs. `find` is what the list is narrowed to, `word` what the next page says, `whole` whether
    all cases have been open at once."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.find = Find()
        self.word = ""
        self.whole = False
        self._stamp: object = None
        self._seen: dict[bytes, bytes] = {}  # place to base
        self._tokens: dict[bytes, bytes] = {}  # base to the token of the case that it belongs to
        self._stale: set[str] = set()
        self._under_way: asyncio.Task[None] | None = None

    async def look(self, work: Casework, guardian: Guardian, *, patience: float | None = PATIENCE) -> bool:
        """Opens what is new; False where there is more than `patience` gives time for, and it goes on by itself."""
        task = self._under_way or asyncio.create_task(self._look(work, guardian))
        self._under_way = task
        await asyncio.wait({task}, timeout=patience)
        if not task.done():
            return False
        self._under_way = None
        task.result()
        self.whole = True
        return True

    async def once_more(self, work: Casework, guardian: Guardian, ref: str) -> Case | None:
        """One case as it is now; None where it was erased, or is not this guardian's any more."""
        if ref not in self.cases:
            await self.look(work, guardian, patience=None)
        known = self.cases.pop(ref, None)
        case = await opening.again(work, guardian, known) if known else None
        if case:
            self.cases[ref] = case
        return case

    def close(self) -> None:
        """Lets everything go."""
        if self._under_way:
            self._under_way.cancel()
        self._forget()
        self.cases.clear()

    async def _look(self, work: Casework, guardian: Guardian) -> None:
        shelf = await asyncio.to_thread(work.cabinet.shelf.read)
        async with work.cabinet.database.begin() as connection:
            there = {bytes(place) for place in (await connection.execute(select(SealedRow.place))).scalars()}
        stamp = ([epoch.key for epoch in shelf], work.cabinet.today(), guardian.directory.serial)
        if stamp != self._stamp:
            self._forget()
            self._stamp = stamp
        changed = [self._seen.pop(place) for place in self._seen.keys() - there]
        coming, fresh = list(there - self._seen.keys()), set[bytes]()
        for at in range(0, len(coming), AT_A_TIME):
            places = coming[at : at + AT_A_TIME]
            read = await asyncio.to_thread(_unshut, shelf, await _stored(work, places))
            begun = await asyncio.to_thread(self._begun, work, guardian, read)
            await self._take(work, guardian, begun)
            fresh |= {each.token for each in begun}
            self._seen |= dict.fromkeys(places, b"") | {place: base for place, base, _ in read}
            changed += [base for _, base, _ in read]
        await self._once_more(work, guardian, {self._tokens.get(base, b"") for base in changed} - fresh)
        for ref in self._stale:
            self.cases.pop(ref, None)
        self._stale = set()

    def _begun(self, work: Casework, guardian: Guardian, read: Sequence[Row]) -> list[Opened]:
        """The cases that begin with one of these rows."""
        own, found = envelope.public(guardian.key.opens), []
        for _, base, inner in read:
            keys = None if base in self._tokens else envelope.as_holder(inner, guardian.key.opens, own)
            if keys and (opened := readers.begins_with(work.cabinet, rows.Found(base, inner), keys)):
                found.append(opened)
        return found

    async def _take(self, work: Casework, guardian: Guardian, begun: Sequence[Opened]) -> None:
        lying = await opening.places(begun)
        every = {each.token: at.every for each, at in lying}
        for case in await opening.several(work, guardian, lying):
            token = case.opened.token
            ref = shown.ref_of(guardian, token)
            self.cases[ref] = case
            self._stale.discard(ref)
            self._tokens |= dict.fromkeys(every[token], token)

    async def _once_more(self, work: Casework, guardian: Guardian, tokens: set[bytes]) -> None:
        """Reads these cases anew: something in them came or went."""
        refs = {shown.ref_of(guardian, token) for token in tokens if token}
        opened = [self.cases.pop(ref).opened for ref in refs if ref in self.cases]
        there = await rows.collect(work.cabinet, [transcript.head(each.token, b"").base for each in opened])
        alive = [each for row in there.values() if (each := readers.begins(work.cabinet, guardian.key, row))]
        await self._take(work, guardian, alive)

    def _forget(self) -> None:
        self._stamp, self._stale = None, set(self.cases)
        self._seen.clear()
        self._tokens.clear()


async def _stored(work: Casework, places: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    these = select(SealedRow.place, SealedRow.body).where(SealedRow.place.in_(places))
    async with work.cabinet.database.begin() as connection:
        return [(bytes(row.place), bytes(row.body)) for row in await connection.execute(these)]


def _unshut(shelf: Sequence[Epoch], stored: Sequence[tuple[bytes, bytes]]) -> list[Row]:
    found = []
    for place, body in stored:
        secret = next((epoch.secrets[place] for epoch in shelf if place in epoch.secrets), None)
        if opened := envelope.unshut(secret, place, body) if secret else None:
            found.append((place, *opened))
    return found
