"""The demonstration says where both sides of speaking up are, and what to type; without guardians it has no such page."""

import httpx
from starlette.applications import Starlette

from adapters.charts.studio import Studio
from adapters.web.app import Workspace
from bot.demo_guardian import BothSides, DemoGuardian
from bot.settings import House
from bot.words import Words
from tests.adapters.web.conftest import Ward
from tests.drivers.web import BASE, SECRET

DOOR, INBOX = f"{BASE}/speak-up", "http://127.0.0.1:8001/inbox"


async def test_the_page_shows_where_to_go_and_codes_that_follow_the_time(ward: Ward) -> None:
    codes = iter(("111111", "222222"))
    known = lambda: [DemoGuardian("Ines Costa", "guardian", "ines waters the ferns", next(codes))]  # noqa: E731
    driver = ward.driver
    workspace = Workspace(
        ward.bot,
        driver.mailbox,
        driver.demo,
        driver.clock,
        house=House(),
        speaking=Words,
        secret=SECRET,
        charts=Studio(),
        sides=BothSides(DOOR, INBOX, known),
    )
    way = httpx.ASGITransport(app=Starlette(routes=workspace.routes))
    async with httpx.AsyncClient(transport=way, base_url=BASE) as browser:
        assert "Try both sides of speaking up" in (await browser.get("/")).text
        first, second = (await browser.get("/guardians")).text, (await browser.get("/guardians")).text
    for expected in (DOOR, INBOX, "Ines Costa", "ines waters the ferns", "111111"):
        assert expected in first
    assert "222222" in second
    assert "111111" not in second


async def test_without_guardians_of_its_own_there_is_no_such_page(ward: Ward) -> None:
    assert (await ward.browser.get("/guardians")).status_code == 404
    assert "Try both sides" not in (await ward.browser.get("/")).text
