"""What a conversation is to the core, and what one turn of it is given.

A conversation is a table at the end of a flow: which plain function answers which action. A turn is one call of such a
function, inside one transaction.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Literal

from bot.events import (
    Due,
    Opened,
    OpenedReply,
    Pressed,
    PressedReply,
    Said,
    SaidReply,
    Submitted,
    SubmittedReply,
)
from bot.programme import Template
from bot.settings import House
from bot.tries import Limit
from bot.ui import Block, Card, Form, Home
from bot.values import dataclass, field
from bot.words import Speaking, Words


@dataclass(frozen=True, slots=True)
class Person:
    """Who acted or is written to, as the directory knows them. `id` never leaves the server."""

    id: int
    name: str
    language: str
    zone: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message for one person: the card's name and an opaque ref, never text.

    The card is drawn when it is sent, from what is true then. `cause` makes it unique: one person gets one message per
    cause, ever. `not_before` and `expires` are instants; without them it is due now and never too late. `urgent`
    messages are the person's own receipts and go out at any hour; all others wait for the person's own hours. A message
    that `counts` takes the one place beside the weekly note (P4); news of something a person said yes to does not, such
    as what falls to the one who answers back. With `forget` (reminders) the delivery ends the same whether it was sent
    or not needed, so that no row tells who had answered.
    """

    person: int
    card: str
    ref: str
    cause: str
    not_before: datetime | None = None
    expires: datetime | None = None
    urgent: bool = False
    forget: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Issue:
    """One weekly note, for one person. `ref` stays the same however often it is drawn. `first`: they had none before.

    `since` is when the last one went out, `next_at` when the next one can.
    """

    ref: str
    first: bool
    since: datetime | None
    next_at: datetime | None


NotePlace = Literal["came", "question", "together", "thanks", "coming"]
"""The order of the weekly note: what came of last time, what is asked, what people do together, thanks to the reader, what
comes."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """What one conversation has for a person's weekly note. `summary` is how a notification would say it.

    `enough`: worth a message by itself; a note in which nothing is enough is not sent.
    """

    place: NotePlace
    blocks: tuple[Block, ...]
    summary: str
    enough: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What a steward wants to start: which programme, who answers back, by what else it is shown (None: as it is written).

    `ref` holds the same, so that from the preview they get on, or back to the form with everything still in it.
    """

    template: Template
    answerer: Person
    by: str | None
    ref: str


@dataclass(slots=True)
class Turn:
    """What a function of a conversation is given beside its event.

    `work` is the open transaction, opaque here: `storage.work` knows what it is; a traceless conversation has none. `home`
    puts together the person's Home as it is now, `note` what their weekly note holds, `preview` what staff would see of a
    plan. `prepared` is what was made before the transaction began. `person` is None for an account the directory does not
    know, for `Due`, and always in a traceless conversation.
    """

    now: datetime
    person: Person | None
    words: Words
    house: House
    work: object
    speaking: Speaking
    home: Callable[[], Awaitable[Home]]
    note: Callable[[Issue], Awaitable[tuple[NotePart, ...]]]
    preview: Callable[[Plan], Awaitable[Form]]
    prepared: object = None
    messages: list[Message] = field(default_factory=list)
    afterwards: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    @property
    def somebody(self) -> Person:
        """The person, where a function is never called without one."""
        if self.person is None:
            raise TypeError("this turn is about nobody")
        return self.person

    def tell(self, message: Message) -> None:
        """Leaves a message for somebody; it is written in this same transaction and sent after it."""
        self.messages.append(message)

    def after(self, act: Callable[[], Awaitable[None]]) -> None:
        """Something to do once this transaction is safely committed; it must bear being done twice or being lost."""
        self.afterwards.append(act)


Part = Literal["late", "now", "lead", "coming", "said", "came"]
"""The four headings of Home: what is open for me, before it what is late, and after it what I may start and look after; what I
said yes to, what I said, what came of it."""

HomeParts = Mapping[Part, tuple[Block, ...]]
AnswersPress = Callable[[Turn, Pressed], Awaitable[PressedReply]]
AnswersOpen = Callable[[Turn, Opened], Awaitable[OpenedReply]]
AnswersSubmit = Callable[[Turn, Submitted], Awaitable[SubmittedReply]]
AnswersAgain = Callable[[Turn, Submitted], Awaitable[SubmittedReply]]
AnswersDue = Callable[[Turn, Due], Awaitable[None]]
Begins = Callable[[], AbstractAsyncContextManager[object]]
PreparesDue = Callable[[Begins, Due], Awaitable[object]]
DrawsCard = Callable[[Turn, str], Awaitable[Card | None]]
FillsHome = Callable[[Turn], Awaitable[HomeParts]]
FillsNote = Callable[[Turn, Issue], Awaitable[tuple[NotePart, ...]]]
BuildsHome = Callable[[Turn, tuple[HomeParts, ...]], Awaitable[Home]]
ShowsPlan = Callable[[Turn, Plan], Awaitable[Form]]
AnswersSaid = Callable[[Turn, Said], Awaitable[SaidReply]]


@dataclass(frozen=True, slots=True)
class Conversation:
    """One thing people do together: its name, and which function answers what.

    `cards` draw the messages that others are told; they get the ref and may answer None: no longer wanted.
    `home` fills parts of Home, `note` parts of the weekly note when it is sent; it may be asked again for the same one,
    and then gives the same. Exactly one conversation has `frame`, which puts the parts together, one has `said`, which
    answers what people write, and one `preview`, which shows a plan as staff will see it. `aloud` answers single words (in
    small letters) that are said to Hearback in a group or a channel, where everybody reads the answer. `prepares` does slow
    work before the transaction of a `Due`, in transactions of its own. With `traceless` the core opens no transaction, and
    hands over neither account nor id; `limits` say how often such a form may be sent, which the core counts in memory before
    it forgets who it was. What stands in `repeats` may be answered again when it is delivered twice, for doing it again
    changes nothing. `again` draws the reply to a form that is delivered a second time from what is true by then, and changes
    nothing; None, or none there, leaves it to the core, which keeps the form open with its words.
    """

    name: str
    presses: Mapping[str, AnswersPress] = field(default_factory=dict)
    opens: Mapping[str, AnswersOpen] = field(default_factory=dict)
    submits: Mapping[str, AnswersSubmit] = field(default_factory=dict)
    dues: Mapping[str, AnswersDue] = field(default_factory=dict)
    prepares: Mapping[str, PreparesDue] = field(default_factory=dict)
    cards: Mapping[str, DrawsCard] = field(default_factory=dict)
    home: FillsHome | None = None
    note: FillsNote | None = None
    frame: BuildsHome | None = None
    preview: ShowsPlan | None = None
    said: AnswersSaid | None = None
    aloud: Mapping[str, AnswersSaid] = field(default_factory=dict)
    traceless: bool = False
    limits: Mapping[str, Limit] = field(default_factory=dict)
    repeats: frozenset[str] = frozenset()
    again: Mapping[str, AnswersAgain] = field(default_factory=dict)
