"""The clock's way in: it calls the core's tick every few seconds and its tidying once a day, and decides nothing."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class ClockDoor:
    """APScheduler with its memory store: what is due is known by the database, so a lost timer loses nothing."""

    def __init__(
        self, tick: Callable[[], Awaitable[None]], tidy: Callable[[], Awaitable[None]], every: float = 2.0
    ) -> None:
        # Its default grace of one second drops a run whenever the loop was busy for longer.
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(tick, "interval", seconds=every)
        self._scheduler.add_job(tick)
        self._scheduler.add_job(tidy, "interval", days=1)

    async def start(self) -> None:
        self._scheduler.start()

    async def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
