"""What people need to take part: sealed with a key of the event's own, which is destroyed 14 days after it."""

import secrets as random
from collections.abc import Sequence
from datetime import datetime, timedelta

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from sqlalchemy import delete, insert, select

from storage.events.event import AFTERWARDS, Event
from storage.events.rows import EventRow, NeedRow
from storage.people import PersonRow
from storage.work import Work

LOOKED_AT = timedelta(days=400)
"""A server that stood still for a year still destroys what is over."""
ROOM = 1300
"""Bytes: 300 characters of any language. All rows are equally long."""


async def keep(work: Work, event: Event, person: int, text: str) -> None:
    """Keeps this in the place of what this person said before; nothing said is nothing kept."""
    mine = delete(NeedRow).where(NeedRow.event_id == event.id, NeedRow.person_id == person)
    await work.connection.execute(mine)
    if text:
        key = work.secrets.get(name_of(event.ref))
        if key is None:
            key = random.token_bytes(SecretBox.KEY_SIZE)
            work.secrets.put(name_of(event.ref), key)
        sealed = bytes(SecretBox(key).encrypt(text.encode()[:ROOM].ljust(ROOM, b"\0")))
        await work.connection.execute(insert(NeedRow).values(event_id=event.id, person_id=person, sealed=sealed))


async def mine(work: Work, event: Event, person: int) -> str:
    """What this person said, for their own form."""
    found = select(NeedRow.sealed).where(NeedRow.event_id == event.id, NeedRow.person_id == person)
    sealed = (await work.connection.execute(found)).scalar()
    return _open(work, event, sealed) if sealed else ""


async def of(work: Work, event: Event, now: datetime) -> Sequence[tuple[str, str]]:
    """Whose need, and what, for whoever leads the event; nothing once its time is over."""
    if now >= event.plan.ends + AFTERWARDS:
        return []
    found = select(PersonRow.name, NeedRow.sealed).join(NeedRow, NeedRow.person_id == PersonRow.id)
    rows = await work.connection.execute(found.where(NeedRow.event_id == event.id).order_by(PersonRow.name))
    return [(name, text) for name, sealed in rows if (text := _open(work, event, sealed))]


async def erase_old(work: Work, now: datetime) -> None:
    """Destroys the keys of events that are 14 days over, then deletes the rows: a crash in between loses nothing of it."""
    over = EventRow.ends_at <= now - AFTERWARDS
    lately = select(EventRow.ref).where(over, EventRow.ends_at > now - LOOKED_AT)
    for ref in (await work.connection.execute(lately)).scalars():
        if work.secrets.get(name_of(ref)) is not None:
            work.secrets.destroy(name_of(ref))
    await work.connection.execute(delete(NeedRow).where(NeedRow.event_id.in_(select(EventRow.id).where(over))))


def name_of(ref: str) -> str:
    return f"access-{ref}"


def _open(work: Work, event: Event, sealed: bytes) -> str:
    key = work.secrets.get(name_of(event.ref))
    if key is None:
        return ""
    try:
        return SecretBox(key).decrypt(sealed).rstrip(b"\0").decode(errors="ignore")
    except CryptoError:
        return ""
