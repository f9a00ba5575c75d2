"""Puts down in one go what came in while the last was being put down, so that many at once wait little longer than one.

Whoever adds rows is alone with the shelf, writes it whole and waits for the disk five times. For ten that takes no longer.
"""

import asyncio
from collections.abc import Sequence

from bot.values import dataclass, field
from storage.threads import rows
from storage.threads.cabinet import Cabinet
from storage.threads.rows import New

AT_ONCE = 32


@dataclass(slots=True, eq=False, repr=False)
class _Arrival:
    """All of these rows or none. `added` is None as long as nobody has seen to it."""

    new: Sequence[New]
    added: bool | None = None


@dataclass(slots=True, repr=False)
class Arrivals:
    """One per process."""

    cabinet: Cabinet
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _waiting: list[_Arrival] = field(default_factory=list)

    async def add(self, new: Sequence[New]) -> bool:
        """As `rows.add`: all of these or none, and False if a row with one of these bases is there already.

        Whoever comes first adds for all who wait. What fails or is broken off fails for them alone: the next tries again.
        """
        mine = _Arrival(new)
        self._waiting.append(mine)
        try:
            async with self._turn:
                if mine.added is None:
                    await self._add_all(self._waiting[:AT_ONCE])
        finally:
            if mine in self._waiting:
                self._waiting.remove(mine)
        return bool(mine.added)

    async def _add_all(self, these: Sequence[_Arrival]) -> None:
        fresh: list[New] = []
        told: list[bool] = []
        async with self.cabinet.shelf.alone():
            epoch = await rows.settle(self.cabinet)
            taken = set(epoch.secrets)
            for each in these:
                places = {epoch.place(row.base) for row in each.new}
                told.append(taken.isdisjoint(places))
                if told[-1]:
                    taken |= places
                    fresh += each.new
            if fresh:
                await rows.put(self.cabinet, epoch, fresh)
        for each, added in zip(these, told, strict=True):
            each.added = added
            if each in self._waiting:
                self._waiting.remove(each)
