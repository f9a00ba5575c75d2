"""The closed list of what can happen in a round of a practice: what people meet, and what the one who answers back does.

Times stand relative to the round's anchor. Source: the six moments and four acts of the model (docs/practices.md).
"""

from typing import Literal

from bot.programme import Offset
from bot.question import Spoken
from bot.values import dataclass

Kind = Literal["SHARE", "ASK", "MEET", "MATCH", "WEIGH", "SHOW", "SORT", "COMMIT", "UPDATE", "CLOSE"]
Voiced = Literal["named", "confidential"]
Direction = Literal["ordinary", "reverse"]
To = Literal["answerer", "person"]
"""Who gets what is said: whoever answers back, or a colleague whom it thanks."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that is answered in words. Without `until` it can be answered as long as the round is open (P9).

    `approve`: whoever answers back may tidy the words, and nobody else reads them before their author has said yes.
    `quotes`: above it stands what was written for the UPDATE of that id; until it is written, nobody is asked.
    """

    id: str
    at: Offset
    prompt: Spoken
    voice: Voiced
    until: Offset | None = None
    to: To = "answerer"
    approve: bool = False
    quotes: str = ""


@dataclass(frozen=True, slots=True)
class Weigh:
    """Choose up to `pick` of the `show` things on one's card, out of what people said to the ASK `among`, or out of the
    themes of the SORT `among`."""

    id: str
    at: Offset
    until: Offset
    prompt: Spoken
    among: str
    show: int
    pick: int


@dataclass(frozen=True, slots=True)
class Share:
    """Something to know. In its text `{chosen}` is what the WEIGH before it came to, `{answerer}` who answers back.

    `alone`: a question that each person asks themselves, and of which nothing is kept. `speak_up`: with the way to a
    guardian under it.
    """

    id: str
    at: Offset
    text: Spoken
    alone: bool = False
    speak_up: bool = False


@dataclass(frozen=True, slots=True)
class Meet:
    """A meeting of everybody in the circle who wants to come, at `at`, of so many `minutes`. Invitations go out at
    `invite`; who answers back is its host and says where. `quotes` is as with an ASK: until then nobody is invited."""

    id: str
    at: Offset
    invite: Offset
    minutes: int
    about: Spoken
    quotes: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Brings those together who said something to the ASK `among`: in groups of `size`, or `draw` of them by lot, where
    those who were not drawn before come first. Exactly one of the two is above 0."""

    id: str
    at: Offset
    among: str
    size: int
    draw: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """Opens mentoring for the circle: people join until `until` with what they hope for and whom they would rather not meet;
    whoever answers back looks at the pairs, and both people of each say yes. Six meetings of `minutes` in so many `months`.
    """

    id: str
    at: Offset
    until: Offset
    direction: Direction
    months: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Sort:
    """Who answers back puts what people said to the ASK `of` into themes, by `until`."""

    id: str
    at: Offset
    until: Offset
    of: str


@dataclass(frozen=True, slots=True)
class Commit:
    """Who answers back says to each thing of `among` whether they promise it, by `until`; without `among` they promise
    something of their own."""

    id: str
    at: Offset
    until: Offset
    among: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """Who answers back writes something for everybody, by `until`: `prompt` says to them what. With a `series` it is a
    number, which is kept with those of the rounds before under that key."""

    id: str
    at: Offset
    until: Offset
    prompt: Spoken
    series: str = ""


@dataclass(frozen=True, slots=True)
class Close:
    """From then on nobody is asked anything; what was said is sorted and answered."""

    id: str
    at: Offset


@dataclass(frozen=True, slots=True)
class Show:
    """The last moment: by then whoever answers back has said what came of it. They are asked when the others are over. With
    a `series` the run chart of its numbers stands beside that."""

    id: str
    at: Offset
    series: str = ""


Act = Sort | Commit | Update
"""What whoever answers back does by a day of which people are told."""
Moment = Ask | Weigh | Share | Meet | Match | Cohort | Act | Close | Show
_KINDS: dict[type, Kind] = {
    Ask: "ASK",
    Weigh: "WEIGH",
    Share: "SHARE",
    Meet: "MEET",
    Match: "MATCH",
    Cohort: "MATCH",
    Sort: "SORT",
    Commit: "COMMIT",
    Update: "UPDATE",
    Close: "CLOSE",
    Show: "SHOW",
}


def kind_of(moment: Moment) -> Kind:
    return _KINDS[type(moment)]


def end_of(moment: Moment) -> Offset:
    """When it is over; what has no end of its own is over when it comes."""
    match moment:
        case Ask(until=until):
            return until or moment.at
        case Weigh(until=until) | Cohort(until=until) | Sort(until=until) | Commit(until=until) | Update(until=until):
            return until
        case _:
            return moment.at


def begin_of(moment: Moment) -> Offset:
    """When it first reaches somebody: a meeting by its invitation."""
    return moment.invite if isinstance(moment, Meet) else moment.at
