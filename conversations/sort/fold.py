"""Finds comments that say nearly the same, so that one look is enough for all of them. None is altered or merged.

The same words in the same order, but for capitals, accents, signs, and one slip of the pen in a long enough comment. A word
more or less can turn a sentence round ("the rota is not fair"), so nothing looser counts as the same.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import count

from conversations.sort.tokens import bare, folded, words_of

LONG_ENOUGH = 5
"""Words, from which on one of them may be misspelt."""
SLACK = 3
"""So many letters more or less two comments may have that differ by one slip, or by a letter that is two in small ones."""
LONG_WORD = 6
"""Letters, from which on a word can be recognised with a slip in it."""


def folded_groups(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The ids of comments that say nearly the same, in the order of the first of each; every id stands in one group."""
    said = {id_: spelling(text) for id_, text in texts.items()}
    of: dict[tuple[str, ...], tuple[str, ...]] = {}
    for words in dict.fromkeys(said.values()):
        of.setdefault(words, words)
    for words, other in _slips(list(of)):
        of[words] = of[other]
    groups: dict[tuple[str, ...], list[str]] = {}
    for id_, words in said.items():
        groups.setdefault(of[words], []).append(id_)
    return [tuple(group) for group in groups.values()]


def twins(texts: Mapping[str, str], id_: str) -> tuple[str, ...]:
    """The ids of the comments that say nearly the same as this one, itself first. The others are hardly looked at, because
    this is done whenever one is shown."""
    words, begins, long = spelling(texts[id_]), _begins(texts[id_]), _letters(texts[id_])
    near = (other for other, text in texts.items() if other != id_ and abs(_letters(text) - long) <= SLACK)
    found = [other for other in near if _begins(texts[other]) == begins and _alike(words, spelling(texts[other]))]
    return (id_, *found)


def spelling(text: str) -> tuple[str, ...]:
    """What two comments have in common that say the same. Without any word, its signs are what it says."""
    words = tuple(bare(word) for word in words_of(text))
    return words or ("", "".join(unicodedata.normalize("NFC", text).split()))


def _alike(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if words == other:
        return True
    return len(words) == len(other) >= LONG_ENOUGH and _one_slip(words, other)


def _begins(text: str) -> str:
    """The first letter or digit, as plain as can be."""
    return bare(folded(next((letter for letter in text if letter.isalnum()), "")))[:1]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _slips(spellings: Sequence[tuple[str, ...]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Spellings that differ in one slip from an earlier one that is no such slip itself, with that one.

    Two that differ in one place agree in the sum over all the other places: a number for each place and word.
    """
    numbers, seen = dict[str, int](), count(1)
    first: dict[tuple[int, int, int], list[tuple[str, ...]]] = {}
    found = []
    for words in spellings:
        if len(words) < LONG_ENOUGH:
            continue
        each = [_mixed(at, numbers.setdefault(word, next(seen))) for at, word in enumerate(words)]
        keys = [(len(words), at, sum(each) - one) for at, one in enumerate(each)]
        near = (other for key in keys for other in first.get(key, ()) if _one_slip(words, other))
        if (other := next(near, None)) is not None:
            found.append((words, other))
            continue
        for key in keys:
            first.setdefault(key, []).append(words)
    return found


def _mixed(place: int, word: int) -> int:
    return (place + 1) * 1_000_003 * word * word + word * 7919


def _one_slip(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    different = [(one, two) for one, two in zip(words, other, strict=True) if one != two]
    return len(different) == 1 and misspelt(*different[0])


def misspelt(one: str, two: str) -> bool:
    """Whether a long word differs from another in one letter, or two that changed places; not at its beginning, where a
    letter makes another word ("night", "right")."""
    short, long = sorted((one, two), key=len)
    if len(short) < LONG_WORD or len(long) - len(short) > 1 or short[0] != long[0] or any(map(str.isdigit, long)):
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
