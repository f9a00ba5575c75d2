"""Cuts a comment into words in any language, so that two spellings of one word can be held side by side."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
"""Letters and digits of any script; what an apostrophe or a hyphen joins stays one word."""


def words_of(text: str) -> list[str]:
    """The words in their order, in small letters. Nothing is cut to a stem: endings differ from language to language."""
    return [folded(word) for word in WORD.findall(unicodedata.normalize("NFC", text))]


def folded(word: str) -> str:
    """In small letters, with one kind of apostrophe and hyphen."""
    return word.casefold().replace("’", "'").replace("‑", "-")


def bare(word: str) -> str:
    """Without accents, as people type in a hurry: `wiecej` for `więcej`, `ty` for `tŷ`."""
    apart = unicodedata.normalize("NFD", word.replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
