"""The inbox as a guardian's browser sees it: pages are fetched, and forms are found by their buttons, filled and posted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.applications import Starlette

import adapters.web
from adapters.inbox.app import routes
from bot.words import Words
from storage.cases.casebook import StoredCasebook
from tests.storage.cases.chamber import Chamber, passphrase

BASE = "http://127.0.0.1:8001"
LOOKS = Path(adapters.web.__file__).parent / "static"
Typed = dict[str, str | list[str]]


def served(chamber: Chamber, *, secure: bool = False) -> Starlette:
    """The inbox in front of this chamber, with its sessions and its count of tries."""
    casebook = StoredCasebook(chamber.work, chamber.tries, chamber.sessions)
    return Starlette(
        routes=routes(casebook, Words(), organisation="St Brigid's", looks=(LOOKS,), secure=secure),
    )


@dataclass(slots=True)
class Front:
    """A browser before the inbox. `answer` is the last answer that was no redirect."""

    client: httpx.AsyncClient
    answer: httpx.Response

    @property
    def page(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.answer.text)

    @property
    def text(self) -> str:
        """What is read on the page, boxes included."""
        body = self.page.body
        return " ".join((body.text(separator=" ") if body else "").split())

    @property
    def cookie(self) -> str:
        return self.client.cookies.get("hearback_inbox") or ""

    def part(self, selector: str) -> LexborNode:
        """The first part of the page that this CSS selector finds."""
        found = self.page.css_first(selector)
        if found is None:
            raise AssertionError(f"nothing like {selector} on: {self.text[:300]}")
        return found

    def said(self, selector: str) -> str:
        """What stands in it."""
        return self.part(selector).text().removeprefix("\n")

    def value(self, selector: str, name: str = "value") -> str:
        return self.part(selector).attributes[name] or ""

    async def goes(self, path: str) -> httpx.Response:
        self.answer = await self.client.get(path)
        return self.answer

    async def presses(self, button: str, **typed: str | list[str]) -> httpx.Response:
        """Posts the form with this button as a browser would, with what was typed in."""
        form = self.form(button)
        fields = filled(form)
        pressed = next(each for each in form.css("button") if each.text(strip=True) == button)
        if name := pressed.attributes.get("name"):
            fields[name] = pressed.attributes.get("value") or ""
        for field, value in typed.items():
            if form.css_first(f'[name="{field}"]') is None:
                raise AssertionError(f"the form of {button!r} has no field {field}")
            fields[field] = value
        return await self.posts(form.attributes["action"] or "", fields)

    async def posts(self, path: str, fields: Mapping[str, str | list[str]], **headers: str) -> httpx.Response:
        told = {"Origin": BASE, "Sec-Fetch-Site": "same-origin", **headers}
        self.answer = await self.client.post(path, data=dict(fields), headers=told)
        return self.answer

    def form(self, button: str) -> LexborNode:
        for form in self.page.css("form"):
            if any(each.text(strip=True) == button for each in form.css("button")):
                return form
        raise AssertionError(f"no form with the button {button!r} on: {self.text[:300]}")

    async def signs_in(self, chamber: Chamber, name: str) -> httpx.Response:
        await self.goes("/inbox")
        secret = {"passphrase": passphrase(name), "code": chamber.code(name)}
        return await self.presses("Sign in", name=name, **secret)

    async def opens(self, at: int = 0) -> httpx.Response:
        """The case at this place of the list."""
        await self.goes("/inbox")
        link = self.page.css(".case-name")[at].attributes["href"] or ""
        return await self.goes(link)


def filled(form: LexborNode) -> Typed:
    """The fields of a form as they stand on the page."""
    fields: Typed = {}
    for each in form.css("input, textarea, select"):
        name, kind = each.attributes.get("name"), each.attributes.get("type")
        if not name or (kind in ("checkbox", "radio") and "checked" not in each.attributes):
            continue
        if each.tag == "textarea":
            fields[name] = each.text().removeprefix("\n")
        elif each.tag == "select":
            chosen = each.css_first("option[selected]") or each.css_first("option")
            fields[name] = (chosen.attributes.get("value") if chosen else "") or ""
        else:
            fields[name] = each.attributes.get("value") or ""
    return fields


def front(app: Starlette) -> Front:
    transport = httpx.ASGITransport(app)
    client = httpx.AsyncClient(transport=transport, base_url=BASE, follow_redirects=True)
    return Front(client, httpx.Response(200, text=""))


async def inbox(chamber: Chamber, name: str = "Ines") -> Front:
    """A guardian who has signed in."""
    opened = front(served(chamber))
    await opened.signs_in(chamber, name)
    return opened
