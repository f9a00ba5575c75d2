"""Makes a look-up take one fixed time, so that the time it takes does not say what was found."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.values import dataclass

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Patience:
    """Everything takes a whole number of `step` seconds. The clock and the wait are given, for tests."""

    step: float = 2.0
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


async def padded(patience: Patience, work: Awaitable[Found]) -> Found:
    """The outcome of `work`, or its error, at the end of the step in which it was done."""
    begun = patience.now()
    try:
        return await work
    finally:
        taken = patience.now() - begun
        await patience.sleep(max(1, math.ceil(taken / patience.step)) * patience.step - taken)
