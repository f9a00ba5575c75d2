"""Who comes: one answer per person, which can be changed until the event begins, and a waiting list that moves up."""

from collections.abc import Sequence
from typing import Any, Literal, cast

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Wishes
from bot.conversation import Person
from bot.values import dataclass
from storage import db, wishes
from storage.events.coming import CAME, held
from storage.events.event import Event
from storage.events.rows import RsvpRow
from storage.people import PersonRow

Said = Literal["room", "online", "maybe", "catch-up", "no", "missed"]


@dataclass(frozen=True, slots=True)
class Rsvp:
    """What one person said. `queue` is their turn on the waiting list; None: they have a place, or need none."""

    answer: Said
    queue: int | None = None

    @property
    def waits(self) -> bool:
        return self.queue is not None

    @property
    def comes(self) -> bool:
        return self.answer in CAME and self.queue is None

    @property
    def maybe(self) -> bool:
        """They have no place, and are reminded like those who have one."""
        return self.answer == "maybe"

    @property
    def hears(self) -> bool:
        """Whether a change of time or place is news to them."""
        return self.answer in (*CAME, "maybe")


@dataclass(frozen=True, slots=True)
class Count:
    """How many come to the room and online, how many wait, may come, and want the catch-up."""

    room: int = 0
    online: int = 0
    waiting: int = 0
    catch_up: int = 0
    maybe: int = 0

    def taken(self, event: Event) -> int:
        return self.room if event.limited == "room" else self.online


async def mine(connection: AsyncConnection, event: Event, person: int) -> Rsvp | None:
    """What this person said, if anything."""
    found = select(RsvpRow.answer, RsvpRow.queue).where(RsvpRow.event_id == event.id, RsvpRow.person_id == person)
    row = (await connection.execute(found)).first()
    return Rsvp(cast(Said, row.answer), row.queue) if row else None


async def count(connection: AsyncConnection, event: Event) -> Count:
    """For whoever leads it, and to know whether it is full."""
    waits = RsvpRow.queue.is_not(None).label("waits")
    found = select(RsvpRow.answer, waits, func.count()).where(RsvpRow.event_id == event.id)
    rows = {
        (answer, bool(waits_)): n for answer, waits_, n in await connection.execute(found.group_by("answer", waits))
    }
    waiting = sum(n for (_, waits_), n in rows.items() if waits_)
    room, online, catch_up, maybe = (rows.get((each, False), 0) for each in ("room", "online", "catch-up", "maybe"))
    return Count(room, online, waiting, catch_up, maybe)


async def say(connection: AsyncConnection, event: Event, person: int, answer: Said) -> tuple[Rsvp, list[int]]:
    """Keeps this answer in the place of the one before. Returns it, and who got a place by it that they waited for."""
    await held(connection, event)
    before = await mine(connection, event, person)
    if before and before.answer == answer:
        return before, []
    queue = await _last(connection, event) if answer == event.limited and await _full(connection, event) else None
    row = db.insert(connection, RsvpRow).values(
        event_id=event.id, person_id=person, circle_id=event.audience.id, answer=answer, queue=queue
    )
    changed = {"answer": answer, "queue": queue}
    await connection.execute(row.on_conflict_do_update(index_elements=["event_id", "person_id"], set_=changed))
    return Rsvp(answer, queue), await move_up(connection, event)


async def move_up(connection: AsyncConnection, event: Event) -> list[int]:
    """Whoever has waited longest gets a place that is free; returns who did."""
    counted = await count(connection, event)
    if not counted.waiting:
        return []
    free = counted.waiting if event.plan.places is None else event.plan.places - counted.taken(event)
    if free <= 0:
        return []
    waiting = select(RsvpRow.person_id).where(RsvpRow.event_id == event.id, RsvpRow.queue.is_not(None))
    next_ = list((await connection.execute(waiting.order_by(RsvpRow.queue).limit(free))).scalars())
    placed = update(RsvpRow).where(RsvpRow.event_id == event.id, RsvpRow.person_id.in_(next_))
    await connection.execute(placed.values(queue=None))
    return next_


async def follow(connection: AsyncConnection, event: Event) -> None:
    """Where there is only one way to come any more, whoever said that they come, comes that way, and hears of it."""
    if bool(event.plan.room) != bool(event.plan.link):
        come = update(RsvpRow).where(RsvpRow.event_id == event.id, RsvpRow.answer.in_(CAME))
        await connection.execute(come.values(answer=event.limited))


async def ahead(connection: AsyncConnection, event: Event, rsvp: Rsvp) -> int:
    """How many wait before this one."""
    before = select(func.count()).where(RsvpRow.event_id == event.id, RsvpRow.queue < rsvp.queue)
    return int((await connection.execute(before)).scalar_one())


async def expected(
    connection: AsyncConnection, event: Event, *, waiting: bool = True
) -> Sequence[tuple[Person, Wishes, Rsvp]]:
    """Everybody who said that they come, or may, with when they may be written to; those who wait too, unless not wanted."""
    found = select(PersonRow, RsvpRow.answer, RsvpRow.queue, *wishes.WISHED)
    found = found.join(RsvpRow, RsvpRow.person_id == PersonRow.id)
    found = wishes.with_wishes(found, PersonRow.id).where(RsvpRow.event_id == event.id, PersonRow.active)
    yes = found.where(RsvpRow.answer.in_((*CAME, "maybe"))).order_by(PersonRow.name)
    rows = (await connection.execute(yes if waiting else yes.where(RsvpRow.queue.is_(None)))).mappings()
    return [_expected(row) for row in rows]


def _expected(row: Any) -> tuple[Person, Wishes, Rsvp]:
    who = Person(row["id"], row["name"], row["language"], row["zone"])
    return who, wishes.wishes(row, row["zone"]), Rsvp(row["answer"], row["queue"])


async def _last(connection: AsyncConnection, event: Event) -> int:
    """The turn of somebody who waits from now on."""
    last = select(func.coalesce(func.max(RsvpRow.queue), 0)).where(RsvpRow.event_id == event.id)
    return ((await connection.execute(last)).scalar_one() or 0) + 1


async def _full(connection: AsyncConnection, event: Event) -> bool:
    """Nobody overtakes those who wait."""
    if event.plan.places is None:
        return False
    counted = await count(connection, event)
    return counted.waiting > 0 or counted.taken(event) >= event.plan.places
