"""What the public pages of a workshop are given: no person, no sign-in, and nothing that a code does not lead to."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Clock
from bot.workshop import Kept, Progress, Table, Workshop
from storage import promises
from storage.db import Database
from storage.public import nameless
from storage.workshops import holding, reading, writing

At = tuple[Workshop, Table]


class FoundTables:
    """Implements `bot.workshop.Tables` on a database."""

    def __init__(self, database: Database, clock: Clock, zone: str) -> None:
        self._database, self._clock, self._zone = database, clock, ZoneInfo(zone)

    async def running(self) -> bool:
        async with self._database.begin() as connection:
            return await reading.running(connection, self._today())

    async def at(self, code: str) -> At | None:
        async with self._database.begin() as connection:
            return await reading.at(connection, code, self._today())

    async def on_screen(self, ref: str) -> Workshop | None:
        async with self._database.begin() as connection:
            found = await reading.on_screen(connection, ref, self._today())
            return await holding.with_phones(connection, found) if found else None

    async def progress(self, token: str) -> Progress | None:
        async with self._database.begin() as connection:
            found = await reading.by_token(connection, token)
            if found is None:
                return None
            shared = await promises.told_in(connection, found.round) if found.stage == "shared" else ()
        return Progress(found, tuple(nameless(each) for each in shared))

    async def write(self, code: str, lines: Sequence[str], sending: str, *, paper: bool) -> Kept:
        return await self._there(code, lambda work, at: writing.write(work, at, lines, sending, paper=paper))

    async def take_back(self, code: str, note: str) -> Kept:
        return await self._there(code, lambda work, at: writing.take_back(work, at, note))

    async def gather(self, code: str, theme: str, name: str, notes: Sequence[str]) -> Kept:
        return await self._there(code, lambda work, at: writing.gather(work, at, theme, name, notes=notes))

    async def drop(self, code: str, theme: str) -> Kept:
        return await self._there(code, lambda work, at: writing.drop(work, at, theme))

    async def choose(self, code: str, device: bytes, picks: Sequence[str]) -> Kept:
        return await self._there(code, lambda work, at: writing.choose(work, at, device, picks))

    async def _there(self, code: str, act: Callable[[AsyncConnection, At], Awaitable[Kept]]) -> Kept:
        async with self._database.begin() as connection:
            await reading.hold(connection, code=code)
            found = await reading.at(connection, code, self._today())
            return await act(connection, found) if found else "gone"

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
