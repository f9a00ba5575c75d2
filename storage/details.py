"""What people said about themselves: encrypted, under a keyed hash, and sealed anew under another key every night.

A copy of the database tells nobody whose row is whose, or what is in it; copies of two days do not even tell which rows
are the same. Once a night has passed, what was taken back can be read from no backup any more: its key is gone.
"""

import asyncio
import hashlib
import hmac
import json
import secrets as random
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from sqlalchemy import LargeBinary, delete, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.detail import ID, MOST_DETAILS
from storage import db
from storage.db import WITHOUT_ROWID, Rows
from storage.people import PersonRow
from storage.secrets import Secrets
from storage.work import Work

ROOM = MOST_DETAILS * (2 * ID + 6) + 64
"""Bytes for the number of the person, their answers, and the length in front."""
Kept = tuple[int, dict[str, str]]
"""A person's number, and what they said by the detail's id."""


class DetailRow(Rows):
    """What somebody said about themselves under "About you". Deleted when they take it back, and the night after they
    left."""

    __tablename__ = "detail"
    __table_args__ = WITHOUT_ROWID
    tag: Mapped[bytes] = mapped_column(
        LargeBinary(32),
        primary_key=True,
        doc="Keyed hash of whose it is; the key lies elsewhere and changes each night.",
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary, doc="All that they said, encrypted, always one length.")


class DetailKeyRow(Rows):
    """Which key all rows of `detail` are sealed with now. Kept."""

    __tablename__ = "detail_key"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="Always 1.")
    number: Mapped[int] = mapped_column(doc="The number in the key's name; one higher each night.")


async def keep(work: Work, person: int, said: Mapping[str, str]) -> None:
    """Keeps this in the place of whatever this person said before; nothing said is nothing kept."""
    if not said:
        await remove(work, person)
        return
    key = await _key(work, making=True)
    row = {"tag": _tag(key, person), "sealed": _seal(key, (person, dict(said)))}
    put = db.insert(work.connection, DetailRow).values(row)
    await work.connection.execute(put.on_conflict_do_update(index_elements=["tag"], set_={"sealed": row["sealed"]}))


async def remove(work: Work, person: int) -> None:
    """Nothing of it is left; the caller learns nothing about whether there was any."""
    if key := await _key(work):
        await work.connection.execute(delete(DetailRow).where(DetailRow.tag == _tag(key, person)))


async def said_by(work: Work, person: int, detail: str) -> str:
    """What this person said of one detail, or nothing. For their own answer to a round that uses it, and nothing else."""
    key = await _key(work)
    if not key:
        return ""
    found = select(DetailRow.sealed).where(DetailRow.tag == _tag(key, person))
    sealed = (await work.connection.execute(found)).scalar()
    kept = _open(key, sealed) if sealed else None
    return kept[1].get(detail, "") if kept else ""


async def renew(work: Work, details: Collection[str]) -> int:
    """Seals everything anew under another key, without those who left and without details that are not asked any more.

    Returns the number of the old key, to be destroyed once this is committed.
    """
    number = await _number(work, alone=True)
    destroy(work.secrets, number - 1)  # where the server stopped before it came to that
    old = work.secrets.get(_name(number))
    if old is None:
        return number
    here = set((await work.connection.execute(select(PersonRow.id).where(PersonRow.active))).scalars())
    rows = (await work.connection.execute(select(DetailRow.sealed))).scalars().all()
    new = random.token_bytes(64)
    work.secrets.put(_name(number + 1), new)
    sealed = await asyncio.to_thread(_anew, rows, (old, new), here, details)
    await work.connection.execute(delete(DetailRow))
    if sealed:
        await work.connection.execute(insert(DetailRow), sealed)
    await work.connection.execute(update(DetailKeyRow).values(number=number + 1))
    return number


def destroy(secrets: Secrets, number: int) -> None:
    """Destroys one night's key: no backup from before can then be opened by anybody."""
    secrets.destroy(_name(number))


async def _key(work: Work, *, making: bool = False) -> bytes:
    """Today's key; empty where there is none. Held until the turn ends, so that no night falls in between."""
    if making:
        row = db.insert(work.connection, DetailKeyRow).values(id=1, number=0)
        await work.connection.execute(row.on_conflict_do_nothing())
    number = await _number(work, alone=making)
    key = work.secrets.get(_name(number)) or b""
    if making and not key:  # the first one ever, or the old one was lost with all that it could open
        key = random.token_bytes(64)
        work.secrets.put(_name(number + 1), key)
        await work.connection.execute(delete(DetailRow))
        await work.connection.execute(update(DetailKeyRow).values(number=number + 1))
    return key


async def _number(work: Work, *, alone: bool) -> int:
    held = select(DetailKeyRow.number).with_for_update(read=not alone)
    return (await work.connection.execute(held)).scalar() or 0


def _anew(
    rows: Sequence[bytes], keys: tuple[bytes, bytes], here: Collection[int], details: Collection[str]
) -> list[dict[str, Any]]:
    """The rows under the new key, in the order of their new tags, which has nothing to do with the old one."""
    old, new = keys
    opened = [kept for kept in (_open(old, sealed) for sealed in rows) if kept and kept[0] in here]
    kept = [(person, {detail: said for detail, said in all_.items() if detail in details}) for person, all_ in opened]
    made = [{"tag": _tag(new, person), "sealed": _seal(new, (person, said))} for person, said in kept if said]
    return sorted(made, key=lambda row: row["tag"])


def _seal(key: bytes, kept: Kept) -> bytes:
    """Always one length. ValueError where it is more than anybody can say."""
    frame = json.dumps(kept, separators=(",", ":")).encode()
    if len(frame) > ROOM - 2:
        raise ValueError("this is more than there is room for")
    return bytes(SecretBox(key[32:]).encrypt(len(frame).to_bytes(2, "big") + frame.ljust(ROOM - 2, b"\0")))


def _open(key: bytes, sealed: bytes) -> Kept | None:
    """None where another key, long lost, has sealed it."""
    try:
        padded = SecretBox(key[32:]).decrypt(sealed)
    except CryptoError:
        return None
    person, said = json.loads(padded[2 : 2 + int.from_bytes(padded[:2], "big")])
    return person, said


def _tag(key: bytes, person: int) -> bytes:
    return hmac.digest(key[:32], person.to_bytes(8, "big"), hashlib.sha256)


def _name(number: int) -> str:
    return f"about-{number}"
