"""Does something that needs Slack, again and again until it succeeds, without ever holding up the rest."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.slack.turn import Pause, refusal

log = logging.getLogger("hearback.slack")

FIRST_PAUSE = 5.0
LONGEST_PAUSE = 300.0


class Opening:
    """One step of opening the door. `tried` is set after the first try, whatever came of it."""

    def __init__(self, step: Callable[[], Coroutine[Any, Any, None]], pause: Pause) -> None:
        self._step, self._pause = step, pause
        self.tried = asyncio.Event()
        self._task = asyncio.get_running_loop().create_task(self._until_done())

    async def cancel(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _until_done(self) -> None:
        wait = FIRST_PAUSE
        while True:
            try:
                await self._step()
            except Exception as error:
                if not self.tried.is_set():
                    said = refusal(error) if isinstance(error, SlackApiError) else type(error).__name__
                    log.warning("Slack does not answer as it should (%s); trying again in the background", said)
            else:
                break
            self.tried.set()
            await self._pause(wait)
            wait = min(wait * 2, LONGEST_PAUSE)
        self.tried.set()
