"""The square code of the page holds the words and no address, whatever the conversation made of it."""

import segno

from adapters.second_door.squares import squared
from bot.receipt import Receipt
from bot.ui import Form, Text
from bot.words import Words
from storage.threads import receipts


def test_the_square_holds_the_words_and_no_address() -> None:
    own = receipts.mint()
    words, door = receipts.words(own), "https://hearback.example.org/speak-up"
    shown = Receipt(words, receipts.digits(own), receipts.squares(door, own))
    form = squared(Words(), Form("Keep these words", "Close", (Text("Sent."), shown)))
    [_, drawn, said] = form.blocks
    assert isinstance(drawn, Receipt)
    assert isinstance(said, Text)
    held = segno.make(" ".join(words), error="m", micro=False).matrix
    assert drawn.squares == tuple("".join("#" if each else " " for each in row) for row in held)
    assert drawn.squares != shown.squares
    assert (drawn.words, drawn.digits) == (shown.words, shown.digits)
    assert receipts.read(" ".join(words)) == own
