"""Files a report: words and choices go in, and nothing here has a parameter that could carry a person."""

import secrets
from collections.abc import Mapping, Sequence

from bot.values import dataclass
from storage.cases import casework, codes
from storage.cases.casework import Casework
from storage.threads import author, frames, rows
from storage.threads.author import Beginning
from storage.threads.frames import Release
from storage.threads.pool import Minted
from storage.threads.receipts import wordlist
from storage.threads.recipients import Directory

LONGEST = 3000
"""Characters of a report, of an answer and of a reply."""
HEADS = 20
"""People that a unit must have before a report may name it."""
NAME, CODES, CATEGORY, URGENT, UNIT, LEFT_OUT = "name", "codes", "category", "urgent", "unit", "left out"
AGAIN, OUTCOME, HOW, DOOR, WHO = "again", "outcome", "how", "door", "who"
"""What goes with an answer to: would you speak up again? With the message that says what came of it. And with a case that a
guardian was told of: how, through which door, and by whom, where they agreed to that being written down."""


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What somebody has to say and who may read it: `to` are X25519 public keys from the signed list.

    An urgent report is let through at once, whatever `release` says. `unit` is one of those that were offered, or nothing.
    """

    text: str
    category: str
    to: Sequence[bytes]
    urgent: bool = False
    release: Release = "next window"
    unit: str = ""


class NotOffered(Exception):
    """The category is none of ours, or the unit was not offered or is too small to be named."""


def offered(units: Mapping[str, int]) -> list[str]:
    """The units that a report may name, of these with their numbers of heads."""
    return sorted(name for name, heads in units.items() if heads >= HEADS)


async def file(work: Casework, minted: Minted, report: Report, units: Mapping[str, int]) -> None:
    """Files a report under a receipt that nobody had yet. Filing one receipt twice is one report: the first stays.

    `units` are the organisation's units with their numbers of heads. Raises DirectoryRefused, NotAReader, SaysReceipt,
    NotOffered, NothingSaid, TooLong.
    """
    await rows.add(work.cabinet, await prepared(work, minted, report, units))


async def prepared(work: Casework, minted: Minted, report: Report, units: Mapping[str, int]) -> list[rows.New]:
    """A report as rows, in memory only. Raises as `file` does."""
    directory = await casework.intake(work)
    if report.category not in codes.CATEGORIES or (report.unit and report.unit not in offered(units)):
        raise NotOffered
    check_length(report.text)
    today = work.cabinet.today()
    readers = [each for each in directory.recipients if each.opens in set(report.to)]
    if len(readers) != len(set(report.to)):
        raise author.NotAReader
    release: Release = "at once" if report.urgent else report.release
    beginning = Beginning(report.text, readers, release, _about(work, report, directory))
    return author.prepared(minted, beginning, directory, today)


def two_words() -> str:
    """A name to speak of a case by."""
    return " ".join(secrets.choice(wordlist()) for _ in range(2))


def check_length(text: str) -> None:
    """Raises TooLong."""
    if len(text.strip()) > LONGEST:
        raise frames.TooLong


def _about(work: Casework, report: Report, directory: Directory) -> dict[str, str]:
    """What readers need besides the words. Who could have been chosen and was not stays out, whoever hands the case on."""
    listed, today = directory.recipients, work.cabinet.today()
    chosen = {each.person for each in listed if each.opens in set(report.to)}
    left = [each.opens.hex() for each in listed if each.valid(today) and each.person not in chosen]
    return {
        NAME: two_words(),
        CODES: codes.VERSION,
        CATEGORY: report.category,
        URGENT: "yes" if report.urgent else "",
        UNIT: report.unit,
        LEFT_OUT: " ".join(sorted(left)),
    }
