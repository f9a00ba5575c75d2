"""The moods that a made-up organisation can be in, from steady to silent."""

from collections.abc import Mapping
from enum import StrEnum

from bot.values import dataclass


class MoodName(StrEnum):
    """What can be chosen."""

    steady = "steady"
    rising = "rising"
    falling = "falling"
    divided = "divided"
    shaken = "shaken"
    rough = "rough"
    alike = "alike"
    silent = "silent"


@dataclass(frozen=True, slots=True)
class Mood:
    """How people feel and whether they answer. Feelings are standard deviations of one person's; 0 is about 7 of 10.

    `level` in week 0, `drift` a week; `between` teams and `within` a team is how much they differ; each week stirs a team
    by `stir`. The part `shaken` of the teams falls by two from week 6 on. `responds` is the usual share that answers,
    `skips` that of questions left out, `comments` that of people who add words, `rough` that of words meant to do harm.
    """

    level: float = 0.0
    drift: float = 0.0
    between: float = 0.45
    within: float = 1.0
    stir: float = 0.15
    shaken: float = 0.0
    responds: float = 0.55
    skips: float = 0.02
    comments: float = 0.12
    rough: float = 0.0


SHAKEN_FROM, SHAKEN_BY = 6, 2.0

MOODS: Mapping[MoodName, Mood] = {
    MoodName.steady: Mood(),
    MoodName.rising: Mood(level=-0.6, drift=0.04),
    MoodName.falling: Mood(level=0.4, drift=-0.04),
    MoodName.divided: Mood(between=1.3),
    MoodName.shaken: Mood(shaken=0.2),
    MoodName.rough: Mood(level=-0.8, comments=0.5, rough=0.5),
    MoodName.alike: Mood(between=0, within=0, stir=0, responds=1, skips=0),
    MoodName.silent: Mood(responds=0),
}
