"""A small bot for the tests of the door: it asks one question, knows what it was given, and answers at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.events import (
    Account,
    Close,
    Event,
    Opened,
    Pressed,
    Replace,
    Reply,
    Said,
    Say,
    Show,
    Submitted,
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

STEPS = ("0 - very bad", *(str(step) for step in range(1, 10)), "10 - very good")

PROMPT = Card(
    "How was your week at work? One question, 20 seconds.",
    (
        Heading("How was your week at work?"),
        Text("Last time: 41 of 60 answered, and the middle answer was 6. The hot food trolley now comes at 21:00."),
        Text("One question, 20 seconds. Your answer is kept without your name. Shown only when at least 10 answer."),
        Facts((("Who answers back", "Ama Mensah, Chief Nurse"), ("By", "Friday 20 November"))),
        Buttons(
            (
                Open("Answer", "ask.answer", "r1", look="primary"),
                Press("Later", "ask.later", "r1"),
                Press("Not this time", "ask.not", "r1"),
            )
        ),
    ),
)

QUESTION = Form(
    title="How was your week?",
    close="Not now",
    blocks=(Text("Your answer is kept without your name. You can change it until Monday 9 November, 12:00."),),
    fields=(
        Scale("score", "How was your week at work?", 0, 10, STEPS),
        Write("comment", "What made it so?", 500, hint="Leave out names, of patients above all.", required=False),
    ),
    action="ask.answer",
    ref="r1",
    submit="Send",
)

RECORDED = Form(
    title="Recorded",
    close="Close",
    blocks=(
        Text("Recorded. You can change it until Monday 9 November, 12:00."),
        Note("What came of it is in Home from Monday."),
        Buttons((Press("Take it back", "ask.back", "r1"),)),
    ),
)

EVERY_FIELD = Form(
    title="A steward's form",
    close="Close",
    fields=(
        Choice("which", "Which of these?", (Option("a", "The first"), Option("b", "The second"))),
        Choice("many", "Which of many?", tuple(Option(str(n), f"Number {n}") for n in range(12)), required=False),
        Write("line", "In one line", 80, tall=False),
        Day("day", "By which day?"),
    ),
    action="steward.answer",
    ref="r1",
    submit="Save",
)

HOME = Home(
    "Good morning",
    (
        Heading("Now"),
        Text("How was your week at work? Open until Monday 9 November, 12:00."),
        Buttons((Open("Answer", "ask.answer", "r1", look="primary"),)),
        Divider(),
        Heading("Coming"),
        Note("Nothing yet. What you say yes to stands here."),
        Heading("What I said"),
        Note("Answers without a name are not kept here."),
        Heading("What came of it"),
        Quote("Staff room: six more chairs since Monday."),
        Facts((("Answered", "41 of 60"), ("Middle answer", "6"))),
        Divider(),
        Buttons(
            (
                Press("Get help", "help.get"),
                Open("Speak up", "speak_up.open"),
                Link("Open the rota", "https://example.org/rota"),
            )
        ),
    ),
)

HELLO = Card(
    "Hello. I ask one question a week.", (Text("Hello. I ask one question a week, and tell you what came of it."),)
)


SPEAK_UP = Form("Speak up", "Close", (Text("In danger now? 999."),))
FORMS = {"ask.answer": QUESTION, "steward.answer": EVERY_FIELD, "speak_up.open": SPEAK_UP, "home.menu": SPEAK_UP}


@dataclass(slots=True)
class ToyBot:
    """Implements `ports.Answers`. `seen` is every event that acted; `answers` what each person's answer is now."""

    seen: list[Event] = field(default_factory=list)
    answers: dict[str, Mapping[str, str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    home: Home = HOME

    def opens(self, action: str) -> bool:
        return action in FORMS

    async def answer(self, event: Event) -> Any:
        if isinstance(event, Pressed | Submitted | Said):
            if event.id in self.ids:
                return None
            self.ids.add(event.id)
        self.seen.append(event)
        return self._reply(event)

    def _reply(self, event: Event) -> Reply:
        match event:
            case Opened(action=action) if action in FORMS:
                return Show(FORMS[action])
            case Submitted(action="ask.answer", account=account, values=values):
                return self._recorded(account, values)
            case Submitted():
                return Close()
            case Pressed(action="ask.later"):
                return Replace(Card("Later, then.", (Text("Later, then. The question stays in Home."),)))
            case Said():
                return Say(HELLO)
            case Visited():
                return Welcome(self.home)
            case Pressed() | Opened():
                return Say(
                    Card("Here is where to turn.", (Text("Here is where to turn: the help line is open all night."),))
                )
            case _:
                return None

    def _recorded(self, account: Account, values: Mapping[str, str]) -> Show:
        if "score" not in values:
            return Show(replace(QUESTION, values=values, errors={"score": "Choose a number from 0 to 10."}))
        self.answers[account.id] = values
        return Show(RECORDED)
