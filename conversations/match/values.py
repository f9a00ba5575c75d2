"""What mentoring is made of: a cohort, and two people in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Cohort:
    """One turn of mentoring, as it is now. `circle` is the key of those who may join."""

    id: int
    ref: str
    circle: str
    lead: int | None
    name: str
    direction: str
    months: int
    minutes: int
    consent: str
    opened_on: date
    joins_until: date
    ends_on: date
    stage: str
    counts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, with their names as they are now."""

    id: int
    ref: str
    cohort: int
    mentor: int
    mentee: int
    mentor_name: str
    mentee_name: str
    reasons: Sequence[Sequence[str]]
    state: str
    day: date
