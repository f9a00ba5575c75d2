"""Student's t: how much wider an interval has to be when it rests on few answers."""

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, pi
from statistics import NormalDist

_NEARLY = 1e-12
_STEPS, _TERMS = 60, 25


@lru_cache(maxsize=1024)
def t_quantile(probability: float, freedom: float) -> float:
    """The value that Student's t with this freedom stays below with this probability (0.5 to below 1); inf without any.

    Newton's method from the normal distribution's value: it lies below the one that is sought, and from there the steps
    cannot overshoot, because the curve only flattens. Right to about nine digits.
    """
    if not 0.5 <= probability < 1:
        raise ValueError("the probability lies from 0.5 to below 1")
    if freedom <= 0:
        return inf
    t = NormalDist().inv_cdf(probability)
    for _ in range(_STEPS):
        step = (probability - _below(t, freedom)) / _density(t, freedom)
        t += step
        if abs(step) <= _NEARLY * t:
            break
    return t


def _density(t: float, freedom: float) -> float:
    size = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - log(freedom * pi) / 2
    return exp(size - (freedom + 1) / 2 * log1p(t * t / freedom))


def _below(t: float, freedom: float) -> float:
    """The probability of a value below t, for t >= 0."""
    return 1 - _beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, on the side where its continued fraction is short."""
    if x <= 0 or x >= 1:
        return min(1.0, max(0.0, x))
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d1/(1 + d2/(1 + ...)), from the far end. Source: NIST Digital Library of Mathematical Functions, 8.17.22."""
    value = 1.0
    for m in range(_TERMS, -1, -1):
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        value = 1 + odd / value
        if m:
            value = 1 + m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)) / value
    return value
