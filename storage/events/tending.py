"""What nobody presses: an event whose lead has left goes on, places that came free are given, old drafts go."""

from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from storage import directory
from storage.channels import links
from storage.events import aloud, evaluating, messages, needs, rsvps
from storage.events.announcing import announce
from storage.events.event import AFTERWARDS, LED, Event, alter, find, leads_of
from storage.events.rows import EventRow, RsvpRow
from storage.loop import DeliveryRow
from storage.outbox import put
from storage.people import PersonRow
from storage.prepared import prepared
from storage.work import Work

DRAFTS = timedelta(days=14)
_WAITING = select(RsvpRow.event_id).where(RsvpRow.queue.is_not(None))
_DUE = and_(EventRow.state == "planned", EventRow.announced_at <= bindparam("now", type_=EventRow.announced_at.type))
_TO_DO = prepared(
    select(EventRow.ref)
    .join(PersonRow, PersonRow.id == EventRow.lead_id)
    .where(EventRow.ends_at > bindparam("since"), EventRow.state != "draft", EventRow.state != "cancelled")
    .where(or_(LED.is_(False), EventRow.id.in_(_WAITING), _DUE))
)


async def tend(connection: AsyncConnection, now: datetime) -> None:
    """Looks after every event that needs it; does nothing the second time."""
    for row in await _TO_DO.rows(connection, since=now - AFTERWARDS, now=now):
        if event := await find(connection, row.ref):
            if not event.led:
                event = await _hand_over(connection, event, now)
            if event.due(now):
                event = await announce(connection, event, now)
            if event.open(now):
                await put(connection, await move_up(connection, event, now), now)
    await evaluating.ask(connection, now)


async def move_up(connection: AsyncConnection, event: Event, now: datetime) -> list[Message]:
    """Gives the free places to those who have waited longest; they are told, and reminded."""
    up = set(await rsvps.move_up(connection, event))
    return await told_of_places(connection, event, up, now) if up else []


async def told_of_places(connection: AsyncConnection, event: Event, up: set[int], now: datetime) -> list[Message]:
    found = []
    for person, wishes, _ in await rsvps.expected(connection, event, waiting=False):
        if person.id in up:
            found.append(messages.placed(event, person.id, f"{now.timestamp():.0f}"))
            found += messages.reminders(event, person.id, wishes, now)
    return found


async def told_later(connection: AsyncConnection, event: Event, person: int, revision: int) -> bool:
    """Whether this person is told of a later change of it anyway: then the earlier one has nothing to say."""
    mine = (DeliveryRow.person_id == person, DeliveryRow.cause.startswith(messages.moves(event), autoescape=True))
    refs = (await connection.execute(select(DeliveryRow.ref).where(*mine))).scalars()
    return any(messages.state_of(ref)[1] > revision for ref in refs)


async def tidy(work: Work, now: datetime) -> None:
    """Once a day: what people needed goes 14 days after the event, drafts that nobody sent 14 days after the last touch."""
    await needs.erase_old(work, now)
    await links.tidy(work.connection, now)
    old = (EventRow.state == "draft", EventRow.changed_at <= now - DRAFTS)
    await work.connection.execute(delete(EventRow).where(*old))


async def _hand_over(connection: AsyncConnection, event: Event, now: datetime) -> Event:
    """Whoever leads the circle leads it on, else a steward, who hears of it; those who come need not. With nobody left it
    is cancelled, and they hear that; where its lead only leads no more, it waits for who leads next."""
    others = await leads_of(connection, event)
    if others:
        changed = await alter(connection, event, now, lead_id=others[0])
        told = [messages.took_over(changed), messages.ask_catch_up(changed)]
        told += messages.ask_place(changed, now) if not changed.plan.placed else []
        await put(connection, told, now)
        return changed
    if event.over(now) or await directory.works_here(connection, event.lead):
        return event
    return await _call_off(connection, event, now)


async def _call_off(connection: AsyncConnection, event: Event, now: datetime) -> Event:
    changed = await alter(connection, event, now, state="cancelled")
    await aloud.cancelled(connection, changed)
    people = await rsvps.expected(connection, event)
    await put(connection, [messages.cancelled(changed, person.id) for person, _, _ in people], now)
    return changed
