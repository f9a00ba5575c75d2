"""The handful: which things stand on whose card and in what order, and what the choices come to.

One card of five to seven things, pick up to two. It is robust against people who say yes to everything, needs no
arithmetic, and can be read out. A thing's score is how often it was chosen of the times it was shown.
"""

import random
from collections.abc import Collection, Sequence
from math import sqrt
from typing import Any

from bot.values import dataclass

Z = 1.96
FEWEST = 5
"""So many people must have chosen before anything is counted."""
MANY_THINGS, FEW_PEOPLE = 30, 40
"""With so many things and fewer people than that, a score is only a direction."""


@dataclass(frozen=True, slots=True)
class Picked:
    """One person's card: what stood on it and what they chose, by the things' ids."""

    shown: Sequence[str]
    picked: Sequence[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How a thing did: chosen by so many of those whose card it stood on; `low` to `high` is a 95 % interval of the share."""

    thing: str
    picks: int
    shown: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores, best first; `first` was chosen. `close` are those that cannot be told from it. `drawn`: too few people
    chose for anything to be counted, or the `tied` did equally well, so it was drawn by lot. `indicative`: only a direction."""

    first: str
    scores: Sequence[Score] = ()
    close: Sequence[str] = ()
    tied: Sequence[str] = ()
    drawn: bool = False
    indicative: bool = False


def card(things: Sequence[str], number: int, show: int, seed: str) -> list[str]:
    """The things on one person's card in their order. `number` is the person's own, spread evenly over all numbers.

    Every thing is as likely to stand on a card as any other, and as likely to stand first. The same person always gets
    the same card: else whoever reloads would see other things than the ones they choose from.
    """
    rounds, start = divmod(number, len(things))
    order = random.Random(f"{seed}:{rounds % 1009}").sample(list(things), len(things))  # noqa: S311 - an order, no secret
    return [order[(start + place) % len(order)] for place in range(min(show, len(order)))]


def outcome(things: Sequence[str], cards: Sequence[Picked], lot: random.Random) -> Outcome:
    """What the choices come to. `things` are not empty."""
    if len(cards) < FEWEST:
        return Outcome(lot.choice(list(things)), drawn=len(things) > 1)
    scores = sorted((_score(each, cards) for each in things), key=lambda score: -score.share)
    best = [each.thing for each in scores if each.share == scores[0].share]
    first = lot.choice(best)
    mine = next(each for each in scores if each.thing == first)
    close = [each.thing for each in scores if each.thing != first and each.high >= mine.low and each.picks]
    indicative = len(things) >= MANY_THINGS and len(cards) < FEW_PEOPLE
    tied = best if len(best) > 1 else []
    return Outcome(first, scores, close, tied, drawn=bool(tied), indicative=indicative)


def told(found: Outcome, k: int) -> dict[str, Any]:
    """What is kept of it and may be read: numbers of at least `k` people, and none from which a smaller one could be worked
    out (P5). The order and that nobody chose a thing are told; how close two are only where both have numbers."""
    numbers = {each.thing for each in _counted(found, k)}
    return {
        "first": found.first,
        "drawn": found.drawn,
        "indicative": found.indicative,
        "close": [each for each in found.close if {each, found.first} <= numbers],
        "scores": [_told(each, numbers) for each in _in_order(found, numbers)],
    }


def _in_order(found: Outcome, numbers: Collection[str]) -> list[Score]:
    """The best first. Beside numbers the place of what has none would tell too much: those come last, by their random ids."""
    if not numbers:
        return list(found.scores)
    bare = sorted((each for each in found.scores if each.thing not in numbers), key=lambda each: each.thing)
    return [*(each for each in found.scores if each.thing in numbers), *bare]


def _told(score: Score, numbers: Collection[str]) -> dict[str, Any]:
    """`picks` is None where it is not told."""
    if score.thing in numbers:
        return {"thing": score.thing, "picks": score.picks, "shown": score.shown}
    return {"thing": score.thing, "picks": None if score.picks else 0, "shown": 0}


def _counted(found: Outcome, k: int) -> list[Score]:
    """As in bot/theming: what has no number comes to nothing or to at least `k` together, else the smallest number goes too.
    Without a number of what came first there is none: who came first says much about every other."""
    counted = [each for each in found.scores if _enough(each, k)]
    while counted and 0 < sum(_without(found, counted)) < k:
        counted.remove(min(counted, key=lambda each: each.picks))
    first = next((each for each in counted if each.thing == found.first), None)
    return counted if first and _keeps_silent(found, counted, first) else []


def _enough(score: Score, k: int) -> bool:
    """Also those who did not choose it are many: one number is taken from the other in a second."""
    return min(score.picks, score.shown - score.picks) >= k


def _without(found: Outcome, counted: Sequence[Score]) -> list[int]:
    """How many chose each thing that has no number; that nobody chose a thing is told."""
    return [each.picks for each in found.scores if each.picks and each not in counted]


def _keeps_silent(found: Outcome, counted: Sequence[Score], first: Score) -> bool:
    """Whether the number of what came first leaves the others open: not where one that did equally well has none, nor where
    each of those without can only have been chosen once less."""
    few, numbers = _without(found, counted), {each.thing for each in counted}
    return {*found.tied} <= numbers and (not few or sum(few) < len(few) * (first.picks - 1))


def _score(thing: str, cards: Sequence[Picked]) -> Score:
    """The share is smoothed as if it had stood on two more cards and been chosen on one: few cards, no extremes."""
    shown = [each for each in cards if thing in each.shown]
    picks, n = sum(thing in each.picked for each in shown), len(shown)
    low, high = _interval(picks, n)
    return Score(thing, picks, n, (picks + 1) / (n + 2), low, high)


def _interval(picks: int, shown: int) -> tuple[float, float]:
    """Wilson's, which stays within 0 and 1 (Brown, Cai and DasGupta 2001)."""
    if not shown:
        return 0.0, 1.0
    p, spread = picks / shown, Z * Z / shown
    middle = (p + spread / 2) / (1 + spread)
    half = Z * sqrt(p * (1 - p) / shown + spread / (4 * shown)) / (1 + spread)
    return middle - half, middle + half
