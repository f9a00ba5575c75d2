"""Locks a guardian's private keys twice: under a passphrase, slowly, and under a recovery code that is shown once.

Both need besides a secret that lies outside the database and is changed with the passphrase: an old backup of the database
is nothing to try passphrases against, and a passphrase that leaked opens nothing once it was changed.
"""

import base64
import binascii
import secrets
import unicodedata

from nacl import pwhash
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey

from bot.values import dataclass
from storage.threads import frames
from storage.threads.keys import SALT, Cost, labelled
from storage.threads.recipients import RecipientKey

KEY, CODE, ONE_TIME, NUMBER = 32, 16, 20, 16
SHORTEST = 15
"""Characters of a passphrase."""
LONGEST = 1000
_NONCE = 24
_GROUP = 4


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """What is locked away: the private keys, and the secret that the codes on the guardian's telephone are made from."""

    key: RecipientKey
    one_time: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Lock:
    """Both copies as they are kept."""

    salt: bytes
    by_passphrase: bytes
    by_recovery: bytes


class TooWeak(Exception):
    """The passphrase is shorter than SHORTEST characters, longer than LONGEST, or one character again and again."""


def fresh() -> Held:
    return Held(RecipientKey(PrivateKey.generate().encode(), secrets.token_bytes(KEY)), secrets.token_bytes(ONE_TIME))


def number(key: RecipientKey) -> bytes:
    """Which guardian these keys make: 16 bytes of a hash of both public halves."""
    opens, signs = PrivateKey(key.opens).public_key.encode(), frames.public(key.signs)
    return number_of(opens, signs)


def number_of(opens: bytes, signs: bytes) -> bytes:
    """The same from the public halves."""
    return labelled(b"", "guardian", opens, signs, size=NUMBER)


def strong(passphrase: str) -> str:
    """The passphrase as it is used, however it was typed. Raises TooWeak."""
    said = unicodedata.normalize("NFKC", passphrase).strip()
    if not SHORTEST <= len(said) <= LONGEST or len(set(said)) < 5:
        raise TooWeak
    return said


def new_code() -> str:
    """A recovery code: 128 bits as 26 letters and digits, in groups of four."""
    told = base64.b32encode(secrets.token_bytes(CODE)).decode().rstrip("=")
    return "-".join(told[at : at + _GROUP] for at in range(0, len(told), _GROUP))


def lock(held: Held, passphrase: str, code: str, *, secret: bytes, cost: Cost) -> Lock:
    """Both copies. It blocks for as long as `cost` says. Raises TooWeak."""
    salt, who = secrets.token_bytes(SALT), number(held.key)
    slow = _slow(strong(passphrase), salt, secret, cost)
    return Lock(salt, _shut(slow, who, held), _shut(_quick(code, secret), who, held))


def by_passphrase(kept: Lock, who: bytes, passphrase: str, *, secret: bytes, cost: Cost) -> Held | None:
    """What is locked away, or None. It blocks for as long as `cost` says."""
    said = unicodedata.normalize("NFKC", passphrase).strip()[:LONGEST]
    return _unshut(_slow(said, kept.salt, secret, cost), who, kept.by_passphrase)


def by_code(kept: Lock, who: bytes, code: str, secret: bytes) -> Held | None:
    return _unshut(_quick(code, secret), who, kept.by_recovery)


def _slow(said: str, salt: bytes, secret: bytes, cost: Cost) -> bytes:
    told = said.encode("utf-8", "replace")
    slow = pwhash.argon2id.kdf(KEY, told, salt, opslimit=cost.passes, memlimit=cost.memory)
    return labelled(secret, "passphrase", slow)


def _quick(code: str, secret: bytes) -> bytes:
    """128 bits from chance need no slow step."""
    told = "".join(filter(str.isalnum, code)).upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = base64.b32decode(told + "=" * (-len(told) % 8))
    except (binascii.Error, ValueError):
        raw = b""
    return labelled(secret, "recovery code", raw)


def _shut(key: bytes, who: bytes, held: Held) -> bytes:
    nonce, told = secrets.token_bytes(_NONCE), held.key.opens + held.key.signs + held.one_time
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(told, who, nonce, key)


def _unshut(key: bytes, who: bytes, stored: bytes) -> Held | None:
    try:
        opened = crypto_aead_xchacha20poly1305_ietf_decrypt(stored[_NONCE:], who, stored[:_NONCE], key)
    except (CryptoError, ValueError):
        return None
    held = Held(RecipientKey(opened[:KEY], opened[KEY : 2 * KEY]), opened[2 * KEY :])
    return held if number(held.key) == who else None
