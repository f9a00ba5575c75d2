"""What somebody with a receipt can do: begin a thread, read it, go on writing, see where it stands, erase it.

No function here has a parameter that could carry who they are. What asks whether a thread exists takes one fixed time, and
answers None alike for a receipt that never was, one that was erased, and one whose thread cannot be opened.
"""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from bot.enclosures import Enclosed
from bot.values import dataclass, field, replace
from storage.threads import envelope, frames, rows, transcript
from storage.threads.cabinet import Cabinet
from storage.threads.frames import Release, opens_on
from storage.threads.keys import AuthorKeys
from storage.threads.patience import padded
from storage.threads.pool import Minted
from storage.threads.receipts import Receipt, says
from storage.threads.recipients import Directory, Recipient
from storage.threads.transcript import Message, Saying

State = Literal["waiting", "read", "answered", "closed"]
TOKEN, READERS, AUTHOR = "token", "readers", "author"
OURS = frozenset({TOKEN, READERS, AUTHOR})


@dataclass(frozen=True, slots=True, repr=False)
class Beginning:
    """The first message: the words, who may read it, when they are let through, and words about it for the readers."""

    text: str
    readers: Sequence[Recipient]
    release: Release = "next window"
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What an author goes on with: words, when they are let through, and what goes with them."""

    text: str
    release: Release = "next window"
    enclosed: Enclosed | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thread stands: what its readers last made of it, how many replies, how many messages cannot be trusted."""

    state: State
    replies: int
    unverified: int


class SaysReceipt(Exception):
    """The text holds its own receipt, which whoever reads it must not have."""


class NotAReader(Exception):
    """Somebody was chosen who does not stand in the directory today, or nobody, or more than eight."""


async def begin(cabinet: Cabinet, minted: Minted, beginning: Beginning, directory: Directory) -> None:
    """Opens a thread. Doing it twice with one receipt is doing it once: what was said first stays.

    Raises SaysReceipt, NotAReader, NothingSaid, TooLong.
    """
    await rows.add(cabinet, prepared(minted, beginning, directory, cabinet.today()))


def prepared(minted: Minted, beginning: Beginning, directory: Directory, today: date) -> list[rows.New]:
    """The rows that open a thread, in memory only. Raises as `begin` does."""
    if says(beginning.text, minted.receipt):
        raise SaysReceipt
    readers = {each.opens for each in beginning.readers}
    known = {each.opens for each in directory.recipients if each.valid(today)}
    if not readers or not readers <= known or len(readers) > envelope.CELLS:
        raise NotAReader
    if OURS & beginning.about.keys():
        raise ValueError("these names are taken")
    keys, thread = minted.keys, envelope.fresh()
    own = envelope.public(keys.wrap)
    listed = " ".join(sorted(each.hex() for each in readers))
    about = {TOKEN: keys.token.hex(), READERS: listed, AUTHOR: own.hex(), **beginning.about}
    day = opens_on(today, beginning.release)
    pieces = Saying(keys.signs, "said", beginning.text, day, about).frames()
    new: list[rows.New] = []
    for base, piece in zip(transcript.bases(keys.token), pieces, strict=False):
        raw = frames.written(piece, keys.signs, base)
        inner = envelope.later(thread.opens, raw) if new else envelope.first(thread, list(readers), own, raw)
        new.append(rows.New(base, inner))
    return new


async def read(cabinet: Cabinet, receipt: Receipt, directory: Directory) -> list[Message] | None:
    """Everything in the thread that may be shown to its author, or None. Writes nothing."""
    return await padded(cabinet.patience, _read(cabinet, receipt, directory))


async def write(cabinet: Cabinet, receipt: Receipt, text: str, release: Release = "next window") -> bool | None:
    """Goes on writing; True, or None where there is no such thread. Raises SaysReceipt, NothingSaid, TooLong,
    ThreadFull."""
    frames.parts(text)
    return await _go_on(cabinet, receipt, Told(text, release))


async def enclose(cabinet: Cabinet, receipt: Receipt, told: Told) -> bool | None:
    """The same, with a picture or a file; then the text may be empty."""
    return await _go_on(cabinet, receipt, told)


async def give_feedback(cabinet: Cabinet, receipt: Receipt, text: str, about: Mapping[str, str]) -> bool | None:
    """Says something for the readers that is no message, with words that go with it, let through with the next window.
    Answers and raises as `write` does."""
    if says(text, receipt):
        raise SaysReceipt
    frames.parts(text)
    saying = Saying(b"", "feedback", text, opens_on(cabinet.today(), "next window"), about)
    return await padded(cabinet.patience, _say(cabinet, receipt, saying))


async def standing(cabinet: Cabinet, receipt: Receipt, directory: Directory) -> Standing | None:
    """Where the thread stands, or None."""
    told = await read(cabinet, receipt, directory)
    if told is None:
        return None
    replies = sum(message.kind == "said" and message.by is not None for message in told)
    states = [message.text for message in told if message.kind == "state" and message.by is not None]
    return Standing(_state(states, replies), replies, sum(not message.verified for message in told))


async def erase(cabinet: Cabinet, receipt: Receipt) -> bool | None:
    """Erases the whole thread for everybody, for good: no backup of the database brings it back. None: no such thread."""
    return await padded(cabinet.patience, _erase(cabinet, receipt))


def opens(keys: AuthorKeys, found: Sequence[rows.Found]) -> bytes | None:
    """The key of the thread's bodies, out of the author's cell in the first row."""
    head = found[0] if found and found[0].base == transcript.bases(keys.token)[0] else None
    return envelope.as_author(head.inner, keys.wrap) if head and head.inner else None


async def _read(cabinet: Cabinet, receipt: Receipt, directory: Directory) -> list[Message] | None:
    keys = await cabinet.keys(receipt)
    found = await rows.find(cabinet, transcript.bases(keys.token))
    key = opens(keys, found)
    if key is None:
        return None
    told = transcript.read_rows(keys.token, found, key)
    return transcript.messages(told, directory, frames.public(keys.signs))


async def _go_on(cabinet: Cabinet, receipt: Receipt, told: Told) -> bool | None:
    if says(told.text, receipt):
        raise SaysReceipt
    saying = Saying(b"", "said", told.text, opens_on(cabinet.today(), told.release), {}, told.enclosed)
    return await padded(cabinet.patience, _say(cabinet, receipt, saying))


async def _say(cabinet: Cabinet, receipt: Receipt, said: Saying) -> bool | None:
    """Says it, signed with the receipt's own key."""
    keys = await cabinet.keys(receipt)
    saying = replace(said, seed=keys.signs)
    for _ in range(rows.AGAIN):
        key = opens(keys, await rows.find(cabinet, transcript.bases(keys.token)))
        if key is None:
            return None
        with contextlib.suppress(rows.KeysChanged):
            await transcript.append(cabinet, keys.token, key, saying, under=transcript.head(keys.token, key))
            return True
    return None


async def _erase(cabinet: Cabinet, receipt: Receipt) -> bool | None:
    keys = await cabinet.keys(receipt)
    return await rows.erase(cabinet, transcript.every_base(keys.token)) > 0 or None


def _state(states: Sequence[str], replies: int) -> State:
    match states[-1:]:
        case ["closed"]:
            return "closed"
        case ["read"]:
            return "answered" if replies else "read"
        case _:
            return "answered" if replies else "waiting"
