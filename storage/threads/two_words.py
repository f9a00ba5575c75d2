"""Asks for two words of a receipt before "done", so that it is really kept, and needs no memory of it in between.

What travels through the form is a keyed hash of the two words under a key that lies with the server, with a random part:
another process can check it, and whoever carries it learns nothing.
"""

import base64
import binascii
import hmac
import random
import secrets

from bot.values import dataclass
from storage.secrets import Secrets
from storage.threads.keys import labelled
from storage.threads.receipts import IN_ALL, TELLING, Receipt, words

KEY = "receipt-check"
_NONCE, _PROOF = 16, 16


@dataclass(frozen=True, slots=True)
class Asked:
    """Which two words are asked for, counted from 1, and the token that checks them."""

    places: tuple[int, int]
    token: str


def ask(store: Secrets, receipt: Receipt) -> Asked:
    first, second = sorted(random.SystemRandom().sample(range(1, IN_ALL + 1), 2))
    every, nonce = words(receipt), secrets.token_bytes(_NONCE)
    head = nonce + bytes((first, second))
    proof = _proof(store, head, (every[first - 1], every[second - 1]))
    return Asked((first, second), base64.urlsafe_b64encode(head + proof).decode())


def places(token: str) -> tuple[int, int] | None:
    """Which two words a token asks for, to ask again; None if it is no token of ours."""
    raw = _raw(token)
    return (raw[_NONCE], raw[_NONCE + 1]) if raw else None


def kept(store: Secrets, token: str, typed: tuple[str, str]) -> bool:
    """Whether these are the two words, in the order of their places. The first four letters are enough."""
    raw = _raw(token)
    if raw is None:
        return False
    return hmac.compare_digest(raw[_NONCE + 2 :], _proof(store, raw[: _NONCE + 2], typed))


def _proof(store: Secrets, head: bytes, typed: tuple[str, str]) -> bytes:
    told = [word.strip().casefold()[:TELLING].encode() for word in typed]
    return labelled(store.lasting(KEY), "two words", head, *told, size=_PROOF)


def _raw(token: str) -> bytes | None:
    try:
        raw = base64.b64decode(token, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if len(raw) == _NONCE + 2 + _PROOF else None
