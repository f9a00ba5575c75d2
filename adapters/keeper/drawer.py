"""Where the keeper has its keys: a folder of its own, one small file a key, made once and never written over."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nacl.public import PrivateKey

from bot.disk import shred, sync_folder, write_whole
from bot.keeper import KEY
from bot.values import dataclass, field

MOST = 5000
"""So many keys at once. An organisation has a few dozen questions open."""
FURTHEST = timedelta(days=400)
LEFT = timedelta(days=30)
"""A key that nobody destroyed after its close goes by itself after this time."""
_INSTANT = 8  # bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """One key and the instant before which it is not given out, in whole seconds."""

    until: datetime
    key: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        return bytes(PrivateKey(self.key).public_key)


class Drawer:
    """Keys as files that only the keeper's own user can read. Names are 32 letters and digits, checked by the caller."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._clear()

    def put(self, ref: str, until: datetime) -> Kept:
        """Makes a key; where there is one under this name, that one is returned as it is."""
        made = int(until.timestamp()).to_bytes(_INSTANT, "big") + bytes(PrivateKey.generate())
        part = self._folder / f"{ref}.{secrets.token_hex(4)}.part"
        write_whole(part, made, anew=True)
        # A link, other than a rename, never takes the place of what is there.
        with contextlib.suppress(FileExistsError):
            os.link(part, self._path(ref))
        part.unlink()
        sync_folder(self._folder)
        kept = self.get(ref)
        if kept is None:
            raise OSError("the key was not kept")
        return kept

    def get(self, ref: str) -> Kept | None:
        try:
            held = self._path(ref).read_bytes()
        except FileNotFoundError:
            return None
        if len(held) != _INSTANT + KEY:
            raise OSError("a key's file is broken")
        return Kept(datetime.fromtimestamp(int.from_bytes(held[:_INSTANT], "big"), UTC), held[_INSTANT:])

    def destroy(self, ref: str) -> None:
        """From its first step on the key is not given out any more: whoever is killed while writing over it leaves a file
        that nobody takes for a key."""
        gone = self._folder / f"{ref}.{secrets.token_hex(4)}.gone"
        self._path(ref).rename(gone)
        sync_folder(self._folder)
        shred(gone)
        sync_folder(self._folder)

    def sweep(self, now: datetime) -> None:
        """Destroys what has lain there for too long after its close."""
        self._clear()
        for ref in list(self.names()):
            with contextlib.suppress(OSError):  # one broken file must not keep all others from being made
                kept = self.get(ref)
                if kept and kept.until + LEFT < now:
                    self.destroy(ref)

    def _clear(self) -> None:
        """Ends what a crash left half made or half destroyed."""
        for part in self._folder.glob("*.part"):
            part.unlink(missing_ok=True)  # not written over: it may be a key's second name
        for gone in self._folder.glob("*.gone"):
            shred(gone)

    def names(self) -> Iterator[str]:
        return (path.stem for path in self._folder.glob("*.key"))

    def _path(self, ref: str) -> Path:
        return self._folder / f"{ref}.key"
