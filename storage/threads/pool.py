"""A few receipts with their keys, worked out ahead and in memory only, so that nobody who sends a comment waits for that."""

from collections import deque

from bot.values import dataclass
from storage.threads.cabinet import Cabinet
from storage.threads.keys import AuthorKeys
from storage.threads.receipts import Receipt, mint

AHEAD = 8


@dataclass(frozen=True, slots=True, repr=False)
class Minted:
    """A receipt that nobody had yet, with its keys."""

    receipt: Receipt
    keys: AuthorKeys


class Pool:
    """Hands out each receipt once. What is left when the process ends was never anybody's."""

    def __init__(self, cabinet: Cabinet, ahead: int = AHEAD) -> None:
        self._cabinet, self._ahead = cabinet, ahead
        self._ready: deque[Minted] = deque()

    async def take(self) -> Minted:
        """At once if one is ready, else after the time that one takes. Call `fill` afterwards, when nobody waits."""
        return self._ready.popleft() if self._ready else await self._make()

    async def fill(self) -> None:
        """Works out receipts until there are enough. Two at once may make one more, which is no harm."""
        while len(self._ready) < self._ahead:
            self._ready.append(await self._make())

    async def _make(self) -> Minted:
        receipt = mint()
        return Minted(receipt, await self._cabinet.keys(receipt))
