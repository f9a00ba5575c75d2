"""Everybody reads what was raised and what changed, as guardians published it; before, or if it was tampered with, nothing."""

import logging

import pytest
from sqlalchemy import select

from storage.cases import pinboard, publishing
from storage.threads.tables import SealedRow, SignedDirectoryRow
from tests.conversations.test_speak_up_traces import lines, reached
from tests.guardians import Guardians, appoint
from tests.harness import Office
from tests.witness import dump

BUTTON = "Raised, and what changed"
ROTAS = "Rotas are locked four weeks ahead. A swap needs a second pair of eyes."


async def kept(guardians: Guardians) -> list[object]:
    """Everything that lies in the threads' database, and the keys of its rows."""
    cabinet, these = guardians.work.cabinet, (SealedRow, SignedDirectoryRow)
    async with cabinet.database.begin() as connection:
        rows = [sorted(map(tuple, await connection.execute(select(each.__table__)))) for each in these]
    return [*rows, cabinet.shelf.read()]


async def test_what_was_published_is_read_by_everybody_without_a_trace(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    nurse, porter = await office.hire("Amara Okafor"), await office.hire("Nils Berg")
    guardians = await appoint(office.works)
    await office.works.catch_up()
    await nurse.commands("speakup")
    assert BUTTON not in nurse.dialog.buttons
    assert BUTTON not in (await nurse.sees_home()).buttons
    await guardians.publishes(ROTAS)
    await office.wait(minutes=1)
    before, sent = dump(office.works.database), reached(office)
    threads = await kept(guardians)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        for who in (nurse, porter):
            await who.commands("speakup")
            await who.presses(BUTTON)
    assert nurse.dialog.text == porter.dialog.text
    for said in (
        "Raised in the twelve months up to September 2026",
        "Everything that was raised",
        "What changed, October 2025 to September 2026",
        "Published by Ines Costa, Freedom to Speak Up guardian",
        "Counted: what was raised with Ines Costa (Freedom to Speak Up guardian).",
        "Not counted yet: what was raised only with Tom Reyes (Guardian of the training body) and Olga Brandt",
        "at least 11",
        ROTAS,
    ):
        assert said in nurse.dialog.text
    assert "11" in nurse.dialog.text
    assert "not shown" in nurse.dialog.text
    assert "Number" not in nurse.dialog.text
    assert dump(office.works.database) == before
    assert await kept(guardians) == threads
    assert (reached(office), lines(caplog)) == (sent, [])
    assert BUTTON in (await nurse.sees_home()).buttons
    assert nurse.messages() == []


async def test_what_guardians_learned_is_read_by_everybody_when_its_two_weeks_are_over(office: Office) -> None:
    nurse = await office.hire("Amara Okafor")
    guardians = await appoint(office.works)
    await guardians.learns("People on nights hear of changes last.")
    await office.wait(minutes=1)
    await nurse.commands("speakup")
    assert BUTTON not in nurse.dialog.buttons  # not yet, and nobody can tell that something waits
    await office.wait(days=14)
    await nurse.commands("speakup")
    await nurse.presses(BUTTON)
    assert "People on nights hear of changes last." in nurse.dialog.text
    assert "Ines Costa, Freedom to Speak Up guardian, in the two weeks up to" in nurse.dialog.text
    assert "No figures were published yet." in nurse.dialog.text
    assert BUTTON in (await nurse.sees_home()).buttons


async def test_what_somebody_wrote_into_the_database_is_not_shown(bare: Office) -> None:
    nurse, guardians = await bare.hire("Amara Okafor"), await appoint(bare.works)
    await guardians.publishes(ROTAS)
    await nurse.commands("speakup")
    await nurse.presses(BUTTON)
    assert ROTAS in nurse.dialog.text
    await bare.wait(minutes=1)
    assert BUTTON in (await nurse.sees_home()).buttons
    [[told, by, signed]] = await pinboard.kept(guardians.work, publishing.BOARD)
    await pinboard.keep(guardians.work, publishing.BOARD, [[told.replace("11", "5"), by, signed]])
    await nurse.commands("speakup")
    assert BUTTON not in nurse.dialog.buttons
    await bare.wait(minutes=1)
    assert BUTTON not in (await nurse.sees_home()).buttons
