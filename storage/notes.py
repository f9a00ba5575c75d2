"""The weekly note: when each person's next one is due, which questions stand in it, and its one reminder."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, func, literal, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import WEEK, Wishes, note_time, this_week
from bot.conversation import Issue, Message
from bot.hours import Hours, waking, zone_named
from bot.programme import LAST_CHANCE, REMINDER_AFTER, instant
from bot.values import dataclass
from storage import rounds, wishes
from storage.db import inserts
from storage.loop import AskedRow, DeliveryRow, LaneRow, MomentRow, RoundRow
from storage.outbox import NOTE, fan_out, put
from storage.people import AttentionRow, PersonRow, WishRow
from storage.prepared import Prepared, prepared
from storage.rounds import Asking

REMINDER = "ask.reminder"
FIRST_LOOK = timedelta(days=14)
# By the index on lanes: only what waits is looked at, not everything that was ever sent.
_COMING = (DeliveryRow.lane.in_(select(LaneRow.id)), DeliveryRow.state == "pending", DeliveryRow.card == NOTE)
_LAST_NOTE = prepared(
    select(func.max(DeliveryRow.not_before).label("at")).where(
        DeliveryRow.person_id == bindparam("person"), DeliveryRow.card == NOTE, DeliveryRow.state == "sent"
    )
)
_STANDS_IN = prepared(
    select(AskedRow.round_id, AskedRow.note)
    .join(RoundRow, RoundRow.id == AskedRow.round_id)
    .where(AskedRow.person_id == bindparam("person"), RoundRow.stage == "open")
)
_PUT = prepared(
    update(AskedRow)
    .where(AskedRow.person_id == bindparam("person"), AskedRow.round_id == bindparam("round"))
    .values(note=bindparam("ref"))
)

_MINE = (
    select(RoundRow).join(AskedRow, AskedRow.round_id == RoundRow.id).where(AskedRow.person_id == bindparam("person"))
)
_SHARED = prepared(
    _MINE.with_only_columns(MomentRow.ref)
    .join(MomentRow, MomentRow.round_id == RoundRow.id)
    .where(
        MomentRow.kind == "ASK",
        RoundRow.stage == "shared",
        RoundRow.shared_at > bindparam("since"),
        RoundRow.programme_id.not_in(
            _MINE.with_only_columns(RoundRow.programme_id).where(AskedRow.note == bindparam("ref"))
        ),
    )
    .order_by(RoundRow.shared_at.desc())
)


@dataclass(frozen=True, slots=True)
class Questions:
    """What a note asks, the one due soonest first; and what was asked in earlier notes and is still open."""

    asked: tuple[Asking, ...]
    earlier: tuple[Asking, ...]


async def plan(
    connection: AsyncConnection,
    people: Select[Any],
    *,
    earliest: Callable[[str], datetime],
    latest: datetime | None = None,
) -> None:
    """Sees to it that each of these people has a note coming, at their own time.

    `earliest` says from when on there is something to say in a time zone, `latest` until when it must be said. Whoever
    has a note coming by then keeps that one: it is drawn when it is sent, from what is true then.
    """
    of = people.subquery()
    zones = select(PersonRow.zone).distinct().join(of, of.c.id == PersonRow.id)
    for zone in (await connection.execute(zones)).scalars().all():
        begin, hours = earliest(zone), Hours(zone)
        if at := waking(begin, hours):
            recent = AttentionRow.note_on > hours.day(at) - WEEK
            usual = _without_note(of, zone).where(WishRow.person_id.is_(None), or_(recent.is_(None), ~recent))
            ref = secrets.token_hex(16)
            await fan_out(connection, usual, card=NOTE, ref=ref, cause=f"note:{ref}", not_before=at)
        if latest:
            await _pull(connection, of, zone, (begin, latest))
        await _plan_each(connection, _without_note(of, zone), zone, (begin, latest))


async def move(connection: AsyncConnection, person: int, now: datetime) -> datetime | None:
    """After somebody has chosen another time: their next note comes then. Returns when; None if none comes."""
    chosen, had = await wishes.of(connection, person)
    at = note_time(chosen, now, had.on, None)
    mine = (DeliveryRow.person_id == person) & (DeliveryRow.card == NOTE) & (DeliveryRow.state == "pending")
    if at:
        await connection.execute(update(DeliveryRow).where(mine).values(not_before=at))
        await plan(connection, select(PersonRow.id).where(PersonRow.id == person), earliest=lambda _zone: now)
    return at


async def issue(connection: AsyncConnection, person: int, ref: str, now: datetime) -> Issue:
    """The note that is being drawn for this person."""
    chosen, _ = await wishes.of(connection, person)
    last = (await _LAST_NOTE.first(connection, person=person)).at
    return Issue(ref, last is None, last, note_time(chosen, now, chosen.hours.day(now), None))


async def questions(connection: AsyncConnection, person: int, of: Issue, now: datetime) -> Questions:
    """Chooses what this note asks, and keeps the choice: drawn again, it asks the same. What waits gets the next one."""
    stands = {row.round_id: row.note for row in await _STANDS_IN.rows(connection, person=person)}
    open_now = await rounds.open_for(connection, person, now)
    earlier = tuple(each for each in open_now if stands.get(each.round) not in (None, of.ref))
    mine = [each for each in open_now if stands.get(each.round) == of.ref]
    waiting = [each for each in open_now if stands.get(each.round) is None]
    if not mine:
        mine = this_week(waiting, of.next_at)
        for each in mine:
            await _PUT.rows(connection, person=person, round=each.round, ref=of.ref)
        if len(mine) < len(waiting) and of.next_at:
            ref = secrets.token_hex(16)
            await put(connection, [Message(person, NOTE, ref, f"note:{ref}", not_before=of.next_at)], now)
    return Questions(tuple(mine), earlier)


async def standing(connection: AsyncConnection, person: int, ref: str, now: datetime) -> list[Asking]:
    """The questions of one note that this person can still answer, the one due soonest first."""
    stands = {row.round_id: row.note for row in await _STANDS_IN.rows(connection, person=person)}
    return [each for each in await rounds.open_for(connection, person, now) if stands.get(each.round) == ref]


async def remind(
    connection: AsyncConnection, person: int, zone: str, of: Issue, *, asking: Asking, now: datetime
) -> None:
    """Writes the one reminder of a question, four days after the note; for everybody who was asked, whatever they do."""
    wall = now.astimezone(zone_named(zone)).replace(second=0, microsecond=0, tzinfo=None) + REMINDER_AFTER
    at, last = instant(wall, zone_named(zone).key), asking.closes_at - LAST_CHANCE
    if at < last:
        told = {"person": person, "note": of.ref, "ref": asking.urn.ref, "cause": f"{asking.urn.ref}:reminder"}
        await _REMIND.rows(connection, **told, not_before=at, expires_at=last)


async def shared_since(connection: AsyncConnection, person: int, of: Issue, now: datetime) -> list[Asking]:
    """What was put to this person and answered back since their last note, newest first, by programmes that ask nothing in
    this one."""
    since = of.since or now - FIRST_LOOK
    rows = await _SHARED.rows(connection, person=person, ref=of.ref, since=since)
    return [asking for row in rows if (asking := await rounds.asked_of(connection, row.ref, person))]


def _without_note(of: Any, zone: str) -> Select[Any]:
    """Those of these people in this zone who have no note coming."""
    coming = select(DeliveryRow.person_id).where(*_COMING)
    found = select(PersonRow.id).join(of, of.c.id == PersonRow.id).where(PersonRow.zone == zone, PersonRow.active)
    without: Select[Any] = wishes.with_wishes(found, PersonRow.id).where(PersonRow.id.not_in(coming))
    return without


async def _pull(connection: AsyncConnection, of: Any, zone: str, span: tuple[datetime, datetime]) -> None:
    """A note that comes too late for the question comes earlier."""
    earliest, latest = span
    late = select(DeliveryRow.id, *wishes.WISHED, *wishes.HAD).join(PersonRow, PersonRow.id == DeliveryRow.person_id)
    late = wishes.with_wishes(late.join(of, of.c.id == PersonRow.id), PersonRow.id).where(PersonRow.zone == zone)
    found = await connection.execute(late.where(*_COMING, DeliveryRow.not_before > latest))
    for row in found.mappings().all():
        if at := note_time(wishes.wishes(row, zone), earliest, row["note_on"], latest):
            sooner = update(DeliveryRow).where(DeliveryRow.id == row["id"], DeliveryRow.state == "pending")
            await connection.execute(sooner.values(not_before=at))


async def _plan_each(
    connection: AsyncConnection, people: Select[Any], zone: str, span: tuple[datetime, datetime | None]
) -> None:
    """For those who chose a time of their own, or had a note in the last seven days."""
    found = await connection.execute(people.add_columns(*wishes.WISHED, *wishes.HAD))
    messages, ref = [], secrets.token_hex(16)
    for row in found.mappings():
        chosen: Wishes = wishes.wishes(row, zone)
        if at := note_time(chosen, span[0], row["note_on"], span[1]):
            messages.append(Message(row["id"], NOTE, ref, f"note:{ref}", not_before=at))
    await put(connection, messages, span[0])


def _reminder(new: Any) -> Any:
    """The reminder goes the way that the note went."""
    row = {
        "person_id": DeliveryRow.person_id,
        "lane": DeliveryRow.lane,
        "card": literal(REMINDER),
        "ref": bindparam("ref", type_=DeliveryRow.ref.type),
        "cause": bindparam("cause", type_=DeliveryRow.cause.type),
        "urgent": literal(value=False),
        "forget": literal(value=True),
        "counts": literal(value=True),
        "state": literal("pending"),
        "attempts": literal(0),
        "not_before": bindparam("not_before", type_=DeliveryRow.not_before.type),
        "expires_at": bindparam("expires_at", type_=DeliveryRow.expires_at.type),
        "owner": null(),
    }
    note = select(*row.values()).where(
        DeliveryRow.person_id == bindparam("person"), DeliveryRow.card == NOTE, DeliveryRow.ref == bindparam("note")
    )
    return new.from_select(list(row), note).on_conflict_do_nothing()


_REMIND = Prepared(inserts(DeliveryRow, _reminder))
