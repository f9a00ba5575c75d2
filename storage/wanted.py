"""Decides which of the claimed messages still go out, drawn from what is true now, and what becomes of the others."""

import logging
import sqlite3
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import may_go
from bot.conversation import Person
from bot.hours import waking
from bot.mishap import trace
from bot.ui import Card
from bot.values import dataclass, field
from storage.claims import Claimed
from storage.db import Database
from storage.loop import ProgrammeRow
from storage.outbox import NOTE
from storage.prepared import prepared
from storage.wishes import mark

log = logging.getLogger("hearback.delivery")

Draw = Callable[[object, str, str, Person | None], Awaitable[Card | None]]
"""Work, the card's name, its ref and the reader, None where it is for a channel. No card: no longer wanted."""

DATABASE_GONE = (OperationalError, InterfaceError, NoConnection, sqlite3.OperationalError)
DRAWINGS = 6
DRAW_AGAIN = timedelta(minutes=10)
MOMENT, AT_MOST = timedelta(seconds=5), timedelta(minutes=5)
_LATE = prepared(
    select(ProgrammeRow.id)
    .where(ProgrammeRow.next_at <= bindparam("now"), ProgrammeRow.next_at > bindparam("since"))
    .limit(1)
)


@dataclass(slots=True)
class Sorted:
    """`over` holds rows by their last state and error; `later` with the instant before which they are not tried again."""

    wanted: list[tuple[Claimed, Card]] = field(default_factory=list)
    over: dict[tuple[str, str | None], list[Claimed]] = field(default_factory=lambda: defaultdict(list))
    later: list[tuple[Claimed, datetime]] = field(default_factory=list)
    places: set[tuple[int, str]] = field(default_factory=set)


async def sort(database: Database, draw: Draw, rows: Sequence[Claimed], now: datetime) -> Sorted:
    """Looks at everything again at the last moment: who left, what expired, where it is night or a day off, who has had
    enough this week, who has answered."""
    piles = Sorted()
    if any(row.card == NOTE for row in rows) and await _about_to_open(database, now):
        piles.later += [(row, now + MOMENT) for row in rows if row.card == NOTE]
        rows = [row for row in rows if row.card != NOTE]
    for row, card in await _drawn(database, draw, [row for row in rows if _due(row, now, piles)], now):
        match card:
            case Card():
                piles.wanted.append((row, card))
                if row.forget:  # ended in one commit with those that are not needed, so that no dump tells them apart
                    piles.over["sent", None].append(row)
            case None:
                piles.over["dropped", None].append(row)
            case Exception() if row.attempts < DRAWINGS and not row.forget:  # time to put a broken card right
                piles.later.append((row, now + DRAW_AGAIN))
            case Exception():
                piles.over["failed", "draw"].append(row)
    return piles


async def _about_to_open(database: Database, now: datetime) -> bool:
    """Whether a programme's time has come and its question is not open yet: the note of that minute waits for it."""
    async with database.begin() as connection:
        return await _LATE.first(connection, now=now, since=now - AT_MOST) is not None


def _due(row: Claimed, now: datetime, piles: Sorted) -> bool:
    at = _allowed(row, now, piles)
    if not row.active or at is None:
        piles.over["dropped", None].append(row)
    elif not row.account:
        piles.over["failed", "unreachable"].append(row)
    elif row.expires and row.expires <= at:
        piles.over["missed", None].append(row)
    elif at > now:
        piles.later.append((row, at))
    else:
        piles.places.update({(row.person.id, row.kind)} if row.counts else ())
        return True
    return False


def _allowed(row: Claimed, now: datetime, piles: Sorted) -> datetime | None:
    """When this may go out: in the person's own hours, and within what one person gets in a week (P4)."""
    hours = row.wishes.hours
    if row.urgent or not row.counts:
        return now if row.urgent else waking(now, hours)
    if row.wishes.only_home:
        return None
    if (row.person.id, row.kind) in piles.places:  # by another one in this same batch: then it is looked at again
        return now + DRAW_AGAIN
    return may_go(now, hours, row.had, row.cause)


async def _drawn(
    database: Database, draw: Draw, rows: Sequence[Claimed], now: datetime
) -> list[tuple[Claimed, Card | Exception | None]]:
    """All in one transaction; if one of them breaks it, each in its own, so that it breaks nobody else's."""
    if not rows:
        return []
    try:
        async with database.begin() as work:
            return [(row, await _one(work, draw, row, now)) for row in rows]
    except DATABASE_GONE:
        raise
    except Exception as error:
        if len(rows) > 1:
            return [pair for row in rows for pair in await _drawn(database, draw, [row], now)]
        log.error("the card %s cannot be drawn: %s", rows[0].card, trace(error))
        return [(rows[0], error)]


async def _one(work: AsyncConnection, draw: Draw, row: Claimed, now: datetime) -> Card | None:
    """Draws one, and takes its place in the week; a reminder takes it whether it is needed or not, so that no row tells."""
    card = await draw(work, row.card, row.ref, row.person)
    if row.counts and (row.forget or card):
        await mark(work, row.person.id, row.kind, day=row.wishes.hours.day(now), cause=row.cause)
    return card
