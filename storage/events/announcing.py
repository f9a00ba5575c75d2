"""Announces an event: one that somebody sends, and one that a practice arranges for whoever hosts it."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.falls import cut
from bot.values import dataclass
from storage import db, notes
from storage.events import aloud, messages
from storage.events.event import EVENTS, Event, alter, first, fresh, people
from storage.events.plan import Plan
from storage.events.rows import EventRow
from storage.outbox import put

READ_BEFORE = timedelta(hours=2)
"""A note that comes later than this before the event is pulled forward."""
LONGEST, MOST = 80, 600


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that nobody fills in a form for: `wall` on the clocks of `zone`. Its host says later where it is.

    `reference` is what it is arranged for, up to 100 characters: the same one is arranged once. `series` is the same for
    meetings that follow one another, up to 32 characters: what will change stands in the next invitation.
    """

    reference: str
    series: str
    name: str
    about: str
    wall: str
    zone: str
    minutes: int
    circle: int
    host: int


async def arrange(connection: AsyncConnection, meeting: Meeting, now: datetime) -> Event | None:
    """Announces it to the circle without approval: whoever started the practice saw it coming. Its host is asked where it
    is. Done twice, it happens once. None where it would have begun already."""
    plan = Plan(cut(meeting.name, LONGEST), meeting.wall, meeting.zone, meeting.minutes, about=cut(meeting.about, MOST))
    if plan.starts <= now:
        return await event_of(connection, meeting.reference)
    row = fresh(plan, meeting.circle, meeting.host, now=now, series=meeting.series)
    new = db.insert(connection, EventRow).values(**row, reference=meeting.reference).on_conflict_do_nothing()
    made = (await connection.execute(new.returning(EventRow.id))).scalar()
    event = await event_of(connection, meeting.reference)
    if made is None or event is None:
        return event
    return await announce(connection, event, now)


async def event_of(connection: AsyncConnection, reference: str) -> Event | None:
    """What was arranged for this, as it is now."""
    return await first(connection, EVENTS.where(EventRow.reference == reference))


async def announce(connection: AsyncConnection, event: Event, now: datetime) -> Event:
    """It stands on Home from now on, and everybody whom it is for has a note coming in time. Whoever leads it is asked where
    it is, if nobody knows."""
    announced = await alter(connection, event, now, state="announced", announced_at=now)
    await notes.plan(connection, people(announced), earliest=lambda _zone: now, latest=read_by(announced, now))
    asked = [] if announced.plan.placed else messages.ask_place(announced, now)
    await put(connection, [messages.ask_catch_up(announced), *asked], now)
    await aloud.announced(connection, announced)
    return announced


def read_by(event: Event, now: datetime) -> datetime:
    """Until when people must have read of it."""
    return max(now, event.plan.starts - READ_BEFORE)
