"""What can happen (events), and what can be answered (replies). A turn is a function from one event to one reply.

The pairs are closed: `Pressed -> Say | Replace | Show`, `Opened -> Show | Say`, `Submitted -> Show | Say | Close`,
`Said -> Say`, `Visited -> Welcome`; `Arrived`, `Uninstalled` and `Due` have no reply. Every reply may be None instead:
the event had been delivered before, and nothing more is said. A form is always answered, also the second time.
"""

from collections.abc import Mapping
from typing import Literal
from unicodedata import category

from bot.ui import Card, Form, Home
from bot.values import dataclass, field, replace

Place = Literal["direct", "group", "channel"]
Change = Literal["joined", "changed", "left"]


@dataclass(frozen=True, slots=True)
class Account:
    """Who acted, as the platform's verified envelope says; never what a payload claims.

    `reach` is the adapter's own note on how to write to this person later (a direct-message channel, a conversation
    reference as JSON); the core stores it and gives it back unread. Empty means: nothing new is known.
    """

    platform: str
    tenant: str
    id: str
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the platform says of a person. `language` is a BCP 47 tag, `zone` an IANA zone; empty is unknown."""

    name: str
    language: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody pressed a `Press` button."""

    id: str
    account: Account
    action: str
    ref: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody pressed an `Open` button, or used a command or shortcut that opens a form."""

    id: str
    account: Account
    action: str
    ref: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """Somebody sent a form. `values` holds one text per field that was filled in."""

    id: str
    account: Account
    action: str
    ref: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody wrote to the bot. The text is read once to choose an answer, and never kept.

    `here` is the channel in which they did, addressed like an account; None where it is no channel, or where people of other
    organisations read along.
    """

    id: str
    account: Account
    text: str
    place: Place = "direct"
    here: Account | None = None


@dataclass(frozen=True, slots=True)
class Visited:
    """Somebody opened Home."""

    id: str
    account: Account


@dataclass(frozen=True, slots=True)
class Arrived:
    """A person joined the workplace's chat, changed there, or left it."""

    id: str
    account: Account
    change: Change
    profile: Profile


@dataclass(frozen=True, slots=True)
class Uninstalled:
    """The app was removed from a whole workspace or tenant: nothing more can be sent there."""

    id: str
    platform: str
    tenant: str


@dataclass(frozen=True, slots=True)
class Due:
    """A time has come: `name` says what for ("ask.close"), `ref` of which moment. Nobody acted, so nobody is answered."""

    name: str
    ref: str


@dataclass(frozen=True, slots=True)
class Say:
    """A message to the one who acted, in the place where they acted."""

    card: Card


@dataclass(frozen=True, slots=True)
class Replace:
    """The message whose button was pressed becomes this one."""

    card: Card


@dataclass(frozen=True, slots=True)
class Show:
    """A form opens, or takes the place of the one that was sent, or in which a button was pressed. No button of a message or of
    Home may lead to one: that is what `Open` is for."""

    form: Form


@dataclass(frozen=True, slots=True)
class Close:
    """The form closes."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """Home, as it is now for the one who opened it."""

    home: Home


Event = Pressed | Opened | Submitted | Said | Visited | Arrived | Uninstalled | Due
PressedReply = Say | Replace | Show | None
OpenedReply = Show | Say | None
SubmittedReply = Show | Say | Close | None
SaidReply = Say | None
VisitedReply = Welcome | None
Reply = Say | Replace | Show | Close | Welcome | None


def readable(event: Event) -> Event:
    """A ref that we cannot have made leads nowhere. Of what was sent, what cannot be kept is dropped, and what cannot be seen
    is nothing."""
    if isinstance(event, Pressed | Opened | Submitted) and not (event.ref.isascii() and event.ref.isprintable()):
        event = replace(event, ref="")
    if isinstance(event, Submitted):
        kept = {name: _kept(value) for name, value in event.values.items()}
        event = event if kept == event.values else replace(event, values=kept)
    return event


def _kept(value: str) -> str:
    """Without a NUL, which PostgreSQL cannot keep, and halves of characters, which nothing can; empty where no sign is seen."""
    if value.isascii():
        return value.replace("\0", "")
    whole = value.replace("\0", "").encode("utf-8", "ignore").decode()
    return whole if any(category(sign)[0] not in "CZ" for sign in whole) else ""
