"""What the browser sent, read carefully: its fields, where its form stood, and whether it is a form of our own."""

import hmac
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

LARGEST = 128 * 1024
LARGEST_TABLE = 5 * LARGEST
TABLES = ("/inbox/add", "/inbox/sign-in")
"""Where a table may be pasted, and where it waits when the lock falls meanwhile."""
MOST_FIELDS = 60
FORM_TYPE = "application/x-www-form-urlencoded"
TOKEN = "token"


class Malformed(Exception):
    """The browser sent something that none of our own pages would send."""


class Foreign(Exception):
    """The form stood on another site, or bears no token of this session."""


class TooMuch(Exception):
    """More was sent than any of our own forms holds."""


class Fields(Mapping[str, str]):
    """The fields of a posted form; of several with one name the last, and all of them by `every`."""

    def __init__(self, pairs: Sequence[tuple[str, str]] = ()) -> None:
        self._pairs = [(name, value.replace("\r\n", "\n")) for name, value in pairs]
        self._last = dict(self._pairs)

    def __getitem__(self, name: str) -> str:
        return self._last[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._last)

    def __len__(self) -> int:
        return len(self._last)

    def every(self, name: str) -> list[str]:
        return [value for each, value in self._pairs if each == name]

    def pairs(self) -> list[tuple[str, str]]:
        """All but the token, to be sent once more."""
        return [(name, value) for name, value in self._pairs if name != TOKEN]


def token(cookie: str) -> str:
    """What every form of a session carries, so that no other site can send one in its name."""
    return hmac.new(cookie.encode("utf-8", "replace"), b"hearback inbox form", sha256).hexdigest()


def check_token(cookie: str, fields: Fields) -> None:
    """Raises Foreign."""
    shown = fields.get(TOKEN, "").encode("utf-8", "replace")
    if not hmac.compare_digest(shown, token(cookie).encode()):
        raise Foreign


def check_origin(request: Request) -> None:
    """A posted form must come from our own page. Raises Foreign.

    With `Referrer-Policy: no-referrer` browsers send `Origin: null` with plain forms (Fetch standard, "append a request
    Origin header"); then Sec-Fetch-Site says where the form stood.
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if origin in (None, "null"):
        fine = site == "same-origin" or (origin is None and site is None)
    else:
        host = request.headers.get("host")
        fine = origin in (f"http://{host}", f"https://{host}") and site in (None, "same-origin")
    if not fine:
        raise Foreign


def is_ours(hosts: Sequence[str], host: str) -> bool:
    """Another site can point its own name at this machine (DNS rebinding); it cannot change the Host header."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        name = ""
    return "*" in hosts or name in hosts


async def fields_of(request: Request) -> Fields:
    """Raises Malformed and TooMuch."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
        raise Malformed
    path = request.url.path
    largest = LARGEST_TABLE if path == TABLES[0] else LARGEST
    longest = LARGEST_TABLE if path in TABLES else LARGEST
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > largest:
            raise TooMuch
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise Malformed from None
    if any(len(value) > longest or "\0" in value for _, value in pairs):
        raise Malformed
    return Fields(pairs)
