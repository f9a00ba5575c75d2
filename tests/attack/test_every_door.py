"""The same reading on every door, by labels as people press them: and nothing that can be reached is left unread."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from conversations import ALL
from storage.loop import CellRow
from storage.snapshot import WHOLE
from tests.attack.harvest import PEOPLE
from tests.attack.walk import Walk
from tests.attack.world import CLOSED, SECOND, SECOND_CLOSED, World, answer_back, copied, world
from tests.conversations.conftest import DRIVERS
from tests.drivers import Screen
from tests.drivers.bare import BareDriver
from tests.drivers.markup import parsed
from tests.drivers.web import WebDriver
from tests.harness import Colleague

pytestmark = pytest.mark.attack

GIVEN = {"ash": [7, 3, 9] * 4, "birch": [2, 8, 10] * 4, "cedar": [5, 9, 8] * 5, "elder": [6] * 12, "hazel": [7] * 10}
TOKEN = re.compile(r'name="(?:token|nonce)" value="[^"]*"')
NEVER_ENDS = "/stream"
BEFORE_ANSWERING = {
    "home.menu": "the slash command; it shows Home",
    "ask.preview": "stands on what a steward has written",
    "steward.kept": "lists what stewards have written",
    "steward.throw_away": "stands on what a steward has written",
    "note.some_later": "takes two questions in one note; it shows of each what Later shows of one",
    "speak_up.changed": "takes figures that guardians have published, of what was raised; no answer is among them",
    "speak_up.again": "takes the words of a report that was closed; it shows nobody's answers",
    "commitments.offer": "takes a promise that somebody else is to own; it shows its text alone",
    "sort.together": "takes a practice, and names who else sorts; no answer is among it",
    **{
        f"sort.{name}": "stands on a theme, of comments that are published already; tests/sorting attacks its counts"
        for name in ("drop", "end", "into", "split")
    },
    **{
        f"sort.{name}": "takes a practice whose words are sorted; what is said in one is no ballot"
        for name in ("look", "missed", "read")
    },
    "replies.forms": "takes comments on two forms; it leads to the lists that are walked here",
    "show.earlier": "takes five outcomes; it shows of each what Home shows of the newest four",
}
"""What opens and cannot be reached by pressing alone."""
KNOWS_NO_ANSWER = {
    "circles": "stands on a network; test_who_is_in.py walks through it",
    "practices": "stands on what a steward has started, and says nothing of anybody",
    "channels": "says to which circle a channel belongs, and nothing of anybody",
    "say": "takes a practice that runs; what is said in one is no ballot",
    "approve": "takes a practice that runs; what is shared in one has a name and its author's yes",
    "introduce": "takes a practice that runs; it shows with whom one is together, by name and by consent",
    "weigh": "takes a practice that runs; what is chosen is counted by its own rules",
    "share": "takes a practice that has been over",
    "brief": "takes a practice that runs; what is said in one is no ballot, and what is answered is for all",
    "thanks": "takes thank-yous, which have names",
    "meet": "takes an event; test_hidden_events.py attacks who comes to those of hidden networks",
    "workshop": "takes a workshop; nothing said in one is a ballot, and test_pages.py attacks its pages",
    "match": "takes a group of mentors; test_mentoring_hidden.py attacks it",
}
"""Whole conversations in which no answer without a name is ever seen."""


@pytest.mark.parametrize("door", DRIVERS)
async def test_t7_on_every_door_nothing_changes_while_it_is_open_and_what_is_read_later_was_published(
    door: str, tmp_path: Path
) -> None:
    async with world(tmp_path, DRIVERS[door]()) as here:
        await here.answer(GIVEN)
        others = [here.roles["nurse"], here.roles["steward"]] if door == "bare" else [here.roles["nurse"]]
        look = one_dialog if door == "web" else read  # all pages of the web are read below
        before = [await look(each) for each in others]
        await here.answer({"ash": [None] * 12 + [0]})
        await here.take_back("birch", 0)
        assert [await look(each) for each in others] == before
        await here.office.until(CLOSED)
        await answer_back(here)
        later = [screen for each in others for screen in await read(each)]
        counts = {int(number) for screen in later for number in PEOPLE.findall(screen.text)}
        async with here.works.database.begin() as connection:
            of_teams = select(CellRow.node, CellRow.answers).where(CellRow.group == "")
            cells = dict(iter((await connection.execute(of_teams)).all()))
        assert cells[WHOLE] in counts
        assert counts <= set(cells.values())


async def one_dialog(who: Colleague) -> list[Screen]:
    """Home, and the question as it is opened there."""
    home = await who.sees_home()
    await who.presses("Answer")
    shown = who.dialog
    await who.dismisses()
    return [home, shown]


async def read(who: Colleague) -> list[Screen]:
    """Home, the messages, and what every button with a label of its own leads to; nothing is sent."""
    home = await who.sees_home()
    screens = [home, *who.messages()]
    labels = Counter(label for screen in screens for label in screen.buttons)
    for label in sorted(labels):
        if who.has_dialog:
            await who.dismisses()
        await who.presses(label)
        if who.has_dialog:
            screens.append(who.dialog)
    if who.has_dialog:
        await who.dismisses()
    return screens


async def test_every_page_of_the_web_that_can_be_reached_is_read_and_no_byte_changes_while_it_is_open(
    tmp_path: Path,
) -> None:
    driver = WebDriver()
    async with world(tmp_path, driver) as here:
        await here.answer(GIVEN)
        steward = here.roles["steward"]
        browser = driver.browser(steward.account)
        before = await crawled(driver, browser)
        assert {"/home", "/chat", "/"} <= set(before)
        await here.answer({"ash": [None] * 12 + [0]})
        after = await crawled(driver, browser)
        assert [path for path in before if before[path] != after.get(path)] == []


async def crawled(driver: WebDriver, browser: httpx.AsyncClient) -> dict[str, str]:
    """Every address that takes no argument, and every link on any page, as it was sent but for its tokens."""
    wanted = [path for route in driver.app.routes if "{" not in (path := getattr(route, "path", "{"))]
    found: dict[str, str] = {}
    while wanted:
        path = wanted.pop()
        if path in found or path == NEVER_ENDS:
            continue
        answer = await browser.get(path)
        found[path] = TOKEN.sub("*", answer.text)
        wanted += [link for link in _links(answer.text) if link not in found]
    return found


def _links(html: str) -> Iterator[str]:
    for each in parsed(html).select("a[href]"):
        link = each["href"].partition("#")[0]
        if link.startswith("/") and not link.startswith("//"):
            yield link


async def test_everything_that_opens_is_reached_by_somebody_s_walk(tmp_path: Path) -> None:
    """A new screen is attacked from the day on which a button leads to it; this says so where none does."""
    async with world(tmp_path, sizes={"ash": 40, "birch": 30}, by="staff-group") as here:
        await here.answer({"ash": [7] * 25}, comment="Long words. " * 40)
        for role in ("nurse", "lead", "administrator"):
            await here.roles[role].answers(5, "The lift is broken.")
            await here.roles[role].dismisses()
        reached = await walked(here)
        await here.office.until(SECOND)
        await here.answer({"ash": [6] * 25, "birch": [7] * 12}, 1)
        await here.office.until(CLOSED)
        reached |= await walked(here)
        await answer_back(here)
        await here.office.until(SECOND_CLOSED)
        await answer_back(here)
        reached |= await walked(here)
    opens = {action for each in ALL if each.name not in KNOWS_NO_ANSWER for action in each.opens}
    assert " ".join(sorted(opens - reached - set(BEFORE_ANSWERING))) == ""


async def walked(of: World) -> set[str]:
    """The names of everything that some role could open."""
    driver, reached = of.office.driver, set[str]()
    assert isinstance(driver, BareDriver)
    async with copied(of) as works:
        for who in (of.roles["steward"], of.roles["nurse"]):
            reached |= (await Walk(works, who.account).everything(driver.cards(who.account))).opened
    return reached
