"""How often a program may ask: so many requests a minute for each token, counted in memory and forgotten with it."""

from collections import OrderedDict
from math import ceil

from bot.values import dataclass

A_MINUTE = 60
REMEMBERED = 256


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Pace:
    """A bucket for each name, full at first, filled again evenly. `now` is in seconds of any clock that only goes forward.

    The names are those of tokens, and one for everybody whose token is not known: no address of anybody is kept.
    """

    def __init__(self, a_minute: int = A_MINUTE) -> None:
        self._most = float(a_minute)
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, name: str, now: float) -> int:
        """Takes one request from the bucket and returns 0, or says in how many whole seconds there is one again."""
        bucket = self._buckets.setdefault(name, _Bucket(self._most, now))
        self._buckets.move_to_end(name)
        while len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        bucket.left = min(self._most, bucket.left + (now - bucket.at) * self._most / 60)
        bucket.at = now
        if bucket.left < 1:
            return ceil((1 - bucket.left) * 60 / self._most)
        bucket.left -= 1
        return 0
