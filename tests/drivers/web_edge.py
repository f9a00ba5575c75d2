"""The far edge of the workspace in tests: a mailbox in memory, people to sit as, and a clock moved by hand."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from bot.ports import Kept, Seat, Upcoming

START = datetime(2026, 11, 3, 9, 2, tzinfo=UTC)


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.instant = now

    def now(self) -> datetime:
        return self.instant


class DictMailbox:
    """Keeps messages while the test runs."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._keys: dict[str, str] = {}

    async def keep(self, place: str, at: datetime, body: str, key: str = "") -> str:
        if key and key in self._keys:
            return self._keys[key]
        id_ = f"{len(self._kept) + 1}"
        self._kept[id_] = Kept(id_, place, at, body)
        if key:
            self._keys[key] = id_
        return id_

    async def replace(self, message: str, body: str) -> None:
        old = self._kept[message]
        self._kept[message] = Kept(old.id, old.place, old.at, body)

    async def read(self, place: str) -> list[Kept]:
        return [kept for kept in self._kept.values() if kept.place == place][-200:]

    async def holds(self, key: str) -> str:
        return self._keys.get(key, "")


class HandDemo:
    """People who can be added, and a clock that stops once a day on its way, and waits while `going` is not set."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self._seats: list[Seat] = []
        self.due: datetime | None = None
        self.going = asyncio.Event()
        self.going.set()

    def add(self, seat: Seat) -> None:
        self._seats.append(seat)

    async def seats(self) -> list[Seat]:
        return list(self._seats)

    async def upcoming(self) -> Upcoming | None:
        return Upcoming("message", self.due) if self.due else None

    async def next_close(self) -> datetime | None:
        return self.due

    async def move(self, to: datetime) -> AsyncIterator[datetime]:
        while self._clock.instant < to:
            await self.going.wait()
            self._clock.instant = min(to, self._clock.instant + timedelta(days=1))
            yield self._clock.instant
