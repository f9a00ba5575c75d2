"""A keeper for tests: the real program behind the real client, with a clock of its own and a line that can be cut."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import httpx
from sqlalchemy import func, select, update
from starlette.applications import Starlette

from adapters.keeper.app import routes
from adapters.keeper.client import HttpKeeper
from adapters.keeper.drawer import Drawer
from bot.settings import KeeperDoor
from storage import rounds
from storage.loop import MomentRow, ProgrammeRow, RoundRow
from storage.rounds import Asking
from tests.drivers.bare import BareDriver
from tests.harness import MONDAY, Colleague, HandClock, Office

OPENS = "2026-11-05T10:00"
CLOSE = datetime.fromisoformat("2026-11-16T12:00+00:00")
MOMENT = timedelta(seconds=31)
"""So long the keeper is left in peace after a no."""
SAID = "Only for the close."
TOKEN = "staffside" * 4
NAME = "Staff side of Northfield"
URL = "http://localhost:8700"


class Staffside(httpx.AsyncBaseTransport):
    """Whoever has the second keys, and the line to them. Before each request `looks` is called."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, HandClock(MONDAY)
        self.drawer = Drawer(folder)
        self._app = httpx.ASGITransport(Starlette(routes=routes(self.drawer, TOKEN, self.clock.now)))
        self.cut = self.loses_answers = False
        self.looks: Callable[[], Awaitable[None]] | None = None
        self.requests: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request.method)
        if self.looks:
            await asyncio.wait_for(self.looks(), 5)
        if self.cut:
            raise httpx.ConnectError("the line is cut")
        answer = await self._app.handle_async_request(request)
        if self.loses_answers:
            raise httpx.ReadTimeout("the answer was lost")
        return answer

    def asked_by(self, clock: HandClock) -> HttpKeeper:
        """The client that Hearback has."""
        return HttpKeeper(KeeperDoor(URL, TOKEN, NAME), clock, self)

    def held(self) -> dict[str, bytes]:
        """The secret halves that it has, by the question's ref."""
        return {ref: kept.key for ref in self.drawer.names() if (kept := self.drawer.get(ref))}

    def at(self, now: datetime) -> None:
        self.clock.at = now


@asynccontextmanager
async def at_work(folder: Path, url: str, keeper: Staffside) -> AsyncIterator[Office]:
    """Each request to the keeper finds the database free: on SQLite there is one connection, so a turn that held it while
    it asks the keeper would be noticed."""
    opened = await Office.open(BareDriver(), url, folder, keeper=keeper.asked_by)

    async def look() -> None:
        async with opened.works.database.begin():
            pass

    keeper.looks = look
    yield opened
    await opened.close()


async def hired(office: Office) -> list[Colleague]:
    steward = await office.hire("Dario Moretti")
    await office.grant(steward, "steward")
    rest = await office.hire_many(5)
    await office.start_pulse(steward)
    return [steward, *rest]


async def asked(office: Office) -> list[Colleague]:
    """One round, after which the programme asks nothing more."""
    people = await hired(office)
    await office.until(OPENS)
    async with office.works.database.begin() as connection:
        await connection.execute(update(ProgrammeRow).values(next_at=None))
    return people


async def answered(office: Office) -> list[Colleague]:
    people = await asked(office)
    for number, each in enumerate(people):
        await each.answers(6, SAID * (number % 3))
        await each.dismisses()
    return people


async def asking(office: Office) -> Asking:
    async with office.works.database.begin() as connection:
        ref = (await connection.execute(select(MomentRow.ref).where(MomentRow.kind == "ASK"))).scalars().first()
        found = await rounds.question(connection, ref or "")
    assert found is not None
    return found


async def held(office: Office, table: type) -> int:
    """How many rows lie there."""
    async with office.works.database.begin() as connection:
        rows = select(func.count()).select_from(table)
        return int((await connection.execute(rows)).scalar_one())


async def looks_at(office: Office, keeper: Staffside, now: datetime) -> None:
    """Both clocks show this time, and one look is taken at ours."""
    keeper.at(now)
    office.clock.at = now
    await office.works.catch_up()


async def stage(office: Office) -> list[str]:
    async with office.works.database.begin() as connection:
        return list((await connection.execute(select(RoundRow.stage).order_by(RoundRow.id))).scalars())
