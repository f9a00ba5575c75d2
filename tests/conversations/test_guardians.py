"""Guardians hear the same words at the same minute, whatever happened; and somebody hears when one is away for too long."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.settings import ChatAccount
from storage.cases import enrolment, locks, statements
from storage.cases.casework import Casework
from storage.cases.sessions import Guardian
from storage.clockwork import AWAY, DIGEST, INACTIVE, PING
from storage.loop import DeliveryRow
from storage.threads import recipients
from storage.threads.recipients import Directory, RecipientKey
from storage.working_days import Calendar
from tests.conversations.conftest import DOORS, DRIVERS
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.posts import guards

NUDGE = "Raised something? Your words open any reply: press Speak up."
Key = dict[str, RecipientKey]


@pytest.fixture(params=DOORS)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(DRIVERS[request.param](), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


async def opens(office: Office, *names: str) -> Key:
    """A signed list with these names, the last of them outside the line."""
    seed, pin = enrolment.new_signer()
    work = Casework(office.works.clockwork.work.cabinet, pin)
    keys = {name: locks.fresh().key for name in names}
    listed = [
        replace(recipients.public(key, name, "guardian"), outside=name == names[-1]) for name, key in keys.items()
    ]
    await enrolment.publish(work, seed, listed)
    office.works.clockwork.work = work
    return keys


async def passes(office: Office, day: int, hour: int = 8, minute: int = 45, *, month: int = 11) -> None:
    """It becomes this minute of a day, in November if nothing else is said."""
    office.clock.at = datetime(2026, month, day, hour, minute, tzinfo=UTC)
    await office.works.catch_up()


async def sent(office: Office, card: str) -> list[tuple[int, datetime]]:
    async with office.works.database.begin() as connection:
        rows = select(DeliveryRow.person_id, DeliveryRow.not_before).where(DeliveryRow.card == card)
        return [(row.person_id, row.not_before) for row in await connection.execute(rows.order_by(DeliveryRow.id))]


async def says(office: Office, name: str, key: RecipientKey) -> None:
    """Nobody waits for this guardian today, and they have looked."""
    work = office.works.clockwork.work
    listed = await enrolment.on_the_list(work)
    [named] = [each for each in listed if each.name == name]
    assert await statements.say(work, Guardian(key, named, Directory(1, listed)), [])


async def test_every_guardian_gets_the_same_words_at_the_same_minute_whatever_happened(office: Office) -> None:
    ines, tom, amara = [await office.hire(name) for name in ("Ines Costa", "Tom Reed", "Amara Okafor")]
    for each in (ines, tom):
        guards(office, each)
    await passes(office, 3, 8, 44)
    assert ines.messages() == []
    await passes(office, 3)
    await passes(office, 3, 8, 46)  # once a day, however often the clock looks
    first = ines.newest.text
    office.works.clockwork.ring()  # the busiest day there can be
    await passes(office, 4, 8, 40)
    assert "now" not in ines.newest.text
    await passes(office, 4)
    told = [message.text for message in ines.messages()]
    assert told.count(first) == 2
    assert sum("open your inbox now" in text for text in told) == 1
    for weekend in (7, 8):
        await passes(office, weekend)
    await passes(office, 9)
    assert [message.text for message in ines.messages()].count(first) == 3
    assert [message.text for message in tom.messages()] == [message.text for message in ines.messages()]
    assert amara.messages() == []
    days = {at.astimezone(UTC).strftime("%H:%M") for _, at in await sent(office, DIGEST)}
    assert days == {"08:45"}


async def test_urgent_reports_of_one_quarter_of_an_hour_are_one_message_with_no_detail(bare: Office) -> None:
    ines = await bare.hire("Ines Costa")
    guards(bare, ines)
    await passes(bare, 3, 22, 3)
    for _ in range(3):
        bare.works.clockwork.ring()
        await passes(bare, 3, 22, 7)
    assert await sent(bare, PING) == []
    await passes(bare, 3, 22, 15)
    await passes(bare, 3, 22, 30)
    assert len(await sent(bare, PING)) == 1
    assert "open your inbox now" in ines.newest.text


async def test_whoever_has_not_said_that_nobody_waits_is_reminded_and_then_somebody_hears(bare: Office) -> None:
    ines, olga, ruth = [await bare.hire(name) for name in ("Ines", "Olga", "Ruth")]
    for each in (ines, olga):
        guards(bare, each)
    watching = ChatAccount("Ruth", ruth.account.platform, ruth.account.id)
    bare.works.clockwork.posts = replace(bare.works.clockwork.posts, oversight=watching)
    keys = await opens(bare, "Ines", "Olga")
    for day in (3, 4, 5, 6, 9, 10, 11):  # from Tuesday, for seven working days
        await passes(bare, day)
        await says(bare, "Olga", keys["Olga"])
    reminded = await sent(bare, AWAY)
    assert [at.day for _, at in reminded] == [9, 10, 11]
    assert len({person for person, _ in reminded}) == 1
    assert sum("not been in your inbox" in message.text for message in ines.messages()) == 3
    assert [at.day for _, at in await sent(bare, INACTIVE)] == [11]
    await passes(bare, 12)
    assert len(await sent(bare, INACTIVE)) == 1  # once for each absence
    assert "A guardian has been away for a week" in ruth.newest.text
    assert not any(name in ruth.newest.text for name in ("Ines", "Olga"))
    await says(bare, "Ines", keys["Ines"])
    before = len(await sent(bare, AWAY))
    await passes(bare, 13)
    assert len(await sent(bare, AWAY)) == before


async def test_whoever_has_new_keys_is_looked_for_once_under_whichever_they_work(bare: Office) -> None:
    """The old keys stand on the list until somebody ends them; they draw no reminder of their own."""
    ines, ruth = [await bare.hire(name) for name in ("Ines", "Ruth")]
    guards(bare, ines)
    watching = ChatAccount("Ruth", ruth.account.platform, ruth.account.id)
    bare.works.clockwork.posts = replace(bare.works.clockwork.posts, oversight=watching)
    keys = await opens(bare, " INES ", "Ines", "Olga")  # her old keys, her new ones, and somebody outside
    for day in (3, 4, 5, 6, 9, 10, 11, 12, 13):
        await passes(bare, day)
        await says(bare, "Ines" if day % 2 else " INES ", keys["Ines" if day % 2 else " INES "])
        await says(bare, "Olga", keys["Olga"])
    assert (await sent(bare, AWAY), await sent(bare, INACTIVE)) == ([], [])
    for day in (16, 17, 18, 19, 20, 23, 24):  # and now she is away
        await passes(bare, day)
        await says(bare, "Olga", keys["Olga"])
    assert [at.day for _, at in await sent(bare, AWAY)] == [19, 20, 23, 24]
    assert [at.day for _, at in await sent(bare, INACTIVE)] == [23]


async def test_on_a_bank_holiday_nobody_is_told_anything_and_it_is_no_day_away(bare: Office) -> None:
    ines = await bare.hire("Ines")
    guards(bare, ines)
    keys = await opens(bare, "Ines", "Olga")
    await passes(bare, 22, month=12)
    await says(bare, "Ines", keys["Ines"])
    for day in (23, 24, 25, 28, 29):  # Christmas Day, and the Monday for Boxing Day
        await passes(bare, day, month=12)
    assert [at.day for _, at in await sent(bare, DIGEST)] == [22, 23, 24, 29]
    assert await sent(bare, AWAY) == []  # three working days: 23, 24, 29
    calendar = Calendar("elsewhere")
    bare.works.clockwork.work = replace(bare.works.clockwork.work, calendar=calendar)
    await passes(bare, 29, 8, 46, month=12)
    assert [at.day for _, at in await sent(bare, AWAY)] == [29]  # the control: five without holidays


async def test_the_line_about_replies_is_the_same_for_all_and_only_there_while_reports_are_taken_in(
    office: Office,
) -> None:
    people = [await office.hire(name) for name in ("Ines Costa", "Amara Okafor")]
    await passes(office, 3, 9, 0)
    assert [NUDGE in await each.visits_home() for each in people] == [False, False]
    keys = await opens(office, "Ines", "Olga")
    assert keys
    office.clock.at += timedelta(minutes=1)
    await office.works.catch_up()
    homes = [await each.visits_home() for each in people]
    assert [NUDGE in home for home in homes] == [True, True]
    assert homes[0] == homes[1]
    office.works.clockwork.work = replace(office.works.clockwork.work, pin="0" * 32)
    office.clock.at += timedelta(minutes=1)
    await office.works.catch_up()
    assert NUDGE not in await people[0].visits_home()
