"""Of all the buttons on a page or in a note that ask for something, only the first stands out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.ui import Block, Buttons, Open, Press


def one_primary(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, with no more than one button that stands out."""
    found = False
    for block in blocks:
        first = _primary(block)
        yield _plain(block) if found and first and isinstance(block, Buttons) else block
        found = found or first


def _primary(block: Block) -> bool:
    return isinstance(block, Buttons) and any(
        isinstance(b, Open | Press) and b.look == "primary" for b in block.buttons
    )


def _plain(row: Buttons) -> Buttons:
    return Buttons(tuple(replace(b, look="plain") if isinstance(b, Open | Press) else b for b in row.buttons))
