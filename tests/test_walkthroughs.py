"""The walkthrough in each conversation's README is true: it is played on every platform."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from conversations import ALL
from tests.conversations.conftest import DOORS, DRIVERS
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Office
from tests.house import ROOT
from tests.walkthrough import Play, Unreadable, play, steps

READMES = {each.name: ROOT / "conversations" / each.name / "README.md" for each in ALL}


@pytest.fixture(params=DOORS)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    url = await fresh_sqlite(tmp_path)
    opened = await Office.open(DRIVERS[request.param](), url, tmp_path, details=("age-band", "ethnic-group"))
    yield opened
    await opened.close()


@pytest.mark.parametrize("name", READMES)
async def test_the_walkthrough_goes_as_the_readme_says(name: str, office: Office) -> None:
    played = Play(office)
    for line in steps(READMES[name]):
        await play(line, played)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_says_what_is_promised_and_what_is_kept(name: str) -> None:
    text = READMES[name].read_text(encoding="utf-8")
    assert [
        heading for heading in ("## What we promise", "## What is kept", "## Walkthrough") if heading not in text
    ] == []
    assert len(text.splitlines()) <= 90


async def test_a_line_that_is_no_step_is_not_passed_over(tmp_path: Path) -> None:
    office = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    with pytest.raises(Unreadable, match="Amara dances"):
        await play("Amara dances", Play(office))
    await office.close()
