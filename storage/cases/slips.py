"""Slips of one length for what a server must remember about guardians: shut with a key that lies outside the database.

A slip is good for the one place where it lies. Days stand inside, so the tables have none.
"""

import json
import secrets
from typing import Any

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from storage.cases.casework import Casework

SLIP = 2048
"""Bytes of what a slip says, filled up with nothing."""
LENGTH = SLIP + 40
"""Bytes of a slip as it lies in the database."""
_NONCE, _SIZE = 24, 2


class TooMuch(Exception):
    """It does not fit on a slip."""


def shut(work: Casework, kind: str, place: bytes, told: list[Any]) -> bytes:
    """A slip for this place. Raises TooMuch."""
    said = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    if len(said) > SLIP - _SIZE:
        raise TooMuch
    padded = len(said).to_bytes(_SIZE, "big") + said.ljust(SLIP - _SIZE, b"\0")
    nonce = secrets.token_bytes(_NONCE)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(padded, place, nonce, _key(work, kind))


def unshut(work: Casework, kind: str, place: bytes, stored: bytes) -> list[Any] | None:
    """What the slip says; None where it was changed, moved, or belongs to another installation."""
    try:
        nonce, rest = stored[:_NONCE], stored[_NONCE:]
        padded = crypto_aead_xchacha20poly1305_ietf_decrypt(rest, place, nonce, _key(work, kind))
        told = json.loads(padded[_SIZE : _SIZE + int.from_bytes(padded[:_SIZE], "big")])
    except (CryptoError, ValueError):
        return None
    return told if isinstance(told, list) else None


def _key(work: Casework, kind: str) -> bytes:
    return work.cabinet.secrets.lasting(f"slips-{kind}")
