"""A brief on PostgreSQL: drafted, sent, passed on, answered there, and waiting again when somebody has left."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.briefing import ASKED, THINGS, brief_comes, brief_of, known
from tests.databases import drop_postgres, fresh_postgres
from tests.drivers.bare import BareDriver
from tests.harness import Office


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    url = await fresh_postgres()
    opened = await Office.open(BareDriver(), url, tmp_path)
    yield opened
    await opened.close()
    await drop_postgres(url)


@pytest.mark.long
async def test_a_brief_is_answered_on_postgres_as_on_sqlite(office: Office) -> None:
    maya, bela, amara = [await office.hire(each) for each in ("Maya Osei", "Bela Smith", "Amara Okafor")]
    known(office, ASKED, "name")
    await brief_comes(office, maya, {amara: THINGS[0], bela: THINGS[1]})
    ref = (await brief_of(office)).on.ref
    for name in ("Amara Okafor", "Bela Smith"):
        await office.forges(maya, "brief.delegate", "", {"who": name})
    await office.forges(bela, "brief.yes", f"{ref}.0", {"what": "Draft.", "due_on": "2026-12-20"})
    await office.forges(bela, "brief.yes", f"{ref}.0", {"what": "Better.", "due_on": "2026-12-20"})
    await bela.dismisses()
    await maya.visits_home()
    await maya.presses("Answer it")
    await maya.presses("1. Send this draft")
    await office.forges(maya, "brief.not_now", f"{ref}.0", {"why": "Twice."})
    assert "This has been answered already: Yes, by Sunday 20 December: Better." in maya.dialog.text
    await office.forges(maya, "brief.pass_on", f"{ref}.1", {"who": "Bela Smith"})
    await maya.dismisses()
    await office.forges(bela, "brief.not_now", f"{ref}.1", {"why": "Estates say March."})
    await bela.dismisses()
    assert "Passed on to Bela Smith, who says: Not now, because: Estates say March." in await amara.visits_home()
    await office.leaves(bela)
    assert "Better." in await amara.visits_home()
