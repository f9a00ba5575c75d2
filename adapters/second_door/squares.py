"""The QR code of this page: the words alone, for a page that runs nothing could not read them behind an address.

What stands behind the # of an address is kept by the browser, in its list of visited pages, and this page never sees it. So
the code holds no address: a telephone shows the words, and they are typed or pasted.
"""

from dataclasses import replace

import segno

from adapters.second_door import words as w
from bot.receipt import Receipt
from bot.ui import Block, Form, Text
from bot.words import Words


def squared(words: Words, form: Form) -> Form:
    """The form with the words' own code, and below it what it holds."""
    blocks: list[Block] = []
    for block in form.blocks:
        blocks += [_own(block), Text(words(w.SQUARES))] if isinstance(block, Receipt) else [block]
    return replace(form, blocks=tuple(blocks))


def _own(receipt: Receipt) -> Receipt:
    rows = segno.make(" ".join(receipt.words), error="m", micro=False).matrix
    return replace(receipt, squares=tuple("".join("#" if each else " " for each in row) for row in rows))
