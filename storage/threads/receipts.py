"""Receipts: seven plain words and an eighth that checks them, with which somebody finds their own thread again.

Each word is one of 2,048, so a word is 11 bits and a receipt 77; the eighth adds none. The same secret can be written as
twenty-four digits with four that check them. Any one wrong word, any two words in each other's place, any one wrong digit and
any two neighbouring digits swapped are always noticed; anything else in all but one of 2,048 cases (digits: 9,973).
Nothing here asks the database, so a slip of the pen tells nobody whether a receipt exists.
"""

import difflib
import re
import secrets
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bot.values import dataclass

SECRET_WORDS = 7
IN_ALL = SECRET_WORDS + 1
BITS_A_WORD = 11
BITS = SECRET_WORDS * BITS_A_WORD
"""How many bits of chance a receipt holds: 77. Each guess costs one run of Argon2id besides (keys.py)."""
DIGITS, CHECK_DIGITS = 24, 4  # 2 ** 77 has twenty-four digits

WORDS_FILE = Path(__file__).parent / "words.txt"
TELLING = 4  # no two words begin with the same four letters
TOO_MUCH = 3  # so many words of a receipt in a row are the receipt

_PRIME = 9973  # the largest below ten thousand: it divides no error of one digit and no swap of two
_FIELD = 0b100000000101  # x^11 + x^2 + 1, in which multiplying by x runs through all 2,047 values
_TOKENS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """A number below 2 ** 77. It never shows itself: neither in a log line nor in an error."""

    secret: int


@dataclass(frozen=True, slots=True)
class WrongCount:
    """There are `found` words (or digits) where `wanted` are needed."""

    found: int
    wanted: int


@dataclass(frozen=True, slots=True, repr=False)
class NotAWord:
    """The word at this place, counted from 1, is none of ours; `like` are the ones it resembles, or nothing."""

    place: int
    typed: str
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoesNotAddUp:
    """Every word is one of ours, but they do not belong together: one is wrong, or two have changed places."""


Slip = WrongCount | NotAWord | DoesNotAddUp


def mint() -> Receipt:
    return Receipt(secrets.randbits(BITS))


def words(receipt: Receipt) -> tuple[str, ...]:
    """The eight words, in their order."""
    return tuple(wordlist()[number] for number in _numbers(receipt))


def digits(receipt: Receipt) -> str:
    """The twenty-eight digits, in groups of four."""
    row = f"{receipt.secret:0{DIGITS}}{receipt.secret % _PRIME:0{CHECK_DIGITS}}"
    return " ".join(row[at : at + 4] for at in range(0, len(row), 4))


def squares(receipt: Receipt) -> tuple[str, ...]:
    """The words alone as a QR code, row by row: `#` for dark and a space for light, without the white around it. An address
    would stay in the telephone's history, words and all."""
    import segno  # noqa: PLC0415

    rows = segno.make(" ".join(words(receipt)), error="m", micro=False).matrix
    return tuple("".join("#" if each else " " for each in row) for row in rows)


def read(typed: str) -> Receipt | Slip:
    """What somebody typed, pasted or scanned: words or digits, in any case, with anything between them.

    The first four letters of a word are enough, and what follows them may be wrong.
    """
    tokens = _tokens(typed.rpartition("#")[2])
    letters = [token for token in tokens if not token.isdecimal()]  # "1. table 2. lamp" is how people copy a list
    return _from_words(letters) if letters else _from_digits("".join(tokens))


def says(text: str, receipt: Receipt) -> bool:
    """Whether a text gives its own receipt away: three of its words in a row, or its digits."""
    tokens, own = _tokens(text), words(receipt)
    runs = {own[at : at + TOO_MUCH] for at in range(IN_ALL - TOO_MUCH + 1)}
    found = any(tuple(tokens[at : at + TOO_MUCH]) in runs for at in range(len(tokens)))
    return found or digits(receipt).replace(" ", "")[:DIGITS] in "".join(filter(str.isdecimal, text))


@cache
def wordlist() -> tuple[str, ...]:
    """Our own 2,048 words, in the order of the alphabet."""
    return tuple(WORDS_FILE.read_text(encoding="ascii").split())


@cache
def _places() -> dict[str, int]:
    return {word[:TELLING]: number for number, word in enumerate(wordlist())}


def _tokens(typed: str) -> list[str]:
    return _TOKENS.findall(unicodedata.normalize("NFKC", typed).casefold())


def _from_words(typed: Sequence[str]) -> Receipt | Slip:
    for place, word in enumerate(typed, start=1):
        if word[:TELLING] not in _places():
            return NotAWord(place, word, tuple(difflib.get_close_matches(word, wordlist(), n=2, cutoff=0.7)))
    if len(typed) != IN_ALL:
        return WrongCount(len(typed), IN_ALL)
    *numbers, check = (_places()[word[:TELLING]] for word in typed)
    if _check(numbers) != check:
        return DoesNotAddUp()
    return Receipt(sum(number << BITS_A_WORD * at for at, number in enumerate(reversed(numbers))))


def _from_digits(typed: str) -> Receipt | Slip:
    if len(typed) != DIGITS + CHECK_DIGITS:
        return WrongCount(len(typed), DIGITS + CHECK_DIGITS if typed else IN_ALL)
    secret, check = int(typed[:DIGITS]), int(typed[DIGITS:])
    return Receipt(secret) if secret % _PRIME == check and secret < 1 << BITS else DoesNotAddUp()


def _numbers(receipt: Receipt) -> tuple[int, ...]:
    mask = (1 << BITS_A_WORD) - 1
    numbers = [receipt.secret >> BITS_A_WORD * at & mask for at in reversed(range(SECRET_WORDS))]
    return (*numbers, _check(numbers))


def _check(numbers: Sequence[int]) -> int:
    """The sum of the numbers, each times its own power of x, in the field of 2,048 elements.

    Every place has another weight and every weight has an inverse: hence what the first lines of this file promise.
    """
    total = 0
    for number in numbers:
        total = _times_x(total ^ number)
    return total


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ _FIELD if doubled >> BITS_A_WORD else doubled
