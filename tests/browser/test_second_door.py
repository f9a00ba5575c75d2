"""The page for speaking up in a real Chromium: without scripts, by keyboard alone, on every screen, in both schemes."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, FilePayload, Page, Request, expect
from starlette.applications import Starlette

from adapters.second_door.late import PATH
from storage.cases.enclosing import pictures_of
from tests.adapters.second_door.conftest import Street, open_street
from tests.adapters.second_door.test_redraw import photograph
from tests.adapters.second_door.test_speaking_up import WHAT
from tests.browser.test_access import NAMELESS, SMALL
from tests.databases import fresh_sqlite
from tests.receipts import receipt_in

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SCREENS = {"telephone": (390, 844), "small": (320, 640), "twice the size": (640, 400), "desk": (1280, 900)}


@asynccontextmanager
async def served(street: Street) -> AsyncIterator[str]:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        settings = uvicorn.Config(Starlette(routes=street.routes), log_config=None, lifespan="off", access_log=False)
        server = uvicorn.Server(settings)
        serving = asyncio.create_task(server.serve([door]))
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}{PATH}"
        finally:
            server.should_exit = True
            await serving


@pytest_asyncio.fixture(loop_scope="session")
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    opened = await open_street(await fresh_sqlite(tmp_path), tmp_path)
    yield opened
    await opened.works.stop()


async def reports(page: Page, address: str) -> str:
    """By what can be read alone; the words."""
    await page.goto(address)
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_role("alert")).to_contain_text("Please choose at least one person")
    await page.get_by_label("Ines Costa").check()
    await page.get_by_label("What happened?").fill(WHAT)
    await page.get_by_label("Patients' safety, or the quality of care").check()
    await page.get_by_label("Yes, it is urgent").check()
    await page.get_by_role("button", name="Send").click()
    words = receipt_in(await page.inner_text(".receipt-words"))
    await page.get_by_role("button", name="I have kept them").click()
    for box in await page.get_by_label(re.compile("Word number")).all():
        label = await box.evaluate("box => box.labels[0].textContent")
        await box.fill(words.split()[int(re.sub(r"\D", "", label)) - 1])
    await page.get_by_role("button", name="Check").click()
    await expect(page.get_by_text("Your words are right")).to_be_visible()
    return words


async def test_a_report_a_reply_and_a_picture_without_a_script(street: Street, chromium: Browser) -> None:
    async with served(street) as address:
        context = await chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
        page, asked, wrong = await context.new_page(), list[Request](), list[str]()
        page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks what it is given
        page.on("console", lambda message: wrong.append(message.text))
        words = await reports(page, address)
        await street.guardians.replies("Ines Costa", "Which fridge, and since when?")
        await page.goto(address)
        await page.get_by_role("button", name="Read a reply").click()
        await page.get_by_label("Your eight words").fill(words)
        await page.get_by_role("button", name="Read", exact=True).click()
        await expect(page.get_by_text("Which fridge, and since when?")).to_be_visible()
        sent = FilePayload(name="IMG_2041.jpg", mimeType="image/jpeg", buffer=photograph())
        await page.get_by_label("Choose a picture").set_input_files(sent)
        await page.get_by_role("button", name="Add it").click()
        await expect(page.get_by_role("heading", name="Added")).to_be_visible()
        assert {each.url.partition("?")[0] for each in asked} == {address}
        assert wrong == []
        assert await context.cookies() == []
        assert (await context.storage_state())["origins"] == []
        await context.close()
    [case] = await street.guardians.cases("Ines Costa")
    assert pictures_of(case.messages) == []  # it can be read from tomorrow on


async def test_it_fits_every_screen_has_names_for_everything_and_is_large_enough_to_touch(
    street: Street, chromium: Browser
) -> None:
    async with served(street) as address:
        for name, (width, height) in SCREENS.items():
            for scheme in ("light", "dark"):
                context = await chromium.new_context(
                    viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
                )
                page = await context.new_page()
                await page.goto(address)
                await sound(page, f"{name}, first page")
                await page.get_by_role("button", name="Go on").click()
                await page.get_by_role("button", name="Send").click()
                await expect(page.get_by_role("alert")).to_contain_text("Please choose at least one person")
                await sound(page, f"{name}, form")
                ground = await page.evaluate("() => getComputedStyle(document.body).backgroundColor")
                shade = sum(int(part) for part in re.findall(r"\d+", ground)[:3])
                assert (shade < 150) == (scheme == "dark")
                await context.close()


async def test_the_keyboard_alone_reaches_everything_and_the_skip_link_comes_first(
    street: Street, chromium: Browser
) -> None:
    async with served(street) as address:
        context = await chromium.new_context(java_script_enabled=True)
        page = await context.new_page()
        await page.goto(address)
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
        for _ in range(6):
            await page.keyboard.press("Tab")
            if await page.evaluate("() => document.activeElement.textContent.trim()") == "Go on":
                break
        await page.keyboard.press("Enter")
        await expect(page.get_by_label("What happened?")).to_be_visible()
        await context.close()


async def sound(page: Page, where: str) -> None:
    wide = "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
    assert await page.evaluate(wide) == 0, where
    assert await page.evaluate(NAMELESS) == [], where
    assert await page.evaluate(SMALL) == [], where
