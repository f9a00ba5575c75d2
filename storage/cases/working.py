"""What guardians do with a case: answer, note, say where it stands, own it, tag it, hold it, close it with an outcome."""

from collections.abc import Sequence
from datetime import date

from bot.values import dataclass, replace
from storage.cases import cards, codes, drafts
from storage.cases.cards import Card
from storage.cases.casework import Casework
from storage.cases.filing import OUTCOME, check_length
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.threads import readers
from storage.threads.recipients import Recipient
from storage.threads.transcript import Saying


@dataclass(frozen=True, slots=True)
class Counted:
    """How a case is counted: its main category, further elements, the worker group, and for a case that was raised in
    person what was answered to: would you speak up again?"""

    category: str
    also: Sequence[str] = ()
    group: str = ""
    again: str = ""


async def reply(work: Casework, guardian: Guardian, case: Case, text: str) -> None:
    """Answers the reporter, signed; what the guardian had kept of it ends. Raises NothingSaid, TooLong, ThreadFull, Gone."""
    check_length(text)
    await readers.reply(work.cabinet, guardian.key, case.opened, text)
    await drafts.end(work, guardian, case, "reply")


async def note(work: Casework, guardian: Guardian, case: Case, text: str) -> None:
    """For the other readers only. Raises as `reply` does."""
    await readers.note(work.cabinet, guardian.key, case.opened, text)
    await drafts.end(work, guardian, case, "note")


async def acknowledge(work: Casework, guardian: Guardian, case: Case) -> None:
    """Tells the reporter that a person has read it. Raises ThreadFull, Gone."""
    await readers.mark(work.cabinet, guardian.key, case.opened, "read")


async def status(work: Casework, guardian: Guardian, case: Case, to: str) -> None:
    """Raises NotACard, Gone. A case is closed by `close`, which takes an outcome."""
    if to == "closed":
        raise cards.NotACard
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, status=to))


async def own(work: Casework, guardian: Guardian, case: Case, owner: Recipient | None) -> None:
    """Raises NotACard where somebody is to own what they cannot read; Gone."""
    if owner and owner.opens not in case.readers:
        raise cards.NotACard
    signs = owner.signs if owner else b""
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, owner=signs))


async def tag(work: Casework, guardian: Guardian, case: Case, tags: Sequence[str]) -> None:
    """Raises NotACard, Gone."""
    kept = tuple(dict.fromkeys(each.strip() for each in tags if each.strip()))
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, tags=kept))


async def hold(work: Casework, guardian: Guardian, case: Case, reason: str) -> None:
    """A legal hold: while there is a reason, nobody deletes the case. Raises NotACard, Gone."""
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, hold=reason.strip()))


async def keep(work: Casework, guardian: Guardian, case: Case, until: date | None) -> None:
    """The last day on which the case must still be there. Raises Gone."""
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, keep=until))


async def count_as(work: Casework, guardian: Guardian, case: Case, counted: Counted) -> None:
    """How statistics count the case. Raises NotACard, Gone."""
    also = tuple(each for each in codes.ELEMENTS if each in counted.also and each != counted.category)
    told = {"category": counted.category, "also": also, "group": counted.group, "again": counted.again}
    if not set(counted.also) <= set(codes.ELEMENTS):
        raise cards.NotACard
    await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, **told))  # type: ignore[arg-type]


async def close(work: Casework, guardian: Guardian, case: Case, outcome: str) -> Card:
    """Tells the reporter what came of it, and closes the case. Raises as `reply` does."""
    check_length(outcome)
    saying = Saying(guardian.key.signs, "said", outcome, work.cabinet.today(), {OUTCOME: "yes"})
    await readers.say(work.cabinet, case.opened, saying)
    await drafts.end(work, guardian, case, "reply")
    await readers.mark(work.cabinet, guardian.key, case.opened, "closed")
    return await cards.change(work.cabinet, guardian, case.opened, lambda card: replace(card, status="closed"))
