"""Writes bytes as a token for an address that nobody without the key can make up: a keyed hash stands before them."""

import base64
import binascii
import hmac

SIGNED = 16  # bytes of HMAC-SHA256: 128 bits cannot be guessed


def token(key: bytes, held: bytes) -> str:
    """The same for the same bytes, always; whoever has it can read them."""
    return _written(_sign(key, held) + held)


def read(key: bytes, token: str) -> bytes | None:
    """What a token holds, or None for any that was not made with this key, or that is written in another way."""
    try:
        signed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return None
    sign, held = signed[:SIGNED], signed[SIGNED:]
    return held if _written(signed) == token and hmac.compare_digest(sign, _sign(key, held)) else None


def _sign(key: bytes, held: bytes) -> bytes:
    return hmac.digest(key, held, "sha256")[:SIGNED]


def _written(signed: bytes) -> str:
    return base64.urlsafe_b64encode(signed).rstrip(b"=").decode()
