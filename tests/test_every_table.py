"""What lies in the database keeps the promises: an answer without a name stands nowhere beside a person."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Date, DateTime, Table

from storage.db import Instant, Rows
from storage.threads import receipts
from tests.conversations.conftest import DOORS, DRIVERS
from tests.databases import fresh_sqlite
from tests.harness import Office
from tests.life import COMMENTS, WILL_DO, lived
from tests.witness import dump

# One worker lives the life and reads the code; each of the others would have to do it once more.
pytestmark = pytest.mark.xdist_group("laws")

# Answers without a name, before and after the close, and what people said about themselves. Whoever adds a table decides
# here which kind it is.
UNLINKED = {"ballot", "box", "comment", "cell", "figure", "release", "quiet", "detail", "rate", "met", "theme_link"}
ABOUT_PEOPLE = {"person", "account", "membership", "asked", "contribution", "news", "delivery", "programme", "round"}
ABOUT_PEOPLE |= {
    "attention",
    "cohort",
    "delegate",
    "ending",
    "given",
    "hopes",
    "mentoring",
    "part",
    "proposal",
    "seat",
    "seen",
    "slot",
    "sorter",
    "sorts_with",
    "thanks",
    "wish",
}
ABOUT_PEOPLE |= {"event", "rsvp", "need", "word", "feed", "commitment", "commitment_update"}
NEITHER = {
    "circle",
    "network",
    "rotation",
    "cycle",
    "detail_key",
    "announced",
    "inbox",
    "moment",
    "happening",
    "lane",
    "installation",
    "demo_clock",
    "workspace_message",
    "token",
    "reply",
    "theme",
    "appointment",
    "introduction",
    "guests",
    "workshop_held",
    "workshop_table",
    "workshop_note",
    "workshop_theme",
    "workshop_pick",
    "channel",
    "channel_post",
}
TABLES = Rows.metadata.tables
QUIET = ("asyncio", "aiosqlite", "httpx", "httpcore", "apscheduler", "slack_sdk", "slack_bolt", "sqlalchemy")


def test_every_table_is_known_to_be_about_people_or_not() -> None:
    assert set(TABLES) == UNLINKED | ABOUT_PEOPLE | NEITHER
    assert {name for name, table in TABLES.items() if _people(table)} == ABOUT_PEOPLE - {"person"}


@pytest.mark.parametrize("name", sorted(UNLINKED))
def test_an_answer_without_a_name_stands_beside_no_person_and_no_time(name: str) -> None:
    table = TABLES[name]
    assert not _people(table)
    assert [column.name for column in table.columns if isinstance(column.type, Instant | DateTime | Date)] == []
    assert {key.column.table.name for key in table.foreign_keys} <= {"moment", "round"}


@pytest.mark.parametrize(
    "name",
    [
        "ballot",
        "comment",
        "quiet",
        "detail",
        "inbox",
        "membership",
        "seen",
        "met",
        "hopes",
        "introduction",
        "theme_link",
    ],
)
def test_the_order_of_writing_is_not_kept(name: str) -> None:
    assert TABLES[name].dialect_options["sqlite"]["with_rowid"] is False
    assert not any(column.identity for column in TABLES[name].columns)


def test_no_table_keeps_when_somebody_was_here() -> None:
    times = {
        f"{name}.{column.name}"
        for name in ("person", "account", "membership", "seen", "part", "asked", "contribution", "inbox")
        for column in TABLES[name].columns
        if isinstance(column.type, Instant | DateTime | Date)
    }
    assert times == set()


def test_after_the_close_no_ballot_and_no_key_is_left() -> None:
    assert lived().rows["ballot"] == []
    assert len(lived().rows["release"]) == 2
    assert [key for key in lived().keys if key.startswith("ballot")] == []


@pytest.mark.parametrize("words", COMMENTS)
def test_the_words_of_a_comment_stand_in_one_table_and_beside_nobody(words: str) -> None:
    assert _tables_with(words) == ["comment"]
    [row] = [row for row in lived().rows["comment"] if words in row]
    assert len(row) == 6  # a random id, the form, the question, on whose page, the words, where replies lie (sealed)


def test_what_was_promised_stands_with_the_name_of_who_promised() -> None:
    assert _tables_with(WILL_DO) == ["commitment", "news"]


def test_a_reminder_ends_the_same_for_those_who_answered_and_those_who_did_not() -> None:
    columns = [column.name for column in TABLES["delivery"].columns]
    rows = [dict(zip(columns, row, strict=True)) for row in lived().rows["delivery"]]
    reminders = [row for row in rows if row["forget"]]
    assert len(reminders) == 33
    telling = {"state", "owner", "claimed_at", "attempts", "platform_id", "error"}
    for ref in {row["ref"] for row in reminders}:
        assert len({tuple(row[name] for name in sorted(telling)) for row in reminders if row["ref"] == ref}) == 1


@pytest.fixture(params=DOORS)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(DRIVERS[request.param](), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


async def test_looking_for_a_reply_leaves_no_row_and_no_line_in_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.visits_home()
    before = dump(office.works.database)
    caplog.clear()
    words = " ".join(receipts.words(receipts.mint()))
    with caplog.at_level(logging.DEBUG):
        await nurse.presses("Read a reply")
        await nurse.fills({"Your eight words": words})
        await nurse.sends()
    assert "No reply is there." in " ".join(nurse.dialog.errors)
    assert dump(office.works.database) == before
    assert [record.getMessage() for record in caplog.records if not record.name.startswith(QUIET)] == []
    assert words[:12] not in caplog.text


async def test_opening_the_speak_up_page_leaves_no_row_and_no_line_in_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    nurse = await office.hire("Amara Okafor")
    await nurse.visits_home()
    before = dump(office.works.database)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        await nurse.presses("Speak up")
    assert "does not record that you opened this page" in nurse.dialog.text
    assert dump(office.works.database) == before
    assert [record.getMessage() for record in caplog.records if not record.name.startswith(QUIET)] == []


def _people(table: Table) -> list[str]:
    """The columns that say who."""
    keys = {key.parent.name for key in table.foreign_keys if key.column.table.name in ("person", "account")}
    telling = ("person", "author", "account", "answerer", "name_of", "user")
    return sorted(keys | {column.name for column in table.columns if column.name.startswith(telling)})


def _tables_with(words: str) -> list[str]:
    return [name for name, rows in lived().rows.items() if any(words in str(cell) for row in rows for cell in row)]
