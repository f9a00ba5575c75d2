"""Puts a picture or a file beside a report, with the receipt alone, and hands it to whoever reads the case."""

from collections.abc import Sequence

from bot.enclosures import Enclosed, Kept
from bot.values import dataclass
from storage.cases import casework
from storage.cases.casework import Casework
from storage.cases.filing import check_length
from storage.threads import author, receipts
from storage.threads.author import SaysReceipt, Told
from storage.threads.frames import NothingSaid, TooLong
from storage.threads.receipts import Receipt
from storage.threads.recipients import DirectoryRefused
from storage.threads.transcript import Message, ThreadFull

PICTURES = frozenset({"image/webp", "image/jpeg"})
FILES = frozenset({"application/octet-stream"})


@dataclass(frozen=True, slots=True)
class Enclosing:
    """Keeps enclosures in reports; `files` says whether anything but pictures is taken. It is `bot.enclosures.Encloses`."""

    work: Casework
    files: bool = False

    async def __call__(self, typed: str, text: str, enclosed: Enclosed) -> Kept:
        receipt = receipts.read(typed)
        if not isinstance(receipt, Receipt):
            return "no such words"
        if not self._taken(enclosed):
            return "too long"
        try:
            check_length(text)
            await casework.known(self.work)
            told = Told(text.strip(), enclosed=enclosed)
            kept = await author.enclose(self.work.cabinet, receipt, told)
        except DirectoryRefused:
            return "shut"
        except SaysReceipt:
            return "own words"
        except (TooLong, NothingSaid):
            return "too long"
        except ThreadFull:
            return "full"
        return "kept" if kept else "nothing there"

    def _taken(self, enclosed: Enclosed) -> bool:
        if enclosed.kind == "picture":
            return enclosed.type in PICTURES
        return self.files and enclosed.type in FILES


def pictures_of(messages: Sequence[Message]) -> list[Enclosed]:
    """The pictures in a case, oldest first, to be shown to whoever reads it. What cannot be trusted is left out."""
    return [each for each in enclosures_of(messages) if each.kind == "picture"]


def enclosures_of(messages: Sequence[Message]) -> list[Enclosed]:
    """Pictures and files. A file came as it was: offer it as a download with a warning, and never open it in a page."""
    return [enclosed for each in messages if (enclosed := each.enclosed)]
