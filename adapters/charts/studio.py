"""Draws charts one after the other in a thread of its own, and remembers the newest drawings."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.charts import Chart
from bot.ports import Drawings

REMEMBERED = 64
Drawn = TypeVar("Drawn", bytes, Drawings)


class Studio:
    """Implements `ports.Draws`. One thread, because the drawing library keeps settings that all threads share."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "charts")
        self._pages: OrderedDict[Chart, Drawings] = OrderedDict()
        self._pictures: OrderedDict[Chart, bytes] = OrderedDict()

    async def on_page(self, chart: Chart) -> Drawings:
        return await self._later(chart, self._pages, _on_page)

    async def png(self, chart: Chart) -> bytes:
        return await self._later(chart, self._pictures, _png)

    async def _later(self, chart: Chart, known: OrderedDict[Chart, Drawn], draw: Callable[[Chart], Drawn]) -> Drawn:
        if (drawn := known.get(chart)) is not None:
            return drawn
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, _remembered, chart, known, draw)


def _remembered(chart: Chart, known: OrderedDict[Chart, Drawn], draw: Callable[[Chart], Drawn]) -> Drawn:
    """Runs in the thread, where a chart that two have asked for is drawn once."""
    if chart not in known:
        known[chart] = draw(chart)
        while len(known) > REMEMBERED:
            known.popitem(last=False)
    return known[chart]


def _on_page(chart: Chart) -> Drawings:
    from adapters.charts import draw  # noqa: PLC0415 - matplotlib takes seconds to import, and most days draw nothing

    return Drawings(draw.svg(chart, wide=True), draw.svg(chart, wide=False))


def _png(chart: Chart) -> bytes:
    from adapters.charts import draw  # noqa: PLC0415 - see above

    return draw.png(chart)
