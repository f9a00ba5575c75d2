"""Two coming events of the made-up organisation's networks: one open, one hidden, with some who have said that they come."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import circles, directory
from storage.circles import Network
from storage.demo.organisation import PLATFORM, Organisation
from storage.events import event as events
from storage.events import rsvps
from storage.events.event import Audience
from storage.events.plan import Plan
from storage.events.rsvps import Said
from storage.work import Work

LUNCH = Plan(
    "Welcome lunch",
    "",
    "",
    60,
    room="Canteen, by the windows",
    about="Soup, bread and people who remember their first week. Bring somebody who is new here.",
    access=("step-free", "quiet"),
    places=24,
)
TALK = Plan(
    "Work that fits",
    "",
    "",
    45,
    link="https://meet.example.org/work-that-fits",
    about="Two colleagues say how they got the equipment that they needed, and how long it took.",
    access=("captions", "bsl", "recorded"),
)
COMING: tuple[tuple[str, Plan, int, str], ...] = (
    ("International workforce network", LUNCH, 8, "12:30"),
    ("Disability network", TALK, 15, "14:00"),
)
SAYS: tuple[Said | None, ...] = (None, None, "catch-up", "no")


async def announce(work: Work, organisation: Organisation, zone: str, now: datetime) -> None:
    """Both, announced the day before; every second member has said something."""
    known = {each.name: each for each in await circles.networks(work.connection)}
    leads = {each.name: each.lead for each in organisation.networks}
    for name, plan, days, at in COMING:
        if name in known and leads[name]:
            lead = await directory.by_account(work.connection, PLATFORM, leads[name])
            dated = replace(plan, wall=f"{(now + timedelta(days=days)).date()}T{at}", zone=zone)
            await _announce(work.connection, known[name], dated, lead or 0, now=now - timedelta(days=1))


async def _announce(connection: AsyncConnection, of: Network, plan: Plan, lead: int, *, now: datetime) -> None:
    audience = Audience(of.id, of.key, of.name, of.hidden)
    ref = await events.draft(connection, plan, audience, lead, now=now)
    event = await events.find(connection, ref)
    if event is None:
        return
    announced = await events.alter(connection, event, now, state="announced", announced_at=now)
    people = sorted((await connection.execute(events.people(announced))).scalars())
    for number, person in enumerate(people[::2]):
        await rsvps.say(connection, announced, person, SAYS[number % len(SAYS)] or announced.limited)
