"""A workshop in a real Chromium: a phone without scripts, the screen beside it, and whether everybody can read and reach it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.async_api import Browser, Page, ViewportSize, expect
from starlette.applications import Starlette

from tests.browser.test_access import NAMELESS, SMALL
from tests.workshopping import Held, held

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TELEPHONE, SMALL_ONE = ViewportSize(width=390, height=844), ViewportSize(width=320, height=640)


@asynccontextmanager
async def served(room: Held) -> AsyncIterator[str]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings = uvicorn.Config(Starlette(routes=room.routes), log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(settings)
        serving = asyncio.create_task(server.serve([door]))
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


async def fits(page: Page) -> None:
    """Nothing hangs out at the side, everything has a name, and a thumb can reach it, on a small telephone too."""
    assert await page.evaluate(NAMELESS) == []
    for size in (SMALL_ONE, TELEPHONE):
        await page.set_viewport_size(size)
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert await page.evaluate(SMALL) == []


async def test_from_the_code_on_the_table_to_the_screen_of_the_room(tmp_path: Path, chromium: Browser) -> None:
    room = await held(tmp_path, public_url="http://127.0.0.1")
    await room.moves("Open the tables")
    async with served(room) as address:
        context = await chromium.new_context(java_script_enabled=False, viewport=TELEPHONE, has_touch=True)
        wall = await chromium.new_page(viewport={"width": 1920, "height": 1080})
        phone, wrong = await context.new_page(), list[str]()
        for page in (phone, wall):
            page.on("console", lambda message: wrong.append(message.text))
        await wall.goto(f"{address}/room/{(await room.whole()).screen}")
        await phone.goto(f"{address}/t")
        await phone.get_by_label("Code").fill((await room.codes())[1].lower())
        await phone.get_by_role("button", name="Go to my table").click()
        for text in ("No chairs on the way", "The lift was out"):
            await phone.get_by_label("One idea").fill(text)
            await phone.get_by_role("button", name="Put it on the table").click()
            await expect(phone.get_by_role("status")).to_have_text("It lies on the table.")
        await fits(phone)
        await expect(wall.get_by_text("No chairs on the way")).to_be_visible(timeout=15_000)  # it came by itself
        assert await wall.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
        await room.moves("On to three themes")
        await phone.reload()
        await phone.get_by_label("A theme", exact=True).fill("The long way in")
        await phone.get_by_role("checkbox", name="No chairs on the way").check()
        await phone.get_by_role("button", name="Name this theme").click()
        await expect(phone.get_by_text("The long way in 1 note")).to_be_visible()
        await fits(phone)
        await room.moves("Collect the themes", "Let the room choose")
        await phone.goto(phone.url.partition("?")[0])
        await phone.get_by_role("checkbox", name="The long way in").check()
        await fits(phone)
        await phone.get_by_role("button", name="That is my choice").click()
        await expect(phone.get_by_role("status")).to_contain_text("Your choice is kept.")
        await expect(wall.get_by_text("1 phone has chosen")).to_be_visible(timeout=15_000)
        assert wrong == []
        await context.close()
        await wall.close()
    await room.office.close()
