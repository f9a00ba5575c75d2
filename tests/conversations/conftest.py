"""Every scenario is written once, in verbs of people, and played on every platform.

They run on SQLite; tests/test_both_databases.py lives a whole life on PostgreSQL and compares what people read.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

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
on_every_door = pytest.mark.parametrize("office", DRIVERS, indirect=True)
"""For one scenario of each way in which a platform is used: the main suite plays these on all."""


def doors(*early: str) -> list[Any]:
    """Every platform; those that are not named come only with `make test`."""
    return [pytest.param(each, marks=() if each in early else pytest.mark.long) for each in DRIVERS]


DOORS = doors("bare")


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
