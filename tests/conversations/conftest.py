"""Every scenario is written once, in verbs of people, and played on every platform, and on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import drop_postgres, fresh_postgres, fresh_sqlite
from tests.drivers import Driver
from tests.drivers.bare import BareDriver
from tests.drivers.slack import SlackDriver
from tests.drivers.teams import TeamsDriver
from tests.drivers.web import WebDriver
from tests.harness import Office

DRIVERS: dict[str, type[Driver]] = {"bare": BareDriver, "slack": SlackDriver, "teams": TeamsDriver, "web": WebDriver}
PLACES = [*((name, "sqlite") for name in DRIVERS), ("bare", "postgresql")]


@pytest.fixture(params=PLACES, ids=["-".join(place) for place in PLACES])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    """The bot at work on one platform and one database."""
    name, database = request.param
    url = await (fresh_sqlite(tmp_path) if database == "sqlite" else fresh_postgres())
    opened = await Office.open(DRIVERS[name](), url, tmp_path)
    yield opened
    await opened.close()
    if database == "postgresql":
        await drop_postgres(url)


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Office]:
    """The bot at work without a platform, for what does not depend on one."""
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()
