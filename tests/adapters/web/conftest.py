"""One nurse in front of the real door, with a toy bot behind it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from bot.events import Account
from bot.ports import Letter, Sender
from bot.ui import Card
from tests.adapters.web.toy import PROMPT, ToyBot
from tests.drivers.web import WebDriver


@dataclass(slots=True)
class Ward:
    """The door, the bot behind it, and a nurse who sits in front of it."""

    bot: ToyBot
    driver: WebDriver
    sender: Sender
    nurse: Account

    @property
    def browser(self) -> httpx.AsyncClient:
        return self.driver.browser(self.nurse)

    async def deliver(self, card: Card = PROMPT, key: str = "k1") -> None:
        await self.sender.send(Letter(key, self.nurse, card, self.driver.clock.now()))


@pytest.fixture
async def ward() -> AsyncIterator[Ward]:
    bot, driver = ToyBot(), WebDriver()
    sender = await driver.start(bot)
    nurse = await driver.join("Nina Okafor")
    yield Ward(bot, driver, sender, nurse)
    await driver.stop()
