"""Ballots: answers that lie in the database sealed and without a name, and are opened once, at the close.

A ballot is found again by a keyed hash of the person, so that an answer can be replaced or taken back; it is sealed to a
public key whose private half lies outside the database, and, where there is a keeper, once more to a key whose private half
somebody else has. Every ballot of a form has the same length.
"""

import hashlib
import hmac
import json
import secrets as random
from collections.abc import Mapping, Sequence

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from sqlalchemy import bindparam, delete, select

from bot.keeper import KEY
from bot.question import Question, clean, largest
from bot.values import dataclass, field
from storage.db import inserts
from storage.loop import BallotRow
from storage.prepared import Prepared, prepared
from storage.secrets import Secrets
from storage.work import Work

LONGEST_COMMENT = 500
BYTES_A_CHARACTER = 4
SEAL = 48
"""What sealing adds: a public key of 32 bytes and a checksum of 16."""
FRAME = 64
"""Bytes for the team's number, the brackets between the parts, and the length in front."""
RECEIPT = 64
"""Bytes for what leads the author of a comment to replies: 32 random-looking bytes in hexadecimal; empty without a comment."""
NUMBER = 8
"""Bytes of a person's number, of which the tag is made."""
VALUES = 192
"""Bytes for the declared attributes."""

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PUT_IN = Prepared(
    inserts(
        BallotRow,
        lambda new: new.on_conflict_do_update(
            index_elements=["moment_id", "tag"], set_={"sealed": new.excluded.sealed}
        ),
    )
)
_ALL = prepared(
    select(BallotRow.tag, BallotRow.sealed).where(BallotRow.moment_id == bindparam("moment")).order_by(BallotRow.tag)
)
_IS_IN = prepared(
    select(BallotRow.moment_id).where(BallotRow.moment_id == bindparam("moment"), BallotRow.tag == bindparam("tag"))
)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one person said, without who.

    `node` is their team's number at opening, `values` their declared attributes; `answers` are the kept values by the
    question's id, without those that were left out. `organisation_only`: the comment is not for their own team's page.
    `receipt`: what the keys of the comment's author are made from, at most RECEIPT characters.
    """

    node: int | None
    answers: Mapping[str, str] = field(repr=False)
    comment: str = field(default="", repr=False)
    organisation_only: bool = False
    values: Mapping[str, str] = field(default_factory=dict, repr=False)
    receipt: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Urn:
    """The moment that ballots are cast for: `id` in the database, `ref` names its keys, `seal` is its public key, and
    `size` the one length in bytes that all its ballots have. With a keeper `seal` is two public keys, ours and theirs."""

    id: int
    ref: str
    seal: bytes
    size: int = 0

    @property
    def kept(self) -> bytes:
        """The public half of the keeper's key; empty where there is no keeper."""
        return self.seal[KEY:]


class KeysLost(Exception):
    """The keys of this question are gone: nothing can be sealed to it, found in it or opened any more."""


def make_keys(work: Work, ref: str, kept: bytes = b"") -> bytes:
    """Makes both keys of a question, keeps the secret ones outside the database, returns the public one (32 bytes).

    `kept` is the public half of a keeper's key, or empty; with it 64 bytes are returned.
    """
    private = PrivateKey.generate()
    work.secrets.put(f"ballot-{ref}", random.token_bytes(32) + bytes(private))
    return bytes(private.public_key) + kept


async def cast(work: Work, urn: Urn, person: int, ballot: Ballot) -> None:
    """Puts the ballot in, or in the place of this person's earlier one; no time and no order is kept."""
    tag, sealed = _tag(work, urn, person), seal(urn, ballot)
    await _PUT_IN.rows(work.connection, moment_id=urn.id, tag=tag, sealed=sealed)


async def take_back(work: Work, urn: Urn, person: int) -> None:
    """Removes this person's ballot, if there is one; the caller learns nothing about it."""
    tag = _tag(work, urn, person)
    await work.connection.execute(delete(BallotRow).where(BallotRow.moment_id == urn.id, BallotRow.tag == tag))


async def has_cast(work: Work, urn: Urn, person: int) -> bool:
    """Whether this person's ballot is in. For their own form and for their own reminder, and nothing else."""
    return await _IS_IN.first(work.connection, moment=urn.id, tag=_tag(work, urn, person)) is not None


async def all_of(work: Work, urn: Urn) -> Sequence[tuple[bytes, bytes]]:
    """Every ballot of a form as it lies there: its tag, and its sealed envelope. For the close and nothing else."""
    return [(row.tag, row.sealed) for row in await _ALL.rows(work.connection, moment=urn.id)]


