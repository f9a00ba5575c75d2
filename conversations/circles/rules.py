"""What a network may be called and be for: plain words that look the same to everybody, and no name twice."""

import unicodedata
from collections.abc import Iterable

from bot.words import Sentence
from conversations.circles import words as w

NAME, PURPOSE, HAND_OVER = 60, 200, 2500
MOST = 28
"""Networks, so that a text, its button and a line for each fit into a form."""
SIGNS = " +&/-'’,.()"


def read_line(written: str) -> str:
    """What somebody wrote in a field of one line, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", written).split(" ")).strip()


def wrong_name(name: str, there: Iterable[str]) -> tuple[Sentence, str] | None:
    """What is wrong with a name, and the one that it doubles; None where it can be used."""
    if not name:
        return w.NEEDED, ""
    if not all(_plain(letter) for letter in name) or sum(letter.isalpha() for letter in name) < 2:
        return w.NAME_SIGNS, ""
    double = next((each for each in there if folded(each) == folded(name)), None)
    return (w.DOUBLE, double) if double else None


def wrong_line(text: str) -> Sentence | None:
    """What is wrong with a purpose; None where it can be used."""
    if not text:
        return w.NEEDED
    return None if text.isprintable() else w.ONE_LINE


def folded(name: str) -> str:
    """A name without what people do not see or do not say: case, width, spaces, signs and accents of the same letters."""
    wide = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in wide if letter.isalnum())


def _plain(letter: str) -> bool:
    return letter in SIGNS or unicodedata.category(letter)[0] in "LMN"
