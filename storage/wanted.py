"""Decides which of the claimed messages still go out, drawn from what is true now, and what becomes of the others."""

import logging
import sqlite3
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from bot.conversation import Person
from bot.hours import waking
from bot.mishap import trace
from bot.ui import Card
from storage.claims import Claimed
from storage.db import Database

log = logging.getLogger("hearback.delivery")

Draw = Callable[[object, str, str, Person], Awaitable[Card | None]]
"""Work, the card's name, its ref and the reader; None: no longer wanted."""

DATABASE_GONE = (OperationalError, InterfaceError, NoConnection, sqlite3.OperationalError)
DRAWINGS = 6
DRAW_AGAIN = timedelta(minutes=10)


@dataclass(slots=True)
class Sorted:
    """`over` holds rows by their last state and error; `later` with the instant before which they are not tried again."""

    wanted: list[tuple[Claimed, Card]] = field(default_factory=list)
    over: dict[tuple[str, str | None], list[Claimed]] = field(default_factory=lambda: defaultdict(list))
    later: list[tuple[Claimed, datetime]] = field(default_factory=list)


async def sort(database: Database, draw: Draw, rows: Sequence[Claimed], now: datetime) -> Sorted:
    """Looks at everything again at the last moment: who left, what expired, where it is night, who has answered."""
    piles = Sorted()
    for row, card in await _drawn(database, draw, [row for row in rows if _due(row, now, piles)]):
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


def _due(row: Claimed, now: datetime, piles: Sorted) -> bool:
    at = now if row.urgent else waking(now, row.person.zone)
    if not row.active:
        piles.over["dropped", None].append(row)
    elif not row.account:
        piles.over["failed", "unreachable"].append(row)
    elif row.expires and row.expires <= at:
        piles.over["missed", None].append(row)
    elif at > now:
        piles.later.append((row, at))
    else:
        return True
    return False


async def _drawn(
    database: Database, draw: Draw, rows: Sequence[Claimed]
) -> list[tuple[Claimed, Card | Exception | None]]:
    """All in one transaction; if one of them breaks it, each in its own, so that it breaks nobody else's."""
    if not rows:
        return []
    try:
        async with database.begin() as work:
            return [(row, await draw(work, row.card, row.ref, row.person)) for row in rows]
    except DATABASE_GONE:
        raise
    except Exception as error:
        if len(rows) > 1:
            return [pair for row in rows for pair in await _drawn(database, draw, [row])]
        log.error("the card %s cannot be drawn: %s", rows[0].card, trace(error))
        return [(rows[0], error)]
