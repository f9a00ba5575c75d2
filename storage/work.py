"""What one turn works with in storage: its open transaction and the secret keys. The one cast in the house is here."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Turn
from storage.secrets import Secrets


@dataclass(frozen=True, slots=True)
class Work:
    """One open transaction, and the keys that lie outside the database."""

    connection: AsyncConnection
    secrets: Secrets


def as_work(opened: object) -> Work:
    """An opaque transaction as what it is."""
    if not isinstance(opened, Work):
        raise TypeError("this is no transaction")
    return opened


def work_of(turn: Turn) -> Work:
    """A turn's opaque work as what it is."""
    if not isinstance(turn.work, Work):
        raise TypeError("this turn has no transaction")
    return turn.work
