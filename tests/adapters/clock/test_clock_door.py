"""The clock knocks at once and again and again, one knock at a time, whatever happens behind the door."""

import asyncio
from collections.abc import Awaitable, Callable

from adapters.clock.app import ClockDoor


class Core:
    """Counts what it was asked to do, and shows when."""

    def __init__(self) -> None:
        self.ticks, self.tidies, self.inside, self.most = 0, 0, 0, 0
        self.enough = asyncio.Event()
        self.trouble: Exception | None = None

    async def tick(self) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.ticks += 1
        await asyncio.sleep(0)
        self.inside -= 1
        if self.ticks == 3:
            self.enough.set()
        if self.trouble:
            raise self.trouble

    async def tidy(self) -> None:
        self.tidies += 1


async def opened(core: Core, tick: Callable[[], Awaitable[None]] | None = None) -> ClockDoor:
    door = ClockDoor(tick or core.tick, core.tidy, every=0.01)
    await door.start()
    return door


async def test_it_knocks_at_once_and_again_and_tidies_once_a_day() -> None:
    core = Core()
    door = await opened(core)
    await core.enough.wait()
    await door.stop()
    assert (core.tidies, core.most) == (1, 1)


async def test_what_breaks_behind_the_door_is_logged_by_place_and_the_clock_goes_on() -> None:
    core = Core()
    core.trouble = ValueError("what somebody wrote")
    door = await opened(core)
    await core.enough.wait()
    await door.stop()
    assert core.ticks >= 3


async def test_stopping_lets_a_tick_come_to_its_end_and_stopping_twice_is_fine() -> None:
    core = Core()
    begun, go_on, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        begun.set()
        await go_on.wait()
        ended.set()

    door = await opened(core, slow)
    await begun.wait()
    stopping = asyncio.create_task(door.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    go_on.set()
    await stopping
    assert ended.is_set()
    await door.stop()
