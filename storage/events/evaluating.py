"""How an event was: those who came are asked without their names, if they are enough, and its lead answers back."""

import secrets
from datetime import datetime, time
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.programme import NOTICE, Rhythm, first_wall, instant, write_wall
from bot.values import replace
from storage.disclosure.presets import FEWEST
from storage.events.coming import CAME, before
from storage.events.event import Audience, Event, find
from storage.events.plan import Plan
from storage.events.rows import EventRow, GuestsRow, RsvpRow
from storage.loop import NewsRow, ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.programmes import OF, heads, people_of

EVALUATION = "evaluation"
"""The template that asks."""
AT = Rhythm(time(10), None)
"""On a working day, as an evaluation that a steward starts."""
_OVER = prepared(
    select(EventRow.ref).where(
        EventRow.evaluate, EventRow.evaluated == "", EventRow.state == "announced", EventRow.ends_at <= bindparam("now")
    )
)


def guests(event: int) -> Select[int]:
    """The ids of those who said that they come, and not since then that they could not."""
    here = select(PersonRow.id).join(RsvpRow, RsvpRow.person_id == PersonRow.id).where(PersonRow.active)
    return here.where(RsvpRow.event_id == event, RsvpRow.answer.in_(CAME), RsvpRow.queue.is_(None))


async def asks_only_enough(connection: AsyncConnection, plan: Plan, of: Audience) -> Plan:
    """The plan, without asking afterwards where that is not possible: where nobody may learn who is in it, where it has too few
    places, and where too few could come."""
    asks = plan.evaluate and not (of.hidden or plan.small) and await heads(connection, people_of(of.id)) >= FEWEST
    return replace(plan, evaluate=asks)


async def enough(connection: AsyncConnection, event: Event) -> bool:
    """Whether so many come that their answers can be kept without a name (P5)."""
    return await heads(connection, guests(event.id)) >= FEWEST


def opens(event: Event) -> datetime:
    """On the working day after it; and no sooner than a week after people could first read of it (P12)."""
    earliest = max(event.plan.ends, (event.announced_at or event.plan.ends) + NOTICE)
    return instant(first_wall(AT, earliest, event.plan.zone), event.plan.zone)


async def ask(connection: AsyncConnection, now: datetime) -> None:
    """Opens what is due; does nothing the second time. Where too few come, nobody is asked, and its lead reads why."""
    for row in await _OVER.rows(connection, now=now):
        event = await find(connection, row.ref)
        if event and now >= opens(event):
            asked = not event.audience.hidden and await enough(connection, event)
            if asked:
                await _start(connection, event)
            done = update(EventRow).where(EventRow.id == event.id)
            await connection.execute(done.values(evaluated="asked" if asked else "few"))


async def what_changes(connection: AsyncConnection, event: Event) -> str:
    """What its lead said after the one before it in its series, or promised to those who were asked how it was."""
    last = await before(connection, event)
    return last.change if last else await _promised(connection, event)


async def _promised(connection: AsyncConnection, event: Event) -> str:
    of = (ProgrammeRow.template == _name(event), ProgrammeRow.circle_id == event.audience.id)
    rounds = select(NewsRow.will_do).join(RoundRow, RoundRow.id == NewsRow.round_id)
    news = rounds.join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id).where(*of)
    return (await connection.execute(news.order_by(RoundRow.id.desc()).limit(1))).scalar() or ""


async def _start(connection: AsyncConnection, event: Event) -> None:
    """A series has one programme, so that each time people read first what came of the last one (P13)."""
    found = select(ProgrammeRow.id).where(
        ProgrammeRow.template == _name(event), ProgrammeRow.circle_id == event.audience.id
    )
    number = (await connection.execute(found)).scalar() or await _new(connection, event)
    guests_ = update(GuestsRow).where(GuestsRow.programme_id == number).values(event_id=event.id)
    await connection.execute(guests_)
    await connection.execute(update(ProgrammeRow).where(ProgrammeRow.id == number).values(**_next(event)))


async def _new(connection: AsyncConnection, event: Event) -> int:
    fixed = {"ref": secrets.token_hex(16), "template": _name(event), "circle_id": event.audience.id, "shown_by": ""}
    new = insert(ProgrammeRow).values(**fixed, zone=event.plan.zone, **_next(event)).returning(ProgrammeRow.id)
    number = int((await connection.execute(new)).scalar_one())
    await connection.execute(insert(GuestsRow).values(programme_id=number, event_id=event.id))
    return number


def _next(event: Event) -> dict[str, Any]:
    wall = first_wall(AT, opens(event), event.plan.zone)
    return {"next_wall": write_wall(wall), "next_at": opens(event), "answerer_id": event.lead}


def _name(event: Event) -> str:
    return f"{EVALUATION}{OF}{event.series}"
