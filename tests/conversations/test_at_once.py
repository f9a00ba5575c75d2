"""Two stewards press at the same moment: one of them has done it, and the other reads so."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.events import Reply, Show, Submitted
from bot.ui import plain
from storage import directory, drafts
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


@pytest.mark.long
async def test_what_many_start_at_once_runs_once_and_goes_on_once_after_it_was_stopped(office: Office) -> None:
    stewards = [await office.hire(each) for each in ("Dario Moretti", "Amara Okafor")]
    for each in stewards:
        await office.grant(each, "steward")
    async with office.works.ledger.begin() as work:
        [(who, _), *_] = await directory.answerers(work)
        everyone = directory.opaque(work, -await directory.circle_id(work.connection, directory.EVERYONE))
    for turn in range(2):
        presses = [
            Submitted(f"begin:{turn}:{number}", each.account, "practices.begin", f"culture-club:{everyone}:{who}:")
            for number, each in enumerate(stewards * 4)
        ]
        said = [readable(each) for each in await asyncio.gather(*map(office.works.bot.answer, presses))]
        assert sum("Started. The first round opens on" in each for each in said) == 1
        assert sum("It runs for these people already." in each for each in said) == len(said) - 1
        async with office.works.database.begin() as connection:
            [programme] = (await connection.execute(select(ProgrammeRow.ref))).scalars()
        await office.forges(stewards[0], "practices.stop", programme, {})


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