def fits(urn: Urn, half: bytes) -> bool:
    """Whether this is the secret half of the keeper's key."""
    return bytes(PrivateKey(half).public_key) == urn.kept


def opened(secrets: Secrets, urn: Urn, envelopes: Sequence[bytes], half: bytes = b"") -> list[Ballot]:
    """What is in these envelopes, in random order; for the close and nothing else. `half` is the secret half of the
    keeper's key, where there is one. Raises KeysLost, also without that half."""
    ballots = [_read(each) for each in unlock(secrets, urn, envelopes, half)]
    random.SystemRandom().shuffle(ballots)
    return ballots


async def destroy_ballots(work: Work, urn: Urn) -> None:
    await work.connection.execute(delete(BallotRow).where(BallotRow.moment_id == urn.id))


def destroy_keys(secrets: Secrets, ref: str) -> None:
    """Destroys both secret keys of a question: what any backup still holds can then be opened by nobody."""
    secrets.destroy(f"ballot-{ref}")


def sealed_size(questions: Sequence[Question], *, comment: bool, kept: bool = False) -> int:
    """The one length, in bytes, of all ballots of a form: whatever is answered fits, and nothing shows how much was.
    `kept`: there is a keeper, so each is sealed twice."""
    answers = sum(len(question.id) + largest(question) + len('"":"",') for question in questions)
    words = LONGEST_COMMENT * BYTES_A_CHARACTER + RECEIPT + len('"",') if comment else 0
    return FRAME + VALUES + answers + words + (2 * SEAL if kept else SEAL)


def cleaned(comment: str) -> str:
    """A comment as it is kept."""
    return clean(comment, LONGEST_COMMENT)


def seal(urn: Urn, ballot: Ballot) -> bytes:
    """The ballot, padded and encrypted: always `urn.size` bytes. ValueError where it holds more than its form allows."""
    comment = [ballot.comment, int(ballot.organisation_only), ballot.receipt]
    parts = [ballot.node, dict(ballot.values), dict(ballot.answers), *comment]
    frame = _written(parts).encode()
    room = urn.size - (2 if urn.kept else 1) * SEAL - 2
    if len(frame) > room:
        raise ValueError("the ballot is larger than its envelope")
    return lock(urn, len(frame).to_bytes(2, "big") + frame.ljust(room, b"\0"))


def lock(urn: Urn, plain: bytes) -> bytes:
    """Encrypted to our key of this urn and, where there is a keeper, once more to theirs."""
    for key in (urn.seal[:KEY], urn.kept):
        plain = SealedBox(PublicKey(key)).encrypt(plain) if key else plain
    return plain


def unlock(secrets: Secrets, urn: Urn, sealed: Sequence[bytes], half: bytes = b"") -> list[bytes]:
    """What was locked, in the same order; for the close and nothing else. Raises KeysLost, also without the keeper's
    half, where there is one."""
    ours = PrivateKey(_keys(secrets, urn)[32:])
    if urn.kept and not half:
        raise KeysLost
    boxes = [SealedBox(each) for each in ([PrivateKey(half)] if urn.kept else []) + [ours]]
    try:
        for box in boxes:
            sealed = [box.decrypt(each) for each in sealed]
    except CryptoError:
        raise KeysLost from None
    return list(sealed)


def marked(secrets: Secrets, urn: Urn, said: bytes) -> bytes:
    """A keyed hash by which we know again what we put beside the ballots of this urn; longer than a person's number, so
    that it is nobody's tag. Raises KeysLost."""
    if len(said) <= NUMBER:
        raise ValueError("this could be the number of a person")
    return hmac.digest(_keys(secrets, urn)[:32], said, hashlib.sha256)


def is_marked(secrets: Secrets, urn: Urn, said: bytes, mark: bytes) -> bool:
    return hmac.compare_digest(marked(secrets, urn, said), mark)


def _read(padded: bytes) -> Ballot:
    node, values, answers, comment, only, receipt = json.loads(padded[2 : 2 + int.from_bytes(padded[:2], "big")])
    return Ballot(node, answers, comment, bool(only), values, receipt)


def _tag(work: Work, urn: Urn, person: int) -> bytes:
    return hmac.digest(_keys(work.secrets, urn)[:32], person.to_bytes(NUMBER, "big"), hashlib.sha256)


def _keys(secrets: Secrets, urn: Urn) -> bytes:
    keys = secrets.get(f"ballot-{urn.ref}")
    if keys is None:
        raise KeysLost
    return keys
