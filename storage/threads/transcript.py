"""What was said in a thread, in its order, each message with who signed it, and whether that holds."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.enclosures import Enclosed
from bot.values import dataclass
from storage.threads import enclosing, envelope, frames, rows
from storage.threads.cabinet import Cabinet
from storage.threads.frames import Frame, Kind
from storage.threads.keys import each_labelled, labelled
from storage.threads.recipients import Directory, Recipient

CARDS = 16
"""Places that a thread's card (storage/cases/cards.py) goes round in, one after the other."""
DRAFTS = 32
"""Places for what readers have begun to write in a thread and not sent (storage/cases/drafts.py)."""
LONGEST_THREAD = 64
"""Rows; a look-up asks for all of them at once, so that it always looks the same."""
_NUMBERS = [number.to_bytes(2, "big") for number in range(LONGEST_THREAD)]


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """One message. `verified`: whoever it names signed it for this place in this thread, and a recipient stands in the
    directory. `by` is the recipient, None for the author and for whoever cannot be told; `mine` says that the author
    wrote it. A row that was changed or lost has no text and is not verified. `opens`: the day it is let through."""

    kind: Kind
    text: str
    opens: date
    verified: bool
    mine: bool
    by: Recipient | None
    about: Mapping[str, str]

    @property
    def enclosed(self) -> Enclosed | None:
        """The picture or the file that this message is; None where it is words, is damaged, or cannot be trusted."""
        return enclosing.together(self.kind, self.text, self.about) if self.verified else None


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A row's frame and whether its signature holds; None where there should be a row and none can be read."""

    frame: Frame | None
    signed: bool


@dataclass(frozen=True, slots=True, repr=False)
class Lying:
    """Where the rows of a thread, of the notes on it and its card would lie: worked out once, for it takes longest."""

    said: Sequence[bytes]
    noted: Sequence[bytes]
    card: Sequence[bytes]

    @property
    def every(self) -> list[bytes]:
        return [*self.said, *self.noted, *self.card]


class ThreadFull(Exception):
    """No more fits into this thread; whoever has more to say begins a new one."""


def bases(token: bytes) -> list[bytes]:
    """Where the rows of a thread would lie, all LONGEST_THREAD of them."""
    return each_labelled(token, "row", _NUMBERS[:LONGEST_THREAD])


def notes_token(token: bytes) -> bytes:
    """What the readers' notes on a thread are found by. With the author's token, so that erasing finds them too; what
    opens them the author never has."""
    return labelled(token, "notes")


def every_base(token: bytes) -> list[bytes]:
    """Where the rows of a thread, of the notes on it, its card and what is not sent yet would lie."""
    return open_bases(token) + draft_bases(token)


def open_bases(token: bytes) -> list[bytes]:
    """The same without what only one reader can open."""
    return lying(token).every


def lying(token: bytes) -> "Lying":
    """The same, apart."""
    return Lying(bases(token), bases(notes_token(token)), card_bases(token))


def card_bases(token: bytes) -> list[bytes]:
    """Where the readers' card of a thread may lie: in one of these places at a time."""
    return each_labelled(token, "card", _NUMBERS[:CARDS])


def draft_bases(token: bytes) -> list[bytes]:
    """Where readers' drafts may lie. Anybody who erases the thread finds them; only who wrote one opens it."""
    return each_labelled(token, "draft", _NUMBERS[:DRAFTS])


def head(token: bytes, opens: bytes) -> rows.Under:
    """What must still hold when somebody writes in this thread."""
    return rows.Under(labelled(token, "row", bytes(2)), opens)


def read_rows(token: bytes, found: Sequence[rows.Found], opens: bytes) -> list[Row]:
    """The rows of a thread in their order, with a gap where one is lost before another."""
    return read_at(bases(token), {each.base: each for each in found}, opens)


def read_at(at: Sequence[bytes], there: Mapping[bytes, rows.Found], opens: bytes) -> list[Row]:
    """The same, for whoever has worked out already where the rows would lie."""
    inside = {base: there[base].inner for base in at if base in there}
    told = [(base, inside.get(base)) for base in at]
    last = max((number for number, (base, _) in enumerate(told) if base in inside), default=-1)
    return [_row(base, inner, opens) for base, inner in told[: last + 1]]


def messages(told: Sequence[Row], directory: Directory, author: bytes) -> list[Message]:
    """Rows as messages, with what goes on in the next row put together. `author` is their Ed25519 public key."""
    return [_message(group, directory, author) for group in _groups(told)]


def author_of(told: Sequence[Row]) -> bytes:
    """Whose signature the author's messages must bear: the first row says it."""
    head = told[0].frame if told else None
    return head.by if head else b""


async def append(cabinet: Cabinet, token: bytes, opens: bytes, said: "Saying", *, under: rows.Under) -> None:
    """Puts a message behind the last row of a thread. Raises ThreadFull, NothingSaid, TooLong, KeysChanged."""
    pieces = said.frames()
    every = bases(token)
    for _ in range(rows.AGAIN):
        there = {each.base for each in await rows.find(cabinet, every)}
        room = every[max((number for number, base in enumerate(every, start=1) if base in there), default=0) :]
        if len(room) < len(pieces) + (enclosing.ROOM_FOR_WORDS if said.enclosed else 0):
            raise ThreadFull
        written = [(base, frames.written(frame, said.seed, base)) for base, frame in zip(room, pieces, strict=False)]
        new = [rows.New(base, envelope.later(opens, raw)) for base, raw in written]
        filling = await rows.make_decoys(enclosing.ROWS - len(new)) if said.enclosed else []
        if await rows.add(cabinet, [*new, *filling], under=under):
            return
    raise ThreadFull


@dataclass(frozen=True, slots=True, repr=False)
class Saying:
    """What somebody is about to say: the seed they sign with, the kind, the text, the day it is let through. Beside an
    enclosure the text may be empty."""

    seed: bytes
    kind: Kind
    text: str
    opens: date
    about: Mapping[str, str]
    enclosed: Enclosed | None = None

    def frames(self) -> list[Frame]:
        """One frame a row; only the first carries `about`. Raises NothingSaid and TooLong."""
        by = frames.public(self.seed)
        beside = enclosing.pieces(by, self.opens, self.enclosed) if self.enclosed else []
        pieces = frames.parts(self.text) if self.text.strip() or not beside else []
        return [
            Frame(by, self.kind, self.opens, piece, number < len(pieces), self.about if number == 1 else {})
            for number, piece in enumerate(pieces, start=1)
        ] + beside


def _row(base: bytes, inner: bytes | None, opens: bytes) -> Row:
    raw = envelope.body(inner, opens) if inner else None
    read = frames.read(raw, base) if raw else None
    return Row(*read) if read else Row(None, signed=False)


def _groups(told: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that belong to one message: each but the last says that it goes on, and all are by one hand."""
    group: list[Row] = []
    for row in told:
        before = group[-1].frame if group else None
        if group and not (before and row.frame and before.more and before.by == row.frame.by):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _message(group: Sequence[Row], directory: Directory, author: bytes) -> Message:
    head = group[0].frame
    if head is None:
        return Message("said", "", date.min, verified=False, mine=False, by=None, about={})
    by = directory.by_signature().get(head.by)
    mine = head.by == author and by is None
    last = group[-1].frame
    whole = last is not None and not last.more
    verified = all(row.signed for row in group) and whole and (mine or by is not None)
    text = "".join(row.frame.text for row in group if row.frame)
    return Message(head.kind, text, head.opens, verified, mine and verified, by if verified else None, head.about)
