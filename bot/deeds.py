"""What a guardian can do with a case, as plain values."""

from collections.abc import Sequence
from datetime import date

from bot.values import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Reply:
    """Answers whoever raised it."""

    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Note:
    """For the other readers only."""

    text: str


@dataclass(frozen=True, slots=True)
class MarkRead:
    """Tells whoever raised it that a person has read it."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where the case stands; never `closed`."""

    status: str


@dataclass(frozen=True, slots=True)
class Own:
    """`owner` is a colleague's ref, or nothing."""

    owner: str


@dataclass(frozen=True, slots=True, repr=False)
class Tag:
    """Words to find the case by; they take the place of those that were there."""

    tags: Sequence[str]


@dataclass(frozen=True, slots=True, repr=False)
class Hold:
    """A legal hold with its reason; without one it ends."""

    reason: str


@dataclass(frozen=True, slots=True)
class Keep:
    """The last day on which the case must still be there."""

    until: date | None


@dataclass(frozen=True, slots=True, repr=False)
class Close:
    """Tells whoever raised it what came of it, and closes the case."""

    outcome: str


@dataclass(frozen=True, slots=True, repr=False)
class HandOver:
    """Others read it too; the reason stays among the readers."""

    to: Sequence[str]
    why: str


@dataclass(frozen=True, slots=True)
class Recuse:
    """The guardian reads the case no more."""


@dataclass(frozen=True, slots=True, repr=False)
class Propose:
    """Asks the other readers to agree that it be deleted."""

    why: str


@dataclass(frozen=True, slots=True, repr=False)
class Withdraw:
    """Takes that back."""

    why: str


@dataclass(frozen=True, slots=True, repr=False)
class Delete:
    """`agreement` is what another person on the list gave, where nobody else reads the case."""

    agreement: str = ""


Deed = (
    Reply | Note | MarkRead | Stands | Own | Tag | Hold | Keep | Close | HandOver | Recuse | Propose | Withdraw | Delete
)
"""What a guardian can do with a case."""
