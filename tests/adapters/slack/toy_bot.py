"""A bot small enough to see through: it notes what it was asked and answers what the test has laid ready."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from bot.events import Close, Event, Opened, Pressed, Replace, Reply, Said, Say, Show, Submitted, Visited, Welcome
from bot.ui import Buttons, Card, Choice, Form, Home, Link, Open, Option, Press, Scale, Text, Write

PROMPT = Card(
    "One question, 20 seconds",
    (
        Text("How was the week?"),
        Buttons((Open("Answer", "toy.open", "r1", look="primary"), Press("Not this time", "toy.no", "r1", "no"))),
    ),
)
FORM = Form(
    title="This week",
    close="Close",
    fields=(
        Scale("score", "How was it?", 0, 10, tuple(f"{n} of 10" for n in range(11))),
        Choice("shift", "Which shift?", (Option("d", "Days"), Option("n", "Nights")), required=False),
        Write("why", "Why?", longest=500, required=False),
    ),
    action="toy.send",
    ref="r1",
    submit="Send",
)
RECORDED = Form(title="Recorded", close="Close", blocks=(Text("You can change it until Monday."),))
HOME = Home("Hearback", (Text("What is open for you"), Buttons((Open("Answer", "toy.open", "r1"),))))


@dataclass
class ToyBot:
    """`replies` are what the next events of an action, or of a kind, are answered with."""

    asked: list[Event] = field(default_factory=list)
    replies: dict[str, Reply] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    visits: int = 0

    def opens(self, action: str) -> bool:
        return action.endswith((".open", ".menu"))

    async def answer(self, event: Event) -> Any:
        if not isinstance(event, Opened | Visited):
            id_ = getattr(event, "id", "")
            if id_ in self.seen:
                return None
            self.seen.add(id_)
        self.asked.append(event)
        match event:
            case Pressed(action=action):
                return self.replies.get(action, Replace(Card("Noted", (Text("Noted."),))))
            case Opened(action=action):
                return self.replies.get(action, Show(FORM))
            case Submitted(action=action, values=values):
                return self.replies.get(action, Show(RECORDED) if "score" in values else Close())
            case Said():
                return self.replies.get("said", Say(PROMPT))
            case Visited():
                self.visits += 1
                return Welcome(HOME)
            case _:
                return None

    def last(self) -> Event:
        return self.asked[-1]


GO_ON = Card("Go on", (Text("Go on <there> & back"), Buttons((Link("Read more", "https://example.org/more"),))))


class Patience:
    """Stands in for time: notes how long was to be waited, and lets go when the test says so."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[float] = asyncio.Queue()
        self.go_on = asyncio.Semaphore(0)

    async def __call__(self, seconds: float) -> None:
        await self.asked.put(seconds)
        await self.go_on.acquire()
