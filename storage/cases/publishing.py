"""What staff and the board may see of cases: published once, signed, and never counted anew.

Each guardian publishes what was raised with them. Cases are counted in groups: those whose author chose the same readers.
Each group and quarter stands in one table only, whoever of its readers publishes first; and inside a group small counts are
hidden with what would give them away (storage/disclosure/blocks.py). So whatever is added and subtracted, over all tables,
guardians and quarters, is a sum of blocks of at least five cases; and a guardian who was left out of some cases can take her
own from a table and learns nothing of the rest: no figure mixes cases that she reads with cases that she does not.
Quarters are counted once: a case that was put right, deleted or added late would stand alone in the difference.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bot.values import dataclass, replace
from storage.cases import casework, codes, pinboard, statistics
from storage.cases.casework import Casework
from storage.cases.filing import check_length
from storage.cases.opening import Case
from storage.cases.pinboard import Board, NotTrusted, Sheet
from storage.cases.sessions import Guardian
from storage.cases.statistics import Quarter, named, quarter_of
from storage.disclosure.blocks import blocks
from storage.disclosure.tree import tree_of
from storage.threads.recipients import Directory, Recipient, newest

K = 5
"""Cases that a shown figure, and every difference of shown figures, has at least."""
YEAR = 4
BOARD = Board("speak-up figures", "published-figures")
EVERYTHING = ""

Group = str
"""The X25519 keys of the readers whom an author chose, as `Case.chosen` has them."""


@dataclass(frozen=True, slots=True)
class Period:
    """One published table. `cases` has, for each group that may be shown, the categories that may be shown, and under
    EVERYTHING all of them together; `changed` is what the guardian wrote about what changed.

    It stands for every group with one of the keys in `own`, and for every group whose keys are all in `gone`: of people
    who had left the list. What an earlier table stands for is not in it.
    """

    first: Quarter
    last: Quarter
    by: Recipient
    own: frozenset[str]
    gone: frozenset[str]
    cases: Mapping[Group, Mapping[str, int]]
    changed: str

    def counts(self, group: Group, quarter: Quarter) -> bool:
        keys = set(group.split())
        return self.first <= quarter <= self.last and bool(keys & self.own or keys <= self.gone)


@dataclass(frozen=True, slots=True)
class Figure:
    """`cases` is None where nothing may be shown. There may always be more of them."""

    element: str
    cases: int | None


class NotOver(Exception):
    """A table cannot end with this quarter: it is none, is not over yet, or was over more than a year ago."""


class AlreadyPublished(Exception):
    """The guardian has published this quarter."""


async def publish(work: Casework, guardian: Guardian, cases: Sequence[Case], *, last: Quarter, changed: str) -> Period:
    """Publishes all quarters since the guardian's last table, at most four, up to `last`; also where there is no case, for
    that there is a table says nothing. Raises NotOver, AlreadyPublished, NotTrusted, TooLong."""
    check_length(changed)
    if last not in over(work.cabinet.today()):
        raise NotOver
    async with work.cabinet.shelf.alone():
        before = await published(work)
        own = keys_of(guardian.directory, guardian.named)
        if last not in open_to(before, own, work.cabinet.today()):
            raise AlreadyPublished
        told = replace(begun(guardian, before, last=last, today=work.cabinet.today()), changed=changed.strip())
        told = replace(told, cases=cells(cases, told, before))
        await pinboard.put_up(work, BOARD, guardian, _written(told), at=len(before))
    return told


def over(today: date) -> list[Quarter]:
    """The last four quarters that are over, the latest first: a table can end with one of these."""
    return [quarter_of(today).before(back) for back in range(1, YEAR + 1)]


def open_to(before: Iterable[Period], own: frozenset[str], today: date) -> list[Quarter]:
    """Those of them that somebody with these keys has not published."""
    return [each for each in over(today) if each >= _begins(before, own, each)]


def keys_of(directory: Directory, who: Recipient) -> frozenset[str]:
    """All keys that one person has on the list, the old ones too."""
    return frozenset(each.opens.hex() for each in directory.recipients if each.person == who.person)


def begun(guardian: Guardian, before: Iterable[Period], *, last: Quarter, today: date) -> Period:
    """The guardian's next table, with nothing in it yet: what it stands for."""
    own = keys_of(guardian.directory, guardian.named)
    return Period(_begins(before, own, last), last, guardian.named, own, _gone(guardian.directory, today), {}, "")


