"""Pictures and files in a thread, cut into rows that look like all other rows, and put together again.

Every message with an enclosure changes the same number of rows, however large it is: what it does not need, decoys take.
"""

import base64
from collections.abc import Iterator, Mapping
from datetime import date

from bot.enclosures import LARGEST, Enclosed
from storage.threads.frames import Frame, Kind, TooLong

ROWS = 16
"""Rows that a message with an enclosure changes, its words included."""
ROOM_FOR_WORDS = 16
"""Rows that enclosures leave free in a thread, so that it can be talked about, handed on and closed."""
TYPE, SIZE = "type", "bytes"
_PIECE = 11_800  # bytes; as text a quarter more, and still less than a frame holds


def pieces(by: bytes, opens: date, enclosed: Enclosed) -> list[Frame]:
    """One frame a row, to be signed by the Ed25519 key `by`. Raises TooLong."""
    if not 0 < len(enclosed.content) <= LARGEST:
        raise TooLong
    return list(_pieces(by, opens, enclosed))


def together(kind: Kind, text: str, about: Mapping[str, str]) -> Enclosed | None:
    """What was cut into these pieces; None where it is no enclosure, or a piece of it is lost."""
    if kind not in ("picture", "file"):
        return None
    try:
        content = base64.b85decode(text)
    except ValueError:
        return None
    if str(len(content)) != about.get(SIZE):
        return None
    return Enclosed("picture" if kind == "picture" else "file", about.get(TYPE, ""), content)


def _pieces(by: bytes, opens: date, enclosed: Enclosed) -> Iterator[Frame]:
    about = {TYPE: enclosed.type, SIZE: str(len(enclosed.content))}
    for at in range(0, len(enclosed.content), _PIECE):
        text = base64.b85encode(enclosed.content[at : at + _PIECE]).decode()
        more = at + _PIECE < len(enclosed.content)
        yield Frame(by, enclosed.kind, opens, text, more, {} if at else about)
