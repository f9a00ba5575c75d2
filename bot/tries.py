"""Counts how often somebody did something of late: in memory only, under a key that dies with the process.

For conversations that leave no trace. What is counted are keyed hashes; no account and no event's id is kept.
"""

import secrets
from collections import OrderedDict
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.events import Account
from bot.values import dataclass
from bot.words import Sentence

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REMEMBERED = 20_000
"""Hashes for each length of time; where more come the oldest are forgotten."""

Told = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """How often one person may send a form, `most` times `per` so long, and what is said to whoever wants to more often.

    Forms of one `name` are counted together. `together` is how many an hour are taken from everybody (0: any number), and
    `too_many` is said then. With `when_done` a form that comes back to be mended, or that failed, does not count.
    """

    name: str
    most: int
    too_often: Sentence
    per: timedelta = HOUR
    together: int = 0
    too_many: Sentence | None = None
    when_done: bool = False


class Tries:
    """One per process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._seen: dict[timedelta, OrderedDict[bytes, tuple[datetime, ...]]] = {}

    def first_time(self, event_id: str, now: datetime) -> bool:
        """False where an event is delivered again within the hour."""
        return self._count(("event", event_id), HOUR, now) == 1

    def refused(self, account: Account, limit: Limit, now: datetime) -> Sentence | None:
        """Counts one more, and returns what is to be said where it is one too many: then it does not count."""
        if self._count(_own(account, limit), limit.per, now) > limit.most:
            self._less(_own(account, limit), limit.per)
            return limit.too_often
        if limit.together and self._count(_everybody(account, limit), HOUR, now) > limit.together:
            self.give_back(account, limit)
            return limit.too_many or limit.too_often
        return None

    def give_back(self, account: Account, limit: Limit) -> None:
        """The last one did not count."""
        self._less(_own(account, limit), limit.per)
        if limit.together:
            self._less(_everybody(account, limit), HOUR)

    def _count(self, told: Told, per: timedelta, now: datetime) -> int:
        seen = self._seen.setdefault(per, OrderedDict())
        _forget(seen, per, now)
        name = self._hash(told)
        times = (*(at for at in seen.pop(name, ()) if now - at < per), now)
        seen[name] = times
        return len(times)

    def _less(self, told: Told, per: timedelta) -> None:
        seen, name = self._seen.get(per, OrderedDict()), self._hash(told)
        if times := seen.pop(name, ())[:-1]:
            seen[name] = times
            seen.move_to_end(name, last=False)

    def _hash(self, told: Told) -> bytes:
        return blake2b(repr(told).encode(), key=self._key, digest_size=16).digest()


def _own(account: Account, limit: Limit) -> Told:
    return ("try", account.platform, account.tenant, account.id, limit.name)


def _everybody(account: Account, limit: Limit) -> Told:
    """Each way in counts for itself: a flood that comes by one leaves the others open."""
    return ("together", account.platform, account.tenant, limit.name)


def _forget(seen: OrderedDict[bytes, tuple[datetime, ...]], per: timedelta, now: datetime) -> None:
    """The oldest stand in front, for whatever is counted again goes to the end."""
    while seen:
        name, times = next(iter(seen.items()))
        if now - times[-1] < per and len(seen) < REMEMBERED:
            break
        del seen[name]
