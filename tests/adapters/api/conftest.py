"""The API as a program meets it: the real door on the real outlet, without a network."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from adapters.api.app import routes
from adapters.api.capability import Capabilities
from adapters.api.guard import Guard
from adapters.api.saving import file_routes
from adapters.charts.studio import Studio
from bot.exports import Exports
from bot.languages import speaking
from bot.main import outlet
from bot.settings import Settings
from storage.db import Database
from storage.exports import dictionary, tokens
from tests.harness import HandClock
from tests.published import NOW, organisation

URL = "https://hearback.example.org"


@dataclass(slots=True)
class Program:
    """A tool that reads figures. `seconds` is what the door's clock shows."""

    client: httpx.AsyncClient
    exports: Exports
    database: Database
    clock: HandClock
    capabilities: Capabilities
    seconds: float = 0.0

    async def given(self, name: str = "Power BI", days: int = 30) -> str:
        async with self.database.begin() as connection:
            return await tokens.issue(connection, name, self.clock.now() + timedelta(days=days))

    async def asks(self, path: str, token: str = "", **headers: str) -> httpx.Response:
        shown = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.client.get(path, headers=shown | headers)


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    url = await organisation(tmp_path)
    database, clock = Database(url), HandClock(NOW)
    exports = outlet(Settings(url, tmp_path / "secrets"), database, clock, speaking({}), charts=Studio())
    capabilities = Capabilities(URL, b"k" * 32, clock)
    guard = Guard(exports, lambda: made.seconds)
    app = Starlette(routes=[*routes(exports, dictionary.rows(), guard), *file_routes(exports, capabilities)])
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL)
    made = Program(client, exports, database, clock, capabilities)
    yield made
    await client.aclose()
    await database.close()