def cells(cases: Iterable[Case], table: Period, before: Sequence[Period]) -> dict[Group, dict[str, int]]:
    """What of these a table may show."""
    found = {group: shown(counts) for group, counts in sorted(grouped(cases, table, before).items())}
    return {group: each for group, each in found.items() if each}


def grouped(cases: Iterable[Case], table: Period, before: Sequence[Period]) -> dict[Group, dict[str, int]]:
    """What a table counts, by group and category; nothing that an earlier one stands for."""
    counted: dict[Group, list[Case]] = {}
    for each in cases:
        quarter = quarter_of(each.day)
        if table.counts(each.chosen, quarter) and not any(early.counts(each.chosen, quarter) for early in before):
            counted.setdefault(each.chosen, []).append(each)
    return {group: statistics.by_category(those) for group, those in counted.items()}


def shown(own: Mapping[str, int]) -> dict[str, int]:
    """Which of these counts may be shown, and whether all together may, under EVERYTHING."""
    tree = tree_of({EVERYTHING: None} | dict.fromkeys(own, EVERYTHING))
    return dict(blocks(tree, own, K).shown)


async def published(work: Casework) -> list[Period]:
    """Every table that was published, the earliest first. Needs no guardian. Raises NotTrusted, DirectoryRefused."""
    return [_read(each) for each in await pinboard.sheets(work, BOARD)]


async def counted_by(work: Casework, periods: Sequence[Period]) -> tuple[list[Recipient], list[Recipient]]:
    """Who of those that can be written to has published up to the end of the latest table, and who has not: what was raised
    with nobody but the latter is not counted. Raises DirectoryRefused."""
    last = max(each.last for each in periods)
    people = newest((await casework.known(work)).recipients, work.cabinet.today())
    have = {each.by.person for each in periods if each.last == last}
    return [e for e in people if e.person in have], [e for e in people if e.person not in have]


def rolling(periods: Sequence[Period], last: Quarter) -> list[Figure]:
    """Twelve months up to `last`: the sum of what was shown in tables that lie wholly in them, all categories first."""
    inside = [each for each in periods if last.before(YEAR - 1) <= each.first and each.last <= last]
    cells = [cells for each in inside for cells in each.cases.values()]
    counts = {e: [those[e] for those in cells if e in those] for e in (EVERYTHING, *codes.CATEGORIES)}
    return [Figure(element, sum(found) if found else None) for element, found in counts.items()]


def _begins(before: Iterable[Period], own: frozenset[str], last: Quarter) -> Quarter:
    """The first quarter of somebody's table that ends with `last`: a year at most, and nothing that they published."""
    mine = [each.last.next for each in before if each.own & own]
    return max([*mine, last.before(YEAR - 1)])


def _gone(directory: Directory, today: date) -> frozenset[str]:
    """All keys of people whose time is over."""
    here = {each.person for each in directory.recipients if each.valid(today)}
    return frozenset(each.opens.hex() for each in directory.recipients if each.person not in here)


def _written(told: Period) -> str:
    cases = {group: dict(cells) for group, cells in told.cases.items()}
    return json.dumps([told.first.name, told.last.name, sorted(told.own), sorted(told.gone), cases, told.changed])


def _read(sheet: Sheet) -> Period:
    """Raises NotTrusted."""
    try:
        first, last, own, gone, cases, changed = json.loads(sheet.told)
        return Period(named(first), named(last), sheet.by, frozenset(own), frozenset(gone), cases, changed)
    except (ValueError, TypeError):
        raise NotTrusted from None
