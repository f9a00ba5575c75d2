"""Counts how often somebody did something in the last hour: in memory only, under a key that dies with the process.

For conversations that leave no trace. What is counted are keyed hashes; no account and no event's id is kept.
"""

import secrets
from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.events import Account

HOUR = timedelta(hours=1)
REMEMBERED = 20_000
"""Hashes; where more come in an hour the oldest are forgotten."""


class Tries:
    """One per process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._seen: OrderedDict[bytes, tuple[datetime, ...]] = OrderedDict()

    def first_time(self, event_id: str, now: datetime) -> bool:
        """False where an event is delivered again within the hour."""
        return self._count(("event", event_id), now) == 1

    def allowed(self, account: Account, action: str, most: int, now: datetime) -> bool:
        """Whether this account may do this once more: at most `most` times in any hour."""
        return self._count(("try", account.platform, account.tenant, account.id, action), now) <= most

    def _count(self, told: tuple[str, ...], now: datetime) -> int:
        self._forget(now)
        name = blake2b(repr(told).encode(), key=self._key, digest_size=16).digest()
        times = (*(at for at in self._seen.pop(name, ()) if now - at < HOUR), now)
        self._seen[name] = times
        return len(times)

    def _forget(self, now: datetime) -> None:
        """The oldest stand in front, for whatever is counted again goes to the end."""
        while self._seen:
            name, times = next(iter(self._seen.items()))
            if now - times[-1] < HOUR and len(self._seen) < REMEMBERED:
                break
            del self._seen[name]
