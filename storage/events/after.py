"""What comes after an event: the catch-up that its lead writes, and one pool of words of those who came and who could not."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import db
from storage.events.coming import AWAY
from storage.events.event import Event, alter
from storage.events.plan import Carried
from storage.events.rows import RsvpRow, WordRow
from storage.people import PersonRow


async def keep(
    connection: AsyncConnection, event: Event, carried: Carried, said: Mapping[str, str], *, now: datetime
) -> Event:
    """Keeps the catch-up: `said` are its summary, what will change, and the answer to what people said. Mended later, it
    does not go out a second time."""
    values = {**said, "carries": asdict(carried)}
    return await alter(connection, event, now, **values, caught_up_at=event.caught_up_at or now)


def away(event: Event) -> Select[int]:
    """Whoever could not come, missed it, or never got off the waiting list."""
    missed = or_(RsvpRow.answer.in_(AWAY), RsvpRow.queue.is_not(None))
    here = select(PersonRow.id).join(RsvpRow, RsvpRow.person_id == PersonRow.id)
    return here.where(RsvpRow.event_id == event.id, missed)


async def add(connection: AsyncConnection, event: Event, person: int, text: str) -> None:
    """Keeps these words in the place of what this person added before; empty takes them back."""
    mine = (WordRow.event_id == event.id, WordRow.person_id == person)
    if not text:
        await connection.execute(delete(WordRow).where(*mine))
        return
    row = db.insert(connection, WordRow).values(event_id=event.id, person_id=person, text=text)
    await connection.execute(row.on_conflict_do_update(index_elements=["event_id", "person_id"], set_={"text": text}))


async def added(connection: AsyncConnection, event: Event) -> Sequence[tuple[int, str, str]]:
    """Everybody's words with their names, as said, whether they came or not: who it is, their name, their words."""
    found = select(PersonRow.id, PersonRow.name, WordRow.text).join(WordRow, WordRow.person_id == PersonRow.id)
    rows = await connection.execute(found.where(WordRow.event_id == event.id).order_by(PersonRow.name))
    return [(number, name, text) for number, name, text in rows]
