"""What one turn works with in storage: its open transaction and the secret keys; the core hands it on as an object."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Turn
from bot.keeper import Keeper
from bot.values import dataclass
from storage.cases.reception import Reception
from storage.secrets import Secrets
from storage.threads.postroom import Postroom


@dataclass(frozen=True, slots=True)
class Work:
    """One open transaction, the keys that lie outside the database, the room where receipts are handed out, and who has
    the second keys, if anybody: nobody asks them while the transaction is open."""

    connection: AsyncConnection
    secrets: Secrets
    room: Postroom | None = None
    keeper: Keeper | None = None

    @property
    def postroom(self) -> Postroom:
        if self.room is None:
            raise TypeError("this installation has no postroom")
        return self.room


@dataclass(frozen=True, slots=True)
class Beside:
    """What a traceless turn works with: no transaction, and nothing that knows a person."""

    postroom: Postroom
    desk: Reception | None = None

    @property
    def reception(self) -> Reception:
        if self.desk is None:
            raise TypeError("this installation takes no reports in")
        return self.desk


def beside(turn: Turn) -> Beside:
    """A traceless turn's opaque work as what it is."""
    if not isinstance(turn.work, Beside):
        raise TypeError("this turn is not traceless")
    return turn.work


def as_work(opened: object) -> Work:
    """An opaque transaction as what it is."""
    if not isinstance(opened, Work):
        raise TypeError("this is no transaction")
    return opened


def work_of(turn: Turn) -> Work:
    """A turn's opaque work as what it is."""
    return as_work(turn.work)
