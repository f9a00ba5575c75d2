"""Events in both databases: the last place goes to one of two, a list moves in turn, whoever leaves was never there."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.attention import Wishes
from bot.hours import Hours
from storage import directory
from storage.db import Database
from storage.disclosure.presets import FEWEST
from storage.events import coming, evaluating, rsvps, tending
from storage.events import event as events
from storage.events.announcing import Meeting, arrange, event_of
from storage.events.event import Event
from storage.events.messages import reminded_at
from storage.events.plan import Plan
from storage.events.rows import GuestsRow, RsvpRow
from storage.loop import DeliveryRow
from storage.people import MembershipRow
from tests.storage.people import hire

NOW = datetime(2026, 11, 9, 10, tzinfo=UTC)
TALK = Plan("Staying at work", "2026-11-18T12:30", "Europe/London", 60, room="Room 2", about="A talk.", places=1)
STEWARD, BRYN, CHIDI, DARIO = 1, 2, 3, 4


async def announced(connection: AsyncConnection, plan: Plan = TALK) -> Event:
    """Four people, one of them a steward, who announces it to everybody."""
    await hire(connection, STEWARD, BRYN, CHIDI, DARIO)
    await directory.circle_id(connection, directory.EVERYONE)
    for person in (STEWARD, BRYN, CHIDI, DARIO):
        await directory.join(connection, person, directory.EVERYONE)
    await directory.join(connection, STEWARD, directory.STEWARDS)
    [audience] = await events.audiences(connection, STEWARD)
    ref = await events.draft(connection, plan, audience, STEWARD, now=NOW)
    found = await events.led_by(connection, ref, STEWARD)
    assert found is not None
    assert await events.led_by(connection, ref, BRYN) is None
    return await events.alter(connection, found, NOW, state="announced", announced_at=NOW)


async def _waiting(connection: AsyncConnection, event: Event) -> Sequence[int]:
    found = select(RsvpRow.person_id).where(RsvpRow.event_id == event.id, RsvpRow.queue.is_not(None))
    return (await connection.execute(found.order_by(RsvpRow.queue))).scalars().all()


async def test_of_two_at_once_one_gets_the_last_place_and_the_other_waits(database: Database) -> None:
    async with database.begin() as connection:
        event = await announced(connection)

    async def says(person: int) -> bool:
        async with database.begin() as mine:
            rsvp, _ = await rsvps.say(mine, event, person, "room")
            return rsvp.comes

    assert sorted(await asyncio.gather(*map(says, (BRYN, CHIDI, DARIO)))) == [False, False, True]
    async with database.begin() as connection:
        assert (await rsvps.count(connection, event)) == rsvps.Count(room=1, waiting=2)
        first, second = await _waiting(connection, event)
        [comes] = {BRYN, CHIDI, DARIO} - {first, second}
        _, up = await rsvps.say(connection, event, comes, "catch-up")
        assert up == [first]
        assert (await rsvps.say(connection, event, comes, "room"))[0].waits  # nobody overtakes
        assert await _waiting(connection, event) == [second, comes]


async def test_whoever_leaves_takes_the_answer_along_and_the_next_one_hears(database: Database) -> None:
    async with database.begin() as connection:
        event = await announced(connection)
        await rsvps.say(connection, event, BRYN, "room")
        await rsvps.say(connection, event, CHIDI, "room")
        await connection.execute(delete(MembershipRow).where(MembershipRow.person_id == BRYN))
        assert await rsvps.mine(connection, event, BRYN) is None
        for _ in range(2):
            await tending.tend(connection, NOW)
        told = await connection.execute(select(DeliveryRow.person_id, DeliveryRow.card).order_by(DeliveryRow.id))
        assert [tuple(row) for row in told] == [
            (CHIDI, "meet.placed"),
            (CHIDI, "meet.reminder"),
            (CHIDI, "meet.reminder"),
        ]


async def test_everything_stands_where_it_belongs(database: Database) -> None:
    async with database.begin() as connection:
        event = await announced(connection)
        await rsvps.say(connection, event, BRYN, "catch-up")
        assert [each.ref for each in await coming.coming(connection, CHIDI, NOW, 9)] == [event.ref]
        assert await coming.new_since(connection, CHIDI, NOW, NOW) == []
        over = event.plan.ends + timedelta(hours=1)
        assert [each.ref for each, said in await coming.gone(connection, BRYN, over) if said == "catch-up"] == [
            event.ref
        ]
        assert await coming.gone(connection, CHIDI, over) == []
        assert [each.ref for each in await coming.to_catch_up(connection, STEWARD, over, 9)] == [event.ref]
        await events.alter(connection, event, over, caught_up_at=over, change="Questions first.")
        assert [each.ref for each in await coming.caught_up_since(connection, BRYN, NOW)] == [event.ref]
        again = await events.draft(connection, TALK, event.audience, STEWARD, now=over, series=event.series)
        draft = await events.find(connection, again)
        assert draft is not None
        before, twin = await coming.before(connection, draft), await coming.twin(connection, draft)
        assert before is not None
        assert before.change == "Questions first."
        assert twin is not None


LONDON = Wishes(Hours("Europe/London"))


@pytest.mark.parametrize(
    ("wishes", "starts", "reminded"),
    [
        (LONDON, "2026-11-18T12:30", "2026-11-17T12:30"),
        (LONDON, "2026-11-23T09:00", "2026-11-20T10:00"),  # a Monday morning: Friday, and not Monday at ten
        (Wishes(Hours("Europe/London", time(20), time(6), frozenset())), "2026-11-18T12:30", "2026-11-17T20:00"),
        (replace(LONDON, only_home=True), "2026-11-18T12:30", None),
    ],
)
def test_a_reminder_comes_in_waking_hours_and_never_too_late(wishes: Wishes, starts: str, reminded: str | None) -> None:
    begins = datetime.fromisoformat(starts).replace(tzinfo=UTC)
    at = reminded_at(begins, timedelta(days=1), wishes)
    assert at == (datetime.fromisoformat(reminded).replace(tzinfo=UTC) if reminded else None)


async def test_arranged_by_two_at_once_it_is_announced_once(database: Database) -> None:
    async with database.begin() as connection:
        event = await announced(connection)
    told = ("r" * 32, "s" * 32, "Culture club", "A book.", "2026-11-18T12:30", "Europe/London")
    meeting = Meeting(*told, minutes=60, circle=event.audience.id, host=BRYN)

    async def arranges() -> str:
        async with database.begin() as mine:
            made = await arrange(mine, meeting, NOW)
            return made.ref if made else ""

    [first, second] = await asyncio.gather(arranges(), arranges())
    assert first == second
    async with database.begin() as connection:
        found = await event_of(connection, "r" * 32)
        assert found is not None
        assert (found.ref, found.state, found.lead, found.plan.placed) == (first, "announced", BRYN, False)


async def test_a_series_is_asked_in_one_programme_each_time_those_who_came(database: Database) -> None:
    async with database.begin() as connection:
        event = await announced(connection, replace(TALK, places=None, evaluate=True))
        people = range(10, 10 + FEWEST)
        await hire(connection, *people)
        for person in people:
            await directory.join(connection, person, directory.EVERYONE)
            await rsvps.say(connection, event, person, "room")
        await evaluating.ask(connection, evaluating.opens(event) - timedelta(minutes=1))
        assert (await connection.execute(select(GuestsRow))).first() is None
        for _ in range(2):
            await evaluating.ask(connection, evaluating.opens(event))
        plan = replace(event.plan, wall="2026-12-09T12:30")
        ref = await events.draft(connection, plan, event.audience, STEWARD, now=NOW, series=event.series)
        later = await events.find(connection, ref)
        assert later is not None
        later = await events.alter(connection, later, NOW, state="announced", announced_at=NOW)
        for person in people[1:]:
            await rsvps.say(connection, later, person, "room")
        await evaluating.ask(connection, evaluating.opens(later))  # one too few
        [row] = (await connection.execute(select(GuestsRow.event_id))).all()
        assert row.event_id == event.id
        await rsvps.say(connection, later, people[0], "online")
        assert len((await connection.execute(evaluating.guests(later.id))).all()) == FEWEST
