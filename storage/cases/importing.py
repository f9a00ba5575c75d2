"""Reads a list of earlier cases from a table that was saved as CSV, and adds them all, or none where one line is wrong.

Importing one table twice adds nothing twice: a line that is there already, word for word, is passed over.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Literal

from bot.values import dataclass
from storage.cases import codes, raised
from storage.cases.cards import NotACard
from storage.cases.casework import Casework
from storage.cases.filing import NotOffered
from storage.cases.raised import InTheFuture, NoOutcome, NotAgreed, Raised
from storage.cases.sessions import Guardian
from storage.threads import rows, transcript
from storage.threads.frames import NothingSaid, TooLong
from storage.threads.recipients import Recipient

NEEDED = ("raised_on", "how", "door", "category", "what_happened")
COLUMNS = (*NEEDED, "who", "who_agreed", "worker_group", "status", "outcome", "speak_up_again", "tags")
MOST_LINES, MOST_BYTES = 500, 4 * 1024 * 1024
SHOWN = 50
"""Wrong lines that are named at most."""
Why = Literal[
    "not a table",
    "not UTF-8",
    "too much",
    "no lines",
    "column missing",
    "column unknown",
    "wrong number of cells",
    "not a day",
    "in the future",
    "not offered",
    "says nothing",
    "too long",
    "not agreed",
    "needs an outcome",
    "not yes or no",
]
_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"),
)
_RAISED: Mapping[type[Exception], tuple[str, Why]] = {
    InTheFuture: ("raised_on", "in the future"),
    NotAgreed: ("who", "not agreed"),
    NoOutcome: ("outcome", "needs an outcome"),
    NothingSaid: ("what_happened", "says nothing"),
    TooLong: ("what_happened", "too long"),
    NotACard: ("tags", "too long"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One line that is wrong: its number as a spreadsheet shows it, the column, and why. Nothing of what stands in it."""

    line: int
    column: str
    why: Why


class Faulty(Exception):
    """Nothing was added."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} lines are wrong")
        self.faults = tuple(faults)


class _Wrong(Exception):
    def __init__(self, column: str, why: Why) -> None:
        super().__init__(why)
        self.column, self.why = column, why


async def add_all(work: Casework, guardian: Guardian, table: bytes, to: Sequence[Recipient] = ()) -> int:
    """Adds every case of the table; how many were new. Raises Faulty, NotAReader."""
    told = list(read(table, work.cabinet.today()))
    refs = [raised.token_of(guardian, ref) for _, ref in told]
    heads = [transcript.head(token, b"").base for token in refs]
    for _ in range(rows.AGAIN):
        there = await rows.collect(work.cabinet, heads)
        new = [each for each, base in zip(told, heads, strict=True) if base not in there]
        if not new or await rows.add(work.cabinet, _prepared(work, guardian, new, to)):
            return len(new)
    return 0


def read(table: bytes, today: date) -> list[tuple[Raised, bytes]]:
    """Each line as a case, with what it is known by. Raises Faulty with every wrong line."""
    found, faults = [], []
    known = Counter[tuple[str, ...]]()
    for number, cells in _lines(table):
        try:
            each = _raised(cells)
            _check(each, today)
        except _Wrong as wrong:
            faults.append(Fault(number, wrong.column, wrong.why))
            continue
        same = tuple(cells.get(column, "") for column in COLUMNS)
        known[same] += 1
        found.append((each, repr((same, known[same])).encode("utf-8", "replace")))
    if faults:
        raise Faulty(faults[:SHOWN])
    return found


def _prepared(
    work: Casework, guardian: Guardian, told: Sequence[tuple[Raised, bytes]], to: Sequence[Recipient]
) -> list[rows.New]:
    return [row for each, ref in told for row in raised.prepared(work, guardian, each, to, ref=ref)]


def _lines(table: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line's number and its cells by column. Lines with nothing in them are passed over."""
    if len(table) > MOST_BYTES:
        raise Faulty([Fault(1, "", "too much")])
    try:
        text = table.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Faulty([Fault(1, "", "not UTF-8")]) from None
    split = _split(text)
    if not split:
        raise Faulty([Fault(1, "", "no lines")])
    columns = [re.sub(r"[\s_-]+", "_", cell.strip().lower()) for cell in split[0][1]]
    faults = [Fault(1, column, "column missing") for column in NEEDED if column not in columns]
    faults += [Fault(1, column[:40], "column unknown") for column in columns if column not in COLUMNS]
    faults += [Fault(number, "", "wrong number of cells") for number, cells in split[1:] if len(cells) != len(columns)]
    if not faults and len(set(columns)) < len(columns):
        faults = [Fault(1, "", "not a table")]
    if not faults and (len(split) == 1 or len(split) > MOST_LINES + 1):
        faults = [Fault(1, "", "no lines" if len(split) == 1 else "too much")]
    if faults:
        raise Faulty(faults[:SHOWN])
    for number, cells in split[1:]:
        yield number, dict(zip(columns, cells, strict=True))


def _split(text: str) -> list[tuple[int, list[str]]]:
    """Lines of cells, each with its number; the comma, the semicolon or the tab separates, whichever the first line has."""
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            if any(cell.strip() for cell in cells):
                lines.append((len(lines) + 1, cells))
    except csv.Error:
        raise Faulty([Fault(len(lines) + 1, "", "not a table")]) from None
    return lines


def _raised(cells: Mapping[str, str]) -> Raised:
    """Raises _Wrong."""
    again = _code(cells, "speak_up_again", ("", *codes.AGAIN))
    return Raised(
        text=cells["what_happened"],
        category=_code(cells, "category", codes.CATEGORIES),
        how=_code(cells, "how", codes.HOW),
        door=_code(cells, "door", codes.DOORS),
        on=_day(cells["raised_on"]),
        who=cells.get("who", "").strip(),
        agreed=_yes(cells.get("who_agreed", "")),
        group=_code(cells, "worker_group", ("", *codes.GROUPS)),
        status=_code(cells, "status", ("", *codes.STATUSES)) or "new",
        outcome=cells.get("outcome", "").strip(),
        again=again,
        tags=tuple(dict.fromkeys(tag.strip() for tag in cells.get("tags", "").split(";") if tag.strip())),
    )


def _check(each: Raised, today: date) -> None:
    try:
        raised.check(each, today)
    except NotOffered:
        raise _Wrong("category", "not offered") from None
    except tuple(_RAISED) as error:
        raise _Wrong(*_RAISED[type(error)]) from None
    if sum(map(len, each.tags)) > raised.LONGEST_NAME * 4:
        raise _Wrong("tags", "too long")


def _code(cells: Mapping[str, str], column: str, among: Sequence[str]) -> str:
    said = re.sub(r"[\s_-]+", "-", cells.get(column, "").strip().lower())
    if said not in among:
        raise _Wrong(column, "not offered")
    return said


def _yes(said: str) -> bool:
    match said.strip().lower():
        case "yes":
            return True
        case "no" | "":
            return False
        case _:
            raise _Wrong("who_agreed", "not yes or no")


def _day(said: str) -> date:
    for written in _DAYS:
        if match := written.fullmatch(said.strip()):
            try:
                return date(*(int(match[part]) for part in "ymd"))
            except ValueError:
                break
    raise _Wrong("raised_on", "not a day")
