"""How much may come through the second door, counted in memory only, so that a flood neither sinks the server nor shuts it out.

Whoever comes by an address of their own is counted by a keyed hash of it, under a key that dies with the process. Behind an
onion service or a proxy everybody has the same address: they are counted all together, apart from the others, so that a
flood on one way in leaves the other open. What is used up comes back bit by bit, so nothing here shuts the door for good.
"""

import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from bot.values import dataclass

Way = Literal["own", "shared"]
REMEMBERED = 5_000
"""Addresses; where more come, the ones that were quiet longest are forgotten."""
AT_ONCE, AT_ONCE_EACH = 12, 3
"""Requests that are worked on at one moment: in all on each way in, and from one address."""
What = Literal["asked", "filed"]


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, and so many an hour."""

    at_once: float
    an_hour: float


EACH: Mapping[What, Allowance] = {"asked": Allowance(20, 60), "filed": Allowance(4, 4)}
"""From one address, behind which a whole building may be."""
TOGETHER: Mapping[What, Allowance] = {"asked": Allowance(60, 900), "filed": Allowance(6, 20)}
"""On each way in. What is asked may cost half a second of a core, so all of it together takes an eighth of one; a report,
or a picture, costs a guardian's attention."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a request came from, as far as this process can tell it from others. `name` is a keyed hash; the same for all
    who share an address."""

    way: Way
    name: bytes


class Busy(Exception):
    """Too many at this moment, or of late: it passes by itself."""


class Gate:
    """One per process."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now, self._key = now, secrets.token_bytes(32)
        self._left: OrderedDict[bytes, tuple[float, datetime]] = OrderedDict()
        self._inside: dict[bytes, int] = {}

    def source(self, host: str | None) -> Source:
        """An address that others cannot share is hashed, IPv6 by its network; all others count as one."""
        try:
            address = ipaddress.ip_address(host or "")
        except ValueError:
            return Source("shared", b"shared")
        if not address.is_global:
            return Source("shared", b"shared")
        whole = address.packed if address.version == 4 else address.packed[:8]
        return Source("own", blake2b(whole, key=self._key, digest_size=16).digest())

    @contextmanager
    def through(self, source: Source) -> Iterator[None]:
        """For as long as one request is read and answered. Raises Busy."""
        places = [(source.way.encode(), AT_ONCE), *([(source.name, AT_ONCE_EACH)] if source.way == "own" else [])]
        if any(self._inside.get(name, 0) >= most for name, most in places):
            raise Busy
        for name, _ in places:
            self._inside[name] = self._inside.get(name, 0) + 1
        try:
            yield
        finally:
            for name, _ in places:
                self._inside[name] -= 1
            self._inside = {name: count for name, count in self._inside.items() if count}

    def spend(self, source: Source, what: What) -> None:
        """One more. Raises Busy, and then takes nothing off what all have together."""
        self.check(source, what)
        for name, allowance in self._counted(source, what):
            left = self._has(name, allowance)
            self._left[name] = (left - 1, self._now())
            self._left.move_to_end(name)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)

    def check(self, source: Source, what: What) -> None:
        """Whether one more would be let through. Raises Busy; counts nothing."""
        if any(self._has(name, allowance) < 1 for name, allowance in self._counted(source, what)):
            raise Busy

    def _counted(self, source: Source, what: What) -> list[tuple[bytes, Allowance]]:
        own = [(what.encode() + source.name, EACH[what])] if source.way == "own" else []
        return [*own, (f"{what} {source.way}".encode(), TOGETHER[what])]

    def _has(self, name: bytes, allowance: Allowance) -> float:
        now = self._now()
        left, at = self._left.get(name, (allowance.at_once, now))
        back = max(0.0, (now - at).total_seconds()) * allowance.an_hour / 3600
        return min(allowance.at_once, left + back)
