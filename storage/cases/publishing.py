"""What staff and the board may see of cases: published once, signed, and never counted anew.

Every published table is of quarters that no other table has, at most four of them, by main category only. Small counts are
hidden, and with them what would give them away by subtraction (storage/disclosure/blocks.py). So whatever is added and
subtracted, over all tables and for all time, is a sum of blocks of at least five cases. Rolling twelve months are added up
from what was shown, and from nothing else. Counting again would undo that: a case that was put right, deleted, or added
late would stand alone in the difference. So quarters are counted once, and what comes too late is left out.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import delete, select

from storage.cases import casework, codes, statistics
from storage.cases.casework import Casework
from storage.cases.filing import check_length
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.cases.statistics import Quarter, named
from storage.db import insert
from storage.disclosure.blocks import blocks
from storage.disclosure.tree import tree_of
from storage.spreadsheet import Value, table
from storage.threads.recipients import DirectoryRefused
from storage.threads.tables import SignedDirectoryRow

K = 5
"""Cases that a shown figure, and every difference of shown figures, has at least."""
YEAR = 4
WORLD = "speak-up figures"
SEEN = "published-figures"
"""Outside the database: how many tables there are at least."""
EVERYTHING = ""
COLUMNS = ("first_quarter", "last_quarter", "element", "cases", "shown")


@dataclass(frozen=True, slots=True)
class Period:
    """One published table. `cases` has the categories that may be shown, and under EVERYTHING all of them together;
    `changed` is what a guardian wrote about what changed."""

    first: Quarter
    last: Quarter
    cases: Mapping[str, int]
    changed: str


@dataclass(frozen=True, slots=True)
class Figure:
    """`cases` is None where nothing may be shown; `least` where some quarters could not be shown."""

    element: str
    cases: int | None
    least: bool = False


class AlreadyPublished(Exception):
    """These quarters were published, or are not over yet."""


class NotTrusted(Exception):
    """What was published was changed, or an older state was brought back. Nothing is shown, and nothing published."""


async def publish(work: Casework, guardian: Guardian, cases: Sequence[Case], *, last: Quarter, changed: str) -> Period:
    """Publishes all quarters since the last table, at most four, up to `last`. Raises AlreadyPublished, NotTrusted, TooLong."""
    check_length(changed)
    if not last.over(work.cabinet.today()):
        raise AlreadyPublished
    async with work.cabinet.shelf.alone():
        before = await _kept(work)
        seen = [_told(each) for each in await _verified(work, before)]
        first = last.before(YEAR - 1) if not seen else max(seen[-1].last.next, last.before(YEAR - 1))
        if first > last:
            raise AlreadyPublished
        those = statistics.raised_in(cases, first, last)
        period = Period(first, last, shown(statistics.by_category(those)), changed.strip())
        told = json.dumps([first.name, last.name, dict(period.cases), period.changed])
        signed = SigningKey(guardian.key.signs).sign(_framed(len(before), told)).signature
        await _keep(work, [*before, [told, guardian.named.signs.hex(), signed.hex()]])
        # The number afterwards: killed in between, the table stands, and the quarter is counted once all the same.
        work.cabinet.secrets.put(SEEN, (len(before) + 1).to_bytes(8, "big"))
    return period


def shown(own: Mapping[str, int]) -> dict[str, int]:
    """Which of these counts may be shown, and whether all together may, under EVERYTHING."""
    tree = tree_of({EVERYTHING: None} | dict.fromkeys(own, EVERYTHING))
    return dict(blocks(tree, own, K).shown)


async def published(work: Casework) -> list[Period]:
    """Every table that was published, the earliest first. Needs no guardian. Raises NotTrusted, DirectoryRefused."""
    return [_told(each) for each in await _verified(work, await _kept(work))]


async def was_published(work: Casework) -> bool:
    """Whether there is anything that can be shown: nothing, where it cannot be trusted."""
    try:
        return bool(await published(work))
    except (NotTrusted, DirectoryRefused):
        return False


def rolling(periods: Sequence[Period], last: Quarter) -> list[Figure]:
    """Twelve months up to `last`: the sum of what was shown of tables that lie wholly in them, all categories first."""
    inside = [each for each in periods if last.before(YEAR - 1) <= each.first and each.last <= last]
    quarters = sum(each.last.number - each.first.number + 1 for each in inside)
    found = []
    for element in (EVERYTHING, *codes.CATEGORIES):
        counts = [each.cases[element] for each in inside if element in each.cases]
        whole = quarters == YEAR and len(counts) == len(inside)
        found.append(Figure(element, sum(counts) if counts else None, least=bool(counts) and not whole))
    return found


def for_the_board(periods: Sequence[Period]) -> str:
    """Every table as CSV, as it was published."""
    rows: list[dict[str, Value]] = [
        {
            "first_quarter": each.first.name,
            "last_quarter": each.last.name,
            "element": element or "all",
            "cases": each.cases.get(element),
            "shown": element in each.cases,
        }
        for each in periods
        for element in (EVERYTHING, *codes.CATEGORIES)
    ]
    return table(COLUMNS, rows)


async def _kept(work: Casework) -> list[list[str]]:
    """As it lies there: text, who signed, signature. Raises NotTrusted where there is less than there was."""
    async with work.cabinet.database.begin() as connection:
        there = select(SignedDirectoryRow.document).where(SignedDirectoryRow.world == WORLD)
        raw = (await connection.execute(there)).scalar()
    try:
        kept: list[list[str]] = json.loads(bytes(raw)) if raw else []
    except ValueError:
        raise NotTrusted from None
    if len(kept) < int.from_bytes(work.cabinet.secrets.get(SEEN) or b"", "big"):
        raise NotTrusted
    return kept


async def _verified(work: Casework, kept: Sequence[Sequence[str]]) -> list[str]:
    listed = (await casework.known(work)).by_signature()
    for number, (told, by, signature) in enumerate(kept):
        try:
            VerifyKey(bytes.fromhex(by)).verify(_framed(number, told), bytes.fromhex(signature))
        except (CryptoError, ValueError, TypeError):
            raise NotTrusted from None
        if bytes.fromhex(by) not in listed:
            raise NotTrusted
    return [told for told, _, _ in kept]


async def _keep(work: Casework, kept: Sequence[Sequence[str]]) -> None:
    row = {
        "document": json.dumps(kept).encode(),
        "signature": bytes.fromhex(kept[-1][2]),
        "signer": bytes.fromhex(kept[-1][1]),
    }
    async with work.cabinet.database.begin() as connection:
        await connection.execute(delete(SignedDirectoryRow).where(SignedDirectoryRow.world == WORLD))
        await connection.execute(insert(connection, SignedDirectoryRow.__table__).values(world=WORLD, **row))


def _told(told: str) -> Period:
    first, last, cases, changed = json.loads(told)
    return Period(named(first), named(last), cases, changed)


def _framed(number: int, told: str) -> bytes:
    return b"hearback figures 1\0" + number.to_bytes(4, "big") + told.encode("utf-8", "replace")
