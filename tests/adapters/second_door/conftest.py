"""The whole bot with guardians who are listed, and the public page in front of it, on SQLite or on both databases."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.routing import BaseRoute

from bot.languages import speaking
from bot.main import Works, assemble
from bot.pages import public_page
from bot.settings import House, PublicPage, Settings
from tests.adapters.second_door.visitor import HOME, Visitor
from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite, fresh_threads
from tests.guardians import PIN, SIGNPOSTS, Guardians, appoint
from tests.harness import MONDAY, PACE, HandClock
from tests.receipts import quick


@dataclass(slots=True)
class Street:
    """The page as it is served, who reads behind it, and the day, which is moved by hand."""

    settings: Settings
    works: Works
    guardians: Guardians
    clock: HandClock
    folder: Path
    routes: list[BaseRoute]

    def visitor(self, host: str = HOME) -> Visitor:
        return Visitor.at(self.routes, host)


async def open_street(url: str, folder: Path, *, files: bool = False) -> Street:
    house = House(organisation="St Brigid's", signposts=SIGNPOSTS)
    settings = Settings(url, folder / "secrets", house=house, speak_up_signer=PIN, page=PublicPage(files))
    await fresh_threads(url)
    clock = HandClock(MONDAY)
    works = assemble(settings, clock=clock, speaking=speaking({}), pace=PACE, as_given=quick)
    return Street(settings, works, await appoint(works), clock, folder, public_page(settings, works))


@pytest.fixture
async def street(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Street]:
    """On SQLite; where a test says so, once on each kind of database (tests/databases.py: on_both)."""
    postgres = getattr(request, "param", "sqlite") == "postgresql"
    url = await fresh_postgres() if postgres else f"{await fresh_sqlite(tmp_path)}?in_memory=yes"
    opened = await open_street(url, tmp_path)
    yield opened
    await opened.works.stop()
    if postgres:
        await drop_postgres(url)


@pytest.fixture
async def file_street(tmp_path: Path) -> AsyncIterator[Street]:
    """On SQLite, where every byte can be looked at."""
    opened = await open_street(await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.works.stop()
