"""What can be put beside written words: a picture, or a file where the organisation allows it; and who keeps it."""

from typing import Literal, Protocol

from bot.values import dataclass

LARGEST = 163_840
"""Bytes of a picture or a file: what fits into the rows that one message takes."""

EnclosedKind = Literal["picture", "file"]
Kept = Literal["kept", "no such words", "nothing there", "own words", "too long", "full", "shut"]
"""What became of it: `no such words` are none of a receipt's; `nothing there` is the same for every receipt that leads
nowhere; `own words` were in the text; `full`: no more fits; `shut`: nobody can be trusted to read it today."""


@dataclass(frozen=True, slots=True, repr=False)
class Enclosed:
    """A picture that was drawn anew, or a file as it came. `type` is a media type, never what somebody's browser said."""

    kind: EnclosedKind
    type: str
    content: bytes


class Encloses(Protocol):
    """Keeps an enclosure in the thread of whoever typed these words. Nothing here could carry a person."""

    async def __call__(self, typed: str, text: str, enclosed: Enclosed) -> Kept: ...
