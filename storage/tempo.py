"""How fast messages may go out: the limits that are set, and what one workspace has taught us since."""

from collections.abc import Mapping

from bot.values import dataclass

REMEMBERED_PEOPLE = 1000
QUICK, SLOW = 0.01, 0.0001  # parts of the full rate that are won back with every message
SHORTEST_PAUSE = 0.5
FINEST = 0.001  # seconds; the database keeps an instant less finely than a float does


@dataclass(frozen=True, slots=True)
class Pace:
    """The settings of sending. All but `rates` (platform to messages a second) are seconds or counts.

    A row is claimed, called for within `fence`, and the call ends within `longest`. So nothing is under way any more
    `grace` seconds after a claim, and only then is the platform asked what became of a half-sent message.
    """

    rates: Mapping[str, float]
    at_once: int = 8
    fence: float = 8.0
    longest: float = 25.0
    grace: float = 35.0
    apart: float = 1.1
    spell: float = 20.0
    give_up: float = 86_400.0

    def __post_init__(self) -> None:
        if self.fence + self.longest >= self.grace:
            raise ValueError("grace must be longer than fence and longest together, else messages are sent twice")
        if min(self.rates.values(), default=1.0) <= 0:
            raise ValueError("a rate is a number of messages a second above 0")


class Tempo:
    """What one lane remembers between two messages. Instants are the machine's clock, in seconds."""

    def __init__(self, full: float, *, apart: float, lowest: float) -> None:
        self.rate, self.paused_until = full, 0.0
        self._full, self._apart, self._lowest = full, apart, min(lowest, full)
        self._next = 0.0
        self._hurt = 0.0
        self._last: dict[int, float] = {}

    def load(self, rate: float | None, paused_until: float) -> None:
        """What the database says, which may come from a run on another machine."""
        self.rate = min(rate or self._full, self._full)
        self.paused_until = paused_until

    def learnt(self) -> float | None:
        """The rate to keep in the database: nothing as long as it is the full one."""
        return self.rate if self.rate < self._full else None

    def paused(self, now: float) -> float:
        """For how many seconds more."""
        left = self.paused_until - now
        return left if left > FINEST else 0.0

    def slot(self, person: int, now: float) -> float:
        """Takes the next slot and says in how many seconds it is."""
        width = 1 / self.rate
        # One slot late may be caught up, else the mean would stay below the rate. A clock set back must not stop us.
        slot = min(max(self._next, now - width), now + width)
        self._next = slot + width
        again = min(self._last.get(person, 0.0) + self._apart, now + self._apart)
        if len(self._last) >= REMEMBERED_PEOPLE:
            self._last = {who: at for who, at in self._last.items() if now - self._apart < at}
        self._last[person] = max(slot, again, now)
        return self._last[person] - now

    def went_well(self) -> None:
        """Creeps back to the full rate, more slowly near where the platform complained."""
        step = QUICK if self.rate < 0.9 * self._hurt or not self._hurt else SLOW
        self.rate = min(self._full, self.rate + step * self._full)

    def complained(self, seconds: float, now: float) -> None:
        """Halves the rate, once for all the messages that were under way together."""
        if not self.paused(now):
            self._hurt = self.rate
            self.rate = max(self._lowest, self.rate / 2)
        self.pause(seconds, now)

    def pause(self, seconds: float, now: float) -> None:
        self.paused_until = max(self.paused_until, now + max(seconds, SHORTEST_PAUSE))
