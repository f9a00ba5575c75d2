"""A platform at the far edge, two clocks that are moved by hand, and an office that sends through them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, select

from bot.conversation import Message, Person
from bot.ports import Letter, Missing, Refused, Sent, Throttled, Unsure
from bot.ui import Card, Text
from storage.db import Database
from storage.delivery import Delivery
from storage.lane import Means
from storage.loop import DeliveryRow, LaneRow
from storage.outbox import put
from storage.tempo import Pace
from tests.storage.people import hire

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)  # a Wednesday
LANE = "slack:T1"
Outcome = Sent | Throttled | Refused | Unsure
Found = Sent | Missing | Throttled | Unsure


@dataclass
class Wall:
    """The machine's clock; sleeping moves it and takes no time."""

    at: float = NOON.timestamp()

    def __call__(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)  # whoever was started before goes first
        self.at += seconds


@dataclass
class HandClock:
    """The business clock: the machine's, or ahead of it in a demo."""

    wall: Wall
    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.wall.at, UTC) + self.ahead


@dataclass
class Platform:
    """Takes letters and answers as it is told to: one answer a letter, then `Sent` for all others."""

    wall: Wall
    answers: list[Outcome | Exception] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    letters: list[tuple[float, Letter]] = field(default_factory=list)
    looked_for: list[Letter] = field(default_factory=list)
    meanwhile: Callable[[], Any] | None = None

    async def send(self, letter: Letter) -> Outcome:
        if self.meanwhile:
            await self.meanwhile()
        self.letters.append((self.wall.at, letter))
        answer = self.answers.pop(0) if self.answers else Sent(f"ts{len(self.letters)}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def find(self, letter: Letter) -> Found:
        if self.meanwhile:
            await self.meanwhile()
        self.looked_for.append(letter)
        return self.found.pop(0)

    def to(self) -> list[str]:
        """The accounts written to, in order."""
        return [letter.account.id for _, letter in self.letters]


class Office:
    """People on one workspace, and what is sent to them."""

    def __init__(self, database: Database, **pace: Any) -> None:
        self.database, self.wall = database, Wall()
        self.clock, self.slack = HandClock(self.wall), Platform(self.wall)
        self.unwanted: set[str] = set()
        self.broken: set[str] = set()
        self.while_drawing: Callable[[], object] = lambda: None
        self.pace = Pace(rates={"slack": 100.0}, **({"apart": 0.0} | pace))
        self.sleep: Callable[[float], Awaitable[None]] = self.wall.sleep
        self.delivery = self.restart()

    def restart(self) -> Delivery:
        """Another process: what the last one only remembered is gone."""
        settings: dict[str, Any] = {"key": b"k" * 32, "pace": self.pace, "wall": self.wall, "sleep": self.sleep}
        means = Means(self.database, self.draw, self.clock, **settings)
        self.delivery = Delivery({"slack": self.slack}, means)
        return self.delivery

    async def draw(self, _work: object, card: str, ref: str, person: Person | None) -> Card | None:
        self.while_drawing()
        if ref in self.broken:
            raise KeyError("what somebody wrote")
        return None if ref in self.unwanted else Card(f"{card} {ref}", (Text(person.name if person else ""),))

    async def hire(self, *people: int, zone: str = "Europe/London") -> None:
        async with self.database.begin() as work:
            await hire(work, *people, zone=zone)

    async def tell(self, *messages: Message) -> None:
        async with self.database.begin() as work:
            await put(work, messages, self.clock.now())

    async def drain(self) -> datetime | None:
        return await self.delivery.drain(LANE)

    async def rows(self) -> Sequence[RowMapping]:
        async with self.database.begin() as work:
            found = await work.execute(select(DeliveryRow.__table__).order_by(DeliveryRow.id))
            return found.mappings().all()

    async def states(self) -> list[str]:
        return [row["state"] for row in await self.rows()]

    async def lane(self) -> RowMapping:
        async with self.database.begin() as work:
            return (await work.execute(select(LaneRow.__table__))).mappings().one()

    def later(self, seconds: float) -> None:
        self.wall.at += seconds

    def until(self, at: datetime) -> None:
        self.later(max(0.0, (at - self.clock.now()).total_seconds()))


def note(person: int, cause: str = "c", **more: Any) -> Message:
    return Message(person, "ask.question", more.pop("ref", "r"), cause, **({"counts": False} | more))
