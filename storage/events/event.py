"""Events as people plan, announce, change and cancel them; every permission is asked in the query."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Select, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.values import dataclass, field, replace
from storage.answering import still_leads
from storage.circles import LEADING
from storage.directory import EVERYONE, STEWARDS
from storage.events.plan import Carried, Plan
from storage.events.rows import EventRow
from storage.people import CircleRow, MembershipRow, NetworkRow, PersonRow
from storage.prepared import Prepared, prepared

State = Literal["draft", "planned", "asking", "announced", "cancelled"]
"""`planned`: it is announced on a day that its lead chose; until then nobody else sees it."""
AFTERWARDS = timedelta(days=14)
"""So long after an event people can still add to it, and what they needed is kept."""


@dataclass(frozen=True, slots=True)
class Audience:
    """A circle that an event can be for. `key` stands for it in a form; `hidden`: nobody may learn who is in it."""

    id: int
    key: str
    name: str
    hidden: bool

    @property
    def everybody(self) -> bool:
        return self.key == EVERYONE


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it is now. `id` never leaves the server, `ref` stands for it. `lead` may have left, or lead
    those whom it is for no more (`led` is False)."""

    id: int
    ref: str
    series: str
    audience: Audience
    lead: int
    lead_name: str
    led: bool
    plan: Plan
    state: State
    revision: int
    changed_at: datetime
    announced_at: datetime | None
    summary: str = ""
    carried: Carried = field(default_factory=Carried)
    change: str = ""
    caught_up_at: datetime | None = None
    evaluated: str = ""
    reply: str = ""

    @property
    def limited(self) -> Literal["room", "online"]:
        """Which answer takes one of the places."""
        return "room" if self.plan.room or not self.plan.link else "online"

    @property
    def on(self) -> bool:
        return self.state == "announced"

    def due(self, now: datetime) -> bool:
        """Whether the day has come on which it was to be announced."""
        return self.state == "planned" and self.announced_at is not None and self.announced_at <= now < self.plan.starts

    def open(self, now: datetime) -> bool:
        """Whether one can still say that one comes."""
        return self.on and now < self.plan.starts

    def over(self, now: datetime) -> bool:
        return self.on and now >= self.plan.ends

    @property
    def minute(self) -> int:
        """When it begins, as a number that changes when it is moved."""
        return int(self.plan.starts.timestamp()) // 60

    @property
    def about(self) -> str:
        """With this begins the cause of every message about it, so that it goes with whoever leaves the circle."""
        return f"{self.audience.key[:40]}:meet:{self.ref[:16]}"


# What has closed may have been hidden, so of what was to be there nothing is told any more either.
_HIDDEN = func.coalesce(NetworkRow.hidden, CircleRow.kind == "closed").label("hidden")
LED = still_leads(EventRow.circle_id, EventRow.lead_id, hosts=EventRow.reference.is_not(None)) & PersonRow.active
"""Whether who leads it works here, and still leads those whom it is for."""
_CIRCLES = select(CircleRow.id, CircleRow.key, CircleRow.name, _HIDDEN).outerjoin(
    NetworkRow, NetworkRow.circle_id == CircleRow.id
)
EVENTS = (
    select(EventRow, CircleRow.key, CircleRow.name.label("circle"), _HIDDEN, PersonRow.name.label("lead"))
    .add_columns(LED.label("led"))
    .join(CircleRow, CircleRow.id == EventRow.circle_id)
    .join(PersonRow, PersonRow.id == EventRow.lead_id)
    .outerjoin(NetworkRow, NetworkRow.circle_id == CircleRow.id)
)
PERSON: Any = bindparam("person")


def _may_announce_to() -> Prepared:
    mine = select(MembershipRow.circle_id).where(MembershipRow.person_id == PERSON)
    steward = select(CircleRow.id).where(CircleRow.key == STEWARDS, CircleRow.id.in_(mine)).exists()
    leads = CircleRow.id.in_(mine.where(or_(*(MembershipRow.role == role for role in LEADING))))
    found = _CIRCLES.where((leads & (CircleRow.kind != "role")) | ((CircleRow.key == EVERYONE) & steward))
    return prepared(found.where(func.coalesce(NetworkRow.opened, True)).order_by(CircleRow.name))


_MAY_ANNOUNCE_TO = _may_announce_to()
_BY_REF = prepared(EVENTS.where(EventRow.ref == bindparam("event")))


def for_member(person: Any = PERSON) -> Select[Any]:
    """The events of every circle that this person belongs to."""
    return EVENTS.join(
        MembershipRow, (MembershipRow.circle_id == EventRow.circle_id) & (MembershipRow.person_id == person)
    )


