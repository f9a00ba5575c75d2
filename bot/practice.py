"""A practice as a value: what people do together, round by round, each round made of moments out of a closed list.

A question whose answers are counted without names is a `bot.programme.Template`, with ballots and rules of its own. Everything
else that people do together is one of these. Times are as there: a round has an anchor, moments stand relative to it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Literal

from bot.fair_days import OFFICE_DAYS, moved
from bot.moments import Act, Ask, Close, Cohort, Commit, Meet, Moment, Show, Sort, Weigh, begin_of, end_of
from bot.programme import Intent, Offset, Rhythm, instant, next_wall
from bot.question import Spoken
from bot.sentences import ALL_STAFF, EVERYBODY_HERE, EVERYBODY_IN
from bot.values import dataclass
from bot.words import Words

START = Offset(0)
Becomes = Literal["listen", "advise", "answered", "yes-or-no", "decide-together"]
"""What becomes of what people say, as they are told: `yes-or-no` is said by whoever answers back, alone; what is only
`answered` decides nothing."""


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

    def becomes(self, ask: Ask) -> Becomes:
        """Of what is said to this question. Whatever the practice is meant for, people decide together only where they choose
        among what they said, and nobody says yes or no to it afterwards."""
        if self.intent != "decide-together":
            return self.intent
        come, led = self.moments[self.moments.index(ask) + 1 :], {ask.id}
        led |= {each.id for each in come if isinstance(each, Sort) and each.of in led}
        led |= (chosen := {each.id for each in come if isinstance(each, Weigh) and each.among in led})
        if any(isinstance(each, Commit) and each.among in {*led, ""} for each in come):
            return "yes-or-no"
        return "decide-together" if chosen else "answered"


@dataclass(frozen=True, slots=True)
class Planned:
    """One moment of one round in instants (UTC). `closes` is the end that people are told; for what only comes, None. What
    is promised (SHOW, SORT, COMMIT, UPDATE) is asked for when it opens, and promised by when it closes. A meeting opens
    with its invitation; it is held when it closes."""

    moment: Moment
    opens: datetime
    closes: datetime | None
    instead: date | None = None
    """The day from which it moved, because offices are closed."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of one round by how many after its anchor they are meant to be."""

    wall: datetime
    zone: str
    dates: Mapping[int, date]

    def __call__(self, offset: Offset) -> datetime:
        return instant(datetime.combine(self.dates[offset.days], offset.at or self.wall.time()), self.zone)

    def instead(self, offset: Offset) -> date | None:
        """The weekday from which it moved; of a weekend nobody has to be told."""
        meant = self.wall.date() + timedelta(days=offset.days)
        return None if self.dates[offset.days] == meant or meant.weekday() >= OFFICE_DAYS else meant


def whom(words: Words, circle: str, *, hidden: bool = False) -> str:
    """For whom something is, within a sentence: `circle` is a circle's name, empty for all staff. A hidden network is not
    named in what the chat service keeps (P6)."""
    if hidden:
        return words(EVERYBODY_HERE)
    return words(EVERYBODY_IN, circle=circle) if circle else words(ALL_STAFF)


def planned(practice: Practice, wall: datetime, zone: str) -> tuple[Planned, ...]:
    """Every moment of the round with this anchor (wall clock), in the zone of the programme."""
    when = _calendar(practice, wall, zone)
    return tuple(_planned(practice, each, when) for each in practice.moments)


def opening(practice: Practice, wall: datetime, zone: str) -> datetime:
    """When the round with this anchor opens: on its day, or on the next on which offices are open."""
    return _calendar(practice, wall, zone)(START)


def ends(practice: Practice, wall: datetime, zone: str) -> datetime:
    """When the round is over: at its SHOW, else when its last moment closes."""
    return _last(practice, _calendar(practice, wall, zone))


def following(practice: Practice, wall: datetime, zone: str, many: int) -> Iterator[tuple[Planned, ...]]:
    """So many rounds from this anchor on: what a steward sees before anything is sent."""
    at: datetime | None = wall
    for _ in range(many):
        if at is None:
            return
        yield planned(practice, at, zone)
        at = next_wall(practice.rhythm, at)


def _calendar(practice: Practice, wall: datetime, zone: str) -> _Days:
    """Where the rhythm keeps off bank holidays, no round opens, nobody meets and nothing is promised by one of them."""
    days = {START.days: True}
    for each in practice.moments:
        for offset in (begin_of(each), end_of(each)):
            days[offset.days] = days.get(offset.days, False) or (offset == end_of(each) and _needs_office(each))
    return _Days(wall, zone, moved(wall.date(), days, practice.rhythm.avoid))


def _needs_office(moment: Moment) -> bool:
    return isinstance(moment, Meet | Act | Show)


def _planned(practice: Practice, moment: Moment, when: _Days) -> Planned:
    opens, ended, instead = when(begin_of(moment)), when(end_of(moment)), _instead(moment, when)
    if isinstance(moment, Ask) and moment.until is None:
        return Planned(moment, opens, _closed(practice, when) or _last(practice, when), instead)
    if isinstance(moment, Show):
        return Planned(moment, min(opens, _over(practice, when)), opens, instead)
    return Planned(moment, opens, ended if isinstance(moment, Ask | Weigh | Meet | Cohort | Act) else None, instead)


def _instead(moment: Moment, when: _Days) -> date | None:
    """From where it moved: what people do comes on a day, what is promised is there by one."""
    return when.instead(end_of(moment) if _needs_office(moment) else begin_of(moment))


def _closed(practice: Practice, when: _Days) -> datetime | None:
    """When a CLOSE ends every question that says no day of its own."""
    return next((when(each.at) for each in practice.moments if isinstance(each, Close)), None)


def _over(practice: Practice, when: _Days) -> datetime:
    """When everything has been said that has an end: from then on it can be answered back."""
    return max(when(end_of(each)) for each in practice.moments if not isinstance(each, Show))


def _last(practice: Practice, when: _Days) -> datetime:
    if practice.show:
        return when(practice.show.at)
    return max(when(each.until) for each in practice.moments if isinstance(each, Ask | Weigh) and each.until)
