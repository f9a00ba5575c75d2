"""Deletes a case for good, which takes two people; nothing is deleted under a legal hold or before its time.

Who reads a case alone asks somebody else on the list, who signs without seeing anything of it.
"""

from datetime import date

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from bot.values import dataclass
from storage.cases import merging
from storage.cases.cards import Card
from storage.cases.casework import Casework
from storage.cases.opening import Case, current, open_all
from storage.cases.sessions import Guardian
from storage.threads import readers
from storage.threads.keys import labelled
from storage.threads.recipients import Recipient
from storage.threads.transcript import Saying

PROPOSES, WITHDRAWS = "proposes deletion", "withdraws deletion"


@dataclass(frozen=True, slots=True)
class Agreement:
    """That somebody on the list agrees to the deletion of the case that this slip stands for."""

    by: bytes
    signature: bytes


class TwoNeeded(Exception):
    """Nobody else on the list has agreed."""


class OnHold(Exception):
    """There is a legal hold, or the case must be kept for longer, or its card was tampered with, so that nobody knows."""


async def propose(work: Casework, guardian: Guardian, case: Case, why: str) -> None:
    """Asks the other readers. Raises NothingSaid, TooLong, ThreadFull, Gone."""
    await _note(work, guardian, case, (why, PROPOSES))


async def withdraw(work: Casework, guardian: Guardian, case: Case, why: str) -> None:
    """Takes one's own proposal back. Raises as `propose` does."""
    await _note(work, guardian, case, (why, WITHDRAWS))


def proposed_by(case: Case) -> list[Recipient]:
    """Whose proposals stand: signed, not taken back, and by somebody who reads the case still."""
    asking: dict[bytes, Recipient] = {}
    for note in case.notes:
        if note.by and note.verified and PROPOSES in note.about:
            asking[note.by.signs] = note.by
        elif note.by and note.verified and WITHDRAWS in note.about:
            asking.pop(note.by.signs, None)
    return [each for each in asking.values() if each.opens in case.readers]


async def delete(work: Casework, guardian: Guardian, case: Case, agreement: Agreement | None = None) -> None:
    """Erases the case for everybody, for good, as the second of two people. An agreement counts only where nobody
    else reads the case. Raises TwoNeeded, OnHold, Gone."""
    case, today = await current(work, guardian, case), work.cabinet.today()
    others = [
        each for each in guardian.directory.recipients if each.valid(today) and each.person != guardian.named.person
    ]
    listed, agreed = {each.signs for each in others}, {each.signs for each in proposed_by(case)}
    alone = not any(each.opens in case.readers for each in others)
    if agreement and alone and _holds(case, agreement):
        agreed.add(agreement.by)
    if not agreed & listed:
        raise TwoNeeded
    if not case.card_holds or any(_held(card, today) for card in await _cards(work, guardian, case)):
        raise OnHold
    await readers.erase(work.cabinet, case.opened)


def _held(card: Card, today: date) -> bool:
    return bool(card.hold or (card.keep and today <= card.keep))


async def _cards(work: Casework, guardian: Guardian, case: Case) -> list[Card]:
    """Its own card, and that of the case that leads, if it was put together with one; a leading case is on hold while it
    leads others."""
    every = await open_all(work, guardian)
    group = merging.together(case, every)
    if len(group) > 1 and group[0].opened.token == case.opened.token:
        raise OnHold
    return [case.card, group[0].card]


def slip(case: Case) -> bytes:
    """What stands for the case where somebody agrees who may not read it: 32 bytes that say nothing."""
    return labelled(case.opened.token, "deletion")


def agree(guardian: Guardian, slip: bytes) -> Agreement:
    return Agreement(guardian.named.signs, SigningKey(guardian.key.signs).sign(_framed(slip)).signature)


def _holds(case: Case, agreement: Agreement) -> bool:
    try:
        VerifyKey(agreement.by).verify(_framed(slip(case)), agreement.signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def _framed(slip: bytes) -> bytes:
    return b"hearback deletion 1\0" + slip


async def _note(work: Casework, guardian: Guardian, case: Case, told: tuple[str, str]) -> None:
    why, what = told
    saying = Saying(guardian.key.signs, "note", why, work.cabinet.today(), {what: "yes"})
    await readers.add_note(work.cabinet, case.opened, saying)
