"""Who was reached: two rates that are easily mistaken for one another, and whether answers come evenly from everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from storage.scores.interval import Fall, Rise
from storage.scores.shares import change_of_share


@dataclass(frozen=True, slots=True)
class ResponseRate:
    """Answers to one sending of questions, out of those that were sent."""

    answers: int
    sends: int

    @property
    def share(self) -> float | None:
        return self.answers / self.sends if self.sends else None


@dataclass(frozen=True, slots=True)
class Participation:
    """People who answered at least once in a time, out of all who were invited in it."""

    people: int
    invited: int

    @property
    def share(self) -> float | None:
        return self.people / self.invited if self.invited else None


@dataclass(frozen=True, slots=True)
class Stratum:
    """A part of those who were invited, as it was when the round opened, and how many of it answered."""

    invited: int
    answered: int

    def __post_init__(self) -> None:
        if not 0 <= self.answered <= self.invited:
            raise ValueError(f"{self.answered} of {self.invited} invited cannot have answered")


@dataclass(frozen=True, slots=True)
class Representativeness:
    """`r` is 1 when every part answers at the same rate. `worst` is how far the mean could be off at most, as a multiple
    of the standard deviation of the score."""

    rate: float
    r: float
    worst: float


@dataclass(frozen=True, slots=True)
class Evenly:
    """No part of those who were invited answers clearly more or less than the rest."""


@dataclass(frozen=True, slots=True)
class Unevenly:
    """Parts that answer clearly more, and parts that answer clearly less, than the rest; each in the order of names."""

    more: tuple[str, ...]
    less: tuple[str, ...]


def representativeness(strata: Iterable[Stratum]) -> Representativeness | None:
    """None if nobody answered. Source: Schouten, Cobben, Bethlehem, Survey Methodology 35 (2009) 101-113."""
    parts = [part for part in strata if part.invited]
    invited, answered = sum(part.invited for part in parts), sum(part.answered for part in parts)
    if not answered:
        return None
    rate = answered / invited
    spread = sqrt(fsum(part.invited * (part.answered / part.invited - rate) ** 2 for part in parts) / invited)
    return Representativeness(rate, 1 - 2 * spread, spread / rate)


def evenness(strata: Mapping[str, Stratum], k: int) -> Evenly | Unevenly:
    """Names a part only if at least k people were invited in it and beside it, and says no figure."""
    invited, answered = (sum(getattr(part, name) for part in strata.values()) for name in ("invited", "answered"))
    more, less = [], []
    for name, part in sorted(strata.items()):
        rest = invited - part.invited
        if min(part.invited, rest) < max(k, 1):
            continue
        change = change_of_share((answered - part.answered, rest), (part.answered, part.invited))
        if isinstance(change, Rise):
            more.append(name)
        elif isinstance(change, Fall):
            less.append(name)
    return Unevenly(tuple(more), tuple(less)) if more or less else Evenly()
