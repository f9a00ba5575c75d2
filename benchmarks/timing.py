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
    """Every act once, then every act once more, `each` times for a turn: all find the machine in the same state.

    Run in blocks of a hundred, the floor would find everything warm from its like, as no request does where people work.
    CPU is the whole process's, threads and kernel included.
    """
    spent = {name: Spent() for name in acts}
    for act in acts.values():
        await act()  # what is made once is not counted
    for _ in range(turns):
        gc.collect()
        cpu = dict.fromkeys(acts, 0.0)
        for name in [*acts] * each:
            before, start = time.process_time(), time.perf_counter()
            await acts[name]()
            await asyncio.sleep(0)  # what it left to do at once is its own
            cpu[name] += time.process_time() - before
            spent[name].wall.append(time.perf_counter() - start)
        for name, seconds in cpu.items():
            spent[name].cpu.append(seconds / each)
    return spent


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
