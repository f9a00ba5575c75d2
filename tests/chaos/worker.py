"""A process that sends all there is to send and ends; tests kill it. Its arguments are a database and a platform."""

import asyncio
import sys
import time
from datetime import UTC, datetime

import aiohttp
from sqlalchemy import exists, select

from bot.conversation import Person
from bot.ports import Letter, Missing, Sent, Throttled, Unsure
from bot.ui import Card, Text
from storage.db import Database
from storage.delivery import Delivery
from storage.lane import Means
from storage.lock import sole_use
from storage.loop import DeliveryRow
from storage.outbox import UNSENT
from storage.runner import LocalRunner
from storage.tempo import Pace

PACE = Pace(rates={"slack": 500.0}, fence=0.4, longest=0.5, grace=1.5, apart=0.0)
SWEEP_EVERY = 0.1


class PlatformSender:
    """Writes to the counting platform."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self._address, self._session = address, session

    async def send(self, letter: Letter) -> Sent | Throttled | Unsure:
        call = {"key": letter.key, "claimed": letter.claimed_at.timestamp(), "begun": time.time()}
        try:
            async with self._session.post(f"{self._address}/send", json=call) as answer:
                said = await answer.json()
        except (aiohttp.ClientError, TimeoutError) as error:
            return Unsure(type(error).__name__)
        match answer.status:
            case 200:
                return Sent(said["id"])
            case 429:
                return Throttled(said["seconds"])
            case status:
                return Unsure(f"http_{status}")

    async def find(self, letter: Letter) -> Sent | Missing | Unsure:
        try:
            async with self._session.get(f"{self._address}/find", params={"key": letter.key}) as answer:
                found = (await answer.json())["found"]
        except (aiohttp.ClientError, TimeoutError) as error:
            return Unsure(type(error).__name__)
        return Sent(f"m-{letter.key}") if found else Missing()


class RealClock:
    """The present instant."""

    def now(self) -> datetime:
        return datetime.now(UTC)


async def draw(_work: object, _card: str, _ref: str, person: Person | None) -> Card:
    return Card("Hello", (Text(person.name if person else ""),))


async def work(url: str, address: str) -> None:
    database, clock = Database(url), RealClock()
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.45)) as session:
        means = Means(database, draw, clock, key=b"k" * 32, pace=PACE)
        delivery = Delivery({"slack": PlatformSender(address, session)}, means)
        runner = LocalRunner(delivery.drain, delivery.lanes_due, clock=clock, stop_claiming=delivery.stop)
        while await unsent(database):
            await runner.sweep()
            await asyncio.sleep(SWEEP_EVERY)
        await runner.stop()
    await database.close()


async def unsent(database: Database) -> bool:
    async with database.begin() as connection:
        return bool(await connection.scalar(select(exists().where(DeliveryRow.state.in_(UNSENT)))))


if __name__ == "__main__":
    with sole_use(sys.argv[1]):
        asyncio.run(work(sys.argv[1], sys.argv[2]))
