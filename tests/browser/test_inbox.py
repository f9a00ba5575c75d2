"""The guardians' inbox in a real Chromium: signing in, drafts that survive the lock, the keyboard, a phone, no scripts."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.adapters.inbox.front import served
from tests.storage.cases.chamber import Chamber, open_chamber, passphrase

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SAID = "The alarm of bay four is switched off at night."
TYPED = "Thank you. I ask for it to be switched on today."
HOSTILE = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\"> " + "A" * 700
ARABIC = "لا أحد يستمع إلينا \u202e detrevni"
IDLE = 21 * 60 * 1000


@dataclass(slots=True)
class Inbox:
    """A served inbox: its address, and the guardians behind it."""

    address: str
    chamber: Chamber

    async def sits(self, context: BrowserContext, name: str = "Ines") -> Page:
        page = await context.new_page()
        page.set_default_timeout(10_000)
        await page.clock.install()
        await page.goto(f"{self.address}/inbox")
        await self.signs_in(page, name)
        await expect(page.get_by_role("heading", name="Cases")).to_be_visible()
        return page

    async def signs_in(self, page: Page, name: str = "Ines") -> None:
        await page.get_by_label("Your name").fill(name)
        await page.get_by_label("Passphrase").fill(passphrase(name))
        await page.get_by_label("Six digits").fill(self.chamber.code(name))
        await page.keyboard.press("Enter")
        await page.wait_for_load_state()


@pytest_asyncio.fixture(loop_scope="session")
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    chamber = await open_chamber(f"sqlite:///{tmp_path / 'main.db'}", tmp_path)
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(served(chamber), log_config=None, lifespan="off", ws="none"))
        serving = asyncio.create_task(server.serve([door]))
        yield Inbox(f"http://127.0.0.1:{door.getsockname()[1]}", chamber)
        server.should_exit = True
        await serving
    await chamber.work.cabinet.database.close()


async def test_a_draft_is_kept_every_ten_seconds_and_comes_back_after_the_lock(
    inbox: Inbox, visitor: BrowserContext
) -> None:
    receipt = await inbox.chamber.files(SAID)
    page = await inbox.sits(visitor)
    await page.locator(".case-name").click()
    await expect(page.get_by_text(SAID)).to_be_visible()
    await page.get_by_label("Reply").fill(TYPED)
    await page.clock.run_for(10_500)
    await expect(page.get_by_text("Kept as a draft that only you can read.")).to_be_visible()
    await page.clock.run_for(IDLE)
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await expect(page.get_by_text(SAID)).to_have_count(0)
    await page.goto(f"{inbox.address}/inbox/sign-in")
    await inbox.signs_in(page)
    await page.locator(".case-name").click()
    await expect(page.get_by_label("Reply")).to_have_value(TYPED)
    await page.get_by_role("button", name="Send the reply").click()
    await expect(page.get_by_text("The reply is there for them to read.")).to_be_visible()
    await expect(page.get_by_label("Reply")).to_have_value("")
    assert await inbox.chamber.sees(receipt) == [(SAID, "me"), (TYPED, "Ines")]


async def test_the_keyboard_alone_reads_and_answers(inbox: Inbox, visitor: BrowserContext) -> None:
    await inbox.chamber.files(SAID)
    await inbox.chamber.files("Another thing.")
    page = await inbox.sits(visitor)
    await expect(page.locator("[data-keys]")).to_be_visible()  # from then on the keys are listened to
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    await page.keyboard.press("Enter")
    for key, focused in (("j", 0), ("j", 1), ("j", 1), ("k", 0)):
        await page.keyboard.press(key)
        await expect(page.locator(".case-name").nth(focused)).to_be_focused()
    await page.get_by_label("Search").focus()
    await page.keyboard.type("jk")
    await expect(page.get_by_label("Search")).to_have_value("jk")
    await page.locator(".case-name").first.focus()
    await page.keyboard.press("Enter")
    await page.get_by_label("Reply").focus()
    await page.keyboard.type("I read it.")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("The reply is there for them to read.")).to_be_visible()


async def test_hostile_words_stay_words_and_no_page_is_wider_than_a_phone(inbox: Inbox, chromium: Browser) -> None:
    for said in (HOSTILE, ARABIC):
        await inbox.chamber.files(said)
    phone = await chromium.new_context(viewport={"width": 320, "height": 640}, locale="en-GB")
    page = await inbox.sits(phone)
    addresses = [await each.get_attribute("href") or "" for each in await page.locator(".case-name").all()]
    shown = ""
    for path in ("/inbox", *addresses, "/inbox/guardians", "/inbox/keys", "/inbox/enrol", "/inbox/recover"):
        await page.goto(f"{inbox.address}{path}")
        for each in await page.locator("details").all():
            await each.evaluate("it => it.open = true")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320, path
        small = await page.evaluate(
            "[...document.querySelectorAll('button, summary, select, [type=text], [type=search], .top a')]"
            ".filter(each => each.offsetParent && each.getBoundingClientRect().height < 43.5).map(each => each.outerHTML)"
        )
        assert small == []
        assert await page.title() == "Guardian inbox · Hearback"
        shown += await page.inner_text("main")
    assert HOSTILE.split(maxsplit=1)[0] in shown
    assert ARABIC.split(" \u202e", maxsplit=1)[0] in shown
    await phone.close()


async def test_without_scripts_everything_works_and_words_survive_the_lock(inbox: Inbox, chromium: Browser) -> None:
    receipt = await inbox.chamber.files(SAID)
    context = await chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = await context.new_page()
    page.set_default_timeout(10_000)
    await page.goto(f"{inbox.address}/inbox")
    await inbox.signs_in(page)
    await page.locator(".case-name").click()
    await page.get_by_label("Reply").fill(TYPED)
    inbox.chamber.watch.at += 20 * 60
    await page.get_by_role("button", name="Send the reply").click()
    await expect(page.get_by_text("comes back when you sign in here")).to_be_visible()
    await inbox.signs_in(page)
    await expect(page.get_by_label("Reply")).to_have_value(TYPED)
    await page.get_by_role("button", name="Send the reply").click()
    await page.get_by_text("Step back", exact=True).click()
    await page.get_by_label("I want to read this case no more").check()
    await page.get_by_role("button", name="Step back from this case").click()
    await expect(page.get_by_text("You stepped back.")).to_be_visible()
    told = await inbox.chamber.sees(receipt)
    assert told is not None
    assert told[1] == (TYPED, "Ines")
    await context.close()
