"""What Hearback asks of a keeper: somebody else, elsewhere, who has the second key of each question until its close."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.values import dataclass, field

PATIENCE = timedelta(days=10)
"""How long after the close the second key is asked for. Without it the round is cancelled then."""
KEY = 32  # bytes, of each half of each key


@dataclass(frozen=True, slots=True)
class Given:
    """What was asked for: at the opening the public half of the second key, after the close the secret one. 32 bytes."""

    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Not this time. `why` is for the log: a status or the name of an error. `asked` is False where the keeper said no, or
    nothing, so lately that it was left in peace."""

    why: str
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """How the keeper is: the instant on its clock, and how many keys it has."""

    now: datetime
    keys: int


class Keeper(Protocol):
    """The keeper, as storage knows it. Every call ends within seconds and raises nothing; all may be repeated."""

    @property
    def name(self) -> str:
        """Who it is, as people read it."""
        ...

    async def keep(self, ref: str, until: datetime) -> Given | NotGiven:
        """Has a key made for a question that closes at this instant. Asked again for the same one, it is the same key."""
        ...

    async def give(self, ref: str) -> Given | NotGiven:
        """The secret half; not before the close by the keeper's own clock."""
        ...

    async def destroy(self, ref: str) -> bool:
        """Destroys a key whose question has closed; whether it is gone."""
        ...

    async def look(self) -> Look | NotGiven:
        """How it is, for the one who runs the server."""
        ...

    async def close(self) -> None:
        """Lets go of what connects to it."""
        ...
