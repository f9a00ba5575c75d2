"""Keeps an unlocked guardian's keys in memory, encrypted under a value that only their cookie holds, and not for long."""

import base64
import binascii
import secrets
import time
from collections.abc import Callable

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from bot.values import dataclass, replace
from storage.cases import locks
from storage.cases.casework import Casework, known
from storage.cases.guardians import StaysLocked
from storage.threads.keys import labelled
from storage.threads.recipients import Directory, Recipient, RecipientKey

IDLE, LONGEST = 20 * 60.0, 4 * 3600.0
"""Seconds that keys stay unlocked when nothing is done, and at most."""
_COOKIE = 32


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """A session as it lies in memory: nothing in it opens anything without the cookie."""

    sealed: bytes
    begun: float
    used: float


@dataclass(frozen=True, slots=True, repr=False)
class Guardian:
    """Who is at work: their private keys, how the signed list has them, and the list, as it was just now."""

    key: RecipientKey
    named: Recipient
    directory: Directory


class Sessions:
    """Of one process; they end with it."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._kept: dict[bytes, Kept] = {}

    def begin(self, key: RecipientKey) -> str:
        """The value for the cookie, which is kept nowhere else."""
        self._forget_old()
        raw, now = secrets.token_bytes(_COOKIE), self._now()
        sealed = SecretBox(labelled(raw, "session key")).encrypt(key.opens + key.signs)
        self._kept[labelled(raw, "session name")] = Kept(sealed, now, now)
        return base64.urlsafe_b64encode(raw).decode()

    async def enter(self, work: Casework, cookie: str) -> Guardian:
        """Whoever holds this cookie, if the session still runs and the signed list has them today. Raises StaysLocked and
        DirectoryRefused."""
        key = self._key(cookie)
        directory, who = await known(work), locks.number(key)
        for each in directory.recipients:
            if locks.number_of(each.opens, each.signs) == who and each.valid(work.cabinet.today()):
                return Guardian(key, each, directory)
        self.end(cookie)
        raise StaysLocked

    def name(self, cookie: str) -> bytes:
        """What the session of this cookie is called; it opens nothing."""
        return labelled(_raw(cookie), "session name")

    def running(self) -> set[bytes]:
        """The names of all sessions that still run."""
        self._forget_old()
        return set(self._kept)

    def end(self, cookie: str) -> None:
        self._kept.pop(labelled(_raw(cookie), "session name"), None)

    def end_others(self, cookie: str) -> None:
        """After a change of passphrase: every other session of this guardian, and, since nobody can tell whose the others
        are, everybody else's too."""
        mine = labelled(_raw(cookie), "session name")
        self._kept = {name: kept for name, kept in self._kept.items() if name == mine}

    def _key(self, cookie: str) -> RecipientKey:
        self._forget_old()
        raw = _raw(cookie)
        name = labelled(raw, "session name")
        if name not in self._kept:
            raise StaysLocked
        try:
            opened = SecretBox(labelled(raw, "session key")).decrypt(self._kept[name].sealed)
        except CryptoError:
            raise StaysLocked from None
        self._kept[name] = replace(self._kept[name], used=self._now())
        return RecipientKey(opened[: locks.KEY], opened[locks.KEY :])

    def _forget_old(self) -> None:
        now = self._now()
        self._kept = {
            name: kept for name, kept in self._kept.items() if now - kept.used < IDLE and now - kept.begun < LONGEST
        }


def _raw(cookie: str) -> bytes:
    try:
        raw = base64.b64decode(cookie, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
    return raw if len(raw) == _COOKIE else b""
