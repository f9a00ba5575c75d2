"""What a series of numbers says: its median, and whether the newest of them have moved away from it or keep going one way.

The rules are those of run charts in improvement work: six in a row on one side of the median (what lies on it does not count)
are a shift, five in a row that rise or fall (the same twice does not count) a trend. Source: Perla, Provost and Murray, BMJ
Quality & Safety 2011; 20: 46-51.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Literal

ENOUGH, SHIFT, TREND = 10, 6, 5
LARGEST, LONGEST = 1e9, 15
_NUMBER = re.compile(r"-?\d{1,10}([.,]\d{1,3})?")
Move = Literal["few", "above", "below", "rising", "falling", "none"]


def number_in(text: str) -> float | None:
    """What somebody wrote, as a number; None where it is none, or too large to be meant."""
    said = text.strip().replace(" ", "")
    if not _NUMBER.fullmatch(said):
        return None
    found = float(said.replace(",", "."))
    return found if abs(found) <= LARGEST else None


def decimals(values: Sequence[float]) -> int:
    """With how many decimals these are written, so that none loses what somebody wrote."""
    return max((len(f"{each:.3f}".rstrip("0").partition(".")[2]) for each in values), default=0)


def moves(values: Sequence[float]) -> tuple[Move, int]:
    """What the newest of them do, and how many of them."""
    if len(values) < ENOUGH:
        return "few", len(values)
    middle = median(values)
    sides = [each > middle for each in values if each != middle]
    side = _last(sides)
    if side >= SHIFT:
        return ("above" if sides[-1] else "below"), side
    steps = [two > one for one, two in pairwise(values) if one != two]
    way = _last(steps)
    if way >= TREND - 1:
        return ("rising" if steps[-1] else "falling"), way + 1
    return "none", 0


def _last(said: Sequence[bool]) -> int:
    """How many at the end are the same."""
    number = 0
    for each in reversed(said):
        if each != said[-1]:
            break
        number += 1
    return number
