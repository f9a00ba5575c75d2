"""The workspace as a browser without scripts uses it: real pages, real forms, cookies and tokens."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol, runtime_checkable

import httpx
from starlette.applications import Starlette

from adapters.charts.studio import Studio
from adapters.web.app import Workspace
from adapters.web.rooms import account_of
from bot.events import Account, Arrived, Place, Profile
from bot.ports import Answers, Clock, Demo, Letter, Mailbox, Missing, Refused, Seat, Sender, Sent, Throttled, Unsure
from bot.settings import House
from bot.words import Speaking, Words
from tests.drivers import Screen
from tests.drivers.markup import Tag
from tests.drivers.web_edge import DictMailbox, HandClock, HandDemo
from tests.drivers.web_reading import filled, main_of, messages_of, post_behind, post_of, screen_of

SECRET = b"a secret of the tests, long enough to be one"
BASE = "http://localhost"
PATHS: dict[Place, str] = {"direct": "/chat", "group": "/group/team", "channel": "/channel/all-staff"}
TOKEN = re.compile(r'name="token" value="([^"]+)"')
COMMANDS = {"hearback": "/hearback", "speakup": "/speakup"}


@runtime_checkable
class Seating(Protocol):
    """A demonstration to which a test can add people."""

    def add(self, seat: Seat) -> None: ...


class Looking:
    """The real sender; after each message the person's open page shows it, as a browser's would, or once they look again."""

    def __init__(self, sender: Sender, driver: "WebDriver") -> None:
        self._sender, self._driver = sender, driver

    async def send(self, letter: Letter) -> Sent | Throttled | Refused | Unsure:
        sent = await self._sender.send(letter)
        for id_ in self._driver.people if letter.aloud else ():
            await self._driver.look(id_, "channel")
        if not letter.aloud:
            await self._driver.notice(letter.account.id)
        return sent

    async def find(self, letter: Letter) -> Sent | Missing | Throttled | Unsure:
        return await self._sender.find(letter)


class WebDriver:
    """Implements `tests.drivers.Driver` at the workspace's own pages."""

    platform = "web"
    tenant = "demo"

    def __init__(
        self,
        mailbox: Mailbox | None = None,
        demo: Demo | None = None,
        *,
        clock: Clock | None = None,
        house: House | None = None,
        speaking: Speaking = Words,
    ) -> None:
        hand = HandClock()
        self.clock: Clock = clock or hand
        self.mailbox: Mailbox = mailbox or DictMailbox()
        self.demo: Demo = demo or HandDemo(hand)
        self._house, self._speaking = house or House(), speaking
        self._browsers: dict[str, httpx.AsyncClient] = {}
        self._dialogs: dict[str, tuple[Tag, dict[str, str]]] = {}
        self._homes: dict[str, Tag] = {}
        self._pages: dict[tuple[str, Place], str] = {}
        self._seen: dict[tuple[str, Place], list[Tag]] = {}
        self._unread: set[str] | None = None

    async def start(self, bot: Answers) -> Sender:
        self._bot = bot
        self.workspace = Workspace(
            bot,
            self.mailbox,
            self.demo,
            self.clock,
            house=self._house,
            speaking=self._speaking,
            secret=SECRET,
            charts=Studio(),
        )
        await self.workspace.start()
        self.app = Starlette(routes=self.workspace.routes)
        return Looking(self.workspace.sender, self)

    async def stop(self) -> None:
        for browser in self._browsers.values():
            await browser.aclose()
        await self.workspace.stop()

    async def join(self, name: str, *, language: str = "en", zone: str = "Europe/London") -> Account:
        id_ = name.lower().replace(" ", "-")
        seat = Seat(id_, name, "Nurse", "Ward 7", featured=True, language=language, zone=zone)
        if isinstance(self.demo, Seating):
            self.demo.add(seat)
        account = account_of(seat)
        await self._bot.answer(Arrived(f"joined:{id_}", account, "joined", Profile(name, language, zone)))
        await self.sit(account)
        return account

    async def sit(self, who: Account) -> httpx.AsyncClient:
        """The person chooses their seat in a browser of their own."""
        browser = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=BASE, follow_redirects=True)
        self._browsers[who.id] = browser
        token = TOKEN.search((await browser.get("/")).text)
        assert token
        await browser.post("/as", data={"token": token[1], "seat": who.id}, headers={"Origin": BASE})
        return browser

    async def say(self, who: Account, text: str, place: Place = "direct") -> None:
        page = await self._page(who.id, PATHS[place])
        form = page.select_one("form.composer")
        assert form is not None
        post = post_of(form)
        await self._post(who, post.path, post.fields | {"text": text})
        for id_ in self._browsers:
            await self.look(id_, place)

    async def command(self, who: Account, name: str) -> None:
        await self.say(who, COMMANDS[name])

    async def visit(self, who: Account) -> Screen:
        page = await self._page(who.id, "/home")
        home = page.select_one(".home")
        assert home is not None
        self._homes[who.id] = home
        return screen_of(home)

    async def press(self, who: Account, label: str, *, on: str = "") -> None:
        if who.id in self._homes:
            await self.visit(who)
        for part in self._places_to_press(who, on):
            post = post_behind(part, label)
            if post:
                self._dialogs.pop(who.id, None)
                await self._post(who, post.path, post.fields)
                for place in {"direct", *(place for id_, place in self._pages if id_ == who.id)}:
                    await self.look(who.id, place)
                return
        raise LookupError(f"nothing to press is called {label!r}")

    async def fill(self, who: Account, label: str, value: str) -> None:
        sheet, values = self._dialogs[who.id]
        name, sent = filled(sheet, label, value)
        values[name] = sent

    async def send(self, who: Account) -> None:
        sheet, values = self._dialogs.pop(who.id)
        form = sheet.select_one("form#sheet-form")
        assert form is not None, "this form can only be read"
        post = post_of(form)
        await self._post(who, post.path, post.fields | values)
        await self.look(who.id)

    async def dismiss(self, who: Account) -> None:
        self._dialogs.pop(who.id, None)

    def dialog(self, who: Account) -> Screen | None:
        found = self._dialogs.get(who.id)
        return screen_of(found[0]) if found else None

    def messages(self, who: Account, place: Place = "direct") -> list[Screen]:
        return [screen_of(message) for message in self._messages(who.id, place)]

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """Nobody looks at a page for a while; then everybody who was written to does, once."""
        self._unread = set()
        try:
            yield
        finally:
            unread, self._unread = self._unread, None
            for id_ in sorted(unread):
                await self.look(id_)

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self._browsers)

    async def notice(self, id_: str) -> None:
        """Something has come for this person."""
        if self._unread is None:
            await self.look(id_)
        else:
            self._unread.add(id_)

    async def look(self, id_: str, place: Place = "direct") -> None:
        """The person reads a room, so that `messages` says how it stands now."""
        if id_ in self._browsers:
            self._pages[id_, place] = await self._html(id_, PATHS[place])
            self._seen.pop((id_, place), None)

    def browser(self, who: Account) -> httpx.AsyncClient:
        return self._browsers[who.id]

    def _places_to_press(self, who: Account, on: str) -> list[Tag]:
        newest = [message for place in PATHS for message in reversed(self._messages(who.id, place))]
        if on:
            return [message for message in newest if on in screen_of(message).text]
        open_ = [self._dialogs[who.id][0]] if who.id in self._dialogs else []
        return open_ + ([self._homes[who.id]] if who.id in self._homes else []) + newest

    def _messages(self, id_: str, place: Place) -> list[Tag]:
        """Pages are kept as they came and read when somebody looks: most are never looked at."""
        if (id_, place) not in self._seen:
            self._seen[id_, place] = messages_of(main_of(self._pages.get((id_, place), "")))
        return self._seen[id_, place]

    async def _page(self, id_: str, path: str) -> Tag:
        return main_of(await self._html(id_, path))

    async def _html(self, id_: str, path: str) -> str:
        answer = await self._browsers[id_].get(path)
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        return answer.text

    async def _post(self, who: Account, path: str, fields: dict[str, str]) -> None:
        answer = await self._browsers[who.id].post(path, data=fields, headers={"Origin": BASE})
        assert answer.status_code == 200, f"{path} answered {answer.status_code}"
        page = main_of(answer.text)
        sheet = page.select_one("section.sheet")
        if sheet is not None:
            self._dialogs[who.id] = (sheet, {})
        home = page.select_one(".home")
        if home is not None:
            self._homes[who.id] = home
