"""The whole of speaking up in one piece and in a real browser: written in the chat, answered, closed, and looked back on."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from starlette.applications import Starlette

from adapters.inbox.app import routes
from adapters.second_door.late import PATH
from adapters.web.rooms import account_of
from bot.events import Arrived, Profile
from bot.words import Words
from storage.cases import guardians
from storage.cases.casebook import StoredCasebook
from storage.cases.casework import WORLD
from storage.cases.guardians import Enrolled
from storage.cases.one_time import Tries
from storage.cases.sessions import Sessions
from storage.threads import directories, recipients
from storage.threads.recipients import Directory
from tests.adapters.inbox.front import LOOKS
from tests.adapters.second_door.conftest import Street, open_street
from tests.browser.conftest import SEATS, served, workspace_for
from tests.databases import fresh_sqlite
from tests.guardians import PIN, SIGNER
from tests.receipts import receipt_in
from tests.storage.cases.chamber import Watch, passphrase, telephone
from tests.storage.threads.desk import CHEAP
from tests.witness import Dump, dump

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SAID = "The alarm of the medicine fridge is switched off at night."
REPLY = "Thank you. Did this happen on other nights too?"
MORE = "Every night, for three weeks."
OUTCOME = "The alarm is repaired, and the record is read every morning."
LINES = {"Ines Costa": "the board", "Olga Brandt": "nobody here"}


@dataclass(slots=True)
class Town:
    """All that people see of it: the workspace, the page for one's own telephone, and the guardians' inbox."""

    street: Street
    chat: str
    door: str
    inbox: str
    enrolled: dict[str, Enrolled]
    watch: Watch

    def rows(self) -> Dump:
        """Everything in the main database, messages and deliveries among it."""
        return dump(self.street.works.database)


@pytest_asyncio.fixture(loop_scope="session")
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    street = await open_street(await fresh_sqlite(tmp_path), tmp_path)
    work, watch = replace(street.works.desk.work, cost=CHEAP), Watch()
    enrolled = {name: await guardians.enrol(work, passphrase(name), name, "guardian") for name in LINES}
    listed = tuple(
        replace(each.public, answers_to=LINES[name], outside=name == "Olga Brandt") for name, each in enrolled.items()
    )
    signed = recipients.sign(Directory(street.guardians.directory.serial + 1, listed), SIGNER)
    await directories.keep(work.cabinet, WORLD, signed, PIN)
    pages = routes(StoredCasebook(work, Tries(watch), Sessions(watch)), Words(), organisation="St B", looks=(LOOKS,))
    workspace = workspace_for(street.works.bot)
    nina = account_of(SEATS[0])
    await street.works.bot.answer(Arrived("joined", nina, "joined", Profile(SEATS[0].name, "en", "Europe/London")))
    async with AsyncExitStack() as open_:
        doors = [Starlette(routes=each) for each in (workspace.routes, street.routes, pages)]
        chat, door, inbox = [await open_.enter_async_context(served(each)) for each in doors]
        yield Town(street, chat, f"{door}{PATH}", f"{inbox}/inbox", enrolled, watch)
        await workspace.stop()
    await street.works.stop()


async def test_from_the_report_to_whether_they_would_again(town: Town, chromium: Browser) -> None:
    chat, telephone_, desk = [await opened(chromium, scripts=scripts) for scripts in (True, False, True)]
    await chat.goto(town.chat)
    await chat.locator(".seat.big").filter(has_text=SEATS[0].name).click()
    await chat.wait_for_url("**/chat")
    before = town.rows()
    assert before["person"]
    words = await reports(chat)
    await signs_in(desk, town)
    await desk.locator(".case-name").click()
    await expect(desk.get_by_text(SAID)).to_be_visible()
    await desk.get_by_label("Reply").fill(REPLY)
    await desk.get_by_role("button", name="Send the reply").click()
    await expect(desk.get_by_text("The reply is there for them to read.")).to_be_visible()
    await looks(telephone_, town.door, words)
    await expect(telephone_.get_by_text(REPLY)).to_be_visible()
    await telephone_.get_by_label("Write again").fill(MORE)
    await telephone_.get_by_role("button", name="Send").click()
    await expect(telephone_.get_by_text("It can be read from tomorrow on.")).to_be_visible()
    town.street.clock.at += timedelta(days=1)
    await desk.reload()
    await expect(desk.get_by_text(MORE)).to_be_visible()
    await desk.locator("#fold-close summary").click()
    await desk.get_by_label("What came of it").fill(OUTCOME)
    await desk.get_by_role("button", name="Send and close").click()
    await expect(desk.get_by_text("The outcome is there for them to read")).to_be_visible()
    await looks(telephone_, town.door, words)
    await expect(telephone_.get_by_text(OUTCOME)).to_be_visible()
    await telephone_.get_by_role("button", name="Would you do it again?").click()
    await telephone_.get_by_label("Perhaps").check()
    await telephone_.get_by_label("Your eight words").fill(words)
    await telephone_.get_by_role("button", name="Send").click()
    await expect(telephone_.get_by_text("Your answer is on its way.")).to_be_visible()
    town.street.clock.at += timedelta(days=1)
    await desk.reload()
    await expect(desk.get_by_text("Asked whether they would speak up again")).to_be_visible()
    await nothing_was_written(chat, town)
    assert town.rows() == before
    for page in (chat, telephone_, desk):
        await page.context.close()


async def nothing_was_written(chat: Page, town: Town) -> None:
    await chat.goto(f"{town.chat}/chat")
    await expect(chat.locator("article.message")).to_have_count(0)


async def opened(chromium: Browser, *, scripts: bool) -> Page:
    window = {"width": 1280, "height": 900} if scripts else {"width": 390, "height": 844}
    context = await chromium.new_context(viewport=window, java_script_enabled=scripts, locale="en-GB")  # type: ignore[arg-type]
    page = await context.new_page()
    page.set_default_timeout(10_000)
    return page


async def reports(page: Page) -> str:
    """In the workspace, by the button on Home; the words."""
    await page.goto(page.url.replace("/chat", "/home"))
    await page.get_by_role("button", name="Speak up").click()
    sheet = page.get_by_role("dialog")
    await sheet.get_by_role("button", name="Go on").click()
    await expect(sheet.get_by_text("What we cannot promise")).to_be_visible()
    await sheet.get_by_label("Ines Costa").check()
    await sheet.get_by_label("What happened?").fill(SAID)
    await sheet.get_by_label("Patients' safety, or the quality of care").check()
    await sheet.get_by_label("Yes, it is urgent").check()
    await sheet.get_by_role("button", name="Send").click()
    words = receipt_in(await sheet.locator(".receipt-words").inner_text())
    await sheet.get_by_role("button", name="I have kept them").click()
    await expect(sheet.get_by_label(re.compile("Word number"))).to_have_count(2)
    for box in await sheet.get_by_label(re.compile("Word number")).all():
        label = await box.evaluate("box => box.labels[0].textContent")
        await box.fill(words.split()[int(re.sub(r"\D", "", label)) - 1])
    await sheet.get_by_role("button", name="Check").click()
    await expect(sheet.get_by_text("Your words are right")).to_be_visible()
    return words


async def signs_in(page: Page, town: Town, name: str = "Ines Costa") -> None:
    await page.goto(town.inbox)
    await page.get_by_label("Your name").fill(name)
    await page.get_by_label("Passphrase").fill(passphrase(name))
    town.watch.at += 30
    await page.get_by_label("Six digits").fill(telephone(town.enrolled[name], town.watch.at))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Cases")).to_be_visible()


async def looks(page: Page, door: str, words: str) -> None:
    """On a telephone of their own, without scripts and without signing in."""
    await page.goto(door)
    await page.get_by_role("button", name="Read a reply").click()
    await page.get_by_label("Your eight words").fill(words)
    await page.get_by_role("button", name="Read", exact=True).click()
