"""What a guardian has begun to write and not sent: kept for them alone, so that a lock or a restart loses nothing.

A draft is one row like any other. Twice encrypted: for the case's readers, so that it ends with the case's keys, and inside
for the one guardian who wrote it. A new draft takes a decoy's place, and a decoy the old one's. How often somebody saves
shows in the file as decoys that come and go; what, and in which case, does not.
"""

import json
import random
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as _open
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as _shut
from nacl.exceptions import CryptoError
from nacl.utils import random as chance

from bot.values import dataclass
from storage.cases.casework import Casework
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.threads import envelope, rows, transcript
from storage.threads.frames import TooLong
from storage.threads.keys import labelled
from storage.threads.readers import Gone

Kind = Literal["reply", "note", "outcome"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_NONCE, _LENGTH = 24, 2
_ROOM = envelope.FRAME - _NONCE - 16
"""Bytes of a draft and its length."""


@dataclass(frozen=True, slots=True, repr=False)
class _Kept:
    """A draft as it was found: of two, which a crash may leave behind, the one with the higher number holds."""

    base: bytes
    kind: str
    number: int
    text: str


class _Taken(Exception):
    """Somebody else's draft came to lie where ours was about to."""


async def keep(work: Casework, guardian: Guardian, case: Case, text: str, *, kind: Kind) -> None:
    """Keeps this in the place of what was kept before; nothing but blanks ends it. Raises TooLong and Gone."""
    if not text.strip():
        return await end(work, guardian, case, kind)
    every, under = transcript.draft_bases(case.opened.token), transcript.head(case.opened.token, case.opened.keys.opens)
    for _ in range(rows.AGAIN):
        there = await rows.collect(work.cabinet, every)
        mine = [each for each in _mine(guardian, case, there) if each.kind == kind]
        number = max((each.number for each in mine), default=-1) + 1
        base = _free(every, there)
        new = rows.New(base, _written(guardian, case, base, [kind, number, text]))
        try:
            await rows.renew(work.cabinet, [*(each.base for each in mine), base], _decide(new), under=under)
        except rows.KeysChanged:
            raise Gone from None
        except _Taken:
            continue
        return None
    raise Gone


async def kept(work: Casework, guardian: Guardian, case: Case) -> Mapping[str, str]:
    """What this guardian has not sent in this case, by kind; nobody else's. Writes nothing."""
    there = await rows.collect(work.cabinet, transcript.draft_bases(case.opened.token))
    return {each.kind: each.text for each in sorted(_mine(guardian, case, there), key=lambda each: each.number)}


async def end(work: Casework, guardian: Guardian, case: Case, kind: Kind) -> None:
    """Erases it for good, in every copy of the database. Nothing is written where there is none."""
    there = await rows.collect(work.cabinet, transcript.draft_bases(case.opened.token))
    mine = [each.base for each in _mine(guardian, case, there) if each.kind == kind]
    if mine:
        await rows.erase(work.cabinet, mine)


def _free(every: Sequence[bytes], there: Mapping[bytes, rows.Found]) -> bytes:
    """A place where nothing lies, by chance. Eight readers fill three quarters of the places. Raises
    Gone where somebody filled them all."""
    if free := [base for base in every if base not in there]:
        return random.SystemRandom().choice(free)
    raise Gone


def _decide(new: rows.New) -> rows.Decide:
    def decide(there: Sequence[rows.Found]) -> rows.New:
        if any(each.base == new.base for each in there):
            raise _Taken
        return new

    return decide


def _written(guardian: Guardian, case: Case, base: bytes, told: Sequence[str | int]) -> bytes:
    said = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    if len(said) > _ROOM - _LENGTH:
        raise TooLong
    nonce, padded = chance(_NONCE), len(said).to_bytes(_LENGTH, "big") + said.ljust(_ROOM - _LENGTH, b"\0")
    return envelope.later(case.opened.keys.opens_notes, nonce + _shut(padded, base, nonce, _key(guardian, case)))


def _mine(guardian: Guardian, case: Case, there: Mapping[bytes, rows.Found]) -> list[_Kept]:
    found = []
    for base, row in there.items():
        raw = envelope.body(row.inner, case.opened.keys.opens_notes) if row.inner else None
        if raw and (each := _read(base, raw, _key(guardian, case))):
            found.append(each)
    return found


def _read(base: bytes, raw: bytes, key: bytes) -> _Kept | None:
    """None where it is somebody else's, or was changed."""
    try:
        padded = _open(raw[_NONCE:], base, raw[:_NONCE], key)
        kind, number, text = json.loads(padded[_LENGTH : _LENGTH + int.from_bytes(padded[:_LENGTH], "big")])
    except (CryptoError, ValueError, TypeError):
        return None
    return _Kept(base, kind, number, text)


def _key(guardian: Guardian, case: Case) -> bytes:
    """Only this guardian can make it, and it is another one in each case."""
    return labelled(guardian.key.opens, "draft", case.opened.token)
