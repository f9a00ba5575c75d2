"""What somebody with a recipient's private key can do: find the threads that were sent to them, read, reply, take notes.

They find their threads by trying their key on every row, decoys too; a thread they were left out of looks to them like
any decoy.
"""

import asyncio
from collections.abc import Sequence
from typing import Literal

from bot.values import dataclass
from storage.threads import envelope, frames, lying, rows, transcript
from storage.threads.author import TOKEN
from storage.threads.cabinet import Cabinet
from storage.threads.envelope import ThreadKeys
from storage.threads.recipients import Directory, RecipientKey
from storage.threads.shelf import Epoch
from storage.threads.transcript import Message, Saying

AT_A_TIME = 64


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A thread that was opened: `token` finds its rows, `keys` open them. It lives in memory only."""

    token: bytes
    keys: ThreadKeys


async def find(cabinet: Cabinet, key: RecipientKey) -> list[Opened]:
    """Every thread that is for this key and was let through by today, in no order. Writes nothing."""

    async def look(shelf: Sequence[Epoch]) -> list[Opened]:
        found: list[Opened] = []
        async with cabinet.database.begin() as connection:
            places = await lying.places(connection)
            for at in range(0, len(places), AT_A_TIME):
                stored = await lying.at(connection, places[at : at + AT_A_TIME])
                found += await asyncio.to_thread(_try, cabinet, key, shelf, stored)
        return found

    return await rows.steadily(cabinet, look)


async def read(cabinet: Cabinet, opened: Opened, directory: Directory) -> list[Message] | None:
    """What was said, without what is not let through yet; None where the thread was erased meanwhile."""
    found = await rows.find(cabinet, transcript.bases(opened.token))
    told = transcript.read_rows(opened.token, found, opened.keys.opens)
    if not told:
        return None
    every = transcript.messages(told, directory, transcript.author_of(told))
    return [message for message in every if message.opens <= cabinet.today()]


async def reply(cabinet: Cabinet, key: RecipientKey, opened: Opened, text: str) -> None:
    """Answers the author, who sees it at their next look. Raises NothingSaid, TooLong, ThreadFull, Gone."""
    await say(cabinet, opened, Saying(key.signs, "said", text, cabinet.today(), {}))


async def mark(cabinet: Cabinet, key: RecipientKey, opened: Opened, state: Literal["read", "closed"]) -> None:
    """Tells the author where it stands. Raises ThreadFull, Gone."""
    await say(cabinet, opened, Saying(key.signs, "state", state, cabinet.today(), {}))


async def note(cabinet: Cabinet, key: RecipientKey, opened: Opened, text: str) -> None:
    """Writes for the other readers only; the author can neither find nor open it. Raises as `reply` does."""
    await add_note(cabinet, opened, Saying(key.signs, "note", text, cabinet.today(), {}))


async def add_note(cabinet: Cabinet, opened: Opened, saying: Saying) -> None:
    """A note with words that go with it. Raises as `reply` does."""
    under = transcript.head(opened.token, opened.keys.opens)
    try:
        token = transcript.notes_token(opened.token)
        await transcript.append(cabinet, token, opened.keys.opens_notes, saying, under=under)
    except rows.KeysChanged:
        raise Gone from None


async def notes(cabinet: Cabinet, opened: Opened, directory: Directory) -> list[Message]:
    """What the readers noted."""
    token = transcript.notes_token(opened.token)
    found = await rows.find(cabinet, transcript.bases(token))
    return transcript.messages(transcript.read_rows(token, found, opened.keys.opens_notes), directory, b"")


async def erase(cabinet: Cabinet, *opened: Opened) -> None:
    """Erases threads and the notes on them for everybody, for good."""
    await rows.erase(cabinet, [base for each in opened for base in transcript.every_base(each.token)])


def begins(cabinet: Cabinet, key: RecipientKey, row: rows.Found) -> Opened | None:
    """The thread that this row begins for this key, if it does."""
    keys = envelope.as_reader(row.inner, key.opens) if row.inner else None
    return _begins(cabinet, (row.base, row.inner), keys) if row.inner and keys else None


def begins_with(cabinet: Cabinet, row: rows.Found, keys: ThreadKeys) -> Opened | None:
    """The same, for whoever has the keys out of a cell of the row."""
    return _begins(cabinet, (row.base, row.inner), keys) if row.inner else None


class Gone(Exception):
    """The thread was erased, or given new keys, while somebody was about to write in it."""


async def say(cabinet: Cabinet, opened: Opened, saying: Saying) -> None:
    """Writes in the thread, for both sides. Raises as `reply` does."""
    under = transcript.head(opened.token, opened.keys.opens)
    try:
        await transcript.append(cabinet, opened.token, opened.keys.opens, saying, under=under)
    except rows.KeysChanged:
        raise Gone from None


def _try(
    cabinet: Cabinet, key: RecipientKey, shelf: Sequence[Epoch], stored: Sequence[tuple[bytes, bytes]]
) -> list[Opened]:
    """Which of these rows begin a thread for this key."""
    found, own = [], envelope.public(key.opens)
    for place, body in stored:
        secret = next((epoch.secrets[place] for epoch in shelf if place in epoch.secrets), None)
        unshut = envelope.unshut(secret, place, body) if secret else None
        keys = envelope.as_holder(unshut[1], key.opens, own) if unshut else None
        opened = _begins(cabinet, unshut, keys) if unshut and keys else None
        if opened:
            found.append(opened)
    return found


def _begins(cabinet: Cabinet, unshut: tuple[bytes, bytes], keys: ThreadKeys) -> Opened | None:
    """The thread that this row begins, if it says truly where it lies, is signed, and is let through."""
    base, inner = unshut
    raw = envelope.body(inner, keys.opens)
    read_ = frames.read(raw, base) if raw else None
    if read_ is None or not read_[1] or read_[0].opens > cabinet.today():
        return None
    token = bytes.fromhex(read_[0].about.get(TOKEN, ""))
    return Opened(token, keys) if token and transcript.head(token, keys.opens).base == base else None
