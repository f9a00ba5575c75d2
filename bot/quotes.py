"""What people said, under where it stands, and as much of it at a time as every platform has room for."""

from collections.abc import Sequence

from bot.ui import Block, Note, Quote

MOST = 60
BESIDE, PAGE = 4_000, 7_000
"""Characters of them beside a result, and on a page of their own: a dialog in Teams holds 28,000 bytes in all."""
Said = Sequence[tuple[str, str]]
"""Where each stands, or nothing where there is only one place; and the words."""


def quoted(said: Said, begins: int, room: int) -> tuple[tuple[Block, ...], int]:
    """Quotations from this one on, as many as fit into so many characters; and the number of the next, or 0."""
    blocks: list[Block] = []
    place, at = "", begins
    while at < len(said) and at - begins < MOST and (room > 0 or at == begins):
        if said[at][0] != place:
            place = said[at][0]
            blocks.append(Note(place))
        blocks.append(Quote(said[at][1]))
        room -= len(said[at][1])
        at += 1
    return tuple(blocks), at if at < len(said) else 0
