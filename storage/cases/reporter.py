"""What somebody with a receipt can do about their report: look for replies, and answer. Looking writes nothing."""

from storage.cases import casework, codes
from storage.cases.casework import Casework
from storage.cases.filing import AGAIN, NotOffered, check_length
from storage.threads import author
from storage.threads.frames import Release
from storage.threads.receipts import Receipt
from storage.threads.transcript import Message


async def look(work: Casework, receipt: Receipt) -> list[Message] | None:
    """Everything that was said, and who reads it; None alike for every receipt that leads nowhere."""
    return await author.read(work.cabinet, receipt, await casework.known_or_nobody(work))


async def answer(work: Casework, receipt: Receipt, text: str, release: Release = "next window") -> bool | None:
    """Goes on writing, to those who read the report now. None where the receipt leads nowhere. Raises SaysReceipt,
    NothingSaid, TooLong, ThreadFull, and DirectoryRefused where the list of guardians cannot be trusted."""
    check_length(text)
    await casework.known(work)
    return await author.write(work.cabinet, receipt, text, release)


async def feedback(work: Casework, receipt: Receipt, again: str, why: str = "") -> bool | None:
    """Answers whether they would speak up again: yes, no or maybe, and why if they like. The readers see it, and it is
    counted in statistics; the last answer holds. Raises NotOffered, and otherwise as `answer` does."""
    if again not in codes.AGAIN:
        raise NotOffered
    check_length(why)
    await casework.known(work)
    return await author.give_feedback(work.cabinet, receipt, why.strip() or again, {AGAIN: again})
