"""A practice as a value: what people do together, round by round, each round made of moments out of a closed list.

A question whose answers are counted without names is a `bot.programme.Template`, with ballots and rules of its own. Everything
else that people do together is one of these. Times are as there: a round has an anchor, moments stand relative to it.
"""

from collections.abc import Iterator
from datetime import datetime

from bot.moments import Act, Ask, Close, Meet, Moment, Show, Weigh, begin_of, end_of
from bot.programme import Intent, Offset, Rhythm, instant, next_wall
from bot.question import Spoken
from bot.sentences import ALL_STAFF, EVERYBODY_HERE, EVERYBODY_IN
from bot.values import dataclass
from bot.words import Words


@dataclass(frozen=True, slots=True)
class Practice:
    """One thing that people do together: `title` names it, `about` says in a sentence what it is for.

    Without a SHOW it answers at once, as a thank-you does: nobody has to answer back (P1).
    """

    name: str
    title: Spoken
    about: Spoken
    intent: Intent
    circle: str
    rhythm: Rhythm
    moments: tuple[Moment, ...]

    @property
    def show(self) -> Show | None:
        return next((each for each in self.moments if isinstance(each, Show)), None)

    @property
    def answers_back(self) -> bool:
        return self.show is not None


@dataclass(frozen=True, slots=True)
class Planned:
    """One moment of one round in instants (UTC). `closes` is the end that people are told; for what only comes, None. What
    is promised (SHOW, SORT, COMMIT, UPDATE) is asked for when it opens, and promised by when it closes. A meeting opens
    with its invitation; it is held when it closes."""

    moment: Moment
    opens: datetime
    closes: datetime | None


def whom(words: Words, circle: str, *, hidden: bool = False) -> str:
    """For whom something is, within a sentence: `circle` is a circle's name, empty for all staff. A hidden network is not
    named in what the chat service keeps (P6)."""
    if hidden:
        return words(EVERYBODY_HERE)
    return words(EVERYBODY_IN, circle=circle) if circle else words(ALL_STAFF)


def planned(practice: Practice, wall: datetime, zone: str) -> tuple[Planned, ...]:
    """Every moment of the round with this anchor (wall clock), in the zone of the programme."""
    last = ends(practice, wall, zone)
    return tuple(_planned(practice, each, wall, zone=zone, last=last) for each in practice.moments)


def ends(practice: Practice, wall: datetime, zone: str) -> datetime:
    """When the round is over: at its SHOW, else when its last moment closes."""
    return max(instant(each.after(wall), zone) for each in _ends(practice))


def following(practice: Practice, wall: datetime, zone: str, many: int) -> Iterator[tuple[Planned, ...]]:
    """So many rounds from this anchor on: what a steward sees before anything is sent."""
    at: datetime | None = wall
    for _ in range(many):
        if at is None:
            return
        yield planned(practice, at, zone)
        at = next_wall(practice.rhythm, at)


def _planned(practice: Practice, moment: Moment, wall: datetime, *, zone: str, last: datetime) -> Planned:
    opens, ended = instant(begin_of(moment).after(wall), zone), instant(end_of(moment).after(wall), zone)
    if isinstance(moment, Ask) and moment.until is None:
        return Planned(moment, opens, _closed(practice, wall, zone) or last)
    if isinstance(moment, Show):
        return Planned(moment, min(opens, _over(practice, wall, zone)), opens)
    return Planned(moment, opens, ended if isinstance(moment, Ask | Weigh | Meet | Act) else None)


def _closed(practice: Practice, wall: datetime, zone: str) -> datetime | None:
    """When a CLOSE ends every question that says no day of its own."""
    return next((instant(each.at.after(wall), zone) for each in practice.moments if isinstance(each, Close)), None)


def _over(practice: Practice, wall: datetime, zone: str) -> datetime:
    """When everything has been said that has an end: from then on it can be answered back."""
    others = [end_of(each) for each in practice.moments if not isinstance(each, Show)]
    return max(instant(each.after(wall), zone) for each in others)


def _ends(practice: Practice) -> list[Offset]:
    if practice.show:
        return [practice.show.at]
    return [each.until for each in practice.moments if isinstance(each, Ask | Weigh) and each.until]
