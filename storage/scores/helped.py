"""Did it help? Teams where something was tried, before and after, against teams where nothing was."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb, fsum
from random import Random

from bot.values import dataclass

EXACT_UP_TO = 200_000
DRAWS = 10_000

BeforeAfter = tuple[float, float]
"""A team's mean before and after."""


@dataclass(frozen=True, slots=True)
class Effect:
    """How much more the teams changed where something was tried, and how often chance alone would do at least as much.

    `exact`: every way to choose the teams was tried; else a fixed draw of them was.
    """

    value: float
    p: float
    exact: bool


def difference_in_differences(tried: Sequence[BeforeAfter], untouched: Sequence[BeforeAfter]) -> Effect:
    """The permutation test over teams, on the size of the effect in either direction. Raises ValueError without teams.

    With 3 of 8 teams the smallest possible p is 1/56: few teams cannot prove much.
    """
    if not tried or not untouched:
        raise ValueError("teams of both kinds are needed: with and without the change")
    changes = [after - before for before, after in (*tried, *untouched)]
    size, total = len(tried), fsum(changes)

    def effect(chosen: float) -> float:
        return chosen / size - (total - chosen) / (len(changes) - size)

    observed = effect(fsum(changes[:size]))
    exact = comb(len(changes), size) <= EXACT_UP_TO
    effects = [effect(chosen) for chosen in _choices(changes, size, exact=exact)]
    # Sums of decimals differ in their last digit with the order of adding; that must not make a tie a difference.
    least = abs(observed) - 1e-9 * max(1.0, *map(abs, changes))
    extreme = sum(abs(each) >= least for each in effects)
    # A draw counts what was observed among its choices, or p could be 0.
    p = extreme / len(effects) if exact else (extreme + 1) / (len(effects) + 1)
    return Effect(observed, p, exact)


def smallest_p(tried: int, untouched: int, *, mirrored: bool = True) -> float:
    """The least that the test can say of so many teams, whatever their figures: with few it proves nothing.

    `mirrored`: where both sides are equally many, each choice comes with its mirror image, of the same size.
    """
    return (2 if mirrored and tried == untouched else 1) / comb(tried + untouched, tried)


def _choices(changes: Sequence[float], size: int, *, exact: bool) -> Iterator[float]:
    """The sum of the changes of each choice of teams."""
    if exact:
        yield from map(sum, combinations(changes, size))
        return
    draw = Random(0)  # noqa: S311 - a test of chance that says the same each time it is asked
    for _ in range(DRAWS):
        yield sum(draw.sample(changes, size))
