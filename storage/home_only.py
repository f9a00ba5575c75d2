"""How many people would read something on Home alone, because it is over before their next weekly note."""

from collections import Counter
from collections.abc import Sequence

from bot.attention import missing
from bot.moments import Ask, Weigh
from bot.practice import Planned
from bot.programme import LAST_CHANCE
from storage import wishes
from storage.programmes import people_of
from storage.work import Work


async def home_only(work: Work, circle: int, rounds: Sequence[Sequence[Planned]]) -> int:
    """At most so many, of the question or choice in these rounds that the fewest get a note about."""
    people = Counter(await wishes.many(work.connection, people_of(circle)))
    asked = [one for each in rounds for one in each if isinstance(one.moment, Ask | Weigh) and one.closes]
    spans = [(one.opens, one.closes - LAST_CHANCE) for one in asked if one.closes]
    return max((missing(people, *span) for span in spans), default=0)
