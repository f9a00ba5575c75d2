"""What a phone sent from a workshop's page, read with care: fields of words, never more than a paper full of them."""

import asyncio
import re
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.values import dataclass

FORM = "application/x-www-form-urlencoded"
LARGEST = 1024 * 1024
"""Room for 200 lines of 300 characters in any script: a browser sends twelve bytes for one character of some."""
A_CODE = 2_000
"""Whoever has no code yet is read no more of than this."""
DRAINED = 8 * LARGEST
"""What is read and thrown away of something too large, so that a browser waits for the sentence that says so."""
SLOWEST = 30.0
MOST_FIELDS = 450
LONGEST = 80_000
_SENDING = re.compile(r"[A-Za-z0-9_-]{16,64}")
OWN_PAGE = (None, "same-origin", "none")
"""What Sec-Fetch-Site says of a form of our own; older browsers say nothing, and reloading says none."""


class Malformed(Exception):
    """Something that none of our own pages would send."""


class TooLarge(Exception):
    """More than is read."""


@dataclass(frozen=True, slots=True, repr=False)
class Sent:
    """The fields of a form in the order in which they came."""

    fields: tuple[tuple[str, str], ...]

    def one(self, name: str) -> str:
        return next((value for key, value in reversed(self.fields) if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        return tuple(value for key, value in self.fields if key == name)

    @property
    def sending(self) -> str:
        """The random name of this sending, so that a double tap writes once. Raises Malformed."""
        if not _SENDING.fullmatch(found := self.one("sending")):
            raise Malformed
        return found


async def read(request: Request, most: int = LARGEST) -> Sent:
    """At most so many bytes. Raises Malformed, TooLarge, TimeoutError."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise Malformed
    async with asyncio.timeout(SLOWEST):
        body = await _body(request, most)
    pairs = _pairs(body)
    if any(len(value) > LONGEST for _, value in pairs):
        raise TooLarge
    return Sent(tuple((name, _plain(value)) for name, value in pairs))


def _pairs(body: bytes) -> list[tuple[str, str]]:
    strict = bool(body)
    try:
        text = body.decode("ascii")
        return parse_qsl(
            text, keep_blank_values=True, strict_parsing=strict, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError as error:
        raise Malformed from error


def _plain(text: str) -> str:
    """Line ends of one kind, and nothing that no keyboard writes: a zero, or signs that turn the line around."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        each for each in kept if each in "\n\t" or (each.isprintable() and each not in _TURNING) or each in _JOINS
    )


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_JOINS = "\u200c\u200d"
"""Persian, Indic scripts and families of emoji are written with these."""


async def _body(request: Request, most: int) -> bytes:
    body, seen = bytearray(), 0
    async for piece in request.stream():
        seen += len(piece)
        if seen > DRAINED:
            break
        body = body + piece if seen <= most else bytearray()
    if seen > most:
        raise TooLarge
    return bytes(body)
