"""Keys that must never lie in the database or its backups: a folder of their own, one small file per key."""

import contextlib
import os
import secrets
from pathlib import Path
from typing import Protocol

from bot.disk import shred, sync_folder, write_whole

SHORT_LIVED = ("ballot-", "given-", "about-", "access-", "guardian-", "directory-", "policy-", "published-", "cohort-")
LONGEST = 4096  # bytes; keys have 32 or 64


class Secrets(Protocol):
    """Where keys are kept. A key management service can stand behind these four verbs, if it keeps what they promise.

    Keys are at most 4,096 bytes under names of at most 64 letters, digits and hyphens. Names that begin with one of
    SHORT_LIVED are read anew each time, because another process may have changed or destroyed them; all others never change.
    A service that keeps old versions or a bin for deleted keys must be set to keep neither for SHORT_LIVED names: an
    answer is erased from every backup by destroying its key, and by nothing else. Calls are short and may block; where
    the service is remote, one answer costs one `get`, or two where results are shown by something people said about
    themselves. What raises is taken for a fault and rolls the turn back: only None says that a key is gone, and a round
    whose key is gone is cancelled.
    """

    def put(self, name: str, key: bytes) -> None:
        """Keeps a key safely before it returns."""
        ...

    def get(self, name: str) -> bytes | None:
        """The key, or None where it is lost or was destroyed."""
        ...

    def destroy(self, name: str) -> None:
        """Destroys the key for good; destroying it twice is no error."""
        ...

    def lasting(self, name: str) -> bytes:
        """A random 32-byte key of this installation, made when it is first asked for."""
        ...


class SecretFiles:
    """Keys as files, readable by the server's own user only. Names are our own, never from outside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, bytes] = {}
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def put(self, name: str, key: bytes) -> None:
        path = self._path(name)
        part = path.with_suffix(".part")
        write_whole(part, key)
        part.replace(path)
        sync_folder(self._folder)
        if not name.startswith(SHORT_LIVED):
            self._known[name] = key

    def get(self, name: str) -> bytes | None:
        if name.startswith(SHORT_LIVED):  # another process may have destroyed it
            return self._read(name)
        if name not in self._known and (key := self._read(name)) is not None:
            self._known[name] = key
        return self._known.get(name)

    def destroy(self, name: str) -> None:
        self._known.pop(name, None)
        with contextlib.suppress(FileNotFoundError):
            shred(self._path(name))
        sync_folder(self._folder)

    def lasting(self, name: str) -> bytes:
        key = self.get(name)
        if key is None:
            key = self._first(name, secrets.token_bytes(32))
        return key

    def _first(self, name: str, key: bytes) -> bytes:
        """This key, or the one that another process made at the same moment: the first stays."""
        path = self._path(name)
        part = path.with_suffix(f".{secrets.token_hex(4)}.part")
        write_whole(part, key)
        with contextlib.suppress(FileExistsError):
            os.link(part, path)
        part.unlink()
        sync_folder(self._folder)
        return self.get(name) or key

    def _read(self, name: str) -> bytes | None:
        """Without Python's buffers: every answer reads its question's key, and this takes a quarter of the time."""
        try:
            file = os.open(f"{self._folder}/{name}.key", os.O_RDONLY)
        except FileNotFoundError:
            return None
        try:
            return os.read(file, LONGEST)
        finally:
            os.close(file)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.key"
