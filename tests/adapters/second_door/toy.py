"""A bot with one form, and somebody who keeps pictures, for what the page does whatever the conversation is."""

from dataclasses import dataclass, field
from typing import Any

from adapters.second_door.app import SecondDoor
from adapters.second_door.enclosing import Enclosure
from adapters.second_door.page import Paper
from adapters.web.sheets import PublicSheets
from bot.enclosures import Enclosed, Kept
from bot.events import Event, Show
from bot.settings import House
from bot.ui import Buttons, Form, Open, Option, Several, Text, Write
from bot.words import Words
from tests.adapters.second_door.visitor import HOME, Visitor
from tests.harness import MONDAY, HandClock

SAID = "The checklist was signed <before> anybody had counted."
TYPED = "table lamp river orbit velvet candle pepper garden"
ASK = Form(
    title="Speak up",
    close="Close",
    blocks=(Text("In danger now? 999."), Buttons((Open("Read a reply", "speak_up.look"),))),
    fields=(
        Several("to", "Who reads it", (Option("a", "Ines"), Option("b", "Tom"))),
        Write("what", "What happened?", longest=3000),
    ),
    action="speak_up.file",
    ref="r" * 32,
    submit="Send",
)
THREAD = Form(
    "Your report",
    "Close",
    (Text(SAID),),
    (Write("more", "Write again", 1000),),
    "speak_up.go_on",
    "",
    "Send",
    {"words": TYPED},
)


@dataclass(slots=True)
class ToyBot:
    """Answers everything with `reply`, or breaks."""

    reply: Any = field(default_factory=lambda: Show(ASK))
    seen: list[Event] = field(default_factory=list)

    def opens(self, _action: str) -> bool:
        return True

    async def answer(self, event: Event) -> Any:
        self.seen.append(event)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


@dataclass(slots=True)
class ToyShelf:
    """Keeps what is enclosed, or says why not."""

    outcome: Kept = "kept"
    kept: list[tuple[str, str, Enclosed]] = field(default_factory=list)

    async def __call__(self, typed: str, text: str, enclosed: Enclosed) -> Kept:
        self.kept.append((typed, text, enclosed))
        return self.outcome


@dataclass(slots=True)
class Porch:
    """The real door with nothing behind it."""

    bot: ToyBot
    shelf: ToyShelf
    door: SecondDoor

    def visitor(self, host: str = HOME) -> Visitor:
        return Visitor.at(self.door.routes, host)


def porch(*, files: bool = False) -> Porch:
    bot, shelf, house = ToyBot(), ToyShelf(), House(organisation="St Brigid's <Trust>")
    paper, enclosure = Paper(PublicSheets(), house, files=files), Enclosure(shelf, files=files)
    return Porch(bot, shelf, SecondDoor(bot, HandClock(MONDAY), paper, enclosure, words=Words))
