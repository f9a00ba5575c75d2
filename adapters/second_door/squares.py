"""What this page says of the QR code: it holds the words alone, for a page that runs nothing could read no address's end.

What stands behind the # of an address is kept by the browser, in its list of visited pages, and this page never sees it. So
the code holds no address: a telephone shows the words, and they are typed or pasted.
"""

from dataclasses import replace

from adapters.second_door import words as w
from bot.receipt import Receipt
from bot.ui import Block, Form, Text
from bot.words import Words


def squared(words: Words, form: Form) -> Form:
    """The form, with a line below the code that says what it holds."""
    blocks: list[Block] = []
    for block in form.blocks:
        blocks += [block, Text(words(w.SQUARES))] if isinstance(block, Receipt) else [block]
    return replace(form, blocks=tuple(blocks))