async def find(connection: AsyncConnection, ref: str, *, hold: bool = False) -> Event | None:
    """Any event, for what the clock does; whoever asks as a person goes through `seen_by` or `led_by`. With `hold` nobody else
    changes it until this turn has ended; SQLite has one writer anyway."""
    if hold:
        await connection.execute(select(EventRow.id).where(EventRow.ref == ref).with_for_update())
    row = await _BY_REF.first(connection, event=ref)
    return _event(row) if row else None


async def seen_by(connection: AsyncConnection, ref: str, person: int) -> Event | None:
    """An event that was announced to this person, and has not been undone since."""
    found = for_member(person).where(EventRow.ref == ref, EventRow.state.in_(("announced", "cancelled")))
    return await first(connection, found)


async def led_by(connection: AsyncConnection, ref: str, person: int) -> Event | None:
    """An event that this person may change: its lead, who leads the circle, and stewards where it is for all staff."""
    event = await find(connection, ref)
    if event is None:
        return None
    theirs = {each.id for each in await audiences(connection, person)}
    return event if (person == event.lead and event.led) or event.audience.id in theirs else None


async def audiences(connection: AsyncConnection, person: int) -> list[Audience]:
    """To whom this person may announce something: circles that they lead, and everybody where they are a steward."""
    return [Audience(*row) for row in await _MAY_ANNOUNCE_TO.rows(connection, person=person)]


async def leads_of(connection: AsyncConnection, event: Event) -> list[int]:
    """Everybody who could lead it beside its lead: who leads the circle, then stewards unless the circle is hidden."""
    found = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id).where(PersonRow.active)
    of = found.where(MembershipRow.circle_id == event.audience.id, MembershipRow.role.in_(LEADING))
    theirs = list((await connection.execute(of.order_by(PersonRow.id))).scalars())
    stewards = found.join(CircleRow, CircleRow.id == MembershipRow.circle_id).where(CircleRow.key == STEWARDS)
    if not event.audience.hidden:
        theirs += (await connection.execute(stewards.order_by(PersonRow.id))).scalars()
    return [each for each in dict.fromkeys(theirs) if each != event.lead]


def people(event: Event) -> Select[Any]:
    """The ids of everybody whom it is for."""
    member = select(PersonRow.id).join(MembershipRow, MembershipRow.person_id == PersonRow.id)
    return member.where(MembershipRow.circle_id == event.audience.id, PersonRow.active)


async def draft(
    connection: AsyncConnection, plan: Plan, of: Audience, lead: int, *, now: datetime, series: str = ""
) -> str:
    """Keeps what somebody plans; nobody else sees it. Returns its ref."""
    row = fresh(plan, of.id, lead, now=now, series=series)
    await connection.execute(insert(EventRow).values(**row))
    return str(row["ref"])


def fresh(plan: Plan, circle: int, lead: int, *, now: datetime, series: str) -> dict[str, Any]:
    """The row of a new event; without a `series` it begins one."""
    ref = secrets.token_hex(16)
    row = plan.columns() | {"ref": ref, "series": series or ref, "circle_id": circle, "lead_id": lead}
    empty = dict.fromkeys(("summary", "change", "evaluated", "reply"), "")
    return row | empty | {"state": "draft", "revision": 0, "changed_at": now, "carries": {}}


async def alter(connection: AsyncConnection, event: Event, now: datetime, **values: Any) -> Event:
    """Changes what is kept of it; a change of what was announced raises its number. Returns it as it is then."""
    revision = event.revision + (event.state in ("announced", "cancelled"))
    changed = {"revision": revision, "changed_at": now} | values
    await connection.execute(update(EventRow).where(EventRow.id == event.id).values(**changed))
    found = await find(connection, event.ref)
    return found or replace(event, revision=revision)


async def every(connection: AsyncConnection, found: Select[Any]) -> Sequence[Event]:
    """The events that a statement built on `EVENTS` finds."""
    return events((await connection.execute(found)).all())


def events(rows: Sequence[Any]) -> list[Event]:
    """Rows of such a statement as values."""
    return [_event(row) for row in rows]


async def first(connection: AsyncConnection, found: Select[Any]) -> Event | None:
    return next(iter(await every(connection, found.limit(1))), None)


def _event(row: Any) -> Event:
    said = {"name", "wall", "zone", "minutes", "room", "link", "about", "places", "evaluate", "question"}
    kept: tuple[str, ...] = ("id", "ref", "series", "state", "revision", "changed_at", "announced_at", "caught_up_at")
    kept += ("summary", "change", "evaluated", "reply")
    return Event(
        audience=Audience(row.circle_id, row.key, row.circle, row.hidden),
        lead=row.lead_id,
        lead_name=row.lead,
        led=bool(row.led),
        plan=Plan(**{name: getattr(row, name) for name in said}, access=tuple(row.access)),
        carried=Carried(**row.carries),
        **{name: getattr(row, name) for name in kept},
    )
