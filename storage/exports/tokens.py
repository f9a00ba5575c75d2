"""Tokens of programs that read published figures: shown once, kept as a hash, and never watched.

When a token was last used is not kept. It would be a record of when somebody looked, which nothing here needs: a token
that is not wanted any more is revoked, and every token runs out by itself.
"""

import hashlib
import hmac
import secrets
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.values import dataclass
from storage.people import TokenRow

BEGINS = "hearback_"
"""So that a token in a file or a log is recognised for what it is."""
BYTES = 32
USUAL_DAYS, MOST_DAYS = 90, 366


class Taken(Exception):
    """There is a token with this name already."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret."""

    name: str
    expires_at: datetime


async def issue(connection: AsyncConnection, name: str, expires_at: datetime) -> str:
    """Makes a token and returns what the program has to show, for the only time. Raises Taken."""
    if (await connection.execute(select(TokenRow.name).where(TokenRow.name == name))).first():
        raise Taken(name)
    secret = BEGINS + secrets.token_urlsafe(BYTES)
    await connection.execute(insert(TokenRow).values(name=name, digest=_digest(secret), expires_at=expires_at))
    return secret


async def listed(connection: AsyncConnection) -> list[Token]:
    """Every token by name, those that have run out among them."""
    rows = await connection.execute(select(TokenRow.name, TokenRow.expires_at).order_by(TokenRow.name))
    return [Token(*row) for row in rows]


async def revoke(connection: AsyncConnection, name: str) -> bool:
    """Ends a token at once; False where there is none of this name."""
    return bool((await connection.execute(delete(TokenRow).where(TokenRow.name == name))).rowcount)


async def any_valid(connection: AsyncConnection, now: datetime) -> bool:
    found = select(TokenRow.name).where(TokenRow.expires_at > now).limit(1)
    return (await connection.execute(found)).first() is not None


async def name_of(connection: AsyncConnection, secret: str, now: datetime) -> str | None:
    """Whose token this is. Compared with every one in constant time, so that the time taken says nothing of how near a
    guess was."""
    rows = await connection.execute(select(TokenRow.name, TokenRow.digest).where(TokenRow.expires_at > now))
    shown, found = _digest(secret), None
    for name, digest in rows:
        if hmac.compare_digest(digest, shown):
            found = name
    return found


def _digest(secret: str) -> bytes:
    """A plain hash will do: 256 random bits cannot be tried out, however fast the hash is."""
    return hashlib.sha256(secret.encode()).digest()
