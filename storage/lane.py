"""Sends what is due on one lane, and survives being killed at any point: claim, commit, and only then call the platform.

Two clocks are read. The business clock says what is due, expired or at night, and may be a demo's that was moved. The
machine's clock, `wall`, says when a row was claimed and how long a platform wants its peace: nobody can move that.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TypeVar

from bot.events import Account
from bot.mishap import trace
from bot.ports import Clock, Letter, Missing, Refused, Sender, Sent, Throttled, Unsure
from bot.ui import Card
from bot.values import dataclass, field
from storage import claims
from storage.claims import Claimed
from storage.db import Database
from storage.tempo import Pace, Tempo
from storage.wanted import Draw, Sorted, sort

log = logging.getLogger("hearback.delivery")

Answer = TypeVar("Answer")
BLANK = Card("", ())  # a letter that is only looked for is not drawn


@dataclass(frozen=True, slots=True)
class Means:
    """What sending needs. `key` (16 to 64 bytes, not in the database) makes the names that platforms see."""

    database: Database
    draw: Draw
    clock: Clock
    key: bytes
    pace: Pace
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    stopping: asyncio.Event = field(default_factory=asyncio.Event)


class Lane:
    """One lane, with what it remembers between two runs. Only one run of it may exist at a time."""

    def __init__(self, name: str, sender: Sender, means: Means) -> None:
        self._name, self._sender, self._means, self._pace = name, sender, means, means.pace
        full = means.pace.rates.get(platform_of(name), 1.0)
        self._tempo = Tempo(full, apart=means.pace.apart, lowest=2 / means.pace.fence)
        self._asked: dict[int, float] = {}

    async def drain(self) -> datetime | None:
        """Sends what is due; returns the next instant, by the business clock, at which there is something to do."""
        async with self._means.database.begin() as work:
            rate, paused = await claims.read_tempo(work, self._name)
        self._tempo.load(rate, paused.timestamp() if paused else 0.0)
        if self._may_go_on():
            await self._reconcile()
            await self._send_due(secrets.token_hex(8))
            if self._tempo.learnt() != rate:
                await self._keep_tempo()
        return await self._next()

    async def _reconcile(self) -> None:
        """Asks what became of rows that a run left in the middle, once nothing can be under way any more."""
        wall = self._means.wall()
        async with self._means.database.begin() as work:
            rows = await claims.half_sent(work, self._name, _instant(wall - self._pace.grace))
        for row in rows:
            if self._may_go_on() and wall >= self._asked.get(row.id, 0.0) + self._pace.grace:
                await self._look_for(row)

    async def _look_for(self, row: Claimed) -> None:
        if not row.account:
            await self._end(row, "failed", "unreachable")
            return
        await self._slot(row)
        answer = await self._ask(self._sender.find, self._letter(row, row.account, BLANK))
        self._asked.pop(row.id, None)
        match answer:
            case Sent():
                await self._arrived(row, answer)
            case Missing():
                await self._give_back(row)
            case Throttled(seconds):
                self._tempo.pause(seconds, self._means.wall())
                await self._keep_tempo()
            case Unsure(code) if self._age(row) > self._pace.give_up:
                await self._end(row, "failed", code)
            case Unsure():
                self._asked[row.id] = self._means.wall()

    async def _send_due(self, run: str) -> None:
        troubles: list[Exception] = []
        async with asyncio.TaskGroup() as flights:
            try:
                await self._launch(run, flights, troubles)
            except Exception as error:
                troubles.append(error)
        if troubles:
            raise troubles[0]

    async def _launch(self, run: str, flights: asyncio.TaskGroup, troubles: list[Exception]) -> None:
        until = self._means.wall() + self._pace.spell
        seats = asyncio.Semaphore(self._pace.at_once)
        while not troubles and self._means.wall() < until and (rows := await self._claim(run)):
            piles = await sort(self._means.database, self._means.draw, rows, self._means.clock.now())
            await self._settle(piles)
            for row, card in piles.wanted:
                await seats.acquire()
                await self._slot(row)
                flight = flights.create_task(self._fly(row, card, troubles))
                flight.add_done_callback(lambda _: seats.release())

    async def _claim(self, run: str) -> Sequence[Claimed]:
        if not self._may_go_on():
            return ()
        # No more than can be called for before the fence, however slow the lane has become.
        most = max(1, min(self._pace.at_once, int(self._tempo.rate * self._pace.fence / 2)))
        now, wall = self._means.clock.now(), _instant(self._means.wall())
        async with self._means.database.begin() as work:
            return await claims.claim(work, self._name, run, now=now, wall=wall, most=most)

    async def _settle(self, piles: Sorted) -> None:
        if not piles.over and not piles.later:
            return
        async with self._means.database.begin() as work:
            for (state, error), rows in piles.over.items():
                await claims.end(work, rows, state, error)
            for row, until in piles.later:
                await claims.postpone(work, row, until)

    async def _fly(self, row: Claimed, card: Card, troubles: list[Exception]) -> None:
        """One letter to its end. Never raises, so that the letters beside it come to their own ends."""
        try:
            await self._deliver(row, card)
        except Exception as error:
            troubles.append(error)

    async def _deliver(self, row: Claimed, card: Card) -> None:
        account = row.account
        # The last look before the call. Between it and the first byte on the line lies a millisecond or two: a process
        # that is frozen just there, for longer than `grace`, while another machine takes over, sends one message twice.
        if self._age(row) > self._pace.fence or not account or not self._may_go_on():
            await self._give_back(row)
            return
        match await self._ask(self._sender.send, self._letter(row, account, card)):
            case Sent() as sent:
                await self._arrived(row, sent)
                self._tempo.went_well()
            case Throttled(seconds):
                self._tempo.complained(seconds, self._means.wall())
                await self._give_back(row)
                await self._keep_tempo()
            case Refused(code):
                log.warning("%s refused a message: %s", account.platform, code)
                await self._end(row, "failed", code)
            case Unsure(code):
                log.warning("%s did not say whether a message arrived: %s", account.platform, code)

    async def _ask(self, call: Callable[[Letter], Awaitable[Answer]], letter: Letter) -> Answer | Unsure:
        try:
            async with asyncio.timeout(self._pace.longest):
                return await call(letter)
        except Exception as error:
            log.error("%s: %s", platform_of(self._name), trace(error))
            return Unsure(type(error).__name__)

    async def _arrived(self, row: Claimed, sent: Sent) -> None:
        async with self._means.database.begin() as work:
            await claims.record_sent(work, row, sent.platform_id, sent.reach)

    async def _end(self, row: Claimed, state: str, error: str) -> None:
        async with self._means.database.begin() as work:
            await claims.end(work, [row], state, error)

    async def _give_back(self, row: Claimed) -> None:
        async with self._means.database.begin() as work:
            await claims.give_back(work, row)

    async def _keep_tempo(self) -> None:
        async with self._means.database.begin() as work:
            await claims.keep_tempo(work, self._name, self._tempo.learnt(), _instant(self._tempo.paused_until))

    async def _next(self) -> datetime | None:
        if self._means.stopping.is_set():
            return None
        async with self._means.database.begin() as work:
            pending = await claims.first_pending(work, self._name)
            sending = await claims.sending_since(work, self._name)
        now, wall = self._means.clock.now(), self._means.wall()
        known = [max(since.timestamp(), self._asked.get(row, 0.0)) for row, since in sending]
        waits = [at + self._pace.grace - wall for at in known]
        waits += [(pending - now).total_seconds()] if pending else []
        return now + timedelta(seconds=max(min(waits), self._tempo.paused(wall), 0.0)) if waits else None

    async def _slot(self, row: Claimed) -> None:
        if (seconds := self._tempo.slot(row.person.id, self._means.wall())) > 0:
            await self._means.sleep(seconds)

    def _may_go_on(self) -> bool:
        return not self._means.stopping.is_set() and not self._tempo.paused(self._means.wall())

    def _age(self, row: Claimed) -> float:
        return self._means.wall() - row.claimed_at.timestamp()

    def _letter(self, row: Claimed, account: Account, card: Card) -> Letter:
        # Not the number alone: SQLite gives a deleted row's number to a new one.
        name = f"{row.id}:{row.person.id}:{row.cause}".encode()
        return Letter(blake2b(name, key=self._means.key, digest_size=16).hexdigest(), account, card, row.claimed_at)


def platform_of(lane: str) -> str:
    return lane.partition(":")[0]


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
