"""What somebody with a receipt can do about their report: look for replies, and answer. Looking writes nothing."""

from storage.cases import casework
from storage.cases.casework import Casework
from storage.cases.filing import check_length
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
