"""What the core needs from the rooms around it, and what it offers to the doors, as small protocols."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Literal, Protocol, overload

from bot import events
from bot.charts import Chart
from bot.conversation import Message, Person
from bot.events import Account
from bot.promises import Promise
from bot.ui import Card, Form
from bot.values import dataclass
from bot.words import Words


class Clock(Protocol):
    """The one source of the present instant, always aware and in UTC."""

    def now(self) -> datetime: ...


class Store(Protocol):
    """What the core's pipeline asks of the database. `work` is one open transaction."""

    def begin(self) -> AbstractAsyncContextManager[object]:
        """Opens a transaction: committed when the block ends well, rolled back when it raises."""
        ...

    def beside(self) -> object:
        """What a traceless turn works with, outside of every transaction of this database."""
        ...

    async def first_time(self, work: object, event_id: str, now: datetime) -> bool:
        """True once per event id; the id itself is not kept, only a keyed hash of it for two days."""
        ...

    async def meet(self, work: object, account: Account) -> Person | None:
        """The person behind a verified account, or None. Keeps a changed `reach`; keeps no time."""
        ...

    async def arrive(self, work: object, event: events.Arrived, now: datetime) -> None:
        """Adds, changes or retires a person."""
        ...

    async def close_lane(self, work: object, platform: str, tenant: str, now: datetime) -> None:
        """The app was uninstalled: what waits for that workspace is dropped. Its people stay, should it come back."""
        ...

    async def put(self, work: object, messages: Sequence[Message], now: datetime) -> None:
        """Writes deliveries, one per (person, cause) for ever."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """A drawn card on its way to one account. `key` is opaque, stable per delivery, and safe to show to the platform."""

    key: str
    account: Account
    card: Card
    claimed_at: datetime
    aloud: bool = False  # the account is a channel's, and everybody there reads it


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `platform_id` names the message there; `reach` replaces the account's when not empty."""

    platform_id: str
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Throttled:
    """The platform asks to wait this many seconds before anything else is sent on this lane."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """It did not arrive and never will (the person left, blocked the bot, the card is invalid). `code` is for the log."""

    code: str
    gone: bool = False  # it is the place that takes nothing more, whatever is sent there


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nobody knows whether it arrived (time-out, broken line, 5xx): `Sender.find` is asked later."""

    code: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The platform says that it never arrived, so it may be sent again."""


class Sender(Protocol):
    """One platform's way to write to one person first. Never retries by itself; total timeout under 25 s."""

    async def send(self, letter: Letter) -> Sent | Throttled | Refused | Unsure: ...

    async def find(self, letter: Letter) -> Sent | Missing | Throttled | Unsure:
        """Looks for a letter whose sending was cut off. Where the platform cannot tell: `Missing`, and it is sent again; of one
        that is read aloud `Unsure`, and it never is."""
        ...


class Answers(Protocol):
    """The bot, as the doors see it: an event goes in, a reply comes out. Never raises."""

    def opens(self, action: str) -> bool:
        """Whether this action opens a form (else it acts at once)."""
        ...

    @overload
    async def answer(self, event: events.Pressed) -> events.PressedReply: ...
    @overload
    async def answer(self, event: events.Opened) -> events.OpenedReply: ...
    @overload
    async def answer(self, event: events.Submitted) -> events.SubmittedReply: ...
    @overload
    async def answer(self, event: events.Said) -> events.SaidReply: ...
    @overload
    async def answer(self, event: events.Visited) -> events.VisitedReply: ...
    @overload
    async def answer(self, event: events.Arrived | events.Uninstalled | events.Due) -> None: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A message in the demo workspace: `body` is the door's own JSON, `place` a person's or channel's address."""

    id: str
    place: str
    at: datetime
    body: str


class Mailbox(Protocol):
    """Where the demo workspace keeps the messages that it shows; no other door needs one."""

    async def keep(self, place: str, at: datetime, body: str, key: str = "") -> str:
        """Stores a message and returns its id. The same `key` twice is one message."""
        ...

    async def replace(self, message: str, body: str) -> None: ...

    async def read(self, place: str) -> list[Kept]:
        """The newest 200 messages of a place, oldest first."""
        ...

    async def holds(self, key: str) -> str:
        """The id of the message that was kept under this key, or empty."""
        ...


@dataclass(frozen=True, slots=True)
class Seat:
    """A seeded person whom one may be in the demo workspace. `account` is the id of their web account. An
    empty `language` or `zone` is the house's own."""

    account: str
    name: str
    role: str
    team: str
    featured: bool
    language: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What happens next by itself: a question comes or closes, an answer or news was promised, an appointment or a
    message is due."""

    what: Literal["asks", "closes", "answer", "news", "appointment", "message"]
    at: datetime


class Demo(Protocol):
    """What the demo workspace may do beyond what a person can: choose who one is, and move the clock."""

    async def seats(self) -> list[Seat]: ...

    async def upcoming(self) -> Upcoming | None:
        """The next thing that happens by itself."""
        ...

    async def next_close(self) -> datetime | None:
        """The next instant at which a question closes, as people were told."""
        ...

    def move(self, to: datetime) -> AsyncIterator[datetime]:
        """Moves the clock forward to `to`, stopping at everything that falls due on the way and yielding each stop."""
        ...


@dataclass(frozen=True, slots=True)
class Drawings:
    """One chart as SVG, for a page with room and for a telephone. Safe to stand in a page as they are."""

    wide: str
    narrow: str


class Draws(Protocol):
    """Draws charts. The same value always gives the same bytes; it takes a fraction of a second, off the event loop."""

    async def on_page(self, chart: Chart) -> Drawings: ...

    async def png(self, chart: Chart) -> bytes:
        """A picture that stands alone, at most 1,024 pixels a side: the finding is its headline."""
        ...


class Promised(Protocol):
    """What all staff were promised, for a page that anyone can read."""

    async def all(self) -> Sequence[Promise]:
        """Each with its history, and without the name of a person."""
        ...


class Sheets(Protocol):
    """Draws forms for public pages as the workspace draws its own. `style` is the one style sheet that goes with them."""

    @property
    def style(self) -> str: ...

    def sheet(self, form: Form, words: Words, nonce: Callable[[], str]) -> str:
        """HTML that may stand in a page as it is. Everything on it is posted to the page's own address, with a field `do`
        (open, press or submit) and a random name from `nonce`."""
        ...


class Runner(Protocol):
    """Decides who sends which lane when. A lane is one rate-limit domain, `slack:T1` or `teams:TENANT`."""

    def wake(self, lane: str) -> None:
        """There is something to send on this lane now. A lost wake costs seconds, never a message."""
        ...

    async def sweep(self) -> None:
        """Wakes every lane that has due or half-sent messages."""
        ...
