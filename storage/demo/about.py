"""What the made-up people said about themselves: everybody in the quiet half their age, and every third of the others."""

from collections.abc import Iterable
from random import Random

from bot.detail import Detail
from storage import details
from storage.work import Work

SEED = "hearback"
ASKED_FOR = ("age-band", "staff-group")
"""What the made-up organisation asks for, where nothing else is set."""
SHOWN_BY = "age-band"
FEELING = {"under-30": -0.08, "from-30": -0.05, "to-59": 0.05, "from-60": 0.08}
"""So much better than others people of this age find things, as a part of the scale."""


async def say(work: Work, people: Iterable[int], asked: Iterable[Detail], *, every: int = 1) -> None:
    """One of so many of these people says how old they are, where that is asked for: always the same of the same person."""
    for detail in asked:
        if detail.id == SHOWN_BY:
            for person in list(people)[::every]:
                draw = Random(f"{SEED}|{person}|{detail.id}")  # noqa: S311  a story is told here, not a secret
                await details.keep(work, person, {detail.id: draw.choice(detail.answers).id})
