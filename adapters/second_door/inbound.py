"""What a browser sent to the public page, read with care and in memory only: fields, at most one file, and an event.

Nobody is signed in, so the account of an event says only which way in it came by; its id is new each time.
"""

import asyncio
import re
import secrets
from collections.abc import AsyncGenerator, Mapping
from urllib.parse import parse_qsl

from python_multipart.exceptions import MultipartParseError
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from adapters.second_door.gate import Way
from bot.events import Account, Opened, Pressed, Submitted
from bot.values import dataclass

PLATFORM = "page"
PLAYS = "speak_up."
"""Only what begins like this can be reached without signing in."""
FIELD = "f."
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data"
LARGEST_FORM = 1024 * 1024
"""Room for LONGEST_WRITTEN in any script: a browser sends twelve bytes for one character of some."""
LARGEST_UPLOAD = 12 * 1024 * 1024
DRAINED = 4 * LARGEST_UPLOAD
"""What is read and thrown away of something too large, so that a browser waits for the sentence that says so."""
SLOWEST_FORM, SLOWEST_UPLOAD = 40.0, 240.0
"""Seconds: an onion service is slow, and nobody may hold a line for ever."""
LONGEST_FIELD = 8_000
LONGEST_WRITTEN = 60_000
"""More than any form takes: who wrote too much reads so in a sentence, with every word still there."""
MOST_FIELDS = 60
_NONCE, _NAME = re.compile(r"[A-Za-z0-9_-]{16,64}"), re.compile(r"[A-Za-z0-9_.:-]{1,80}")


class Malformed(Exception):
    """Something that none of our own pages would send."""


class TooLarge(Exception):
    """More than is read."""


@dataclass(frozen=True, slots=True, repr=False)
class Sent:
    """The fields of a posted form, and the bytes of its file, if it had one."""

    fields: Mapping[str, str]
    upload: bytes = b""


def kind_of(request: Request) -> str:
    """How the form says that it was written: FORM, PARTS, or something that is not read."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_form(request: Request) -> Sent:
    """A form of words. Raises Malformed, TooLarge, TimeoutError."""
    async with asyncio.timeout(SLOWEST_FORM):
        return Sent(_fields(await _body(request, LARGEST_FORM)))


async def read_parts(request: Request) -> Sent:
    """A form with a file. Raises Malformed, TooLarge, TimeoutError."""
    async with asyncio.timeout(SLOWEST_UPLOAD):
        return await _parts(request, await _body(request, LARGEST_UPLOAD))


def nonce() -> str:
    """The random name of one sending, so that a double click acts once."""
    return secrets.token_urlsafe(16)


def event(way: Way, fields: Mapping[str, str]) -> Opened | Pressed | Submitted:
    """What was pressed, opened or sent. Raises Malformed."""
    action, ref, choice = (fields.get(name, "") for name in ("action", "ref", "choice"))
    if not (_NAME.fullmatch(action) and action.startswith(PLAYS)) or len(ref) > 400 or len(choice) > 200:
        raise Malformed
    id_ = fields.get("nonce", "")
    if not _NONCE.fullmatch(id_):
        raise Malformed
    match fields.get("do"):
        case "open":
            return Opened(f"{PLATFORM}:{id_}", somebody(way), action, ref, choice)
        case "press":
            return Pressed(f"{PLATFORM}:{id_}", somebody(way), action, ref, choice)
        case "submit":
            values = {key[len(FIELD) :]: said for key, said in fields.items() if key.startswith(FIELD) and said.strip()}
            return Submitted(f"{PLATFORM}:{id_}", somebody(way), action, ref, values)
        case _:
            raise Malformed


def somebody(way: Way) -> Account:
    """Nobody in particular: the core counts by account, so each has one of their own, and all of one way in are counted
    together."""
    return Account(PLATFORM, way, secrets.token_hex(16))


def _fields(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=bool(body),
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise Malformed from error
    return _together(pairs)


def _together(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Of two fields with one name the last, but ticked boxes with commas."""
    if any(len(value) > LONGEST_WRITTEN for name, value in pairs if name.startswith(FIELD)):
        raise TooLarge
    if any(len(value) > LONGEST_FIELD for name, value in pairs if not name.startswith(FIELD)):
        raise Malformed
    fields: dict[str, str] = {}
    for name, value in pairs:
        ticked = f"{fields[name]},{value}" if name.startswith(FIELD) and name in fields else value
        fields[name] = ticked.replace("\r\n", "\n")
    return fields


async def _parts(request: Request, body: bytes) -> Sent:
    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(
        request.headers, once(), max_files=1, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD * 4
    )
    parser.spool_max_size = LARGEST_UPLOAD + 1  # else a file of more than 1 MB would be written to the disk
    try:
        form = await parser.parse()
    except (MultiPartException, MultipartParseError, KeyError, UnicodeError) as error:
        raise Malformed from error
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    files = [await each.read() for each in form.values() if isinstance(each, UploadFile)]
    await form.close()
    return Sent(_together(pairs), b"".join(files))


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
