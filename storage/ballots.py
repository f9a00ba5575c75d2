"""Ballots: answers that lie in the database sealed and without a name, and are opened once, at the close.

A ballot is found again by a keyed hash of the person, so that an answer can be replaced or taken back; it is sealed to a
public key whose private half lies outside the database. Every ballot of a question has the same length.
"""

import asyncio
import hashlib
import hmac
import json
import secrets as random
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from sqlalchemy import bindparam, delete, select

from storage.db import inserts
from storage.loop import BallotRow
from storage.prepared import Prepared, prepared
from storage.secrets import Secrets
from storage.work import Work

LONGEST_COMMENT = 500
ENVELOPE = 2256
"""Bytes before sealing: 500 characters of any script are at most 2,000 bytes; the rest is for team, number and frame."""
SEALED = ENVELOPE + 48

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
    """What one person said, without who: their team's number at opening, a score from 0 to 10, a comment or empty."""

    team: int | None
    score: int
    comment: str


@dataclass(frozen=True, slots=True)
class Urn:
    """The moment that ballots are cast for: `id` in the database, `ref` names its keys, `seal` is its public key."""

    id: int
    ref: str
    seal: bytes


class KeysLost(Exception):
    """The keys of this question are gone: nothing can be sealed to it, found in it or opened any more."""


def make_keys(work: Work, ref: str) -> bytes:
    """Makes both keys of a question, keeps the secret ones outside the database, returns the public one (32 bytes)."""
    private = PrivateKey.generate()
    work.secrets.put(f"ballot-{ref}", random.token_bytes(32) + bytes(private))
    return bytes(private.public_key)


async def cast(work: Work, urn: Urn, person: int, ballot: Ballot) -> None:
    """Puts the ballot in, or in the place of this person's earlier one; no time and no order is kept."""
    tag, sealed = _tag(work, urn, person), seal(urn.seal, ballot)
    await _PUT_IN.rows(work.connection, moment_id=urn.id, tag=tag, sealed=sealed)


async def take_back(work: Work, urn: Urn, person: int) -> None:
    """Removes this person's ballot, if there is one; the caller learns nothing about it."""
    tag = _tag(work, urn, person)
    await work.connection.execute(delete(BallotRow).where(BallotRow.moment_id == urn.id, BallotRow.tag == tag))


async def has_cast(work: Work, urn: Urn, person: int) -> bool:
    """Whether this person's ballot is in. For their own form and for their own reminder, and nothing else."""
    return await _IS_IN.first(work.connection, moment=urn.id, tag=_tag(work, urn, person)) is not None


async def open_all(work: Work, urn: Urn) -> list[Ballot]:
    """All ballots in random order; for the close and nothing else. Raises KeysLost."""
    rows = (await work.connection.execute(select(BallotRow.sealed).where(BallotRow.moment_id == urn.id))).scalars()
    private = PrivateKey(_keys(work, urn)[32:])
    try:
        ballots = await asyncio.to_thread(lambda sealed: [_unseal(private, each) for each in sealed], rows.all())
    except CryptoError:
        raise KeysLost from None
    random.SystemRandom().shuffle(ballots)
    return ballots


async def destroy_ballots(work: Work, urn: Urn) -> None:
    await work.connection.execute(delete(BallotRow).where(BallotRow.moment_id == urn.id))


def destroy_keys(secrets: Secrets, ref: str) -> None:
    """Destroys both secret keys of a question: what any backup still holds can then be opened by nobody."""
    secrets.destroy(f"ballot-{ref}")


def clean(comment: str) -> str:
    """A comment as it is kept: no control characters but line ends, at most LONGEST_COMMENT characters of text."""
    text = "".join(letter if letter == "\n" or letter.isprintable() else " " for letter in comment)
    return text.strip()[:LONGEST_COMMENT]


def seal(public: bytes, ballot: Ballot) -> bytes:
    """The ballot, padded and encrypted: always SEALED bytes."""
    frame = json.dumps([ballot.team, ballot.score, ballot.comment], ensure_ascii=False).encode()
    if len(frame) > ENVELOPE - 2:
        raise ValueError("the ballot is larger than its envelope")
    padded = len(frame).to_bytes(2, "big") + frame.ljust(ENVELOPE - 2, b"\0")
    return SealedBox(PublicKey(public)).encrypt(padded)


def _unseal(private: PrivateKey, sealed: bytes) -> Ballot:
    padded = SealedBox(private).decrypt(sealed)
    team, score, comment = json.loads(padded[2 : 2 + int.from_bytes(padded[:2], "big")])
    return Ballot(team, score, comment)


def _tag(work: Work, urn: Urn, person: int) -> bytes:
    return hmac.digest(_keys(work, urn)[:32], person.to_bytes(8, "big"), hashlib.sha256)


def _keys(work: Work, urn: Urn) -> bytes:
    keys = work.secrets.get(f"ballot-{urn.ref}")
    if keys is None:
        raise KeysLost
    return keys
