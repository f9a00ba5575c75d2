"""With the database gone or locked, a person reads what to do, and what they wrote is still in the form."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage import db
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import COMMENT, QUESTION, Colleague, Office, scored

WORDS = "The lift by Theatres is out again."


@pytest.fixture
async def nurse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Colleague]:
    """She has the question in front of her, with her words in it."""
    monkeypatch.setattr(db, "WAIT_SECONDS", 0.02)
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    colleagues = [await office.hire("Amara Okafor"), *await office.hire_many(4)]
    await office.start_pulse(colleagues[1])
    await office.until("2026-11-05T10:00")
    await colleagues[0].presses("Answer")
    await colleagues[0].fills({QUESTION: scored(3), COMMENT: WORDS})
    yield colleagues[0]
    await office.close()


@contextmanager
def locked(file: str) -> Iterator[None]:
    """Somebody else is writing and does not stop."""
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


def file_of(who: Colleague) -> str:
    return str(who.office.works.database.url.database)


async def test_a_locked_database_gives_the_form_back_and_the_second_try_works(
    nurse: Colleague, caplog: pytest.LogCaptureFixture
) -> None:
    with locked(file_of(nurse)):
        await nurse.sends()
    [error] = nurse.dialog.errors
    assert "nothing was changed. Please try again in a minute. Reference: " in error
    assert nurse.dialog.title == "One question"
    assert nurse.dialog.values[COMMENT] == WORDS
    assert nurse.dialog.values[QUESTION] == "3"
    assert WORDS not in caplog.text
    await nurse.sends()
    assert "Recorded." in nurse.dialog.text


async def test_a_database_that_is_gone_gives_the_form_back(nurse: Colleague, caplog: pytest.LogCaptureFixture) -> None:
    with closing(sqlite3.connect(file_of(nurse))) as other:
        other.execute("ALTER TABLE inbox RENAME TO gone")
        other.execute("ALTER TABLE person RENAME TO nobody")
    await nurse.sends()
    assert "Reference: " in nurse.dialog.errors[0]
    assert nurse.dialog.values[COMMENT] == WORDS
    assert "Something went wrong on our side" in await nurse.visits_home()
    assert WORDS not in caplog.text
