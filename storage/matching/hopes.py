"""What somebody says when they join mentoring, sealed: only the matching opens it, and no screen shows it to anybody.

Each cohort has a key of its own outside the database. When the cohort ends the key is destroyed, so that no backup tells
what anybody said. All that is sealed has one length, whatever stands in it.
"""

import hmac
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import blake2b
from typing import Literal

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from bot.values import dataclass, field
from storage.secrets import Secrets

SIZE = 1024
MOST_APART = 10
Side = Literal["mentor", "mentee"]


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said: on which side, what they hope for, how and when they can meet, for how many; and with whom they
    do not want to be a pair (people's numbers)."""

    side: Side
    topics: Sequence[str]
    ways: Sequence[str]
    times: Sequence[str]
    seats: int = 1
    apart: Sequence[int] = field(default=(), repr=False)


class KeyGone(Exception):
    """The cohort has ended, or its key was lost: what people said cannot be read any more."""


def begin(keys: Secrets, cohort: str) -> None:
    """Makes the key of a new cohort."""
    keys.put(_name(cohort), secrets.token_bytes(SecretBox.KEY_SIZE))


def destroy(keys: Secrets, cohort: str) -> None:
    keys.destroy(_name(cohort))


def seal(keys: Secrets, cohort: str, said: Said) -> bytes:
    """Raises KeyGone."""
    written = json.dumps(asdict(said), separators=(",", ":")).encode()
    if len(written) > SIZE:
        raise ValueError("this does not fit")
    return bytes(SecretBox(_key(keys, cohort)).encrypt(written.ljust(SIZE)))


def unseal(keys: Secrets, cohort: str, sealed: bytes) -> Said:
    """Raises KeyGone."""
    try:
        return Said(**json.loads(SecretBox(_key(keys, cohort)).decrypt(sealed)))
    except CryptoError:
        raise KeyGone from None


def lot_seed(keys: Secrets, cohort: str) -> bytes:
    """From which it is drawn which pairs are left out. Raises KeyGone."""
    return blake2b(b"lot", key=_key(keys, cohort), digest_size=32).digest()


def mark(keys: Secrets, cohort: str, *, meeting: int, person: int, pair: str) -> bytes:
    """What stands for somebody's "did you meet?"; without the key nobody can tell for whom. Raises KeyGone."""
    told = f"met:{meeting}:{person}:{pair}".encode()
    return hmac.digest(_key(keys, cohort), told, "sha256")


def _key(keys: Secrets, cohort: str) -> bytes:
    key = keys.get(_name(cohort))
    if key is None:
        raise KeyGone
    return key


def _name(cohort: str) -> str:
    return f"cohort-{cohort}"
