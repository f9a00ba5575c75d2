"""Reads how often a round of a practice comes, and which days it keeps off; says in a sentence what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from bot.fair_days import OFFICE_DAYS, Avoided, Calendar, Turned
from bot.moments import Moment, end_of
from bot.programme import Rhythm
from bot.reading import Mistake, Path, Word, listed, one_of
from bot.template import read_rhythm

RHYTHM: Path = ("rhythm",)
AVOID, ROTATE = "avoid", "rotate"
FEW = 7
"""Days. Where the weekday takes turns, one round comes so many days sooner than the rhythm says, weekends and all."""


def read_practice_rhythm(source: Any, calendar: Calendar | None) -> Rhythm:
    """`calendar` knows the bank holidays of the nation that the organisation is in."""
    rhythm = read_rhythm(source, (AVOID, ROTATE))
    avoid = _each(source, AVOID, get_args(Avoided))
    rotate = _each(source, ROTATE, get_args(Turned))
    if avoid and (rhythm.day or 0) >= OFFICE_DAYS:
        raise Mistake((*RHYTHM, "day"), "On this day offices are closed each week.", "Use one from monday to friday.")
    if rotate and rhythm.once:
        raise Mistake((*RHYTHM, ROTATE), "What happens once takes no turns.", "Leave rotate out, or give weeks.")
    if "weekday" in rotate and not avoid:
        remedy = "Add avoid: [bank-holidays]."
        raise Mistake((*RHYTHM, ROTATE), "With another weekday, something would be due on a weekend.", remedy)
    return replace(rhythm, avoid=calendar if avoid else None, rotate=rotate)


def leaves_room(rhythm: Rhythm, moments: Sequence[Moment]) -> None:
    """A round that takes turns is over before the next one, which may be some days sooner."""
    if "weekday" not in rhythm.rotate:
        return
    between = rhythm.weeks * 7 or (12 // len(rhythm.months)) * 28
    for number, each in enumerate(moments):
        if end_of(each).days > between - FEW:
            sentence = "The next round may come before this, because the weekday takes turns."
            raise Mistake(("moments", number), sentence, f"End by +{between - FEW}d, or leave more weeks between.")


def _each(source: Mapping[str, Any], key: str, allowed: tuple[Word, ...]) -> tuple[Word, ...]:
    path: Path = (*RHYTHM, key)
    if key not in source:
        return ()
    found = tuple(one_of(each, allowed, (*path, n)) for n, each in enumerate(listed(source[key], path, len(allowed))))
    if len(set(found)) < len(found):
        raise Mistake(path, "The same stands here twice.", "Keep one of them.")
    return found
