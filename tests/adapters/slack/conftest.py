"""A toy bot behind the real Slack door, in front of a strict Slack of our own."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.slack.toy_bot import ToyBot
from tests.drivers.slack import SlackDriver


@pytest.fixture
def bot() -> ToyBot:
    return ToyBot()


@pytest.fixture
async def slack(bot: ToyBot) -> AsyncIterator[SlackDriver]:
    driver = SlackDriver()
    await driver.start(bot)
    yield driver
    await driver.stop()
