"""Things to do after Teams has its answer: sending a message, reading a roster. None is waited for, none is forgotten."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger("hearback.teams")

PATIENCE = 10.0


class Errands:
    """Work under way. An error ends its own errand only, and is logged by its class, never by its words."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    def run(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(_safely(errand))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def settled(self) -> None:
        """Returns when nothing is under way any more."""
        while self._under_way:
            await asyncio.wait(set(self._under_way))

    async def stop(self) -> None:
        """Lets what is under way finish for a few seconds, then breaks it off."""
        if self._under_way:
            await asyncio.wait(set(self._under_way), timeout=PATIENCE)
        for task in set(self._under_way):
            task.cancel()
        await self.settled()


async def _safely(errand: Coroutine[Any, Any, None]) -> None:
    try:
        await errand
    except Exception as error:
        log.warning("something left to do in Teams failed: %s", type(error).__name__)
