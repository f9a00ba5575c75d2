"""A desk to try threads at: two guardians, somebody outside, an author with receipts, a day that is set by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select, text

from storage.db import Database
from storage.secrets import SecretFiles
from storage.threads import author, frames, readers, recipients
from storage.threads.author import Beginning
from storage.threads.cabinet import Cabinet, threads_url
from storage.threads.keys import Cost
from storage.threads.patience import Patience
from storage.threads.pool import Pool
from storage.threads.receipts import Receipt
from storage.threads.recipients import Directory, RecipientKey
from storage.threads.shelf import ShelfFile
from storage.threads.tables import SealedRow
from storage.threads.transcript import Message
from tests.databases import fresh_threads

CHEAP = Cost(1, 8192)
NAMES = ("Ines", "Tom", "Ruth")
Stored = list[tuple[bytes, bytes]]


class Day:
    """A day that stands until it is moved."""

    def __init__(self) -> None:
        self.today = date(2026, 11, 2)

    def __call__(self) -> date:
        return self.today

    def passes(self, days: int = 1) -> None:
        self.today += timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Desk:
    """Threads, who can be written to, and a folder in which everything lies that is not on PostgreSQL."""

    cabinet: Cabinet
    keys: Mapping[str, RecipientKey]
    directory: Directory
    day: Day
    folder: Path

    async def begins(self, said: str, to: Sequence[str] = ("Ines",), release: frames.Release = "at once") -> Receipt:
        minted = await Pool(self.cabinet).take()
        chosen = [each for each in self.directory.recipients if each.name in to]
        await author.begin(self.cabinet, minted, Beginning(said, chosen, release), self.directory)
        return minted.receipt

    async def sees(self, receipt: Receipt) -> list[Message] | None:
        return await author.read(self.cabinet, receipt, self.directory)

    async def texts(self, receipt: Receipt) -> list[str]:
        return [message.text for message in await self.sees(receipt) or []]

    async def finds(self, name: str) -> list[readers.Opened]:
        return await readers.find(self.cabinet, self.keys[name])

    async def reads(self, name: str) -> list[list[Message]]:
        found = await self.finds(name)
        return [await readers.read(self.cabinet, opened, self.directory) or [] for opened in found]

    async def replies(self, name: str, said: str) -> None:
        for opened in await self.finds(name):
            await readers.reply(self.cabinet, self.keys[name], opened, said)

    async def stored(self) -> Stored:
        """Every row as it lies there, on PostgreSQL in the order of the file."""
        postgres = self.cabinet.database.url.get_backend_name() == "postgresql"
        rows = select(SealedRow.place, SealedRow.body)
        async with self.cabinet.database.begin() as connection:
            found = await connection.execute(rows.order_by(text("ctid")) if postgres else rows)
            return [(bytes(row.place), bytes(row.body)) for row in found]

    async def restore(self, rows: Stored) -> None:
        """An old backup comes back: these rows and no others."""
        async with self.cabinet.database.begin() as connection:
            await connection.execute(SealedRow.__table__.delete())  # type: ignore[attr-defined]
            told = [{"place": place, "body": body} for place, body in rows]
            await connection.execute(SealedRow.__table__.insert(), told)  # type: ignore[attr-defined]

    def files(self) -> dict[str, bytes]:
        return {str(file): file.read_bytes() for file in self.folder.rglob("*") if file.is_file()}


async def no_wait(_seconds: float) -> None:
    """The time is a test's own."""


async def open_desk(url: str, folder: Path) -> Desk:
    await fresh_threads(url)
    secrets, day = SecretFiles(folder / "secrets"), Day()
    cabinet = Cabinet(
        Database(threads_url(url)),
        ShelfFile(folder / "secrets" / "threads.shelf"),
        secrets,
        cost=CHEAP,
        patience=Patience(sleep=no_wait),
        today=day,
        spare=8,
    )
    keys = {name: recipients.held(secrets, name) for name in NAMES}
    known = [recipients.public(key, name, "guardian") for name, key in keys.items()]
    outside = replace(known[-1], outside=True)
    return Desk(cabinet, keys, Directory(1, (*known[:-1], outside)), day, folder)
