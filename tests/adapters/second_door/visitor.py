"""Somebody in front of the public page, with a browser that runs no script and keeps no cookie."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from adapters.second_door.late import PATH
from bot.events import Account
from tests.drivers import Screen
from tests.drivers.markup import Tag, parsed
from tests.drivers.web_reading import filled, post_behind, post_of, screen_of

HOME = "93.184.216.34"
"""An address of one's own; anything that is not public counts as shared."""
ONION = "http://hearbackexamplehearbackexamplehearbackexamplehearbackex.onion"


@dataclass(slots=True)
class Visitor:
    """One browser. `page` is what it shows, `fields` what is filled in but not sent."""

    client: httpx.AsyncClient
    answer: httpx.Response | None = None
    fields: dict[str, str] = field(default_factory=dict)

    @classmethod
    def at(cls, routes: list[BaseRoute], host: str = HOME, base: str = ONION) -> "Visitor":
        transport = httpx.ASGITransport(Starlette(routes=routes), client=(host, 1))
        return cls(httpx.AsyncClient(transport=transport, base_url=base))

    @property
    def html(self) -> str:
        assert self.answer is not None, "no page is open"
        return self.answer.text

    @property
    def main(self) -> Tag:
        return parsed(self.html)

    @property
    def screen(self) -> Screen:
        return screen_of(self.main)

    @property
    def text(self) -> str:
        return self.screen.text

    async def visits(self) -> None:
        self._shows(await self.client.get(PATH))

    async def presses(self, label: str) -> None:
        """A button of the page, or the one that sends the form with what was filled in."""
        if post := post_behind(self.main, label):
            self._shows(await self.posts(post.fields))
            return
        form = self._form("sheet-form")
        assert label in [each.get_text().strip() for each in self.main.select("button[form=sheet-form]")]
        self._shows(await self.posts(post_of(form).fields | self.fields))

    async def sends_again(self) -> None:
        """The button of the page that says that too much came in."""
        self._shows(await self.posts(post_of(self._form("again")).fields))

    def fills(self, values: Mapping[str, str]) -> None:
        for label, value in values.items():
            name, said = filled(self._form("sheet-form"), label, value)
            self.fields[name] = said

    async def adds(self, content: bytes, beside: str = "", name: str = "IMG_2041.jpg") -> None:
        """A picture, in the form that has a place for one."""
        form = self.main.select_one("form[enctype]")
        assert form is not None, "there is no place for a picture"
        told = {each["name"]: each["value"] for each in form.select("input[type=hidden]")} | {"beside": beside}
        self._shows(await self.client.post(PATH, data=told, files={"upload": (name, content, "image/jpeg")}))

    async def posts(self, fields: Mapping[str, str], **headers: str) -> httpx.Response:
        """Ticked boxes travel one by one, as a browser sends them."""
        pairs = {name: said.split(",") if name == "f.to" else [said] for name, said in fields.items()}
        return await self.client.post(PATH, data=pairs, headers=headers)

    def _form(self, id_: str) -> Tag:
        form = self.main.select_one(f"#{id_}")
        assert form is not None, "there is no form"
        return form

    def _shows(self, answer: httpx.Response) -> None:
        self.answer, self.fields = answer, {}


def nobody(account: Account) -> bool:
    """Whether an account says no more than which way in somebody came by."""
    return (
        account.platform == "page"
        and account.tenant in ("own", "shared")
        and bool(re.fullmatch(r"[0-9a-f]{32}", account.id))
    )
