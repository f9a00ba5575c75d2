"""How often somebody may guess a code, or write at a table: counted in memory only, and forgotten with the process.

Ninety phones of one room may share one address, so nobody is counted for what is right. Who guesses wrong too often from one
address is told to wait; a table that was open before goes on, else one guest could lock the others out.
"""

import ipaddress
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b

from bot.values import dataclass

REMEMBERED = 5_000
AT_ONCE = 300
"""Requests that are worked on at one moment: a room of ninety may press at the same time."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, and so many an hour."""

    at_once: float
    an_hour: float


OWN, SHARED, WRITING = Allowance(30, 60), Allowance(150, 600), Allowance(80, 1_500)
"""Wrong codes from one address; from all whose address cannot be told apart; what one table sends."""


class Busy(Exception):
    """Too many at this moment: it passes by itself."""


class Guessing(Exception):
    """Too many wrong codes of late."""


class Gate:
    """One per process."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now, self._key = now, secrets.token_bytes(32)
        self._left: OrderedDict[bytes, tuple[float, datetime]] = OrderedDict()
        self._open: OrderedDict[bytes, None] = OrderedDict()
        self._inside = 0

    @contextmanager
    def through(self) -> Iterator[None]:
        """For as long as one request is read and answered. Raises Busy."""
        if self._inside >= AT_ONCE:
            raise Busy
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    def may_look(self, host: str | None, code: str) -> None:
        """Raises Guessing where this address has guessed wrong too often, and the code was never right before."""
        if self._hash(code) not in self._open and self._has(*self._guesser(host)) < 1:
            raise Guessing

    def was_right(self, code: str) -> None:
        self._open[self._hash(code)] = None
        while len(self._open) > REMEMBERED:
            self._open.popitem(last=False)

    def was_wrong(self, host: str | None) -> None:
        self._spend(*self._guesser(host))

    def writes(self, code: str) -> bool:
        """One table sends something; False where it is too much of late."""
        name = b"writing" + self._hash(code)
        if self._has(name, WRITING) < 1:
            return False
        self._spend(name, WRITING)
        return True

    def _guesser(self, host: str | None) -> tuple[bytes, Allowance]:
        """An address that others cannot share is counted by a keyed hash, IPv6 by its network; all others as one."""
        try:
            address = ipaddress.ip_address(host or "")
        except ValueError:
            return b"shared", SHARED
        if not address.is_global:
            return b"shared", SHARED
        return self._hash(str(address.packed if address.version == 4 else address.packed[:8])), OWN

    def _hash(self, text: str) -> bytes:
        return blake2b(text.encode(), key=self._key, digest_size=16).digest()

    def _spend(self, name: bytes, allowance: Allowance) -> None:
        self._left[name] = (max(0.0, self._has(name, allowance) - 1), self._now())
        self._left.move_to_end(name)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)

    def _has(self, name: bytes, allowance: Allowance) -> float:
        now = self._now()
        left, at = self._left.get(name, (allowance.at_once, now))
        back = max(0.0, (now - at).total_seconds()) * allowance.an_hour / 3600
        return min(allowance.at_once, left + back)
