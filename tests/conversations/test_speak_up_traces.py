"""A report, a check, a reply and an erasure leave nothing anywhere but in the threads: no row, no message, no line in a log.

Each look has a control beside it: something that the same look must find.
"""

import logging
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.events import Due, Event, Place
from storage.db import Rows
from storage.threads import receipts
from tests.conversations.reporting import WHAT, looks, reports, strange_words
from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.guardians import appoint
from tests.harness import Colleague, Office
from tests.storage.threads import scan
from tests.test_every_table import QUIET
from tests.witness import Witness, dump

NEEDLES = [WHAT[at : at + 12].encode() for at in range(0, 48, 8)]
pytestmark = pytest.mark.attack


async def speaks_up(who: Colleague) -> str:
    """Everything that there is to do, once; the words."""
    words = await reports(who)
    await looks(who, words)
    await who.fills({"Write again": WHAT})
    await who.sends()
    await looks(who, strange_words())
    await who.presses("Erase my report")
    await who.fills({"Your eight words": words})
    await who.sends()
    assert "It is erased." in who.dialog.text
    return words


def reached(office: Office) -> list[str]:
    """What left for the platform, or stands in its channels: calls by name, forms aside, and messages."""
    driver: Any = office.driver
    match driver.platform:
        case "slack":
            forms = ("views.open", "views.update")
            return [method for method, _ in driver.slack.calls if method not in forms]
        case "teams":
            return list(driver.fake.calls)
        case "web":
            return [kept.id for kept in driver.mailbox._kept.values()]
        case _:
            return [each.text for person in office.people for each in person.messages()]


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if not each.name.startswith(QUIET)]


def own(words: str) -> list[bytes]:
    found = receipts.read(words)
    assert isinstance(found, receipts.Receipt)
    told = words.split()
    pairs = [f"{a} {b}".encode() for a, b in pairwise(told)]
    return [*pairs, receipts.digits(found)[:14].encode(), str(found.secret).encode()]


def files_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_nothing_is_left_of_it_outside_of_the_threads(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    nurse, _ = await office.hire("Amara Okafor"), await appoint(office.works)
    home = await nurse.visits_home()
    before, sent = dump(office.works.database), reached(office)
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        words = await speaks_up(nurse)
    assert dump(office.works.database) == before
    assert reached(office) == sent
    assert lines(caplog) == []
    talk = "\n".join(each.getMessage() for each in caplog.records).encode()
    assert scan.found([*NEEDLES, *own(words)], talk) == []
    assert await nurse.visits_home() == home
    await office.works.catch_up()
    assert nurse.messages() == []
    # The control: one word to the bot is a row and a message.
    before, sent = dump(office.works.database), reached(office)
    await nurse.says(WHAT)
    assert dump(office.works.database) != before
    assert reached(office) != sent
    assert "do not write a concern here" in nurse.newest.text


async def test_the_same_holds_on_postgresql(tmp_path: Path) -> None:
    url = await fresh_postgres()
    office = await Office.open(BareDriver(), url, tmp_path)
    nurse, _ = await office.hire("Amara Okafor", team="Theatre"), await appoint(office.works)
    await office.works.count_heads()
    assert office.works.desk.units == {"Theatre": 1}
    before = await every_row(office)
    await speaks_up(nurse)
    assert await every_row(office) == before
    await nurse.says("Hello")
    assert await every_row(office) != before
    await office.close()
    await drop_postgres(url)


async def every_row(office: Office) -> dict[str, list[str]]:
    async with office.works.database.begin() as connection:
        tables = Rows.metadata.sorted_tables
        return {each.name: sorted(map(repr, await connection.execute(select(each)))) for each in tables}


async def test_a_build_that_notes_each_event_as_elsewhere_would_be_found(tmp_path: Path) -> None:
    async def noted(event: Event, _reply: object) -> None:
        if not isinstance(event, Due):
            async with office.works.ledger.begin() as work:
                await office.works.ledger.first_time(work, event.id, office.clock.now())

    office = await Office.open(Witness(noted), await fresh_sqlite(tmp_path), tmp_path)
    nurse, _ = await office.hire("Amara Okafor"), await appoint(office.works)
    before = dump(office.works.database)
    await speaks_up(nurse)
    assert dump(office.works.database) != before
    await office.close()


async def test_a_concern_in_the_chat_is_answered_with_where_to_go_and_kept_nowhere(
    office: Office, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nurse = await office.hire("Amara Okafor")
    places: tuple[Place, ...] = ("direct", "group", "channel")
    for place in places:
        with caplog.at_level(logging.DEBUG):
            await nurse.says(WHAT, place)
        [answer] = nurse.messages(place)
        assert "do not write a concern here" in answer.text
        assert "Speak up" in answer.buttons
    stored = files_in(tmp_path)
    told = repr(dump(office.works.database)) + "\n".join(lines(caplog))
    assert scan.found(NEEDLES, told.encode() + stored) == []
    # The control: what is looked for would be found in a table, and in a file.
    assert len(scan.found(NEEDLES, repr({"inbox": [(WHAT,)]}).encode() + stored)) == len(NEEDLES)
