"""What `speak-up doctor` looks at, each in a sentence that says what to do; and the rehearsal of a restore."""

import asyncio
import tempfile
import urllib.error
import urllib.request
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from bot.hush import dumps_core
from bot.main import SystemClock, threads
from bot.operate import Finding, no_file
from bot.settings import Settings
from bot.signposts import faults
from bot.speak_up import USUAL
from storage import directory
from storage.cases import casework, drill, enrolment, locks, policy
from storage.cases.casework import Casework
from storage.cases.surroundings import keeps_times
from storage.db import Database
from storage.secrets import SecretFiles
from storage.threads.cabinet import threads_url
from storage.threads.postroom import NIGHT_ENDS
from storage.threads.recipients import SPEAK_UP, DirectoryRefused, Recipient, check
from storage.threads.shelf import ShelfFile
from storage.threads.tables import LockedKeysRow

SOON = timedelta(days=30)
STALE = timedelta(days=2)
WAIT = 10  # seconds
CLOSED = "Speaking up is closed"


async def findings(settings: Settings) -> list[Finding]:
    """Everything, in the order in which it is to be mended."""
    looked = [*_process(), *_files(settings), *_signposts(settings), *await _door(settings)]
    if not settings.speak_up_signer:
        said = f"{CLOSED}: HEARBACK_SPEAK_UP_SIGNER is not set. Run: python -m bot speak-up init"
        return [*looked, Finding(False, said)]
    if no_file(settings):
        return [*looked, Finding(False, "There is no database yet. Run: python -m bot migrate")]
    cabinet = threads(settings, SecretFiles(settings.secrets_dir), SystemClock())
    work = Casework(cabinet, settings.speak_up_signer)
    try:
        return [
            *looked,
            *await _list(work),
            *_keeping(work),
            *await _rows(settings, work),
            *await _times(work),
            *await _clock(settings),
        ]
    except SQLAlchemyError:
        wrong = "The threads' database does not answer, or is not up to date. Run: python -m bot migrate"
        return [*looked, Finding(False, wrong)]
    finally:
        await cabinet.database.close()


async def drilled(settings: Settings, backup: str) -> list[Finding]:
    """The rehearsal, and how much of a real copy opens with today's keys."""
    with tempfile.TemporaryDirectory(prefix="hearback-drill-") as folder:
        found = [Finding(proof.holds, proof.sentence) for proof in await drill.rehearse(Path(folder))]
    return [*found, *([await _copy(settings, backup)] if backup else [])]


async def _copy(settings: Settings, backup: str) -> Finding:
    """Of an SQLite file a copy is looked at: opening one writes beside it."""
    shelf = ShelfFile(settings.secrets_dir / "threads.shelf")
    try:
        if "://" in backup:
            looked = await drill.look_at(shelf, threads_url(backup))
        else:
            with tempfile.TemporaryDirectory(prefix="hearback-drill-") as folder:
                copy = Path(folder) / "copy.db"
                await asyncio.to_thread(lambda: copy.write_bytes(Path(backup).read_bytes()))
                looked = await drill.look_at(shelf, f"sqlite:///{copy}")
    except (OSError, SQLAlchemyError, ValueError):
        return Finding(
            False, "The copy cannot be read. Name the file that ends in -threads.db, or a restored database."
        )
    if looked.open:
        return Finding(True, f"Of the copy's {looked.rows} rows, today's keys open {looked.open}: it can be restored.")
    return Finding(
        False, f"Of the copy's {looked.rows} rows, today's keys open none: it is from before the last night."
    )


def _process() -> list[Finding]:
    if dumps_core():
        return [Finding(False, "A crash could leave memory in a file. Start Hearback with `python -m bot`, on Linux.")]
    return [Finding(True, "No crash leaves memory in a file.")]


def _files(settings: Settings) -> list[Finding]:
    """Nobody else on this machine may read keys or rows; and the signer's key is not here."""
    folder, rows = settings.secrets_dir, threads_url(settings.database_url).partition(":///")[2]
    files = [*folder.glob("*"), *([Path(rows)] if settings.database_url.startswith("sqlite") else [])]
    shown = [str(each) for each in (folder, *files) if each.exists() and each.stat().st_mode & 0o077]
    remedy = f" Run: chmod go-rwx {' '.join(shown[:3])}{' and so on' if len(shown) > 3 else ''}"
    said = f"Others on this machine can read {len(shown)} files of keys or rows.{remedy}"
    looked = [Finding(not shown, said if shown else "Keys and rows are for this user only.")]
    if USUAL.exists():
        looked.append(
            Finding(False, f"The signer's key, {USUAL}, is on this machine. Copy it to a stick and delete it.")
        )
    return looked


def _signposts(settings: Settings) -> list[Finding]:
    wrong = [Finding(False, sentence) for sentence in faults(settings.house.signposts)]
    return wrong or [Finding(True, "The signposts say where else to turn, and whom to phone.")]


async def _door(settings: Settings) -> list[Finding]:
    """Whether a browser would get the second door. An onion service cannot be looked at from here."""
    address = settings.house.signposts.door
    if not address.startswith("https://"):
        return []  # the signposts say so
    try:
        status = await asyncio.to_thread(_status, address)
    except (OSError, ValueError):
        status = 0
    if status == 200:
        return [Finding(True, f"The second door answers at {address}.")]
    why = status or "no answer"
    return [Finding(False, f"The second door does not answer at {address} ({why}). Look at your proxy.")]


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=WAIT) as answer:  # noqa: S310 - https only, as looked at above
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


