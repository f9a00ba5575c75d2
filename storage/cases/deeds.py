"""Does to a case what a guardian chose on its page."""

from bot.casebook import Refused
from bot.deeds import (
    Close,
    Deed,
    Delete,
    HandOver,
    Hold,
    Keep,
    MarkRead,
    Note,
    Own,
    Propose,
    Recuse,
    Reply,
    Stands,
    Tag,
    Withdraw,
)
from storage.cases import ending, locks, sharing, working
from storage.cases.casework import Casework
from storage.cases.ending import Agreement
from storage.cases.filing import check_length
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.threads.recipients import Recipient

_SIGNS, _SIGNATURE = 32, 64


async def do(work: Casework, guardian: Guardian, case: Case, deed: Deed) -> None:
    """Raises what the function behind it raises."""
    match deed:
        case Reply(text):
            await working.reply(work, guardian, case, text)
        case Note(text):
            check_length(text)
            await working.note(work, guardian, case, text)
        case MarkRead():
            await working.acknowledge(work, guardian, case)
        case Close(outcome):
            await working.close(work, guardian, case, outcome)
        case Stands() | Own() | Tag() | Hold() | Keep():
            await _on_card(work, guardian, case, deed)
        case HandOver() | Recuse():
            await _who_reads(work, guardian, case, deed)
        case Propose() | Withdraw() | Delete():
            await _deletion(work, guardian, case, deed)


def chosen(guardian: Guardian, ref: str) -> Recipient:
    """Who on the list this is. Raises Refused."""
    for each in guardian.directory.recipients:
        if locks.number_of(each.opens, each.signs).hex() == ref:
            return each
    raise Refused("not listed")


def agreement_of(told: str) -> Agreement | None:
    """What `agreement_told` wrote; None where it is no such thing, however it was copied."""
    try:
        raw = bytes.fromhex("".join(told.split()))
    except ValueError:
        return None
    return Agreement(raw[:_SIGNS], raw[_SIGNS:]) if len(raw) == _SIGNS + _SIGNATURE else None


def agreement_told(given: Agreement) -> str:
    return (given.by + given.signature).hex()


async def _on_card(work: Casework, guardian: Guardian, case: Case, deed: Stands | Own | Tag | Hold | Keep) -> None:
    match deed:
        case Stands(status):
            await working.status(work, guardian, case, status)
        case Own(owner):
            await working.own(work, guardian, case, chosen(guardian, owner) if owner else None)
        case Tag(tags):
            await working.tag(work, guardian, case, tags)
        case Hold(reason):
            await working.hold(work, guardian, case, reason)
        case Keep(until):
            await working.keep(work, guardian, case, until)


async def _who_reads(work: Casework, guardian: Guardian, case: Case, deed: HandOver | Recuse) -> None:
    match deed:
        case HandOver(to, why):
            coming = [chosen(guardian, each) for each in to]
            if not coming:
                raise Refused("not listed")
            await sharing.hand_over(work, guardian, case, coming, why=why)
        case Recuse():
            await sharing.recuse(work, guardian, case)


async def _deletion(work: Casework, guardian: Guardian, case: Case, deed: Propose | Withdraw | Delete) -> None:
    match deed:
        case Propose(why):
            await ending.propose(work, guardian, case, why)
        case Withdraw(why):
            await ending.withdraw(work, guardian, case, why)
        case Delete(agreement):
            await ending.delete(work, guardian, case, agreement_of(agreement))
