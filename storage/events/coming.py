"""Which events stand where: on somebody's Home, in their next note, on the list of whoever leads them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.events.event import AFTERWARDS, EVENTS, Event, every, first, for_member
from storage.events.rows import EventRow, RsvpRow, WordRow

CAME = ("room", "online")
AWAY = ("catch-up", "missed")


async def coming(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """What is announced to this person and not over, the nearest first."""
    found = for_member(person).where(EventRow.state == "announced", EventRow.ends_at > now)
    return await every(connection, found.order_by(EventRow.starts_at).limit(most))


async def next_of(connection: AsyncConnection, circle: int, now: datetime) -> Event | None:
    """When this circle meets next, as far as it is announced. Callers check whom they show it to."""
    found = EVENTS.where(EventRow.circle_id == circle, EventRow.state == "announced", EventRow.starts_at > now)
    return await first(connection, found.order_by(EventRow.starts_at))


async def new_since(connection: AsyncConnection, person: int, since: datetime, now: datetime) -> Sequence[Event]:
    """What was announced to this person since then, and has not begun."""
    found = for_member(person).where(EventRow.state == "announced", EventRow.starts_at > now)
    return await every(connection, found.where(EventRow.announced_at > since).order_by(EventRow.starts_at))


async def caught_up_since(connection: AsyncConnection, person: int, since: datetime) -> Sequence[Event]:
    """Catch-ups that came out since then, of events that this person said they could not come to, or missed."""
    missed = or_(RsvpRow.answer.in_(AWAY), RsvpRow.queue.is_not(None))
    found = for_member(person).join(RsvpRow, _mine(person)).where(EventRow.state == "announced", missed)
    return await every(connection, found.where(EventRow.caught_up_at > since).order_by(EventRow.starts_at))


async def gone(connection: AsyncConnection, person: int, now: datetime) -> Sequence[tuple[Event, str]]:
    """Events of the last 14 days that this person said something other than no to, the newest first."""
    found = for_member(person).join(RsvpRow, _mine(person)).where(EventRow.state == "announced")
    lately = found.where(EventRow.ends_at <= now, EventRow.ends_at > now - AFTERWARDS, RsvpRow.answer != "no")
    rows = list(await connection.execute(lately.add_columns(RsvpRow.answer).order_by(EventRow.ends_at.desc())))
    events = await every(connection, lately.order_by(EventRow.ends_at.desc()))
    return [(event, row.answer) for event, row in zip(events, rows, strict=True)]


async def led(connection: AsyncConnection, person: int, circles: Sequence[int], now: datetime) -> Sequence[Event]:
    """What this person leads, or could, and is not over for longer than 14 days; drafts are their own."""
    mine = or_(EventRow.lead_id == person, EventRow.circle_id.in_(circles) & (EventRow.state != "draft"))
    lately = or_(EventRow.ends_at > now, (EventRow.state == "announced") & (EventRow.ends_at > now - AFTERWARDS))
    found = EVENTS.where(mine, EventRow.state != "cancelled", lately)
    return await every(connection, found.order_by(EventRow.starts_at))


async def leads_any(connection: AsyncConnection, person: int, now: datetime) -> bool:
    """Whether this person leads something that is not over."""
    mine = EVENTS.where(EventRow.lead_id == person, EventRow.state != "cancelled", EventRow.ends_at > now)
    return await first(connection, mine) is not None


async def without_place(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """What this person hosts and has not said yet where it is."""
    nowhere = (EventRow.room == "", EventRow.link == "", EventRow.starts_at > now)
    found = EVENTS.where(EventRow.lead_id == person, EventRow.state == "announced", *nowhere)
    return await every(connection, found.order_by(EventRow.starts_at).limit(most))


async def to_catch_up(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """Events that this person led in the last 14 days and has written no catch-up of, or no answer to what people said."""
    said = exists().where(WordRow.event_id == EventRow.id)
    left = or_(EventRow.caught_up_at.is_(None), and_(EventRow.question != "", EventRow.reply == "", said))
    found = EVENTS.where(EventRow.lead_id == person, EventRow.state == "announced", left)
    lately = found.where(EventRow.ends_at <= now, EventRow.ends_at > now - AFTERWARDS)
    return await every(connection, lately.order_by(EventRow.ends_at).limit(most))


async def last(connection: AsyncConnection, person: int, circles: Sequence[int]) -> Event | None:
    """The newest event that this person announced, or that was announced to a circle that they lead."""
    mine = or_(EventRow.lead_id == person, EventRow.circle_id.in_(circles))
    found = EVENTS.where(mine, EventRow.announced_at.is_not(None), EventRow.circle_id.in_(circles))
    return await first(connection, found.order_by(EventRow.announced_at.desc(), EventRow.id.desc()))


async def before(connection: AsyncConnection, event: Event) -> Event | None:
    """The one before it in its series, for the same people, of which its lead said what will change."""
    found = EVENTS.where(EventRow.series == event.series, EventRow.id < event.id, EventRow.change != "")
    found = found.where(EventRow.circle_id == event.audience.id)
    return await first(connection, found.order_by(EventRow.id.desc()))


async def twin(connection: AsyncConnection, event: Event) -> Event | None:
    """The same name at the same time for the same people, announced already: somebody sent twice."""
    same = (EventRow.name == event.plan.name, EventRow.wall == event.plan.wall, EventRow.id != event.id)
    found = EVENTS.where(*same, EventRow.circle_id == event.audience.id, EventRow.state.in_(("asking", "announced")))
    return await first(connection, found)


async def held(connection: AsyncConnection, event: Event) -> None:
    """Nobody else says yes or no to this event until this turn is over."""
    await connection.execute(select(EventRow.id).where(EventRow.id == event.id).with_for_update())


def _mine(person: int) -> ColumnElement[bool]:
    return (RsvpRow.event_id == EventRow.id) & (RsvpRow.person_id == person)
