"""What people's own calendars fetch: one event by a signed address, or by a secret one all that they said yes to."""

import hashlib
import secrets
from datetime import UTC, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import signed
from bot.calendar import EVENT_PATH, FEED_PATH, Entry, Which
from bot.ports import Clock
from bot.programme import parse_wall
from storage import db
from storage.db import Database
from storage.events.coming import CAME
from storage.events.event import Event, every, find, for_member
from storage.events.rows import EventRow, FeedRow, RsvpRow

KEPT = timedelta(days=60)
"""So long after an event a feed still holds it, so that a calendar that was away hears that it was cancelled."""
ENDS = 8  # bytes of seconds since 1970, big-endian
HOST = "hearback"


class Calendars:
    """Reads addresses for the door that serves them. `neutral` is what stands in the place of a hidden circle's title."""

    def __init__(self, database: Database, clock: Clock, key: bytes, neutral: str, *, at: str | None) -> None:
        self._database, self._clock, self._key, self._neutral, self._at = database, clock, key, neutral, at

    def links(self, which: Which, ref: str) -> str:
        """The address of an event by its ref, which ends after 60 days and has no person in it, or of a feed by its token;
        empty where nobody could fetch from here."""
        if self._at is None:
            return ""
        if which == "feed":
            return f"{self._at}{FEED_PATH}{ref}.ics"
        ends = int((self._clock.now() + KEPT).timestamp())
        return f"{self._at}{EVENT_PATH}{signed.token(self._key, ends.to_bytes(ENDS) + bytes.fromhex(ref))}.ics"

    async def find(self, which: Which, token: str) -> tuple[Entry, ...] | None:
        async with self._database.begin() as connection:
            return await (self._feed if which == "feed" else self._event)(connection, token)

    async def _event(self, connection: AsyncConnection, token: str) -> tuple[Entry, ...] | None:
        held = signed.read(self._key, token)
        if held is None or int.from_bytes(held[:ENDS]) <= self._clock.now().timestamp():
            return None
        event, made = await find(connection, held[ENDS:].hex()), int.from_bytes(held[:ENDS]) - int(KEPT.total_seconds())
        if (
            event is None
            or not event.announced_at
            or (event.audience.hidden and event.changed_at.timestamp() > made + 1)
        ):
            return None  # whoever has left a hidden network since would read of it where it meets now
        return (entry(event, self._neutral),)

    async def _feed(self, connection: AsyncConnection, token: str) -> tuple[Entry, ...] | None:
        found = select(FeedRow.person_id).where(FeedRow.digest == _digest(token))
        person = (await connection.execute(found)).scalar()
        if person is None:
            return None
        yes = (RsvpRow.event_id == EventRow.id) & (RsvpRow.person_id == person)
        theirs = for_member(person).join(RsvpRow, yes).where(RsvpRow.answer.in_(CAME), RsvpRow.queue.is_(None))
        lately = theirs.where(EventRow.announced_at.is_not(None), EventRow.ends_at > self._clock.now() - KEPT)
        events = await every(connection, lately.order_by(EventRow.starts_at))
        return tuple(entry(each, self._neutral) for each in events)


def entry(event: Event, neutral: str) -> Entry:
    """As a calendar keeps it: of a hidden circle's event neither the name nor what it is about, for others see the screen."""
    plan, hidden = event.plan, event.audience.hidden
    return Entry(
        uid=f"{event.ref}@{HOST}",
        revision=event.revision,
        changed=event.changed_at.astimezone(UTC),
        title=neutral if hidden else plan.name,
        wall=parse_wall(plan.wall),
        zone=plan.zone,
        minutes=plan.minutes,
        place=plan.room,
        link=plan.link,
        text="" if hidden else plan.about,
        cancelled=event.state == "cancelled",
    )


async def has_feed(connection: AsyncConnection, person: int) -> bool:
    return (await connection.execute(select(FeedRow.person_id).where(FeedRow.person_id == person))).first() is not None


async def new_feed(connection: AsyncConnection, person: int) -> str:
    """A new secret token for this person; the one before it leads nowhere from now on. It is not kept."""
    token = secrets.token_urlsafe(32)
    row = db.insert(connection, FeedRow).values(person_id=person, digest=_digest(token))
    same = {"digest": _digest(token)}
    await connection.execute(row.on_conflict_do_update(index_elements=["person_id"], set_=same))
    return token


async def end_feed(connection: AsyncConnection, person: int) -> None:
    await connection.execute(delete(FeedRow).where(FeedRow.person_id == person))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
