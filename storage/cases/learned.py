"""What guardians learned, in their own words, for the board and all staff: once a fortnight each, and never about one case.

Everything that is written in a fortnight appears together, when it is over. So nobody reads from a note on which day it was
written, or what came in just before; and until then its guardian can put it right or take it back. Nothing of it is counted.
"""

import json
from datetime import date, timedelta

from bot.values import dataclass
from storage.cases import pinboard, publishing
from storage.cases.casework import Casework
from storage.cases.filing import check_length
from storage.cases.pinboard import Board, NotTrusted, Sheet
from storage.cases.sessions import Guardian
from storage.threads.frames import NothingSaid
from storage.threads.recipients import DirectoryRefused, Recipient

BOARD = Board("speak-up learned", "published-learned")
DAYS = 14
A_YEAR = 26
"""Fortnights for which a note is shown."""


@dataclass(frozen=True, slots=True, order=True)
class Fortnight:
    """Two weeks from a Monday on; `number` counts them."""

    number: int

    @property
    def begins(self) -> date:
        return date.fromordinal(self.number * DAYS + 1)  # the calendar's first day is a Monday

    @property
    def ends(self) -> date:
        return self.begins + timedelta(days=DAYS - 1)


@dataclass(frozen=True, slots=True, repr=False)
class Learned:
    """A guardian's note of one fortnight."""

    fortnight: Fortnight
    by: Recipient
    text: str


def fortnight_of(day: date) -> Fortnight:
    return Fortnight((day.toordinal() - 1) // DAYS)


async def write(work: Casework, guardian: Guardian, text: str) -> None:
    """Writes the guardian's note of this fortnight, in the place of what they wrote in it before; no words take that back.
    Raises NothingSaid, TooLong, NotTrusted, DirectoryRefused."""
    check_length(text)
    now = fortnight_of(work.cabinet.today())
    async with work.cabinet.shelf.alone():
        there = await _notes(work)
        own = [at for at, each in enumerate(there) if _is_own(each, guardian, now)]
        if not own and not text.strip():
            raise NothingSaid
        at = own[0] if own else len(there)
        await pinboard.put_up(work, BOARD, guardian, json.dumps([now.number, text.strip()]), at=at)


async def own(work: Casework, guardian: Guardian) -> str:
    """What the guardian wrote in this fortnight. Raises NotTrusted, DirectoryRefused."""
    now = fortnight_of(work.cabinet.today())
    return next((each.text for each in await _notes(work) if _is_own(each, guardian, now)), "")


async def shown(work: Casework) -> list[Learned]:
    """The notes of fortnights that are over, of a year, the newest first. Raises NotTrusted, DirectoryRefused."""
    now = fortnight_of(work.cabinet.today()).number
    there = [each for each in await _notes(work) if each.text and now - A_YEAR <= each.fortnight.number < now]
    return sorted(there, key=lambda each: (-each.fortnight.number, each.by.person))


async def anything_told(work: Casework) -> bool:
    """Whether there is anything that everybody can read, figures or notes: nothing, where it cannot be trusted."""
    try:
        return bool(await publishing.published(work) or await shown(work))
    except (NotTrusted, DirectoryRefused):
        return False


async def _notes(work: Casework) -> list[Learned]:
    return [_read(each) for each in await pinboard.sheets(work, BOARD)]


def _is_own(each: Learned, guardian: Guardian, now: Fortnight) -> bool:
    return each.fortnight == now and each.by.person == guardian.named.person


def _read(sheet: Sheet) -> Learned:
    """Raises NotTrusted."""
    try:
        number, text = json.loads(sheet.told)
        return Learned(Fortnight(int(number)), sheet.by, str(text))
    except (ValueError, TypeError):
        raise NotTrusted from None
