"""What a guardian's inbox shows, as plain values, and the way to it: the pages know these, storage fills them.

A `ref` is what a page calls a case or a colleague by. A case's ref is made with the guardian's own key: no two guardians have
the same for one case, and nobody else can find the case by it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

from bot.chores import Chores, Happened
from bot.deeds import Deed
from bot.enclosures import Enclosed, EnclosedKind
from bot.values import dataclass, field

SHORTEST_PASSPHRASE = 15
LONGEST_TEXT = 3000
STATUSES = ("new", "open", "waiting")
"""What a status can be set to; `closed` is reached by closing with an outcome."""

Box = Literal["reply", "note", "outcome"]
"""Where words are typed that must not be lost."""

Owner = Literal["", "me", "nobody"]

Why = Literal[
    "locked",  # signed out, idle, off the list, or never signed in: which of them is not said
    "stays locked",  # name, passphrase or code is wrong, or there were too many tries
    "list",  # the signed list of guardians cannot be trusted
    "gone",  # there is no such case, or it is not this guardian's, or it changed meanwhile
    "nothing said",
    "too long",
    "full",
    "left out",
    "last reader",
    "not listed",
    "stays",  # a colleague who does not leave: their cases are not taken from them
    "not a card",
    "two needed",
    "on hold",
    "weak",
    "no invitation",
    "not offered",
    "not agreed",
    "not a day",
    "in the future",
    "other readers",
    "not two",
    "close the others",
    "published",
    "not a quarter",
    "figures",
]


class Refused(Exception):
    """It was not done, for this one reason; nothing was changed."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


@dataclass(frozen=True, slots=True, repr=False)
class Colleague:
    """Somebody on the signed list. `valid` says that their time is not over, `me` that it is the guardian at work,
    `leaves` that their cases may be given new keys without them."""

    ref: str
    name: str
    role: str
    answers_to: str = ""
    outside: bool = False
    until: date | None = None
    valid: bool = True
    me: bool = False
    leaves: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """A case in the list. `since` is the day from which it is read; `waits` the day since which an answer is waited for;
    `unread` that nobody has told its author yet that it was read."""

    ref: str
    name: str
    category: str
    status: str
    since: date
    owner: str = ""
    mine: bool = False
    urgent: bool = False
    unit: str = ""
    tags: tuple[str, ...] = ()
    waits: date | None = None
    unread: bool = False
    overdue: bool = False
    deletion: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """One thing that was said in a case. `who` is a guardian's name, empty for whoever raised it and where nobody can be
    trusted; a `lost` one was changed or is gone. `what` says what a note is about besides its words."""

    kind: Happened
    who: str
    text: str
    day: date
    verified: bool = True
    me: bool = False
    enclosed: EnclosedKind | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Whole:
    """A case with everything in it. `may_join` could get it too; `left_out` could have been chosen and were not.

    `holds` is False where somebody tampered with its card; `alone` where nobody else reads it, and then `slip` is what
    another person on the list signs to agree to a deletion.
    """

    line: Line
    said: tuple[Said, ...]
    notes: tuple[Said, ...]
    readers: tuple[Colleague, ...]
    may_join: tuple[Colleague, ...]
    left_out: tuple[Colleague, ...]
    owner: str = ""
    hold: str = ""
    keep: date | None = None
    holds: bool = True
    proposed: tuple[Colleague, ...] = ()
    alone: bool = False
    slip: str = ""
    drafts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """The cases that are open so far, and whether those are all."""

    lines: tuple[Line, ...]
    whole: bool


@dataclass(frozen=True, slots=True, repr=False)
class Find:
    """What the list is narrowed to. It lies in the session's memory, never in an address."""

    text: str = ""
    category: str = ""
    status: str = ""
    owner: Owner = ""
    waiting: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class NewKeys:
    """What is shown once. `compare` are words that the administrator sees too, where somebody is to be signed."""

    name: str
    recovery: str
    one_time: str
    compare: tuple[str, ...] = ()


class Desk(Protocol):
    """One guardian at work, for as long as one page takes. Everything may raise Refused."""

    @property
    def me(self) -> Colleague: ...

    @property
    def today(self) -> date: ...

    @property
    def find(self) -> Find: ...

    def narrow(self, find: Find) -> None:
        """Remembers what the list is narrowed to, until the session ends."""
        ...

    @property
    def chores(self) -> Chores: ...

    async def lines(self) -> Opening:
        """Every case of this guardian, in no order."""
        ...

    async def case(self, ref: str) -> Whole: ...

    async def do(self, ref: str, deed: Deed) -> None: ...

    async def enclosed(self, ref: str, number: int) -> Enclosed:
        """The picture or file that stands at this place among what was said in the case."""
        ...

    async def draft(self, ref: str, box: Box, text: str) -> None:
        """Keeps words that are not sent yet, for this guardian alone."""
        ...

    def leave(self, word: str) -> None:
        """A word for the next page of this session, such as what was just done."""
        ...

    def left(self) -> str:
        """That word, once."""
        ...

    async def colleagues(self) -> Sequence[Colleague]:
        """Everybody on the signed list."""
        ...

    async def take_over(self, leaving: str, to: Sequence[str]) -> int:
        """Gives all cases that the guardian and `leaving` both read new keys, without `leaving`; how many they were."""
        ...

    async def agree(self, slip: str) -> str:
        """Signs that a case one does not read may be deleted; what the other one needs."""
        ...


class Casebook(Protocol):
    """The way to a desk, for whoever has the passphrase and the telephone. Everything may raise Refused."""

    async def sign_in(self, name: str, passphrase: str, code: str) -> str:
        """The value of the cookie; nothing else opens the session."""
        ...

    async def at_work(self, cookie: str) -> Desk: ...

    async def sign_out(self, cookie: str) -> None: ...

    async def invited(self, code: str) -> Colleague:
        """Who is meant by a one-time code."""
        ...

    async def enrol(self, code: str, passphrase: str) -> NewKeys: ...

    async def recover(self, name: str, code: str, *, to: str) -> NewKeys: ...

    async def change(self, cookie: str, secret: tuple[str, str], *, to: str) -> NewKeys:
        """A new passphrase, for the old one and a code of the telephone. Every other session ends."""
        ...

    def tidy(self) -> None:
        """Forgets everything that was opened in sessions that are over."""
        ...
