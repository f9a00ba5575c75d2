"""The square code of the page holds the words and no address, and the page says so."""

import segno

from adapters.second_door import words as w
from adapters.second_door.squares import squared
from bot.receipt import Receipt
from bot.ui import Form, Text
from bot.words import Words
from storage.threads import receipts


def test_the_square_holds_the_words_and_no_address() -> None:
    own = receipts.mint()
    words = receipts.words(own)
    shown = Receipt(words, receipts.digits(own), receipts.squares(own))
    form = squared(Words(), Form("Keep these words", "Close", (Text("Sent."), shown)))
    assert form.blocks == (Text("Sent."), shown, Text(Words()(w.SQUARES)))
    held = segno.make(" ".join(words), error="m", micro=False).matrix
    assert shown.squares == tuple("".join("#" if each else " " for each in row) for row in held)
    assert receipts.read(" ".join(words)) == own
