"""Which chair this browser sits in, in a cookie that nobody can forge, and the token that proves a form is our own."""

import base64
import binascii
import hmac
import secrets
from hashlib import sha256

from bot.values import dataclass

COOKIE = "hearback_seat"


@dataclass(frozen=True, slots=True)
class Session:
    """One browser: a random id, and the account of the chosen seat (empty until one is chosen)."""

    id: str
    seat: str = ""


def begin(seat: str = "") -> Session:
    return Session(secrets.token_urlsafe(16), seat)


def write(secret: bytes, session: Session) -> str:
    """The cookie's value: what it says, and a signature over it."""
    said = base64.urlsafe_b64encode(f"{session.id} {session.seat}".encode()).decode()
    return f"{said}.{_signature(secret, 'seat', said)}"


def read(secret: bytes, cookie: str) -> Session | None:
    """The session in a cookie that we signed ourselves; None for anything else."""
    said, _, signature = cookie.partition(".")
    if not _same(signature, _signature(secret, "seat", said)):
        return None
    try:
        id_, _, seat = base64.urlsafe_b64decode(said).decode().partition(" ")
    except (binascii.Error, ValueError):
        return None
    return Session(id_, seat)


def token(secret: bytes, session: Session) -> str:
    """What every form of this session carries, so that no other site can send one in its name."""
    return _signature(secret, "form", session.id)


def genuine(secret: bytes, session: Session, shown: str) -> bool:
    return _same(shown, token(secret, session))


def _signature(secret: bytes, purpose: str, said: str) -> str:
    return hmac.new(secret, f"hearback web {purpose} {said}".encode(), sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    # compare_digest refuses text outside ASCII, and what a browser sends may be anything
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
