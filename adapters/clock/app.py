"""Knocks every two seconds, so that the core looks whether anything is due. It decides nothing itself."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.mishap import trace

log = logging.getLogger("hearback.clock")

A_DAY = 86_400.0


class ClockDoor:
    """Calls `tick` at once and then every `every` seconds, `tidy` at once and then daily.

    Only one call runs at a time. What it raises is logged by class and place, and it is called again next time.
    """

    def __init__(
        self,
        tick: Callable[[], Awaitable[None]],
        tidy: Callable[[], Awaitable[None]],
        every: float,
    ) -> None:
        self._tick, self._tidy, self._every = tick, tidy, every
        self._scheduler: AsyncIOScheduler | None = None
        self._busy = asyncio.Lock()

    async def start(self) -> None:
        # Without a grace time a loop that was busy for a second would drop the run; what was missed is one run.
        settings = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=settings)
        for what, seconds in ((self._tick, self._every), (self._tidy, A_DAY)):
            now = datetime.now(UTC)
            self._scheduler.add_job(self._call, "interval", [what], seconds=seconds, next_run_time=now)
        self._scheduler.start()

    async def stop(self) -> None:
        """Waits for what is running: the scheduler itself would break it off."""
        if not self._scheduler:
            return
        self._scheduler.pause()
        async with self._busy:
            self._scheduler.shutdown(wait=False)
        self._scheduler = None

    async def _call(self, what: Callable[[], Awaitable[None]]) -> None:
        async with self._busy:
            try:
                await what()
            except Exception as error:
                log.error("the clock's work broke off: %s", trace(error))
