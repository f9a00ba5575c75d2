"""The handful: which things stand on whose card and in what order, and what the choices come to.

One card of five to seven things, pick up to two. It is robust against people who say yes to everything, needs no
arithmetic, and can be read out. A thing's score is how often it was chosen of the times it was shown.
"""

import random
from collections.abc import Sequence
from math import sqrt

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
    chose for anything to be counted, or two did equally well, so it was drawn by lot. `indicative`: only a direction."""

    first: str
    scores: Sequence[Score] = ()
    close: Sequence[str] = ()
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
    return Outcome(first, scores, close, drawn=len(best) > 1, indicative=indicative)


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
