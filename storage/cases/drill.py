"""A rehearsal of restoring: in a folder of its own it files cases, erases one, and brings yesterday's copy back.

Nothing of the real cases is needed: what opens them is with the guardians. Besides, a real backup can be looked at, to see
how many of its rows today's keys still open.
"""

import asyncio
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from bot.values import dataclass, replace
from storage.cases import enrolment, filing, locks, opening, reporter
from storage.cases.casework import Casework
from storage.cases.filing import Report
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.db import Database
from storage.secrets import SecretFiles
from storage.threads import envelope, night, readers, recipients
from storage.threads.cabinet import Cabinet, open_cabinet, prepare, threads_url
from storage.threads.keys import LIGHT
from storage.threads.patience import Patience
from storage.threads.pool import Pool
from storage.threads.receipts import Receipt
from storage.threads.shelf import Epoch, Shelf
from storage.threads.tables import SealedRow

LIVE, ERASED = "This is a rehearsal, and it stays.", "This is a rehearsal, and it is erased."
Seen = tuple[set[str], set[str]]
"""What a guardian reads, and what the authors read."""

DATABASE = "main-threads.db*"
WANTED = (
    ({LIVE}, "What was erased is gone, and what was not opens, for its guardian and for its author."),
    ({LIVE}, "A backup from before the erasure, with today's keys: the live case opens, the erased one does not."),
    ({LIVE, ERASED}, "The control: with the keys of that day the erased case opens, so this rehearsal could see it."),
    (set[str](), "A backup from before a night's rewriting opens nothing, whatever is in it."),
)
"""What must be seen at each step, by both."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that was tried, and whether it came out as it must."""

    holds: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A real copy: how many rows it has, and how many of them today's keys open."""

    rows: int
    open: int


async def rehearse(folder: Path) -> Sequence[Proof]:
    """Lives a backup, an erasure and a restore in this empty folder; what stays there is of no worth."""
    stage = await _stage(folder)
    authors = [await stage.files(said) for said in (LIVE, ERASED)]
    await stage.copy("backup")
    old = stage.shelf.read()
    gone = [case.opened for case in await stage.cases() if case.messages[0].text == ERASED]
    await readers.erase(stage.work.cabinet, *gone)
    seen = [await stage.seen(authors)]
    await stage.copy("after")
    new = stage.shelf.read()
    for shelf in (new, old):
        await stage.restore("backup", shelf)
        seen.append(await stage.seen(authors))
    await stage.restore("after", new)
    await night.rewrite(stage.work.cabinet)
    await stage.restore("backup", stage.shelf.read())
    seen.append(await stage.seen(authors))
    await stage.work.cabinet.database.close()
    return [Proof(found == (wanted, wanted), said) for found, (wanted, said) in zip(seen, WANTED, strict=True)]


async def look_at(shelf: Shelf, url: str) -> Looked:
    """How many rows of the copy at this address open with the keys that are on the shelf now. Writes nothing."""
    database, epochs = Database(url), await asyncio.to_thread(shelf.read)
    try:
        async with database.begin() as connection:
            kept = [(bytes(row.place), bytes(row.body)) for row in await connection.execute(select(SealedRow))]
    finally:
        await database.close()
    keys = {place: secret for epoch in epochs for place, secret in epoch.secrets.items()}
    opened = [place for place, body in kept if place in keys and envelope.unshut(keys[place], place, body)]
    return Looked(len(kept), len(opened))


@dataclass(slots=True)
class _Stage:
    work: Casework
    guardian: Guardian
    folder: Path

    @property
    def shelf(self) -> Shelf:
        return self.work.cabinet.shelf

    async def files(self, said: str) -> Receipt:
        minted = await Pool(self.work.cabinet).take()
        to = [each.opens for each in self.guardian.directory.recipients]
        await filing.file(self.work, minted, Report(said, "other", to, urgent=True), {})
        return minted.receipt

    async def cases(self) -> list[Case]:
        return await opening.open_all(self.work, self.guardian)

    async def seen(self, authors: Sequence[Receipt]) -> Seen:
        told = [await reporter.look(self.work, each) for each in authors]
        return {case.messages[0].text for case in await self.cases()}, {each[0].text for each in told if each}

    async def copy(self, name: str) -> None:
        """A backup of the database, and of nothing else."""
        await self.work.cabinet.database.close()
        (self.folder / name).mkdir()
        for file in self.folder.glob(DATABASE):
            shutil.copyfile(file, self.folder / name / file.name)

    async def restore(self, name: str, shelf: Sequence[Epoch]) -> None:
        """Puts the copy in the place of the database, beside these keys."""
        await self.work.cabinet.database.close()
        for file in self.folder.glob(DATABASE):
            file.unlink()
        for file in (self.folder / name).glob(DATABASE):
            shutil.copyfile(file, self.folder / file.name)
        self.shelf.write(shelf)
        database = Database(threads_url(_url(self.folder)))
        self.work = replace(self.work, cabinet=replace(self.work.cabinet, database=database))


async def _stage(folder: Path) -> _Stage:
    """A threads' database of its own with two guardians who are nobody, and receipts that cost little."""
    await prepare(_url(folder))
    opened = open_cabinet(_url(folder), SecretFiles(folder / "secrets"), folder / "secrets")
    cabinet: Cabinet = replace(opened, cost=LIGHT, patience=Patience(step=0.001), spare=8)
    seed, pin = enrolment.new_signer()
    work, keys = Casework(cabinet, pin), [locks.fresh().key for _ in range(2)]
    inside, outside = (recipients.public(key, name, "guardian") for key, name in zip(keys, ("One", "Two"), strict=True))
    directory = await enrolment.publish(work, seed, [inside, replace(outside, outside=True)])
    return _Stage(work, Guardian(keys[0], inside, directory), folder)


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'main.db'}"
