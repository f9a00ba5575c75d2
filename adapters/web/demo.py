"""The clock of the demonstration: where it stands, where it can go, and what happens on the way."""

import asyncio
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from adapters.web import words as w
from adapters.web.colleagues import Colleagues
from adapters.web.live import Live
from bot.ports import Clock, Demo
from bot.settings import House
from bot.values import dataclass
from bot.words import Words

MONDAY_AT = time(9)
UPCOMING = {
    "asks": w.BAR_ASKS,
    "closes": w.BAR_CLOSES,
    "answer": w.BAR_ANSWER,
    "news": w.BAR_NEWS,
    "appointment": w.BAR_APPOINTMENT,
    "message": w.BAR_MESSAGE,
}


class Busy(Exception):
    """The clock is moving already."""


class Nowhere(Exception):
    """Nothing is planned, so there is nothing to go to."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What the bar at the top says. `share` is how much of the way is done, in per cent."""

    now: str
    next: str
    monday: str
    can_go: bool
    can_close: bool
    moving: bool
    share: int


class Travel:
    """Moves the clock, one journey at a time; at every stop the colleagues get their turn."""

    def __init__(self, demo: Demo, clock: Clock, colleagues: Colleagues, live: Live) -> None:
        self._demo, self._clock, self._colleagues, self._live = demo, clock, colleagues, live
        self._share: int | None = None

    async def to_next(self) -> None:
        upcoming = await self._demo.upcoming()
        if upcoming is None:
            raise Nowhere
        await self._go(upcoming.at)

    async def to_close(self) -> None:
        closes = await self._demo.next_close()
        if closes is None:
            raise Nowhere
        await self._go(closes)

    async def to_monday(self, house: House) -> None:
        await self._go(next_monday(self._clock.now(), house.zone))

    async def bar(self, words: Words, house: House) -> Bar:
        now = self._clock.now()
        upcoming, closes = await self._demo.upcoming(), await self._demo.next_close()
        return Bar(
            now=words.when(now),
            next=words(UPCOMING[upcoming.what], when=words.when(upcoming.at)) if upcoming else words(w.BAR_NOTHING),
            can_close=closes is not None,
            monday=words(w.BAR_MONDAY, time=words.time(next_monday(now, house.zone))),
            can_go=upcoming is not None,
            moving=self._share is not None,
            share=self._share or 0,
        )

    async def _go(self, to: datetime) -> None:
        if self._share is not None:
            raise Busy
        start, self._share = self._clock.now(), 0
        try:
            self._live.changed_for_all()
            await self._colleagues.act()
            async for stop in self._demo.move(to):
                await self._colleagues.act()
                self._share = _share(start, stop, to)
                self._live.changed_for_all()
                await asyncio.sleep(0)  # the open pages get their turn, however fast the stops come
            await self._colleagues.act()
        finally:
            self._share = None
            self._live.changed_for_all()


def next_monday(now: datetime, zone: str) -> datetime:
    """The first Monday 09:00 on the wall clock of `zone` that lies after `now`."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date() + timedelta(days=-local.weekday() % 7)
    monday = datetime.combine(day, MONDAY_AT, local.tzinfo)
    if monday <= local:
        monday = datetime.combine(day + timedelta(days=7), MONDAY_AT, local.tzinfo)
    return monday.astimezone(now.tzinfo)


def _share(start: datetime, stop: datetime, to: datetime) -> int:
    return min(100, max(0, int(100 * (stop - start) / (to - start)))) if to > start else 100
