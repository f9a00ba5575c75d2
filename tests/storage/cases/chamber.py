"""A chamber to try cases in: three guardians and somebody outside the line, all with real keys and a signed list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyotp
from sqlalchemy import insert, select

from bot.disk import write_whole
from storage.cases import filing, guardians, opening, reporter
from storage.cases.casework import WORLD, Casework
from storage.cases.filing import Report
from storage.cases.guardians import Enrolled
from storage.cases.one_time import Tries
from storage.cases.opening import Case
from storage.cases.sessions import Guardian, Sessions
from storage.threads import directories, frames, recipients
from storage.threads.pool import Pool
from storage.threads.receipts import Receipt
from storage.threads.recipients import Directory, RecipientKey
from storage.threads.tables import LockedKeysRow, SignedDirectoryRow, ThreadRows
from storage.threads.transcript import Message
from tests.storage.threads.desk import CHEAP, Day, Desk, Stored, open_desk

SIGNER = bytes(range(32))
PIN = recipients.fingerprint(frames.public(SIGNER))
NAMES = ("Ines", "Tom", "Ruth", "Olga")
OUTSIDE = "Olga"
UNITS = {"Theatre": 20, "Ward 7": 42, "Reception": 19}


class Watch:
    """Seconds that stand until they are moved."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0

    def __call__(self) -> float:
        return self.at


def passphrase(name: str) -> str:
    return f"{name} walks the dog at six"


@dataclass(slots=True)
class Chamber:
    """Casework with guardians; `watch` is what telephones and sessions go by, `day` the organisation's day."""

    work: Casework
    desk: Desk
    watch: Watch
    tries: Tries
    sessions: Sessions
    enrolled: Mapping[str, Enrolled]
    directory: Directory

    @property
    def day(self) -> Day:
        return self.desk.day

    def code(self, name: str) -> str:
        """What the guardian's telephone shows in the next half minute, so that no code is used twice."""
        self.watch.at += 30
        return telephone(self.enrolled[name], self.watch.at)

    async def key(self, name: str) -> RecipientKey:
        who = self.enrolled[name].who
        return await guardians.unlock(self.work, self.tries, who, (passphrase(name), self.code(name)))

    async def guardian(self, name: str) -> Guardian:
        return await self.sessions.enter(self.work, self.sessions.begin(await self.key(name)))

    async def lists(self, directory: Directory) -> None:
        """Whoever signs puts a new list in the place of the last."""
        self.directory = replace(directory, serial=self.directory.serial + 1)
        await directories.keep(self.work.cabinet, WORLD, recipients.sign(self.directory, SIGNER), PIN)

    async def until(self, name: str, last: date) -> None:
        changed = [replace(each, until=last) if each.name == name else each for each in self.directory.recipients]
        await self.lists(replace(self.directory, recipients=tuple(changed)))

    def opens(self, *names: str) -> list[bytes]:
        return [each.opens for each in self.directory.recipients if each.name in names]

    async def files(
        self, said: str, to: Sequence[str] = ("Ines", "Tom"), *, urgent: bool = True, unit: str = ""
    ) -> Receipt:
        """Somebody raises something, by default with what lets it through at once."""
        minted = await Pool(self.work.cabinet).take()
        report = Report(said, "bullying", self.opens(*to), urgent, unit=unit)
        await filing.file(self.work, minted, report, UNITS)
        return minted.receipt

    async def sees(self, receipt: Receipt) -> list[tuple[str, str]] | None:
        """What the reporter reads, and by whom: `me`, a guardian, or `?` where nobody can be trusted."""
        told = await reporter.look(self.work, receipt)
        return None if told is None else shown(told)

    async def cases(self, name: str) -> list[Case]:
        return await opening.open_all(self.work, await self.guardian(name))

    async def case(self, name: str) -> Case:
        [found] = await self.cases(name)
        return found

    async def stored(self) -> Stored:
        return await self.desk.stored()


def telephone(enrolled: Enrolled, at: float) -> str:
    secret = parse_qs(urlsplit(enrolled.one_time).query)["secret"][0]
    return pyotp.TOTP(secret).at(int(at))


def shown(told: Sequence[Message]) -> list[tuple[str, str]]:
    return [(each.text, each.by.name if each.by else "me" if each.mine else "?") for each in told]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Guardians who are enrolled and listed: what they were shown, and what lies in the tables and beside the database."""

    enrolled: Mapping[str, Enrolled]
    directory: Directory
    rows: Mapping[type[ThreadRows], list[dict[str, object]]]
    secrets: Mapping[str, bytes]


async def open_chamber(url: str, folder: Path) -> Chamber:
    """Guardians enrol once in a worker, as tests/storage/cases/test_guardians.py proves it; every other chamber begins with
    the rows and the secrets that came of it."""
    if _prepared():
        return await _opened_again(_prepared()[0], url, folder)
    opened = await _enrolled(url, folder)
    _prepared().append(await _noted(opened, folder))
    return opened


@cache
def _prepared() -> list[Prepared]:
    """What the first chamber of this worker came to."""
    return []


async def _enrolled(url: str, folder: Path) -> Chamber:
    desk = await open_desk(url, folder)
    work = Casework(desk.cabinet, PIN, CHEAP)
    enrolled = {name: await guardians.enrol(work, passphrase(name), name, "guardian") for name in NAMES}
    public = [replace(each.public, outside=name == OUTSIDE) for name, each in enrolled.items()]
    opened = _chamber(desk, enrolled, Directory(0, ()))
    await opened.lists(Directory(0, tuple(public)))
    return opened


async def _noted(opened: Chamber, folder: Path) -> Prepared:
    rows: dict[type[ThreadRows], list[dict[str, object]]] = {}
    async with opened.work.cabinet.database.begin() as connection:
        for table in (LockedKeysRow, SignedDirectoryRow):
            rows[table] = [dict(each) for each in (await connection.execute(select(table.__table__))).mappings()]
    secrets = {each.name: each.read_bytes() for each in (folder / "secrets").iterdir()}
    return Prepared(opened.enrolled, opened.directory, rows, secrets)


async def _opened_again(prepared: Prepared, url: str, folder: Path) -> Chamber:
    (folder / "secrets").mkdir(mode=0o700)
    for name, content in prepared.secrets.items():
        write_whole(folder / "secrets" / name, content)
    opened = _chamber(await open_desk(url, folder), dict(prepared.enrolled), prepared.directory)
    async with opened.work.cabinet.database.begin() as connection:
        for table, rows in prepared.rows.items():
            await connection.execute(insert(table), rows)
    return opened


def _chamber(desk: Desk, enrolled: Mapping[str, Enrolled], directory: Directory) -> Chamber:
    work, watch = Casework(desk.cabinet, PIN, CHEAP), Watch()
    return Chamber(work, desk, watch, Tries(watch), Sessions(watch), enrolled, directory)
