"""Decides which lane is drained when, in this one process: one task per lane, and a timer for its next time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.mishap import trace
from bot.ports import Clock

log = logging.getLogger("hearback.delivery")

LONGEST_REST = 60.0  # what is due later than this is found by a sweep
LONGEST_BACKOFF = 60.0


class LocalRunner:
    """The port `Runner` for one process. A lane that breaks is tried again after 1, 2, 4 ... 60 seconds, not at once."""

    def __init__(
        self,
        drain: Callable[[str], Awaitable[datetime | None]],
        lanes_due: Callable[[], Awaitable[list[str]]],
        *,
        clock: Clock,
        stop_claiming: Callable[[], None] = lambda: None,
    ) -> None:
        self._drain, self._lanes_due, self._clock = drain, lanes_due, clock
        self._stop_claiming = stop_claiming
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._failures: dict[str, int] = {}
        self._again: set[str] = set()
        self._sweep: asyncio.Task[None] | None = None
        self._stopped = False

    def wake(self, lane: str, at: datetime | None = None) -> None:
        """There is something to send on this lane, now or at that instant. A lost wake costs seconds, never a message."""
        if self._stopped or (lane in self._failures and lane in self._timers):
            return
        seconds = (at - self._clock.now()).total_seconds() if at else 0.0
        if seconds > 0:
            self._set_timer(lane, seconds)
        elif lane in self._tasks:
            self._again.add(lane)
        else:
            self._tasks[lane] = asyncio.create_task(self._run(lane))

    def soon(self) -> None:
        """A sweep in the background, for those who can neither wait nor name the lane."""
        if not self._stopped and (self._sweep is None or self._sweep.done()):
            self._sweep = asyncio.create_task(self._sweep_quietly())

    async def sweep(self) -> None:
        """Wakes every lane that has due or half-sent messages."""
        for lane in await self._lanes_due():
            self.wake(lane)

    async def idle(self) -> None:
        """Sends all that is due now, and returns when that is done. Waits neither for pauses nor for what is due later."""
        await self.sweep()
        while self._tasks:
            await asyncio.wait(self._tasks.values())

    async def stop(self) -> None:
        """What is under way comes to its end; nothing more is started."""
        self._stopped = True
        self._stop_claiming()
        for timer in self._timers.values():
            timer.cancel()
        if last := [*self._tasks.values(), *([self._sweep] if self._sweep else [])]:
            await asyncio.wait(last)

    async def _run(self, lane: str) -> None:
        at: datetime | None = None
        while not self._stopped:
            self._again.discard(lane)
            at = await self._drain_once(lane)
            if lane not in self._again and not (at and at <= self._clock.now()):
                break
        # Nothing is awaited between the look at `_again` and this line, so no wake falls in between.
        del self._tasks[lane]
        if at:
            self.wake(lane, at)

    async def _drain_once(self, lane: str) -> datetime | None:
        try:
            at = await self._drain(lane)
        except Exception as error:
            times = self._failures[lane] = self._failures.get(lane, 0) + 1
            log.error("a lane broke off, %d times now: %s", times, trace(error))
            self._again.discard(lane)
            return self._clock.now() + timedelta(seconds=min(2.0 ** (times - 1), LONGEST_BACKOFF))
        self._failures.pop(lane, None)
        return at

    def _set_timer(self, lane: str, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        timer = self._timers.get(lane)
        if seconds > LONGEST_REST or (timer and timer.when() <= loop.time() + seconds):
            return
        if timer:
            timer.cancel()
        self._timers[lane] = loop.call_later(seconds, self._ring, lane)

    def _ring(self, lane: str) -> None:
        del self._timers[lane]
        self.wake(lane)

    async def _sweep_quietly(self) -> None:
        try:
            await self.sweep()
        except Exception as error:
            log.error("a sweep broke off: %s", trace(error))
