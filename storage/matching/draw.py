"""A fair draw: whoever went without before comes first, then lot decides, by a seed.

Of one entry it is the SHA-256 of the seed, a colon and the entry, as hexadecimal; the smallest comes first. Who draws makes the
seed by chance at that moment and keeps it nowhere: so nobody can choose it to fit, and nobody can draw again.
"""

import hashlib
from collections.abc import Iterable

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who would like the place: what stands for them on the list, and how often they won or went without before."""

    name: str
    won: int = 0
    without: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everybody in the order of the draw; the first `places` have one, the others follow when somebody gives theirs back."""

    order: tuple[str, ...]
    places: int

    @property
    def winners(self) -> tuple[str, ...]:
        return self.order[: self.places]


def draw(entries: Iterable[Entry], places: int, seed: str) -> Drawn:
    """The same entries and seed always give the same order."""
    every = {entry.name: entry for entry in entries}
    order = sorted(every.values(), key=lambda entry: (entry.won, -entry.without, lot(seed, entry.name)))
    return Drawn(tuple(entry.name for entry in order), max(0, places))


def lot(seed: str, name: str) -> str:
    """What decides among those who won and went without equally often."""
    return hashlib.sha256(f"{seed}:{name}".encode()).hexdigest()
