"""Where reports are taken in: receipts worked out ahead, and the list of units, so that nothing is asked because of somebody.

All of it lies in memory. Whoever sends one form twice, by a double click or because a network repeats it, gets the same
receipt twice, for a few minutes; so it is one report.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import astuple
from hashlib import blake2b

from bot.values import dataclass, field
from storage.cases import filing
from storage.cases.casework import Casework
from storage.cases.filing import Report
from storage.threads.arrivals import Arrivals
from storage.threads.cabinet import DECOYS
from storage.threads.keys import PEPPER
from storage.threads.pool import Minted, Pool

REMEMBERED_FOR = 600.0
REMEMBERED = 256
"""Receipts that were handed out of late, to be handed out again to whoever sends the very same form."""


def silent() -> None:
    """Nobody is called."""


@dataclass(slots=True)
class Reception:
    """One per process. `units` are the organisation's units with their numbers of heads, as the clock last read them;
    `rings` is called where an urgent report came in, and hears nothing else of it."""

    work: Casework
    pool: Pool
    units: Mapping[str, int] = field(default_factory=dict)
    now: Callable[[], float] = time.monotonic
    rings: Callable[[], None] = silent
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _arrivals: Arrivals = field(init=False)
    _given: OrderedDict[bytes, tuple[float, Minted]] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self._arrivals = Arrivals(self.work.cabinet)

    async def file(self, form: str, report: Report) -> Minted:
        """Files a report that was sent with this form, and returns its receipt. Raises as `filing.file` does."""
        name = blake2b(repr((form, *astuple(report))).encode(), key=self._key, digest_size=16).digest()
        self._forget()
        found = self._given.get(name)
        minted = found[1] if found else await self.pool.take()
        self._given[name] = (self.now(), minted)
        await self._arrivals.add(await filing.prepared(self.work, minted, report, self.units))
        if report.urgent:
            self.rings()
        return minted

    async def idle(self) -> None:
        """What is done when nobody waits."""
        if self.work.pin:
            await self.pool.fill()
        self._forget()

    def _forget(self) -> None:
        oldest = self.now() - REMEMBERED_FOR
        while self._given and (len(self._given) > REMEMBERED or next(iter(self._given.values()))[0] < oldest):
            self._given.popitem(last=False)


def reception(work: Casework, rings: Callable[[], None] = silent) -> Reception:
    """A reception for reports; receipts cost what the cabinet of `work` says."""
    for name in (PEPPER, DECOYS):
        work.cabinet.secrets.lasting(name)
    return Reception(work, Pool(work.cabinet), rings=rings)
