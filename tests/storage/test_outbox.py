"""What is to be sent is written once per person and cause, and only for people who can be reached."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Message
from storage.db import Database
from storage.loop import DeliveryRow, LaneRow
from storage.outbox import drop_lane, fan_out, put
from storage.people import AccountRow, PersonRow
from tests.storage.people import hire

NOW = datetime(2026, 3, 4, 11, tzinfo=UTC)


async def rows(connection: AsyncConnection) -> list[RowMapping]:
    found = await connection.execute(select(DeliveryRow.__table__).order_by(DeliveryRow.person_id))
    return list(found.mappings())


async def test_one_message_per_person_and_cause_for_ever(database: Database) -> None:
    message = Message(1, "ask.question", "r1", "r1:ask:asked:1")
    async with database.begin() as work:
        await hire(work, 1)
        assert await put(work, [message, message], NOW) == 0
    async with database.begin() as work:
        await work.execute(update(DeliveryRow).values(state="sent"))
        await put(work, [message], NOW + timedelta(days=400))
        [row] = await rows(work)
    assert (row["state"], row["lane"], row["not_before"], row["expires_at"]) == ("sent", "slack:T1", NOW, None)


async def test_somebody_without_an_account_or_who_left_is_counted_and_gets_no_row(database: Database) -> None:
    async with database.begin() as work:
        await hire(work, 1, 2, 3)
        await work.execute(delete(AccountRow).where(AccountRow.person_id == 2))
        await work.execute(update(PersonRow).where(PersonRow.id == 3).values(active=False))
        assert await put(work, [Message(n, "c", "r", "x") for n in (1, 2, 3, 4)], NOW) == 3
        assert [row["person_id"] for row in await rows(work)] == [1]


async def test_thousands_of_messages_in_one_turn_are_written(database: Database) -> None:
    async with database.begin() as work:
        await hire(work, *range(1, 1202))
        await put(work, [Message(n, "c", "r", "x") for n in range(1, 1202)], NOW)
        assert len(await rows(work)) == 1201


async def test_a_question_to_everybody_is_the_same_row_as_one_written_alone(database: Database) -> None:
    asked: dict[str, Any] = {"card": "ask.question", "ref": "r1", "cause": "r1:ask:asked:1"}
    later = NOW + timedelta(hours=1)
    everybody = select(PersonRow.id).where(PersonRow.zone == "Europe/London")
    async with database.begin() as work:
        await hire(work, 1, 2)
        await put(work, [Message(1, **asked, not_before=later, expires=later, forget=True)], NOW)
        assert await fan_out(work, everybody, **asked, not_before=later, expires=later, forget=True) == 1
        assert await fan_out(work, everybody, **asked, not_before=NOW) == 0
        first, second = await rows(work)
        lanes = (await work.execute(select(LaneRow.id, LaneRow.platform))).all()
    differing = {"id", "person_id"}
    assert [(k, v) for k, v in first.items() if k not in differing] == [
        (k, v) for k, v in second.items() if k not in differing
    ]
    assert [tuple(lane) for lane in lanes] == [("slack:T1", "slack")]


async def test_an_uninstalled_workspace_gets_nothing_more_and_another_keeps_its_own(database: Database) -> None:
    async with database.begin() as work:
        await hire(work, 1, 2)
        await hire(work, 3, tenant="T2")
        await put(work, [Message(n, "c", "r", "x", forget=n == 2) for n in (1, 2, 3)], NOW)
        await drop_lane(work, "slack", "T1")
        assert [row["state"] for row in await rows(work)] == ["dropped", "done", "pending"]
        assert list(await work.scalars(select(LaneRow.id))) == ["slack:T2"]
