"""Two stewards press at the same moment: one of them has done it, and the other reads so."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.events import Reply, Show, Submitted
from bot.ui import plain
from storage import drafts
from storage.db import Database
from storage.loop import ProgrammeRow
from storage.work import Work
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

WAITS = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), database_url, tmp_path)
    yield opened
    await opened.close()


@pytest.mark.long
async def test_a_question_that_is_thrown_away_while_another_steward_starts_it_is_not_said_to_be_started(
    office: Office,
) -> None:
    dario, ref = await kept(office)
    async with office.works.ledger.begin() as work:
        assert await drafts.throw_away(work, ref)
        reply = await meanwhile(office, work, Submitted("start", dario.account, "steward.start_own", ref))
    said = readable(await reply)
    assert "Started." not in said
    assert "There is nothing here any more." in said
    assert await next_dates(office) == []


async def test_a_question_that_is_started_while_another_throws_it_away_or_starts_it_stays_and_is_started_once(
    office: Office,
) -> None:
    dario, ref = await kept(office)
    async with office.works.ledger.begin() as work:
        draft = await drafts.draft_of(work, ref)
        assert draft
        assert await drafts.start(work, draft)
        thrown = await meanwhile(office, work, Submitted("throw", dario.account, "steward.throw_away", ref))
        started = await meanwhile(office, work, Submitted("start", dario.account, "steward.start_own", ref), others=1)
    assert "There is nothing here any more." in readable(await thrown)
    assert "This question has been started already." in readable(await started)
    assert await next_dates(office) == [draft.when.opens]


async def kept(office: Office) -> tuple[Colleague, str]:
    """A steward, and the ref of a question that waits to be started."""
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    await dario.visits_home()
    await dario.presses("Ask your own question")
    await dario.fills({"What is it about?": "The new rota", "Your question": "Does the rota come early enough?"})
    await dario.fills({"How is it answered?": "Yes or no", "Who answers back?": "Dario Moretti"})
    await dario.fills({"Until which day can it be answered?": "2026-11-20"})
    await dario.sends()
    async with office.works.ledger.begin() as work:
        [found] = await drafts.kept(work)
    return dario, found.ref


async def meanwhile(office: Office, work: Work, event: Submitted, *, others: int = 0) -> "asyncio.Task[Reply]":
    """The turn begins while this transaction is open. On PostgreSQL it has come as far as the row that this one holds; on
    SQLite, which has one connection, it waits for that."""
    turn = asyncio.create_task(office.works.bot.answer(event))
    if work.connection.dialect.name == "postgresql":
        looking = Database(office.works.database.url.render_as_string(hide_password=False))
        while await _waiting(looking) <= others:
            assert not turn.done(), "nobody waits"
        await looking.close()
    return turn


async def _waiting(database: Database) -> int:
    async with database.begin() as connection:
        return int((await connection.execute(WAITS)).scalar_one())


def readable(reply: Reply) -> str:
    assert isinstance(reply, Show)
    return "\n".join([plain(reply.form), *reply.form.errors.values()])


async def next_dates(office: Office) -> list[object]:
    async with office.works.database.begin() as connection:
        return list((await connection.execute(select(ProgrammeRow.next_at))).scalars())
