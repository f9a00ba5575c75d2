"""Everything that threads stand on: a database of their own, the keys of its rows, what a guess costs, and which day it is."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.values import dataclass, field
from storage.db import Database, async_url
from storage.migrate import THREADS, migrate, take_turn
from storage.secrets import Secrets
from storage.threads.keys import LIGHT, PEPPER, PRODUCTION, AuthorKeys, Cost, derive
from storage.threads.patience import Patience
from storage.threads.receipts import Receipt
from storage.threads.shelf import Shelf, ShelfFile
from storage.threads.tables import ThreadRows

SCHEMA = "threads"
DECOYS = "thread-decoys"
DAY_BEGINS = 5
"""The hour at which the threads' day begins. The night's rewriting comes before it, so that whoever is shown something new
finds no row any more that lies where it was written; and what was said just before midnight is not read just after."""
AT_ONCE = 2
"""How many receipts are worked out side by side: at the usual cost each takes 128 MiB for half a second."""


def day_of(now: datetime) -> date:
    """The threads' day, from a moment in the organisation's zone."""
    return (now.replace(tzinfo=None) - timedelta(hours=DAY_BEGINS)).date()


def _today() -> date:
    return day_of(datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Cabinet:
    """Where threads lie. `cost` is what working out one receipt's keys takes, `patience` how long every look-up takes.

    `today` gives the threads' day in the organisation's zone (`day_of`). Each night leaves at least `spare` decoys, and a
    number of rows that is a multiple of it; `turns` lets so many receipts be worked out at once.
    """

    database: Database
    shelf: Shelf
    secrets: Secrets
    cost: Cost = PRODUCTION
    patience: Patience = field(default_factory=Patience)
    today: Callable[[], date] = _today
    spare: int = 64
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def keys(self, receipt: Receipt) -> AuthorKeys:
        """A receipt's keys, worked out beside the loop; or here, where that takes less than the way to a thread."""
        if self.cost.work <= LIGHT.work:
            return derive(receipt, self.secrets.lasting(PEPPER), self.cost)
        async with self.turns:
            return await asyncio.to_thread(derive, receipt, self.secrets.lasting(PEPPER), self.cost)

    def decoy_key(self) -> bytes:
        """With it a decoy's secret can be told from a message's; it is kept in the secret store, and never in a database."""
        return self.secrets.lasting(DECOYS)


def open_cabinet(url: str, secrets: Secrets, folder: Path) -> Cabinet:
    """The threads that belong to the main database at `url`, for which `prepare` was called. `folder` is where secret
    keys lie."""
    return Cabinet(Database(threads_url(url)), ShelfFile(folder / "threads.shelf"), secrets)


def threads_url(url: str) -> str:
    """Where the threads lie: on SQLite a file of their own beside the other, on PostgreSQL a schema of their own."""
    address = async_url(url)
    if address.get_backend_name() == "sqlite":
        file = Path(address.database or "hearback.db")
        address = address.set(database=str(file.with_name(f"{file.stem}-threads{file.suffix}")))
    else:
        address = address.update_query_dict({"options": f"-csearch_path={SCHEMA}"})
    return address.render_as_string(hide_password=False)


async def prepare(url: str) -> None:
    """Makes the file or the schema, and brings it to the tables of this version."""
    if async_url(url).get_backend_name() != "sqlite":
        database = Database(url)
        try:
            async with database.engine.begin() as connection:
                await take_turn(connection)
                await connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        finally:
            await database.close()
    await migrate(threads_url(url), ThreadRows.metadata, THREADS)
