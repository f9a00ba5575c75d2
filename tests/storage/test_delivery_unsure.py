"""Nobody knows whether a message arrived: the platform is asked, later, and nothing is lost or said twice."""

from datetime import timedelta

from sqlalchemy import update

from bot.ports import Missing, Sent, Throttled, Unsure
from storage.db import Database
from storage.loop import DeliveryRow
from tests.storage.sending import NOON, Found, Office, note


async def cut_off(database: Database, *answers: Found) -> Office:
    """An office whose only message was cut off on its way; these answers wait for whoever asks."""
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1))
    office.slack.answers = [Unsure("timeout")]
    office.slack.found = list(answers)
    assert await office.drain() == NOON + timedelta(seconds=35)
    assert await office.states() == ["sending"]
    return office


async def test_the_platform_is_asked_only_when_nothing_can_be_under_way_any_more(database: Database) -> None:
    office = await cut_off(database, Sent("ts7"))
    office.later(34.9)
    await office.drain()
    assert office.slack.looked_for == []
    office.later(0.1)
    assert await office.drain() is None
    [letter] = office.slack.looked_for
    assert letter.key == office.slack.letters[0][1].key
    assert letter.claimed_at == NOON
    assert [(row["state"], row["platform_id"]) for row in await office.rows()] == [("sent", "ts7")]


async def test_a_message_that_never_arrived_is_sent_again(database: Database) -> None:
    office = await cut_off(database, Missing())
    office.later(35)
    await office.drain()
    assert len({letter.key for _, letter in office.slack.letters}) == 1
    assert [(row["state"], row["attempts"]) for row in await office.rows()] == [("sent", 2)]


async def test_another_process_finds_what_a_killed_one_left(database: Database) -> None:
    office = await cut_off(database, Sent("ts7"))
    office.later(35)
    assert await office.delivery.lanes_due() == ["slack:T1"]
    office.restart()
    await office.drain()
    assert await office.states() == ["sent"]
    assert len(office.slack.letters) == 1


async def test_while_the_platform_cannot_tell_it_is_asked_now_and_then_and_given_up_after_a_day(
    database: Database,
) -> None:
    office = await cut_off(database, *[Unsure("http_503")] * 3)
    office.later(35)
    assert await office.drain() == office.clock.now() + timedelta(seconds=35)
    office.later(10)
    await office.drain()
    assert len(office.slack.looked_for) == 1
    office.later(25)
    await office.drain()
    assert await office.states() == ["sending"]
    office.later(86_400)
    await office.drain()
    assert [(row["state"], row["error"]) for row in await office.rows()] == [("failed", "http_503")]


async def test_a_platform_that_wants_its_peace_while_it_is_asked_gets_it(database: Database) -> None:
    office = await cut_off(database, Throttled(60), Sent("ts7"))
    office.later(35)
    assert await office.drain() == office.clock.now() + timedelta(seconds=60)
    assert (await office.lane())["rate"] is None
    office.later(60)
    await office.drain()
    assert await office.states() == ["sent"]


async def test_a_reminder_of_which_nobody_knows_whether_it_arrived_has_ended_like_any_other(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1, forget=True))
    office.slack.answers = [Unsure("timeout")]
    await office.drain()
    [row] = await office.rows()
    assert (row["state"], row["claimed_at"], row["attempts"], row["platform_id"]) == ("done", None, 0, None)


async def test_a_sender_that_breaks_counts_as_not_knowing(database: Database) -> None:
    office = Office(database)
    await office.hire(1, 2)
    await office.tell(note(1), note(2))
    office.slack.answers = [ValueError("a body with words in it")]
    await office.drain()
    assert sorted(await office.states()) == ["sending", "sent"]


async def test_a_row_that_waited_past_the_fence_is_given_back_and_not_called_for(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1))
    office.while_drawing = lambda: office.later(8.1)
    await office.drain()
    assert office.slack.letters == []
    assert await office.states() == ["pending"]
    office.while_drawing = lambda: office.later(7.9)
    await office.drain()
    assert [(row["state"], row["attempts"]) for row in await office.rows()] == [("sent", 2)]


async def test_a_run_that_was_frozen_does_not_take_back_what_another_run_decided(database: Database) -> None:
    office = Office(database, apart=1.1)
    await office.hire(1)
    await office.tell(note(1, "first"), note(1, "second"))
    second = DeliveryRow.cause == "second"

    async def freeze(_seconds: float) -> None:
        await office.wall.sleep(100)
        async with database.begin() as work:
            await work.execute(update(DeliveryRow).where(second).values(owner="another", attempts=2))

    office.sleep = freeze
    office.restart()
    await office.drain()
    assert len(office.slack.letters) == 1
    assert [(row["state"], row["owner"]) for row in await office.rows()] == [("sent", None), ("sending", "another")]


async def test_that_it_arrived_is_a_fact_whoever_holds_the_row_by_now(database: Database) -> None:
    office = Office(database)
    await office.hire(1)
    await office.tell(note(1))

    async def another_run_gave_it_back() -> None:
        async with database.begin() as work:
            await work.execute(update(DeliveryRow).values(state="pending", owner=None))

    office.slack.meanwhile = another_run_gave_it_back
    await office.drain()
    assert await office.states() == ["sent"]
    assert len(office.slack.letters) == 1


async def test_an_answer_about_an_old_claim_changes_nothing_of_a_new_one(database: Database) -> None:
    office = await cut_off(database, Missing())
    office.later(35)

    async def another_run_claims_it_again() -> None:
        async with database.begin() as work:
            await work.execute(update(DeliveryRow).values(owner="another", attempts=2))

    office.slack.meanwhile = another_run_claims_it_again
    await office.drain()
    assert [(row["state"], row["owner"]) for row in await office.rows()] == [("sending", "another")]
    assert len(office.slack.letters) == 1
