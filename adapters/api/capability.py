"""The address of a file: it names a round and a format, ends after a day, and cannot be made up.

Whoever has the address may fetch the file, as whoever has the message may read it. So it leads to published results alone.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bot import signed
from bot.exports import FORMATS, Format
from bot.ports import Clock

PATH = "/export/"
LASTS = timedelta(hours=24)
ENDS = 8  # bytes of seconds since 1970, big-endian
LONGEST = 200


class Wanted(NamedTuple):
    """What an address asks for."""

    ref: str
    form: Format


class Capabilities:
    """Makes addresses below `public_url` (empty: addresses without a host, for the workspace on this machine) and reads
    them. Another `key` ends all of them."""

    def __init__(self, public_url: str, key: bytes, clock: Clock) -> None:
        self._begins, self._key, self._clock = f"{public_url}{PATH}", key, clock

    def of(self, ref: str, form: Format) -> str:
        """Where this file of the round lies for the next 24 hours."""
        ends = int((self._clock.now() + LASTS).timestamp())
        body = bytes([FORMATS.index(form)]) + ends.to_bytes(ENDS) + ref.encode()
        return self._begins + signed.token(self._key, body)

    def read(self, token: str) -> Wanted | None:
        """What a token asks for; None for any that we did not make, or that has ended."""
        body = signed.read(self._key, token)
        if body is None:
            return None
        ends = datetime.fromtimestamp(int.from_bytes(body[1 : 1 + ENDS]), UTC)
        if ends <= self._clock.now():
            return None
        return Wanted(body[1 + ENDS :].decode(), FORMATS[body[0]])
