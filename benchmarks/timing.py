"""Times several ways of doing the same thing in turns, so that a busy moment of the machine hits all of them alike."""

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles

Act = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Spent:
    """What one way of doing it cost: CPU seconds per act in each turn, and each act's wall seconds."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def cpu_ms(self) -> float:
        return median(self.cpu) * 1000

    def times(self, floor: "Spent") -> float:
        """How many times the floor's CPU: the median over the turns, each against the floor beside it."""
        return median(mine / theirs for mine, theirs in zip(self.cpu, floor.cpu, strict=True))


async def in_turns(acts: Mapping[str, Act], *, turns: int, each: int) -> dict[str, Spent]:
    """`turns` times: every act `each` times in a row. CPU is the whole process's, threads and kernel included."""
    spent = {name: Spent() for name in acts}
    for act in acts.values():
        await act()  # what is made once is not counted
    for _ in range(turns):
        for name, act in acts.items():
            gc.collect()
            await _one_turn(act, spent[name], each)
    return spent


async def _one_turn(act: Act, spent: Spent, each: int) -> None:
    before = time.process_time()
    for _ in range(each):
        start = time.perf_counter()
        await act()
        spent.wall.append(time.perf_counter() - start)
    spent.cpu.append((time.process_time() - before) / each)


async def at_rate(act: Act, *, rate: float, number: int) -> list[float]:
    """Starts an act `rate` times a second whether or not the ones before have ended; wall seconds from the planned start."""
    loop = asyncio.get_running_loop()
    begin = loop.time()

    async def planned(at: float) -> float:
        await asyncio.sleep(max(0.0, at - loop.time()))
        await act()
        return loop.time() - at

    return list(await asyncio.gather(*(planned(begin + each / rate) for each in range(number))))


def percentile(values: list[float], share: int) -> float:
    """The value that `share` per cent stay under."""
    if len(values) < 2:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[share - 1]
