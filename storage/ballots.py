"""Ballots: answers that lie in the database sealed and without a name, and are opened once, at the close.

A ballot is found again by a keyed hash of the person, so that an answer can be replaced or taken back; it is sealed to a
public key whose private half lies outside the database. Every ballot of a form has the same length.
"""

import asyncio
import hashlib
import hmac
import json
import secrets as random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from sqlalchemy import bindparam, delete, select

from bot.question import Question, clean, largest
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
VALUES = 192
"""Bytes for the declared attributes."""

_PUT_IN = Prepared(
    inserts(
        BallotRow,
        lambda new: new.on_conflict_do_update(
            index_elements=["moment_id", "tag"], set_={"sealed": new.excluded.sealed}
        ),
    )
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
    `size` the one length in bytes that all its ballots have."""

    id: int
    ref: str
    seal: bytes
    size: int = 0


class KeysLost(Exception):
    """The keys of this question are gone: nothing can be sealed to it, found in it or opened any more."""


def make_keys(work: Work, ref: str) -> bytes:
    """Makes both keys of a question, keeps the secret ones outside the database, returns the public one (32 bytes)."""
    private = PrivateKey.generate()
    work.secrets.put(f"ballot-{ref}", random.token_bytes(32) + bytes(private))
    return bytes(private.public_key)


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
    found = select(BallotRow.tag, BallotRow.sealed).where(BallotRow.moment_id == urn.id).order_by(BallotRow.tag)
    return [(row.tag, row.sealed) for row in await work.connection.execute(found)]


def opened(secrets: Secrets, urn: Urn, envelopes: Sequence[bytes]) -> list[Ballot]:
    """What is in these envelopes, in random order; for the close and nothing else. Raises KeysLost."""
    private = PrivateKey(_keys(secrets, urn)[32:])
    try:
        ballots = [_unseal(private, each) for each in envelopes]
    except CryptoError:
        raise KeysLost from None
    random.SystemRandom().shuffle(ballots)
    return ballots


async def open_all(work: Work, urn: Urn) -> list[Ballot]:
    """All ballots in random order. Raises KeysLost."""
    envelopes = [sealed for _, sealed in await all_of(work, urn)]
    return await asyncio.to_thread(opened, work.secrets, urn, envelopes)


async def destroy_ballots(work: Work, urn: Urn) -> None:
    await work.connection.execute(delete(BallotRow).where(BallotRow.moment_id == urn.id))


def destroy_keys(secrets: Secrets, ref: str) -> None:
    """Destroys both secret keys of a question: what any backup still holds can then be opened by nobody."""
    secrets.destroy(f"ballot-{ref}")


def sealed_size(questions: Sequence[Question], *, comment: bool) -> int:
    """The one length, in bytes, of all ballots of a form: whatever is answered fits, and nothing shows how much was."""
    answers = sum(len(question.id) + largest(question) + len('"":"",') for question in questions)
    words = LONGEST_COMMENT * BYTES_A_CHARACTER + RECEIPT + len('"",') if comment else 0
    return FRAME + VALUES + answers + words + SEAL


def cleaned(comment: str) -> str:
    """A comment as it is kept."""
    return clean(comment, LONGEST_COMMENT)


def seal(urn: Urn, ballot: Ballot) -> bytes:
    """The ballot, padded and encrypted: always `urn.size` bytes. ValueError where it holds more than its form allows."""
    comment = [ballot.comment, int(ballot.organisation_only), ballot.receipt]
    parts = [ballot.node, dict(ballot.values), dict(ballot.answers), *comment]
    frame = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    room = urn.size - SEAL - 2
    if len(frame) > room:
        raise ValueError("the ballot is larger than its envelope")
    padded = len(frame).to_bytes(2, "big") + frame.ljust(room, b"\0")
    return SealedBox(PublicKey(urn.seal)).encrypt(padded)


def _unseal(private: PrivateKey, sealed: bytes) -> Ballot:
    padded = SealedBox(private).decrypt(sealed)
    node, values, answers, comment, only, receipt = json.loads(padded[2 : 2 + int.from_bytes(padded[:2], "big")])
    return Ballot(node, answers, comment, bool(only), values, receipt)


def _tag(work: Work, urn: Urn, person: int) -> bytes:
    return hmac.digest(_keys(work.secrets, urn)[:32], person.to_bytes(8, "big"), hashlib.sha256)


def _keys(secrets: Secrets, urn: Urn) -> bytes:
    keys = secrets.get(f"ballot-{urn.ref}")
    if keys is None:
        raise KeysLost
    return keys
