"""Prints papers in a thread, so that nobody waits for it; what draws them is imported with the first one."""

import asyncio

from bot.paper import Paper
from bot.ports import Draws


class Press:
    """Implements `bot.exports.Prints`. The chart is drawn by whoever draws all charts."""

    def __init__(self, charts: Draws) -> None:
        self._charts = charts

    async def pdf(self, paper: Paper) -> bytes:
        picture = await self._charts.png(paper.chart) if paper.chart else b""
        return await asyncio.to_thread(_printed, paper, picture)


def _printed(paper: Paper, picture: bytes) -> bytes:
    from adapters.paper.page import printed  # noqa: PLC0415 - fpdf2 takes a fifth of a second to import

    return printed(paper, picture)
