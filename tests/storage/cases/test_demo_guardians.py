"""The demo's guardians can be tried by anybody, and are never taken for real ones."""

import pytest
from sqlalchemy import delete

from bot.demo_guardian import DEMO_SIGNER
from bot.environment import Mistaken, read
from storage.cases import casework, guardians, locks
from storage.cases.casework import Casework
from storage.cases.one_time import Tries
from storage.demo import guardians as demo
from storage.templates import Programmes
from storage.threads.recipients import DirectoryRefused
from storage.threads.tables import SignedDirectoryRow
from tests.storage.cases.chamber import Chamber
from tests.storage.threads.desk import CHEAP


async def test_what_the_page_shows_opens_the_inbox_and_a_second_start_changes_nothing(file_chamber: Chamber) -> None:
    cabinet = file_chamber.work.cabinet
    work = Casework(cabinet, demo.PIN, CHEAP)
    with pytest.raises(DirectoryRefused):  # another signer's list stays as it is
        await demo.enrol(work)
    await demo.enrol(file_chamber.work)
    assert len((await casework.known(file_chamber.work)).recipients) == len(file_chamber.enrolled)


async def test_what_to_type_is_right(file_chamber: Chamber) -> None:
    work = Casework(file_chamber.work.cabinet, demo.PIN, CHEAP)
    async with work.cabinet.database.begin() as connection:
        await connection.execute(delete(SignedDirectoryRow))
    await demo.enrol(work)
    before = await casework.intake(work)
    await demo.enrol(work)
    assert await casework.intake(work) == before
    tries = Tries()
    for each, known in zip(demo.shown(), before.recipients, strict=True):
        who = locks.number_of(known.opens, known.signs)
        assert known.name == each.name
        assert locks.number(await guardians.unlock(work, tries, who, (each.passphrase, each.code))) == who


def test_the_demo_s_signer_is_refused_outside_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    assert DEMO_SIGNER == demo.PIN
    monkeypatch.setenv("HEARBACK_SPEAK_UP_SIGNER", DEMO_SIGNER.upper())
    monkeypatch.delenv("HEARBACK_DEMO", raising=False)
    with pytest.raises(Mistaken) as said:
        read(Programmes({}, {}))
    assert "everybody has its key" in said.value.sentences[0]
    monkeypatch.setenv("HEARBACK_DEMO", "1")
    assert read(Programmes({}, {})).speak_up_signer == DEMO_SIGNER
