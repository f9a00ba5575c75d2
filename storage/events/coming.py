"""Which events stand where: on somebody's Home, in their next note, on the list of whoever leads them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.events.event import AFTERWARDS, EVENTS, PERSON, Event, events, every, first, for_member
from storage.events.rows import EventRow, RsvpRow, WordRow
from storage.prepared import prepared

CAME = ("room", "online")
AWAY = ("catch-up", "missed")

# Every Home and every note asks for these: they are built once, for building takes several times as long as running.
_NOW: Any = bindparam("now")
_SINCE: Any = bindparam("since")
_MOST = bindparam("most", type_=Integer)
_ANNOUNCED = for_member().where(EventRow.state == "announced")
_ANSWERED = _ANNOUNCED.join(RsvpRow, (RsvpRow.event_id == EventRow.id) & (RsvpRow.person_id == PERSON))
_COMING = prepared(_ANNOUNCED.where(EventRow.ends_at > _NOW).order_by(EventRow.starts_at).limit(_MOST))
_NEW = prepared(
    _ANNOUNCED.where(EventRow.starts_at > _NOW, EventRow.announced_at > _SINCE).order_by(EventRow.starts_at)
)
_CAUGHT_UP = prepared(
    _ANSWERED.where(
        or_(*(RsvpRow.answer == each for each in AWAY), RsvpRow.queue.is_not(None)), EventRow.caught_up_at > _SINCE
    ).order_by(EventRow.starts_at)
)
_GONE = prepared(
    _ANSWERED.add_columns(RsvpRow.answer)
    .where(EventRow.ends_at <= _NOW, EventRow.ends_at > _SINCE, RsvpRow.answer != "no")
    .order_by(EventRow.ends_at.desc())
)
_LED = select(EventRow.id).where(EventRow.lead_id == PERSON, EventRow.state != "cancelled", EventRow.ends_at > _NOW)
_LEADS = prepared(_LED.limit(1))
_WITHOUT_PLACE = prepared(
    EVENTS.where(EventRow.lead_id == PERSON, EventRow.state == "announced")
    .where(EventRow.room == "", EventRow.link == "", EventRow.starts_at > _NOW)
    .order_by(EventRow.starts_at)
    .limit(_MOST)
)
_SAID = exists().where(WordRow.event_id == EventRow.id)
_LEFT = or_(EventRow.caught_up_at.is_(None), and_(EventRow.question != "", EventRow.reply == "", _SAID))
_TO_CATCH_UP = prepared(
    EVENTS.where(EventRow.lead_id == PERSON, EventRow.state == "announced", _LEFT)
    .where(EventRow.ends_at <= _NOW, EventRow.ends_at > _SINCE)
    .order_by(EventRow.ends_at)
    .limit(_MOST)
)


async def coming(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """What is announced to this person and not over, the nearest first."""
    return events(await _COMING.rows(connection, person=person, now=now, most=most))


async def next_of(connection: AsyncConnection, circle: int, now: datetime) -> Event | None:
    """When this circle meets next, as far as it is announced. Callers check whom they show it to."""
    found = EVENTS.where(EventRow.circle_id == circle, EventRow.state == "announced", EventRow.starts_at > now)
    return await first(connection, found.order_by(EventRow.starts_at))


async def new_since(connection: AsyncConnection, person: int, since: datetime, now: datetime) -> Sequence[Event]:
    """What was announced to this person since then, and has not begun."""
    return events(await _NEW.rows(connection, person=person, since=since, now=now))


async def caught_up_since(connection: AsyncConnection, person: int, since: datetime) -> Sequence[Event]:
    """Catch-ups that came out since then, of events that this person said they could not come to, or missed."""
    return events(await _CAUGHT_UP.rows(connection, person=person, since=since))


async def gone(connection: AsyncConnection, person: int, now: datetime) -> Sequence[tuple[Event, str]]:
    """Events of the last 14 days that this person said something other than no to, the newest first."""
    rows = await _GONE.rows(connection, person=person, now=now, since=now - AFTERWARDS)
    return [(event, row.answer) for event, row in zip(events(rows), rows, strict=True)]


async def led(connection: AsyncConnection, person: int, circles: Sequence[int], now: datetime) -> Sequence[Event]:
    """What this person leads, or could, and is not over for longer than 14 days; drafts are their own."""
    mine = or_(
        EventRow.lead_id == person, EventRow.circle_id.in_(circles) & EventRow.state.not_in(("draft", "planned"))
    )
    lately = or_(EventRow.ends_at > now, (EventRow.state == "announced") & (EventRow.ends_at > now - AFTERWARDS))
    found = EVENTS.where(mine, EventRow.state != "cancelled", lately)
    return await every(connection, found.order_by(EventRow.starts_at))


async def leads_any(connection: AsyncConnection, person: int, now: datetime) -> bool:
    """Whether this person leads something that is not over."""
    return await _LEADS.first(connection, person=person, now=now) is not None


async def without_place(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """What this person hosts and has not said yet where it is."""
    return events(await _WITHOUT_PLACE.rows(connection, person=person, now=now, most=most))


async def to_catch_up(connection: AsyncConnection, person: int, now: datetime, most: int) -> Sequence[Event]:
    """Events that this person led in the last 14 days and has written no catch-up of, or no answer to what people said."""
    return events(await _TO_CATCH_UP.rows(connection, person=person, now=now, since=now - AFTERWARDS, most=most))


async def last(connection: AsyncConnection, person: int, circles: Sequence[int]) -> Event | None:
    """The newest event that this person announced, or that was announced to a circle that they lead."""
    mine = or_(EventRow.lead_id == person, EventRow.circle_id.in_(circles))
    found = EVENTS.where(mine, EventRow.announced_at.is_not(None), EventRow.circle_id.in_(circles))
    found = found.where(EventRow.state.in_(("announced", "cancelled")))
    return await first(connection, found.order_by(EventRow.announced_at.desc(), EventRow.id.desc()))


async def before(connection: AsyncConnection, event: Event) -> Event | None:
    """The one before it in its series, for the same people, of which its lead said what will change."""
    found = EVENTS.where(EventRow.series == event.series, EventRow.id < event.id, EventRow.change != "")
    found = found.where(EventRow.circle_id == event.audience.id)
    return await first(connection, found.order_by(EventRow.id.desc()))


async def to_come(connection: AsyncConnection, circle: int, now: datetime) -> Sequence[Event]:
    """Everything that is announced to a circle and has not begun."""
    found = EVENTS.where(EventRow.circle_id == circle, EventRow.state == "announced", EventRow.starts_at > now)
    return await every(connection, found.order_by(EventRow.starts_at))


async def twin(connection: AsyncConnection, event: Event) -> Event | None:
    """The same name at the same time for the same people, announced already: somebody sent twice."""
    same = (EventRow.name == event.plan.name, EventRow.wall == event.plan.wall, EventRow.id != event.id)
    found = EVENTS.where(
        *same, EventRow.circle_id == event.audience.id, EventRow.state.in_(("planned", "asking", "announced"))
    )
    return await first(connection, found)


async def held(connection: AsyncConnection, event: Event) -> None:
    """Nobody else says yes or no to this event until this turn is over."""
    await connection.execute(select(EventRow.id).where(EventRow.id == event.id).with_for_update())
