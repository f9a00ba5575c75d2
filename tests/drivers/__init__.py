"""How a test acts on one platform as a person would: it presses what it can read, through the real door."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from bot.events import Account, Place
from bot.ports import Answers, Sender


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person can read and press, parsed back from what the platform was really sent.

    `text` is all the readable text; `buttons` are labels in reading order; `fields` maps a field's label to the labels
    of its options (empty for free text and dates); `values` what stands in the fields by label; `errors` the sentences.
    """

    text: str
    title: str = ""
    buttons: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


class Driver(Protocol):
    """One platform, driven through its real door with signed requests, and its far edge faked."""

    platform: str
    tenant: str

    async def start(self, bot: Answers) -> Sender:
        """Opens the real door in front of this bot and returns the platform's real sender."""
        ...

    async def stop(self) -> None: ...

    async def join(self, name: str, *, language: str = "en", zone: str = "Europe/London") -> Account:
        """A person appears on the platform; the platform's own event announces them at the door."""
        ...

    async def say(self, who: Account, text: str, place: Place = "direct") -> None:
        """The person writes to the bot, or mentions it in a group or channel."""
        ...

    async def command(self, who: Account, name: str) -> None:
        """The person uses a way in that leads to a form without a message: `hearback` or `speakup`."""
        ...

    async def visit(self, who: Account) -> Screen:
        """The person opens Home."""
        ...

    async def press(self, who: Account, label: str, *, on: str = "") -> None:
        """Presses the newest button with this label: on the message that contains `on`, else on Home, else on the newest.

        If a form opens, it is the person's `dialog` afterwards.
        """
        ...

    async def fill(self, who: Account, label: str, value: str) -> None:
        """Fills in a field of the open form by its label; for options, `value` is the label of the one chosen.

        Of several, the labels with `; ` between them.
        """
        ...

    async def send(self, who: Account) -> None:
        """Presses the open form's send button; afterwards `dialog` is the form that follows, or None."""
        ...

    async def dismiss(self, who: Account) -> None:
        """Closes the open form."""
        ...

    def dialog(self, who: Account) -> Screen | None:
        """The form that is open for this person, if any."""
        ...

    def messages(self, who: Account, place: Place = "direct") -> list[Screen]:
        """The bot's messages that this person sees there, oldest first, as they stand now."""
        ...


@runtime_checkable
class SeesPages(Protocol):
    """A platform on which looking costs a whole page each time."""

    def away(self) -> AbstractAsyncContextManager[None]:
        """Nobody looks at a page for a while; then everybody who was written to does, once."""
        ...


def meanwhile(driver: Driver, *, looking: bool) -> AbstractAsyncContextManager[None]:
    """While time passes, people look at what has come at each moment, or only when it stands again."""
    return driver.away() if isinstance(driver, SeesPages) and not looking else nullcontext()
