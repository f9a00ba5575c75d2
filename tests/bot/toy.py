"""A conversation that does as it is told, on a real database, to look at the pipeline around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.conversation import Conversation, HomeParts, Turn
from bot.core import Bot
from bot.events import Account, Arrived, Due, Event, Opened, Pressed, Profile, Replace, Said, Say, Show, Submitted
from bot.pictures import Place, nowhere
from bot.settings import House
from bot.ui import Card, Form, Home, Text, Write
from bot.words import Words
from storage.db import Database
from storage.directory import Defaults
from storage.secrets import SecretFiles
from storage.store import Ledger
from tests.databases import fresh_sqlite
from tests.harness import HandClock

AMARA = Account("bare", "t1", "u1")
FORM = Form("A form", "Close", fields=(Write("said", "What?", 100),), action="toy.send", ref="r1", submit="Send")
CARD = Card("Done", (Text("Done"),))
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)


def nothing(_turn: Turn) -> None:
    """What a turn does unless it is told otherwise."""


@dataclass(slots=True)
class Toy:
    """`acts` is what every function does before it answers, `shown` what a press shows.

    `turns` and `events` are what they were given.
    """

    acts: Callable[[Turn], None] = nothing
    shown: Card = CARD
    turns: list[Turn] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def conversations(self) -> tuple[Conversation, ...]:
        return (
            Conversation(
                name="toy",
                presses={"toy.press": self.press},
                opens={"toy.open": self.open},
                submits={"toy.send": self.send},
                dues={"toy.due": self.due},
                home=self.home,
                frame=self.frame,
                said=self.said,
            ),
            Conversation(name="quiet", opens={"quiet.open": self.open}, traceless=True),
        )

    async def press(self, turn: Turn, event: Pressed) -> Replace:
        self._act(turn, event)
        return Replace(self.shown)

    async def open(self, turn: Turn, event: Opened) -> Show:
        self._act(turn, event)
        return Show(FORM)

    async def send(self, turn: Turn, event: Submitted) -> Say:
        self._act(turn, event)
        return Say(CARD)

    async def due(self, turn: Turn, event: Due) -> None:
        self._act(turn, event)

    async def said(self, turn: Turn, event: Said) -> Say:
        self._act(turn, event)
        return Say(CARD)

    async def home(self, turn: Turn) -> HomeParts:
        self.acts(turn)
        return {}

    async def frame(self, _turn: Turn, _parts: tuple[HomeParts, ...]) -> Home:
        return Home("Home", ())

    def _act(self, turn: Turn, event: Event) -> None:
        self.turns.append(turn)
        self.events.append(event)
        self.acts(turn)


@dataclass(slots=True)
class Works:
    """The pipeline around the toy. `woken` counts how often the sending was woken."""

    toy: Toy
    bot: Bot
    database: Database
    woken: list[None]


async def works_in(folder: Path, *, pictures: Place = nowhere, shown: Card = CARD) -> Works:
    """A fresh database in which Amara works, and the real pipeline on it."""
    toy, database, woken = Toy(shown=shown), Database(await fresh_sqlite(folder)), list[None]()
    bot = Bot(
        toy.conversations(),
        store=Ledger(database, SecretFiles(folder / "secrets"), Defaults("en", "Europe/London")),
        clock=HandClock(NOW),
        house=House(operator="Northfield IT"),
        speaking=Words,
        wake=lambda: woken.append(None),
        pictures=pictures,
    )
    await bot.answer(Arrived("joined", AMARA, "joined", Profile("Amara Okafor", "en", "Europe/London")))
    return Works(toy, bot, database, woken)
