"""A real Chromium in front of the real workspace on a loopback port, with the toy bot behind it."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Error, Page, Playwright, async_playwright
from starlette.applications import Starlette

from adapters.charts.studio import Studio
from adapters.web.app import Workspace
from adapters.web.rooms import account_of
from bot.ports import Answers, Letter, Seat
from bot.settings import House
from bot.ui import Card
from bot.words import Words
from docs.browser import found
from tests.adapters.web.toy import PROMPT, ToyBot
from tests.drivers.web_edge import DictMailbox, HandClock, HandDemo

SEATS = (
    Seat("nina", "Nina Okafor", "Staff nurse", "Ward 7", featured=True),
    Seat("piotr", "Piotr Nowak", "Porter", "Portering", featured=True),
    Seat("ama", "Ama Mensah", "Chief Nurse, steward", "Trust office", featured=True),
    Seat("tom", "Tom Reilly", "Healthcare assistant", "Ward 7", featured=True),
    Seat("li", "Li Chen", "Pharmacist", "Pharmacy", featured=False),
    Seat("grace", "Grace Adeyemi", "Midwife", "Maternity", featured=False),
    Seat("owen", "Owen Pritchard", "Physiotherapist", "Therapies", featured=False),
)


@dataclass(slots=True)
class Hospital:
    """A served workspace: its address, the bot behind it, and the way to write to somebody."""

    address: str
    bot: ToyBot
    workspace: Workspace
    clock: HandClock
    demo: HandDemo

    async def deliver(self, seat: str = "nina", card: Card = PROMPT, key: str = "k1") -> None:
        account = account_of(next(s for s in SEATS if s.account == seat))
        await self.workspace.sender.send(Letter(key, account, card, self.clock.now()))


def workspace_for(bot: Answers, clock: HandClock | None = None, demo: HandDemo | None = None) -> Workspace:
    """The workspace in front of this bot, with everybody in a seat."""
    clock = clock or HandClock()
    demo = demo or HandDemo(clock)
    for seat in SEATS:
        demo.add(seat)
    house = House(organisation="St Brigid's", zone="Europe/London")
    return Workspace(bot, DictMailbox(), demo, clock, house=house, speaking=Words, secret=b"s" * 32, charts=Studio())


@asynccontextmanager
async def served(app: Starlette) -> AsyncIterator[str]:
    """The address at which this is served, on a loopback port that nobody else uses."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", access_log=False)
        server = uvicorn.Server(settings)
        serving = asyncio.create_task(server.serve([door]))
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


@pytest_asyncio.fixture(loop_scope="session")
async def hospital() -> AsyncIterator[Hospital]:
    clock, bot = HandClock(), ToyBot()
    demo = HandDemo(clock)
    workspace = workspace_for(bot, clock, demo)
    async with served(Starlette(routes=workspace.routes)) as address:
        yield Hospital(address, bot, workspace, clock, demo)
        await workspace.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await _opened(playwright)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visitor(chromium: Browser) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def nina(visitor: BrowserContext, hospital: Hospital) -> Page:
    """The nurse, in front of her messages."""
    return await sit(visitor, hospital)


async def sit(visitor: BrowserContext, hospital: Hospital, name: str = "Nina Okafor") -> Page:
    page = await visitor.new_page()
    page.set_default_timeout(10_000)
    await page.goto(hospital.address)
    await page.locator(".seat.big").filter(has_text=name).click()
    await page.wait_for_url("**/chat")
    return page


async def _opened(playwright: Playwright) -> Browser:
    """The browser at CHROMIUM, else on the PATH, else Playwright's own; without any the test is left out, but not in CI."""
    try:
        return await playwright.chromium.launch(executable_path=found(), args=["--no-sandbox", "--disable-gpu"])
    except Error:
        if os.environ.get("CI") == "1":
            raise
        pytest.skip("no browser found, so the browser tests were left out; set CHROMIUM to the path of one")
