"""A toy bot behind the door: it remembers what came in, and has one of every kind of reply."""

from dataclasses import replace
from typing import Any, TypeVar

from bot.events import (
    Arrived,
    Close,
    Due,
    Event,
    Opened,
    Pressed,
    Replace,
    Said,
    Say,
    Show,
    Submitted,
    Uninstalled,
    Visited,
    Welcome,
)
from bot.ui import (
    Buttons,
    Card,
    Choice,
    Day,
    Divider,
    Facts,
    Form,
    Heading,
    Home,
    Link,
    Note,
    Open,
    Option,
    Press,
    Quote,
    Scale,
    Text,
    Write,
)

Kind = TypeVar("Kind")

PROMPT = Card(
    "One question",
    (
        Heading("One question"),
        Text("How was your week?"),
        Quote("Better than *last* week"),
        Facts((("Open until", "Monday 12:00"),)),
        Divider(),
        Note("Twenty seconds."),
        Buttons(
            (
                Open("Answer", "toy.open", "ref-1", look="primary"),
                Press("Not this time", "toy.replace", "ref-1", "no"),
                Press("Tell me more", "toy.say", "ref-1"),
                Link("Read more", "https://hearback.example/more"),
            )
        ),
    ),
)
FORM = Form(
    title="How was your week?",
    close="Close",
    blocks=(Text("Your name is shown with what you say."),),
    fields=(
        Scale("score", "Your week", 0, 10, tuple(map(str, range(11))), hint="0 is bad, 10 is good"),
        Choice("shift", "Which shift?", (Option("d", "Days"), Option("n", "Nights")), required=False),
        Write("comment", "Why?", 300, required=False),
        Day("day", "Which day?", required=False),
    ),
    action="toy.send",
    ref="ref-1",
    submit="Send",
)
RECORDED = Form(
    "Recorded", "Close", (Text("You can change it until Monday 12:00."), Buttons((Press("Undo", "toy.say"),)))
)


class Toy:
    """Implements `bot.ports.Answers`. One event acts once, as in the core."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.ids: set[str] = set()

    def opens(self, action: str) -> bool:
        return action in ("toy.open", "home.menu")

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]

    async def answer(self, event: Event) -> Any:
        if not isinstance(event, Opened | Visited | Due) and event.id in self.ids:
            return None
        self.ids.add("" if isinstance(event, Due) else event.id)
        self.events.append(event)
        return self._reply(event)

    def _reply(self, event: Event) -> Any:
        match event:
            case Said():
                return Say(PROMPT)
            case Visited():
                return Welcome(Home("Hearback", (Text("Nothing is open."), Buttons((Open("Speak up", "toy.open"),)))))
            case Pressed(action="toy.replace"):
                return Replace(Card("Thank you", (Text("Not this time. That is fine."),)))
            case Pressed():
                return Say(Card("More", (Text("More about it."),)))
            case Opened(action="toy.open" | "home.menu"):
                return Show(FORM)
            case Opened():
                return Say(Card("Nowhere", (Text("That button no longer leads anywhere."),)))
            case Submitted():
                return _after(event)
            case Arrived() | Uninstalled() | Due():
                return None


def _after(event: Submitted) -> Any:
    match event.values.get("comment"):
        case "too rude":
            return Show(replace(FORM, values=event.values, errors={"comment": "Please be kind.", "": "Not sent yet."}))
        case "close":
            return Close()
        case "say":
            return Say(Card("Thank you", (Text("Thank you for saying so."),)))
        case _:
            return Show(RECORDED)
