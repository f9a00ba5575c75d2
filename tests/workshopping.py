"""A workshop as it is held in tests: a steward who moves it on, and phones that join by what stands on their table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

import httpx
from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.pages import tables_pages
from bot.workshop import Workshop
from storage.workshops import reading
from storage.workshops.rows import WorkshopPickRow, WorkshopRow
from tests.databases import fresh_sqlite
from tests.drivers.bare import BareDriver
from tests.harness import Colleague, Office

UNREAD = re.compile(r"<style>.*?</style>|<[^>]+>", re.DOTALL)
NAME = "n" * 22
"""What a sending is called, where it does not matter."""
HOME = "93.184.216.34"
PUBLIC = "https://hearback.example.org"
TABLES = "Table 1, staff; Table 2, patients; Table 3, carers"
ON_THE_DAY = "2026-11-12T09:30"


@dataclass(slots=True)
class Phone:
    """One browser without scripts; it keeps its cookies."""

    client: httpx.AsyncClient
    code: str = ""
    page: httpx.Response = field(default_factory=lambda: httpx.Response(200))

    @property
    def html(self) -> str:
        return self.page.text

    @property
    def text(self) -> str:
        return " ".join(unescape(UNREAD.sub(" ", self.html)).split())

    async def opens(self, path: str) -> httpx.Response:
        self.page = await self.client.get(path)
        return self.page

    async def joins(self, code: str) -> httpx.Response:
        self.code = code
        return await self.opens(f"/t/{code}")

    async def sends(self, fields: Mapping[str, str | list[str]], *, to: str = "") -> httpx.Response:
        self.page = await self.client.post(to or f"/t/{self.code}", data=dict(fields), follow_redirects=True)
        return self.page

    async def writes(self, text: str, sending: str = "") -> httpx.Response:
        name = sending or re.findall(r'name="sending" value="([^"]+)"', self.html)[0]
        return await self.sends({"do": "note", "text": text, "sending": name})


@dataclass(slots=True)
class Held:
    """A workshop that is being held: the office, who holds it, and the addresses of its pages."""

    office: Office
    dario: Colleague
    routes: list[BaseRoute]

    async def whole(self) -> Workshop:
        async with self.office.works.database.begin() as connection:
            ref = (await connection.execute(select(WorkshopRow.ref))).scalar_one()
            found = await reading.one(connection, ref)
        assert found
        return found

    async def chosen(self) -> int:
        """How many phones' choices lie in the database."""
        async with self.office.works.database.begin() as connection:
            return (await connection.execute(select(func.count()).select_from(WorkshopPickRow))).scalar_one()

    async def codes(self) -> list[str]:
        return [each.code for each in (await self.whole()).tables]

    def phone(self, host: str = HOME) -> Phone:
        transport = httpx.ASGITransport(Starlette(routes=self.routes), client=(host, 1))
        return Phone(httpx.AsyncClient(transport=transport, base_url=PUBLIC))

    async def at(self, table: int, host: str = HOME) -> Phone:
        """A phone at one of the tables, from 1."""
        phone = self.phone(host)
        await phone.joins((await self.codes())[table - 1])
        return phone

    async def moves(self, *labels: str) -> str:
        """Whoever holds it presses these, one after the other, and says yes to each."""
        await self.dario.visits_home()
        await self.dario.presses("Look after it")
        for label in labels:
            await self.dario.presses(label)
            await self.dario.sends()
        text = self.dario.dialog.text
        await self.dario.dismisses()
        return text


async def held(folder: Path, *, url: str = "", public_url: str = PUBLIC) -> Held:
    """An office with a workshop that has been set up, on its day, before the tables are opened."""
    office = await Office.open(BareDriver(), url or await fresh_sqlite(folder), folder, public_url=public_url)
    dario = await office.hire("Dario Moretti")
    await office.grant(dario, "steward")
    await set_up(dario)
    await office.until(ON_THE_DAY)
    return Held(office, dario, tables_pages(office.works))


async def set_up(dario: Colleague, tables: str = TABLES) -> None:
    await dario.visits_home()
    await dario.presses("Hold a workshop")
    await dario.fills(
        {
            "What is it called?": "Coming to outpatients",
            "What do you ask the tables?": "What would make coming to us easier?",
            "On which day?": "2026-11-12",
            "Which tables are there?": tables,
        }
    )
    await dario.sends()
    await dario.dismisses()
