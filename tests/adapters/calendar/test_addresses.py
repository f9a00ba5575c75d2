"""Addresses for people's own calendars: one event for 60 days, a secret feed until it is ended, and nothing else."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from starlette.applications import Starlette

from adapters.calendar.app import routes
from adapters.web.render import Posting, drawing
from bot.ui import Buttons, Card, Link
from bot.words import Words
from tests.conversations.meeting import YES, announces, cancels, changes, says
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office
from tests.witness import dump

URL = "https://hearback.example.org"


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    opened = await Office.open(BareDriver(), await fresh_sqlite(tmp_path), tmp_path, public_url=URL)
    yield opened
    await opened.close()


@pytest.fixture
async def browser(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=routes(office.works.calendars.find))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL) as client:
        yield client


async def _events(browser: httpx.AsyncClient, address: str) -> list[tuple[str, int, str]]:
    answer = await browser.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return [(str(each["summary"]), int(str(each["sequence"])), str(each["status"])) for each in found]


async def _feed(who: Colleague, what: str) -> str:
    await who.visits_home()
    await who.presses("My calendar address")
    await who.fills({"What shall I do?": what})
    await who.sends()
    said = who.dialog.text
    await who.dismisses()
    return said.rpartition(" ")[2]


@pytest.mark.long
async def test_one_event_and_a_feed_follow_what_happens_and_end(office: Office, browser: httpx.AsyncClient) -> None:
    dario, amara = await office.hire("Dario Moretti"), await office.hire("Amara Okafor")
    await office.grant(dario, "steward")
    await office.until("2026-11-09T10:00")
    await announces(dario)
    await says(amara, YES)
    [row] = dump(office.works.database)["event"]
    link = office.works.house.calendars("event", row[1])
    assert await _events(browser, link) == [("Staying at work", 0, "CONFIRMED")]
    feed = await _feed(amara, "Make an address")
    assert feed.startswith(f"{URL}/calendar/")
    assert await _events(browser, feed) == [("Staying at work", 0, "CONFIRMED")]
    assert feed.rpartition("/")[2].removesuffix(".ics") not in str(dump(office.works.database))
    await changes(dario, day="2026-11-20")
    await cancels(dario)
    assert await _events(browser, feed) == await _events(browser, link) == [("Staying at work", 2, "CANCELLED")]
    another = await _feed(dario, "Make an address") if "My calendar address" in await dario.visits_home() else ""
    assert another == ""  # who says yes to nothing needs none
    await office.wait(days=61)
    assert (await browser.get(link)).status_code == 404
    await office.leaves(amara)
    assert (await browser.get(feed)).status_code == 404


@pytest.mark.long
async def test_a_new_address_ends_the_old_one_and_it_can_be_ended(office: Office, browser: httpx.AsyncClient) -> None:
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    await announces(dario)
    await says(dario, YES)
    first = await _feed(dario, "Make an address")
    second = await _feed(dario, "Make a new address; the one I have ends")
    assert [(await browser.get(each)).status_code for each in (first, second)] == [404, 200]
    await _feed(dario, "End my address")
    assert (await browser.get(second)).status_code == 404


def test_the_workspace_of_a_demo_leads_to_the_file_without_a_host() -> None:
    card = Card("Tea", (Buttons((Link("Add to my calendar", "/event/abc.ics"), Link("No", "/elsewhere"))),))
    page = str(drawing().card(card, Posting("token", "/chat", nonce=lambda: "n", message="m"), Words("en")))
    assert 'href="/event/abc.ics"' in page
    assert 'href="/elsewhere"' not in page


@pytest.mark.parametrize(
    "path", ["/event/x.ics", "/calendar/x.ics", f"/event/{'A' * 64}.ics", f"/event/{'A' * 999}.ics"]
)
async def test_what_was_made_up_is_not_found_and_looks_the_same(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.status_code, answer.text[:22]) == (404, "This address has ended")
