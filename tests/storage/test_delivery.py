"""What is due is sent, once, in order, to people who still want it, by day."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, update

from bot.ports import Refused, Sent
from storage.db import Database
from storage.loop import DeliveryRow
from storage.outbox import drop_lane
from storage.people import AccountRow, PersonRow
from tests.storage.sending import NOON, Office, note


async def test_what_is_due_goes_out_urgent_first_then_oldest_first(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2, 3, 4, 5)
    await office.tell(
        note(1),
        note(2, not_before=NOON - timedelta(hours=1)),
        note(3, urgent=True),
        note(4, not_before=NOON + timedelta(minutes=5)),
        note(5, not_before=NOON + timedelta(minutes=4), urgent=True),
    )
    assert await office.drain() == NOON + timedelta(minutes=4)
    assert office.slack.to() == ["U3", "U2", "U1"]
    assert await office.states() == ["sent", "sent", "sent", "pending", "pending"]
    office.later(300)
    assert await office.drain() is None
    assert office.slack.to()[3:] == ["U5", "U4"]


async def test_hundreds_go_out_in_one_go_and_each_once(database: Database) -> None:
    office = Office(database)
    await office.hire(*range(1, 101))
    await office.tell(*(note(n) for n in range(1, 101)))
    assert await office.drain() is None
    assert office.slack.to() == [f"U{n}" for n in range(1, 101)]
    assert {(row["state"], row["owner"], row["attempts"]) for row in await office.rows()} == {("sent", None, 1)}


async def test_a_sent_message_keeps_its_name_on_the_platform_and_the_way_to_the_person(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1), note(1, "other"))
    office.slack.answers = [Sent("ts1", reach="D1"), Sent("ts2")]
    await office.drain()
    assert [row["platform_id"] for row in await office.rows()] == ["ts1", "ts2"]
    await office.tell(note(1, "third"))
    await office.drain()
    assert office.slack.letters[-1][1].account.reach == "D1"


async def test_a_letter_has_an_opaque_name_of_its_own(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1), note(1, "other"))
    await office.drain()
    keys = {letter.key for _, letter in office.slack.letters}
    assert len(keys) == 2
    assert all(len(key) == 32 and int(key, 16) for key in keys)


async def test_what_is_no_longer_wanted_is_looked_at_when_it_is_sent(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2, 3, 4)
    await office.tell(note(1, expires=NOON), note(2, ref="gone"), note(3), note(4))
    office.unwanted = {"gone"}
    async with database.begin() as work:
        await work.execute(update(PersonRow).where(PersonRow.id == 3).values(active=False))
        await work.execute(delete(AccountRow).where(AccountRow.person_id == 4))
    assert await office.drain() is None
    assert await office.states() == ["missed", "dropped", "dropped", "failed"]
    assert office.slack.letters == []


async def test_a_refusal_is_final_and_keeps_only_its_code(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1))
    office.slack.answers = [Refused("channel_not_found")]
    assert await office.drain() is None
    [row] = await office.rows()
    assert (row["state"], row["error"]) == ("failed", "channel_not_found")


async def test_a_reminder_ends_the_same_whether_it_was_needed_or_not(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2, 3, 4)
    reminders = [note(1), note(2, ref="answered"), note(3, expires=NOON), note(4)]
    await office.tell(*(note(m.person, "remind", ref=m.ref, expires=m.expires, forget=True) for m in reminders))
    office.unwanted = {"answered"}
    office.slack.answers = [Sent("ts1"), Refused("user_left")]
    await office.drain()
    assert office.slack.to() == ["U1", "U4"]
    differing = {"id", "person_id", "ref", "expires_at"}
    rows = [{k: v for k, v in row.items() if k not in differing} for row in await office.rows()]
    assert rows[0]["state"] == "done"
    assert rows == [rows[0]] * 4


@pytest.mark.parametrize(
    ("zone", "due", "then"),
    [
        # Clocks go forward between Friday and Monday: London on 29 March, New York on 8 March.
        ("Europe/London", "2026-03-27T19:00", "2026-03-30T09:00"),
        ("America/New_York", "2026-03-06T22:00", "2026-03-09T14:00"),
        # And back: London on 25 October, New York on 1 November.
        ("Europe/London", "2026-10-23T19:00", "2026-10-26T10:00"),
        ("America/New_York", "2026-10-30T21:00", "2026-11-02T15:00"),
    ],
)
async def test_what_comes_due_at_night_waits_for_the_persons_morning(
    database: Database, zone: str, due: str, then: str
) -> None:
    office = Office(database)
    office.until(datetime.fromisoformat(due).replace(tzinfo=UTC))
    morning = datetime.fromisoformat(then).replace(tzinfo=UTC)
    await office.hire(1, zone=zone)
    await office.tell(note(1), note(1, "receipt", urgent=True), note(1, "too late", expires=morning))
    assert await office.drain() == morning
    assert await office.states() == ["pending", "sent", "missed"]
    office.until(morning)
    await office.drain()
    assert await office.states() == ["sent", "sent", "missed"]


async def test_a_card_that_cannot_be_drawn_stops_nobody_else_and_is_tried_again(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2, 3)
    await office.tell(note(1), note(2, ref="broken"), note(3))
    office.broken = {"broken"}
    assert await office.drain() == NOON + timedelta(minutes=10)
    assert await office.states() == ["sent", "pending", "sent"]
    office.later(600)
    office.broken = set()
    await office.drain()
    assert await office.states() == ["sent", "sent", "sent"]


async def test_a_card_that_stays_broken_is_given_up(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1, ref="broken"))
    office.broken = {"broken"}
    while at := await office.drain():
        office.until(at)
    assert [(row["state"], row["error"], row["attempts"]) for row in await office.rows()] == [("failed", "draw", 6)]


async def test_an_uninstall_in_the_middle_of_a_sending_is_the_last_word(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2)
    await office.tell(note(1), note(2))

    async def uninstall() -> None:
        async with database.begin() as work:
            await drop_lane(work, "slack", "T1")

    office.slack.meanwhile = uninstall
    assert await office.drain() is None
    assert await office.states() == ["dropped", "dropped"]
    assert await office.delivery.lanes_due() == []


async def test_a_lane_whose_door_is_closed_waits(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1))
    async with database.begin() as work:
        await work.execute(update(DeliveryRow).values(lane="teams:T1"))
    assert await office.delivery.drain("teams:T1") is None
    assert await office.states() == ["pending"]
