"""The keys of the rows, one for each, in one small file outside the database: destroying a key erases its row everywhere.

One file and not one for each row, because a file has a time and a place in its folder: those would say when each message
was written. It is written whole each time, sorted by random ids, and its time is cut down to the day.
"""

import asyncio
import contextlib
import fcntl
import os
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from bot.disk import sync_folder, write_whole
from bot.values import dataclass
from storage.threads.keys import each_labelled, labelled

PLACE, KEY = 16, 32
_BEGINS = b"HBSHELF1"
_ENTRY = PLACE + KEY
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True, repr=False)
class Epoch:
    """From one night to the next: the key that turns bases into places, and each place's own secret."""

    key: bytes
    secrets: Mapping[bytes, bytes]

    def place(self, base: bytes) -> bytes:
        return labelled(self.key, "place", base, size=PLACE)

    def places(self, bases: Sequence[bytes]) -> list[bytes]:
        """The same for many."""
        return each_labelled(self.key, "place", bases, size=PLACE)


class Shelf(Protocol):
    """Where the rows' keys are kept. A key management service can stand behind these three verbs."""

    def read(self) -> tuple[Epoch, ...]:
        """One epoch; two while a night's rewriting is under way, the older first; none in the beginning."""
        ...

    def write(self, epochs: Sequence[Epoch]) -> None:
        """Puts these in the place of all others, safely and at once, and destroys what was there for good."""
        ...

    def alone(self) -> contextlib.AbstractAsyncContextManager[None]:
        """Whoever changes keys or rows does it inside this; one at a time, over all processes."""
        ...


class ShelfFile:
    """The shelf as a file that only the server's own user can read. Keep its folder out of every backup."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = asyncio.Lock()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def read(self) -> tuple[Epoch, ...]:
        """Raises ValueError where the file is damaged."""
        try:
            try:
                return _unpacked(self._path.read_bytes())
            except ValueError:
                # It was opened while another process put a new one in its place and overwrote this one.
                return _unpacked(self._path.read_bytes())
        except FileNotFoundError:
            return ()

    def write(self, epochs: Sequence[Epoch]) -> None:
        part = self._path.with_suffix(".part")
        write_whole(part, _packed(epochs))
        day = int(part.stat().st_mtime) // _DAY * _DAY
        os.utime(part, (day, day))
        with contextlib.ExitStack() as stack:
            # Held open while the new file takes its name: only then is the old one overwritten, so that a crash in
            # between leaves one of the two whole.
            with contextlib.suppress(FileNotFoundError):
                old = stack.enter_context(self._path.open("r+b"))
                stack.callback(_overwrite, old.fileno())
            part.replace(self._path)
            sync_folder(self._path.parent)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        async with self._turn:
            lock = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
                yield
            finally:
                os.close(lock)


def _overwrite(file: int) -> None:
    os.pwrite(file, secrets.token_bytes(os.fstat(file).st_size), 0)
    os.fsync(file)


def _packed(epochs: Sequence[Epoch]) -> bytes:
    told = [_BEGINS, bytes((len(epochs),))]
    for epoch in epochs:
        told += [epoch.key, len(epoch.secrets).to_bytes(4, "big")]
        told += [place + epoch.secrets[place] for place in sorted(epoch.secrets)]
    return b"".join(told)


def _unpacked(raw: bytes) -> tuple[Epoch, ...]:
    """Raises ValueError where the file is not ours or is cut short."""
    if not raw.startswith(_BEGINS):
        raise ValueError("this is no shelf of keys")
    found, at = [], len(_BEGINS) + 1
    for _ in range(raw[len(_BEGINS)]):
        key, count = raw[at : at + KEY], int.from_bytes(raw[at + KEY : at + KEY + 4], "big")
        begin = at + KEY + 4
        at = begin + count * _ENTRY
        if at > len(raw):
            raise ValueError("the shelf of keys is cut short")
        entries = (raw[here : here + _ENTRY] for here in range(begin, at, _ENTRY))
        found.append(Epoch(key, {entry[:PLACE]: entry[PLACE:] for entry in entries}))
    return tuple(found)
