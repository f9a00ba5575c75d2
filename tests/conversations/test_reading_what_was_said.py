"""Whoever answers back reads everything that was said, however much it was, and nobody else does so this way."""

import secrets

import pytest

from bot.events import Opened, Show
from bot.ui import plain
from storage import directory, given, happenings
from storage.work import Work
from tests.harness import Colleague, Office
from tests.together import runs

MANY = 30


async def said(office: Office, people: list[Colleague]) -> str:
    """Each says a line to the question that is open; returns its ref."""
    async with office.works.ledger.begin() as work:
        assert isinstance(work, Work)
        found = [await directory.meet(work.connection, each.account) for each in people]
        numbers = [each.id for each in found if each]
        [one] = await happenings.open_for(work.connection, numbers[0], office.clock.now())
        for number in numbers:
            await given.put(work, one.on, number, {"said": f"fix {number}"})
        return one.on.ref


async def reads(who: Colleague, ref: str, choice: str = "") -> str:
    opened = Opened(secrets.token_hex(8), who.account, "share.read", ref, choice)
    shown = await who.office.works.bot.answer(opened)
    return plain(shown.form) if isinstance(shown, Show) else repr(shown)


@pytest.mark.long
async def test_the_one_who_answers_reads_page_by_page_and_others_nothing(bare: Office) -> None:
    dario = await bare.hire("Dario Moretti")
    await bare.grant(dario, "steward")
    people = await bare.hire_many(MANY)
    await runs(bare, "small-fixes", dario)
    await bare.until("2026-12-07T10:05")
    ref = await said(bare, people)
    assert "fix" not in await reads(dario, ref), "nothing is read before the round is over"
    await bare.until("2026-12-21T10:05")
    await dario.visits_home()
    await dario.presses("Say what came of it")
    await dario.presses(f"Read all {MANY}")
    first = dario.dialog.text
    await dario.presses("Read on")
    lines = [line for text in (first, dario.dialog.text) for line in text.splitlines() if "fix " in line]
    assert len(set(lines)) == MANY
    assert "fix" not in await reads(people[0], ref)
    assert "fix" in await reads(dario, ref, "1; drop")
