"""Everything that cases stand on: the threads they are kept in, and the pinned fingerprint of who signs the guardians' list."""

from bot.values import dataclass
from storage.threads import directories
from storage.threads.cabinet import Cabinet
from storage.threads.keys import Cost
from storage.threads.recipients import SPEAK_UP, Directory, DirectoryRefused
from storage.working_days import ENGLAND, Calendar

WORLD = "speak-up"
GUARDIAN = Cost(4, 256 * 1024 * 1024)
"""What one guess at a guardian's passphrase costs: about a second of one core, over 256 MiB."""


@dataclass(frozen=True, slots=True)
class Casework:
    """Where cases are worked. `pin` stands in the configuration, never in the database; `cost` is for passphrases, `calendar`
    for what is to be done within so many working days."""

    cabinet: Cabinet
    pin: str
    cost: Cost = GUARDIAN
    calendar: Calendar = ENGLAND


async def intake(work: Casework) -> Directory:
    """Who can be written to today. Raises DirectoryRefused where the list's signature, pin or number does not hold, or it
    has fewer than two valid recipients, or none outside the guardian line."""
    return await directories.intake(work.cabinet, WORLD, work.pin, SPEAK_UP)


async def known(work: Casework) -> Directory:
    """Everybody on the signed list, also those whose time is over: what they signed stays theirs. Raises DirectoryRefused."""
    return await directories.trusted(work.cabinet, WORLD, work.pin)


async def known_or_nobody(work: Casework) -> Directory:
    """The same for whoever has a receipt: where the list cannot be trusted they still read, and no reply is verified."""
    try:
        return await known(work)
    except DirectoryRefused:
        return Directory(0, ())
