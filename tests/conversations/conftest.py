"""Every scenario is written once, in verbs of people, and played on every platform.

They run on SQLite; tests/test_both_databases.py lives a whole life on PostgreSQL and compares what people read.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations import turns
from tests.databases import fresh_sqlite
from tests.drivers import Driver
from tests.drivers.bare import BareDriver
from tests.drivers.slack import SlackDriver
from tests.drivers.teams import TeamsDriver
from tests.drivers.web import WebDriver
from tests.harness import Office

DRIVERS: dict[str, type[Driver]] = {"bare": BareDriver, "slack": SlackDriver, "teams": TeamsDriver, "web": WebDriver}
LATER = ("slack", "teams")
DOORS = [pytest.param(each, marks=pytest.mark.long if each in LATER else ()) for each in DRIVERS]
"""Every scenario on every platform. The main suite plays it without one and in the browser, and leaves Slack and Teams to
`make test`, but for what is marked with `on_every_door`: one scenario for each way in which a platform is used."""
on_every_door = pytest.mark.parametrize("office", DRIVERS, indirect=True)


@pytest.fixture(params=DOORS)
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    """The bot at work on one platform."""
    opened = await Office.open(DRIVERS[request.param](), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def bare(tmp_path: Path) -> AsyncIterator[Office]:
    """The bot at work without a platform, for what does not depend on one."""
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def started(bare: Office) -> Office:
    """A question goes out in three turns, to end with results by team."""
    steward, _ = await turns.at_work(bare)
    await bare.start_pulse(steward)
    return bare
