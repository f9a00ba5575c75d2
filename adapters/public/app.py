"""The address of the public page of promises: drawn at most once a minute, whoever reads it, and nothing of them is kept."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.public import words as w
from adapters.public.page import Page
from bot.mishap import trace
from bot.ports import Clock, Promised
from bot.words import Words

log = logging.getLogger("hearback.page")

PATH = "/promises"
FRESH = timedelta(minutes=1)


class PublicPromises:
    """What it is given is all it ever has: the promises without names, and a clock."""

    def __init__(self, promised: Promised, clock: Clock, page: Page, words: Callable[[], Words]) -> None:
        self._promised, self._clock, self._page, self._words = promised, clock, page, words
        self._drawn: tuple[datetime, str] | None = None
        self.routes: list[BaseRoute] = [Route(path, self._answer, methods=["GET"]) for path in (PATH, f"{PATH}/")]

    async def _answer(self, _request: Request) -> Response:
        """However many ask, the database is asked once a minute. Of an error its class and its place are logged."""
        try:
            return HTMLResponse(await self._fresh(), headers=self._page.headers)
        except Exception as error:
            log.error("the page of promises: %s", trace(error))
            return PlainTextResponse(self._words()(w.BROKEN), 503, {"Cache-Control": "no-store"})

    async def _fresh(self) -> str:
        now = self._clock.now()
        if self._drawn is None or not timedelta() <= now - self._drawn[0] < FRESH:
            self._drawn = (now, self._page.draw(self._words(), await self._promised.all(), now))
        return self._drawn[1]
