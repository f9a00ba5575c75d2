"""What a receipt's words turn into: where its thread lies, what opens it, and what its author signs with.

One deliberately slow run of Argon2id, then keyed BLAKE2b with a label for each purpose. The salt is a secret of this
installation, so that a copy of the database alone is nothing that words could be tried against.
"""

import hashlib
from collections.abc import Iterable, Sequence

from nacl import pwhash

from bot.values import dataclass
from storage.threads.receipts import Receipt

PEPPER = "threads"
SALT = pwhash.argon2id.SALTBYTES


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a receipt costs: how many passes, over how many bytes of memory."""

    passes: int
    memory: int

    @property
    def work(self) -> int:
        """Bytes that are gone over, in all."""
        return self.passes * self.memory


PRODUCTION = Cost(4, 128 * 1024 * 1024)
"""About half a second of one core."""

LIGHT = Cost(1, pwhash.argon2id.MEMLIMIT_MIN)
"""The least that Argon2id does: where thousands of receipts may be wanted in one minute. Their 77 bits carry the weight."""


@dataclass(frozen=True, slots=True, repr=False)
class AuthorKeys:
    """32 bytes each: what the other three are made from; where the rows of the thread lie, what opens the author's cell,
    the seed of their signature."""

    master: bytes
    token: bytes
    wrap: bytes
    signs: bytes


def derive(receipt: Receipt, pepper: bytes, cost: Cost) -> AuthorKeys:
    """The three keys of a receipt. It blocks for as long as `cost` says: call it on a thread of its own."""
    salt = labelled(pepper, "receipt salt", size=SALT)
    secret = receipt.secret.to_bytes(10, "big")
    master = pwhash.argon2id.kdf(32, secret, salt, opslimit=cost.passes, memlimit=cost.memory)
    return from_master(master)


def from_master(master: bytes) -> AuthorKeys:
    """The same keys, without the slow step."""
    parts = (labelled(master, label) for label in ("lookup token", "wrap key", "signing seed"))
    return AuthorKeys(master, *parts)


def labelled(key: bytes, label: str, *parts: bytes, size: int = 32) -> bytes:
    """Keyed BLAKE2b for one purpose; a label has at most 16 bytes. Parts cannot run into one another."""
    return hashlib.blake2b(_apart(parts), key=key, person=label.encode(), digest_size=size).digest()


def each_labelled(key: bytes, label: str, parts: Sequence[bytes], size: int = 32) -> list[bytes]:
    """`labelled` for each of these parts, all of one length, in half the time: a reader needs hundreds of thousands."""
    begun, found = hashlib.blake2b(key=key, person=label.encode(), digest_size=size), []
    begun.update(len(parts[0]).to_bytes(4, "big") if parts else b"")
    for part in parts:
        each = begun.copy()
        each.update(part)
        found.append(each.digest())
    return found


def _apart(parts: Iterable[bytes]) -> bytes:
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])
