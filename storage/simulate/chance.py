"""Chance that can be repeated: the same numbers for the same place, whatever was drawn elsewhere before."""

from collections.abc import Iterator
from hashlib import blake2b
from statistics import NormalDist
from struct import Struct
from typing import TypeVar

T = TypeVar("T")

_NUMBERS = Struct("<16I")
_WHOLE = 2.0**32
_NORMAL = NormalDist()


def chance(*place: object) -> Iterator[float]:
    """Endless numbers between 0 and 1, both excluded, that belong to this place: a seed, a week, a person and so on."""
    name, block = "|".join(map(str, place)).encode(), 0
    while True:
        digest = blake2b(name, digest_size=_NUMBERS.size, salt=block.to_bytes(8, "little")).digest()
        for number in _NUMBERS.unpack(digest):
            yield (number + 0.5) / _WHOLE
        block += 1


def bell(drawn: float) -> float:
    """The same chance on the bell curve: mean 0, standard deviation 1."""
    return _NORMAL.inv_cdf(drawn)


def pick(drawn: float, of: tuple[T, ...]) -> T:
    """One of several, each as likely."""
    return of[int(drawn * len(of))]
