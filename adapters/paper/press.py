"""Prints papers in a thread, so that nobody waits for it; what draws them is imported with the first one."""

import asyncio
from collections.abc import Sequence

from bot.exports import YearFormat
from bot.paper import Paper
from bot.ports import Drawings, Draws
from bot.yearly import Yearly


class Press:
    """Implements `bot.exports.Prints`. Charts are drawn by whoever draws all charts."""

    def __init__(self, charts: Draws) -> None:
        self._charts = charts

    async def pdf(self, paper: Paper) -> bytes:
        picture = await self._charts.png(paper.chart) if paper.chart else b""
        return await asyncio.to_thread(_printed, paper, picture)

    async def year(self, report: Yearly, form: YearFormat) -> bytes:
        charts = [each.chart for section in report.sections for each in section.drawn]
        drawings = [await self._charts.on_page(each) for each in charts]
        return await asyncio.to_thread(_year, report, form, drawings)


def _printed(paper: Paper, picture: bytes) -> bytes:
    from adapters.paper.page import printed  # noqa: PLC0415 - fpdf2 takes a fifth of a second to import

    return printed(paper, picture)


def _year(report: Yearly, form: YearFormat, drawings: Sequence[Drawings]) -> bytes:
    if form == "year_page":
        from adapters.paper.year_page import page  # noqa: PLC0415 - most days nobody wants one

        return page(report, drawings)
    from adapters.paper.year_print import printed  # noqa: PLC0415 - see above

    return printed(report, [each.wide for each in drawings])