async def _list(work: Casework) -> list[Finding]:
    """Signature, pin, number, who is valid and for how long, and whether they can sign in."""
    try:
        listed = await enrolment.on_the_list(work)
        check(await casework.known(work), SPEAK_UP, work.cabinet.today())
    except DirectoryRefused as refused:
        remedy = "Run: python -m bot speak-up list, then invite and sign, or rotate signer."
        return [Finding(False, f"{CLOSED}: {refused} {remedy}")]
    today = work.cabinet.today()
    valid = [each for each in listed if each.valid(today)]
    said = f"The list is signed by the pinned signer; {len(valid)} guardians are valid, one or more outside the line."
    looked = [Finding(True, said), *_ending(valid, today + SOON), *_twice(valid)]
    return [*looked, *await _keys(work, valid), *await _unsigned(work)]


def _ending(valid: Sequence[Recipient], soon: date) -> list[Finding]:
    said = "Rotate their keys, or invite a successor."
    last = [each for each in valid if each.until and each.until <= soon]
    return [Finding(False, f"{each.name}'s last day is {each.until}. {said}") for each in last]


def _twice(valid: Sequence[Recipient]) -> list[Finding]:
    """Whoever has new keys has the old ones until somebody ends them, and only they know when nothing lies there any more."""
    newest = {each.person: each for each in valid}
    twice = sorted({each.name for each in valid if newest[each.person] != each})
    said = "has new keys and still the old ones. Once their cases are with the new ones, run: speak-up leave"
    return [Finding(False, f"{name} {said} {name!r}") for name in twice]


async def _keys(work: Casework, valid: Sequence[Recipient]) -> list[Finding]:
    async with work.cabinet.database.begin() as connection:
        rows = (await connection.execute(select(LockedKeysRow.guardian))).scalars()
        there = {bytes(each) for each in rows}
    without = [each.name for each in valid if locks.number_of(each.opens, each.signs) not in there]
    said = "has no keys here and can open nothing. Run: speak-up rotate guardian"
    return [Finding(False, f"{name} {said} {name!r}") for name in without]


async def _unsigned(work: Casework) -> list[Finding]:
    waiting = [each.invitation.name for each in await enrolment.everybody_invited(work) if each.recipient]
    return [Finding(False, f"{name} has made keys that nobody has signed. Run: speak-up sign") for name in waiting]


def _keeping(work: Casework) -> list[Finding]:
    answered = policy.kept(work.cabinet.secrets)
    if answered is None:
        return [Finding(False, "Nobody has said how long cases are kept. Run: python -m bot speak-up retention")]
    said = (
        "nothing is deleted, because of an inquiry" if answered.inquiry else f"closed cases, {answered.months} months"
    )
    return [Finding(True, f"How long cases are kept: {said}.")]


async def _rows(settings: Settings, work: Casework) -> list[Finding]:
    """Whether shelf and rows are of one night, and whether nights come at all."""
    try:
        looked = await drill.look_at(work.cabinet.shelf, threads_url(settings.database_url))
    except ValueError:
        return [Finding(False, "The shelf of keys is damaged. Restore it together with the database of the same day.")]
    whole = looked.rows == looked.open
    said = f"Shelf and rows belong together: all {looked.rows} open."
    lost = f"{looked.rows - looked.open} of {looked.rows} rows have no key: shelf and database are not of one day."
    return [Finding(whole, said if whole else lost), _night(settings, work)]


def _night(settings: Settings, work: Casework) -> Finding:
    """The shelf's file has a day and no time, and it is written anew each night and some times a day."""
    shelf, zone = settings.secrets_dir / "threads.shelf", settings.house.zone
    hours = f"Rows are written anew between 00:00 and 0{NIGHT_ENDS}:00, {zone}"
    if not shelf.exists():
        return Finding(False, f"{hours}; no night has passed yet. Leave Hearback running tonight.")
    day = datetime.fromtimestamp(shelf.stat().st_mtime, UTC).date()
    if day < work.cabinet.today() - STALE:
        return Finding(False, f"{hours}, but not since {day}. Leave Hearback running at night, or run the clock.")
    return Finding(True, f"{hours}; keys were last written on {day}.")


async def _times(work: Casework) -> list[Finding]:
    """A time that the database server keeps is as good as one in a row: with a log of visits it names who wrote."""
    kept = ", ".join(await keeps_times(work.cabinet.database))
    remedy = "Turn it off; if your backups need it, delete it after a day and give it to nobody."
    return [Finding(False, f"PostgreSQL keeps the second of every report: {kept}. {remedy}")] if kept else []


async def _clock(settings: Settings) -> list[Finding]:
    """Whether the daily words reach every guardian, and somebody hears when one is away."""
    looked = [
        Finding(False, f"{name}'s account is not known here. They write one word to Hearback, or mend the id.")
        for name in await _unknown(settings)
    ]
    if not settings.guardians:
        looked.append(Finding(False, "No guardian is told each day to look: set HEARBACK_GUARDIAN_ACCOUNTS."))
    if not settings.oversight:
        looked.append(Finding(False, "Nobody hears when a guardian is away: set HEARBACK_SPEAK_UP_OVERSIGHT."))
    return looked


async def _unknown(settings: Settings) -> list[str]:
    """Whose account nobody has ever seen."""
    named = [*settings.guardians, *([settings.oversight] if settings.oversight else [])]
    database = Database(settings.database_url)
    try:
        async with database.begin() as connection:
            known = [await directory.by_account(connection, each.platform, each.external) for each in named]
    finally:
        await database.close()
    return [each.name for each, there in zip(named, known, strict=True) if there is None]
