"""Records what of a case left the house: to whom, why, and every word of it; before it leaves, so that nothing goes unseen."""

from bot.values import dataclass
from storage.cases.casework import Casework
from storage.cases.filing import NotOffered
from storage.cases.opening import Case
from storage.cases.sessions import Guardian
from storage.threads import readers
from storage.threads.frames import NothingSaid, TooLong
from storage.threads.transcript import Message, Saying

TO = ("safeguarding", "hr", "police", "investigator", "regulator", "other")
LEFT, OFFICE, WHY = "left to", "office", "why"
LONGEST_OFFICE, LONGEST_WHY = 120, 500


@dataclass(frozen=True, slots=True, repr=False)
class Left:
    """`to` is one of TO, `office` which one there, `why` the reason, `what` the words that leave."""

    to: str
    office: str
    why: str
    what: str


async def record(work: Casework, guardian: Guardian, case: Case, left: Left) -> None:
    """A note for the readers of the case, signed. Raises NotOffered, NothingSaid, TooLong, ThreadFull, Gone."""
    if left.to not in TO:
        raise NotOffered
    if not left.office.strip() or not left.why.strip():
        raise NothingSaid
    if len(left.office) > LONGEST_OFFICE or len(left.why) > LONGEST_WHY:
        raise TooLong
    about = {LEFT: left.to, OFFICE: left.office.strip(), WHY: left.why.strip()}
    saying = Saying(guardian.key.signs, "note", left.what, work.cabinet.today(), about)
    await readers.add_note(work.cabinet, case.opened, saying)


def told_of(note: Message) -> Left | None:
    """What left, if this note is about that."""
    if not note.verified or LEFT not in note.about:
        return None
    return Left(note.about[LEFT], note.about.get(OFFICE, ""), note.about.get(WHY, ""), note.text)
