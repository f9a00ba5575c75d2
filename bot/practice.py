"""A practice as a value: what people do together, round by round, each round made of moments out of a closed list.

A question whose answers are counted without names is a `bot.programme.Template`, with ballots and rules of its own. Everything
else that people do together is one of these. Times are as there: a round has an anchor, moments stand relative to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.programme import Intent, Offset, Rhythm, instant, next_wall
from bot.question import Spoken
from bot.sentences import ALL_STAFF, EVERYBODY_HERE, EVERYBODY_IN
from bot.words import Words

Kind = Literal["SHARE", "ASK", "WEIGH", "SHOW"]
Voiced = Literal["named", "confidential"]
To = Literal["answerer", "person"]
"""Who gets what is said: whoever answers back, or a colleague whom it thanks."""
NOT_YET = ("MEET", "MATCH", "SORT", "COMMIT", "UPDATE", "CLOSE")
"""Kinds that the model has, and that no practice here can use yet."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is answered in words. Without `until` it can be answered as long as the round is open (P9)."""

    id: str
    at: Offset
    prompt: Spoken
    voice: Voiced
    until: Offset | None = None
    to: To = "answerer"


@dataclass(frozen=True, slots=True)
class Weigh:
    """Choose up to `pick` of the `show` things on one's card, out of what people said to the ASK `among`."""

    id: str
    at: Offset
    until: Offset
    prompt: Spoken
    among: str
    show: int
    pick: int


@dataclass(frozen=True, slots=True)
class Share:
    """Something to know. In its text `{chosen}` is what the WEIGH before it came to, `{answerer}` who answers back."""

    id: str
    at: Offset
    text: Spoken


@dataclass(frozen=True, slots=True)
class Show:
    """The last moment: by then whoever answers back has said what came of it. They are asked when the others are over."""

    id: str
    at: Offset


Moment = Ask | Weigh | Share | Show


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
    """One moment of one round in instants (UTC). `closes` is the end that people are told; for what only comes, None. A SHOW
    is asked for when it opens, and promised by when it closes."""

    moment: Moment
    opens: datetime
    closes: datetime | None


def kind_of(moment: Moment) -> Kind:
    match moment:
        case Ask():
            return "ASK"
        case Weigh():
            return "WEIGH"
        case Share():
            return "SHARE"
        case Show():
            return "SHOW"


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
    opens = instant(moment.at.after(wall), zone)
    match moment:
        case Ask(until=until):
            return Planned(moment, opens, instant(until.after(wall), zone) if until else last)
        case Weigh(until=end):
            return Planned(moment, opens, instant(end.after(wall), zone))
        case Share():
            return Planned(moment, opens, None)
        case Show():
            return Planned(moment, min(opens, _over(practice, wall, zone)), opens)


def _over(practice: Practice, wall: datetime, zone: str) -> datetime:
    """When everything has been said that has an end: from then on it can be answered back."""
    others = [each for each in practice.moments if not isinstance(each, Show)]
    ended = [each.until if isinstance(each, Ask | Weigh) and each.until else each.at for each in others]
    return max(instant(each.after(wall), zone) for each in ended)


def _ends(practice: Practice) -> list[Offset]:
    if practice.show:
        return [practice.show.at]
    return [each.until for each in practice.moments if isinstance(each, Ask | Weigh) and each.until]
