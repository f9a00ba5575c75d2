"""The organisation whose census was published, and what hands it out."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.charts.studio import Studio
from bot.exports import File, Format
from bot.languages import speaking
from bot.main import outlet
from bot.settings import House, Settings
from storage.db import Database
from storage.exports.outlet import Outlet
from storage.loop import CellRow
from tests.harness import HandClock
from tests.published import NOW, SUMMER, organisation

NAME = "Northfield Hospitals"


@dataclass(frozen=True, slots=True)
class Published:
    """Its database, and the outlet on it."""

    url: str
    database: Database
    exports: Outlet

    async def file(self, form: Format, ref: str = SUMMER) -> File:
        found = await self.exports.file(ref, form, shared=False)
        assert isinstance(found, File), found
        return found

    async def cells(self, moment: int) -> dict[tuple[str, str, str, str], CellRow]:
        """Every stored cell as the table holds it."""
        async with self.database.begin() as connection:
            rows = (await connection.execute(select(CellRow.__table__).where(CellRow.moment_id == moment))).mappings()
            return {(r["question"], r["node"], r["attribute"], r["group"]): CellRow(**r) for r in rows}


@pytest.fixture
async def published(tmp_path: Path) -> AsyncIterator[Published]:
    url = await organisation(tmp_path)
    database = Database(url)
    settings = Settings(url, tmp_path / "secrets", house=House(organisation=NAME))
    yield Published(url, database, outlet(settings, database, HandClock(NOW), speaking({}), charts=Studio()))
    await database.close()
