"""The address of a file: it names a round and a format, ends after a day, and cannot be made up.

Whoever has the address may fetch the file, as whoever has the message may read it. So it leads to published results alone.
"""

import base64
import binascii
import hmac
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bot.exports import FORMATS, Format
from bot.ports import Clock

PATH = "/export/"
LASTS = timedelta(hours=24)
SIGNED = 16  # bytes of HMAC-SHA256: 128 bits cannot be guessed
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
        return self._begins + _written(self._sign(body) + body)

    def read(self, token: str) -> Wanted | None:
        """What a token asks for; None for any that we did not make, or that has ended."""
        try:
            signed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (binascii.Error, ValueError):
            return None
        sign, body = signed[:SIGNED], signed[SIGNED:]
        if _written(signed) != token or not hmac.compare_digest(sign, self._sign(body)):
            return None
        ends = datetime.fromtimestamp(int.from_bytes(body[1 : 1 + ENDS]), UTC)
        if ends <= self._clock.now():
            return None
        return Wanted(body[1 + ENDS :].decode(), FORMATS[body[0]])

    def _sign(self, body: bytes) -> bytes:
        return hmac.digest(self._key, body, "sha256")[:SIGNED]


def _written(signed: bytes) -> str:
    return base64.urlsafe_b64encode(signed).rstrip(b"=").decode()
