"""What every test of the Teams door may ask for: the real door in front of a toy bot, and people who use it."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.teams.toy import Toy
from tests.drivers.teams import TeamsDriver


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
async def teams(toy: Toy) -> AsyncIterator[TeamsDriver]:
    driver = TeamsDriver()
    await driver.start(toy)
    yield driver
    await driver.stop()


@pytest.fixture
async def older(toy: Toy) -> AsyncIterator[TeamsDriver]:
    """People whose client knows no Action.Execute."""
    driver = TeamsDriver(older=True)
    await driver.start(toy)
    yield driver
    await driver.stop()
