"""Wraps a message twice: once for those who may read it, and once more with a key that can be destroyed on its own.

Inside: eight cells for readers, one for the author, and the body. A cell that nobody is to open is real encryption to a key
that is thrown away, because random bytes can be told from real ones. The author's cell is encrypted to the public half of
their key, so that a reader can give the thread new keys without shutting the author out. Outside: a key of its own for each
row, which lies outside the database, so that a row whose key is gone stays shut in every backup. Whatever it holds, a row
has 16,384 bytes.
"""

import random
import secrets
from collections.abc import Sequence

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_box_seal_open,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from bot.values import dataclass
from storage.threads.keys import labelled

ROW = 16_384
CELLS = 8
KEY = 32
_SEALED, _OUTER = 48, 40  # what each kind of encryption adds, in bytes
_CELL = 2 * KEY + _SEALED
_AUTHOR = KEY + _SEALED
_NONCE = 24
_HEAD = CELLS * _CELL + _AUTHOR
INNER = ROW - _OUTER - KEY
FRAME = INNER - _HEAD - _SEALED
"""Bytes that a message has for itself, its signature included."""


@dataclass(frozen=True, slots=True, repr=False)
class ThreadKeys:
    """What the readers of a thread share: `opens` is the private key that its bodies are sealed to; from `notes` comes
    what their own notes are sealed to, which the author never has."""

    opens: bytes
    notes: bytes

    @property
    def opens_notes(self) -> bytes:
        return labelled(self.notes, "notes open")


def fresh() -> ThreadKeys:
    return ThreadKeys(PrivateKey.generate().encode(), secrets.token_bytes(KEY))


def public(private: bytes) -> bytes:
    """The half of an X25519 key that something is encrypted to: of a reader's, or of an author's wrap key."""
    return PrivateKey(private).public_key.encode()


def first(keys: ThreadKeys, readers: Sequence[bytes], author: bytes, frame: bytes) -> bytes:
    """The first row's inside: its cells open for these X25519 public keys, the author's cell for the public key `author`."""
    if not 1 <= len(readers) <= CELLS:
        raise ValueError(f"a thread has one to {CELLS} readers")
    cells = [SealedBox(PublicKey(reader)).encrypt(keys.opens + keys.notes) for reader in readers]
    return _assembled(cells, SealedBox(PublicKey(author)).encrypt(keys.opens), _body(keys.opens, frame))


def later(opens: bytes, frame: bytes) -> bytes:
    """A later row's inside: nobody finds a cell in it, and nobody can see that."""
    return _assembled([], _for_nobody(secrets.token_bytes(KEY)), _body(opens, frame))


def decoy() -> bytes:
    """The inside of a row that says nothing to nobody."""
    return later(PrivateKey.generate().encode(), bytes(FRAME))


def as_reader(inner: bytes, private: bytes) -> ThreadKeys | None:
    """The thread's keys, if a cell of this row is for this X25519 private key."""
    return as_holder(inner, private, public(private))


def as_holder(inner: bytes, private: bytes, own: bytes) -> ThreadKeys | None:
    """The same, for whoever tries thousands of rows and works out the public half `own` once."""
    for at in range(0, CELLS * _CELL, _CELL):
        try:
            opened = crypto_box_seal_open(inner[at : at + _CELL], own, private)
        except CryptoError:
            continue
        return ThreadKeys(opened[:KEY], opened[KEY:])
    return None


def as_author(inner: bytes, wrap: bytes) -> bytes | None:
    """The private key of the thread's bodies, if this is the first row of the receipt's own thread."""
    try:
        return SealedBox(PrivateKey(wrap)).decrypt(inner[CELLS * _CELL : _HEAD])
    except CryptoError:
        return None


def body(inner: bytes, opens: bytes) -> bytes | None:
    """The frame of a row, FRAME bytes; None if it is sealed to another key or was changed."""
    try:
        return SealedBox(PrivateKey(opens)).decrypt(inner[_HEAD:])
    except CryptoError:
        return None


def shut(secret: bytes, place: bytes, base: bytes, inner: bytes) -> bytes:
    """The row as it is stored: tied to its place, and carrying the base from which every night's place is made."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(base + inner, place, nonce, secret)


def unshut(secret: bytes, place: bytes, stored: bytes) -> tuple[bytes, bytes] | None:
    """Base and inside of a stored row; None if it was changed, or moved here from another place."""
    try:
        opened = crypto_aead_xchacha20poly1305_ietf_decrypt(stored[_NONCE:], place, stored[:_NONCE], secret)
    except (CryptoError, ValueError):
        return None
    return (opened[:KEY], opened[KEY:]) if len(opened) == KEY + INNER else None


def _assembled(cells: list[bytes], author: bytes, sealed: bytes) -> bytes:
    unused = [_for_nobody(secrets.token_bytes(2 * KEY)) for _ in range(CELLS - len(cells))]
    every = [*cells, *unused]
    random.SystemRandom().shuffle(every)
    return b"".join(every) + author + sealed


def _for_nobody(told: bytes) -> bytes:
    return SealedBox(PrivateKey.generate().public_key).encrypt(told)


def _body(opens: bytes, frame: bytes) -> bytes:
    if len(frame) != FRAME:
        raise ValueError(f"a frame has {FRAME} bytes")
    return SealedBox(PrivateKey(opens).public_key).encrypt(frame)
