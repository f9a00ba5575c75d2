"""Codes of six digits that a guardian's telephone shows for half a minute, each good for one use; and a stop to guessing."""

import base64
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pyotp

STEP = 30
WRONG, WITHIN = 10, 900.0
"""So many wrong tries within so many seconds, and nothing opens until the first of them is so long ago."""
IN_LINE = 8
"""Tries at one moment, over all names. Each takes a second of a core, and two are worked out at once; whoever finds the line
full tries again, and is shut out by nothing that lasts."""
ISSUER = "Hearback"


def address(secret: bytes, name: str) -> str:
    """What a telephone scans to show the codes."""
    return _codes(secret).provisioning_uri(name=name, issuer_name=ISSUER)


class Tries:
    """In memory only: which codes were used, and how many tries were wrong. It ends with the process."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._used: dict[bytes, int] = {}
        self._wrong: dict[bytes, deque[float]] = {}
        self._line = 0

    def begin(self, who: bytes) -> bool:
        """Whether somebody may try. It counts as wrong until it is right, so that trying side by side gains nothing."""
        wrong = self._wrong.setdefault(who, deque())
        while wrong and wrong[0] <= self._now() - WITHIN:
            wrong.popleft()
        if len(wrong) >= WRONG:
            return False
        wrong.append(self._now())
        return True

    @contextmanager
    def in_line(self) -> Iterator[bool]:
        """For as long as somebody tries, whatever name they give: whether there was room for one more."""
        self._line += 1
        try:
            yield self._line <= IN_LINE
        finally:
            self._line -= 1

    def forget(self, who: bytes) -> None:
        """It was right."""
        self._wrong.pop(who, None)

    def right(self, who: bytes, secret: bytes, code: str) -> bool:
        """Whether this is the code of this half minute, or of one beside it, and neither it nor a later one was used.

        To be asked once the passphrase was right: so wrong codes are counted, and whoever knows a name alone locks nobody out.
        """
        if not self.begin(who):
            return False
        at, told = int(self._now()) // STEP, "".join(code.split())
        for step in (at - 1, at, at + 1):
            if step > self._used.get(who, -1) and _codes(secret).verify(told, for_time=step * STEP):
                self._used[who] = step
                self.forget(who)
                return True
        return False


def _codes(secret: bytes) -> pyotp.TOTP:
    return pyotp.TOTP(base64.b32encode(secret).decode(), interval=STEP)
