"""Shares of people: how sure one is, whether it has changed, and in which order to list small groups."""

from math import sqrt

from storage.scores.interval import Change, Estimate, Z, difference, judged

STRENGTH = 10


def share(chosen: int, answers: int) -> Estimate:
    """The share from 0 to 1 with Wilson's interval. Raises ValueError without answers, or with more chosen than answers."""
    if not 0 <= chosen <= answers or not answers:
        raise ValueError(f"{chosen} of {answers} answers is no share")
    p, extra = chosen / answers, Z * Z / answers
    middle = (p + extra / 2) / (1 + extra)
    half = Z * sqrt(p * (1 - p) / answers + extra / answers / 4) / (1 + extra)
    low = 0.0 if chosen == 0 else middle - half
    high = 1.0 if chosen == answers else middle + half
    return Estimate(p, low, high)


def change_of_share(before: tuple[int, int], after: tuple[int, int]) -> Change:
    """Each round is (chosen, answers); the difference is in shares, from -1 to 1."""
    return judged(difference(share(*before), share(*after)))


def drawn_in(chosen: int, answers: int, parent: float, strength: float = STRENGTH) -> float:
    """The share for ordering a list, drawn towards the share of the group above: a small group needs more to stand out.

    Only for the order. What is shown is the plain share with its interval. `parent` must come from a shown cell.
    """
    if answers + strength <= 0:
        raise ValueError("nothing to order by: no answers and no strength")
    return (chosen + strength * parent) / (answers + strength)
