"""What somebody promised to do, as plain values, and how it is said alike wherever people read it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from bot.finding import named
from bot.question import Spoken
from bot.values import dataclass
from bot.words import Sentence, Words

State = Literal["doing", "done", "dropped"]
Kind = Literal["news", "taken", "left"]
"""What an entry in its history is: news of its owner; somebody took it on; its owner left, and it fell to somebody."""

NEXT = Sentence("promise.next", "Next news by {day}.")
THEN = Sentence("promise.then", "There is news of it then.")
SILENT = Sentence("promise.silent", "No news since {day}.")
DONE = Sentence("promise.done", "Done on {day}.")
DROPPED = Sentence("promise.dropped", "Not now. Why was said on {day}.")
BY = Sentence("promise.by", "By {day}.")
WAS_DUE = Sentence("promise.was_due", "It was to be done by {day}.")
HOLDER = Sentence("promise.holder", "{name}, {role}")
TAKEN = Sentence("promise.taken", "{name} has taken it on.")
LEFT = Sentence("promise.left", "Who had promised it has left. {name} looks after it now.")
MOVED = Sentence("promise.moved", "To be done by {day} now.")
SAID_DONE = Sentence("promise.said_done", "Done.")
SAID_DROPPED = Sentence("promise.said_dropped", "Not now, because:")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))

USUAL = timedelta(weeks=4)
"""By when there is news of a promise, if it is not to be done before and nobody says otherwise."""
QUARTERLY, A_QUARTER = timedelta(days=45), timedelta(days=91)
"""What had its next news so much later, or more, is told of by quarters: then the next is offered a quarter on."""
FURTHEST = timedelta(days=366)
LONGEST = 600
FAR = 200
"""From so many days on, a day is said with its year."""


@dataclass(frozen=True, slots=True)
class Update:
    """One dated entry in the history of a promise. `state` and `due_on` are how it stood from then on; `moved`: its day
    was another one before."""

    at: datetime
    kind: Kind
    text: str
    author: str
    state: State
    due_on: date
    moved: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as people read it. `owner` is who holds the role now, by name; `heard_at` when there last was news of it,
    or when it was made. While it is being done there is always a day on which there is news next (P3). `moves` are the
    subjects of the questions whose answers should get better by it. `mine`: the reader owns it; `answers`: they promised an
    answer in that round. `offered` is whom the owner has asked to take it on, `offered_me` that it is the reader.
    `asked_twice`: its owner is not asked for news any more. `quiet`: it was made to a hidden circle, so no lock screen says
    what it is."""

    ref: str
    round_ref: str
    subject: Spoken
    text: str
    owner: str
    role: str
    objective: str
    made_at: datetime
    due_on: date
    next_on: date
    state: State
    heard_at: datetime
    moves: tuple[Spoken, ...] = ()
    mine: bool = False
    answers: bool = False
    offered: str = ""
    offered_role: str = ""
    offered_me: bool = False
    updates: tuple[Update, ...] = ()
    asked_twice: bool = False
    quiet: bool = False

    def silent(self, today: date) -> bool:
        """Whether news was promised for a day that has passed, and there is none."""
        return self.state == "doing" and today > self.next_on

    def news_due(self, today: date) -> bool:
        """Whether its owner should say today how it stands."""
        return self.state == "doing" and today >= self.next_on


def first_news(due_on: date, today: date) -> date:
    """When there is news next, if nobody says otherwise."""
    return min(due_on, today + USUAL)


def usual_next(promise: Promise, today: date) -> date:
    """When there is news again, if nobody says otherwise: as far on as it was before."""
    rare = promise.next_on - promise.heard_at.date() >= QUARTERLY and promise.next_on != promise.due_on
    return today + (A_QUARTER if rare else USUAL)


def said_day(words: Words, moment: datetime | date, today: date) -> str:
    """`Thursday 5 November`, or with its year where the year could be another one."""
    day = words.today(moment) if isinstance(moment, datetime) else moment
    return words.dated(day) if abs((day - today).days) >= FAR else words.day(day)


def in_full(words: Words, moment: datetime | date, _today: date) -> str:
    """Always with its year: for what is read long afterwards."""
    return words.dated(moment)


SaysDay = Callable[[Words, datetime | date, date], str]


def since(words: Words, promise: Promise, today: date, *, say: SaysDay = said_day) -> str:
    """How it stands, behind the day by which it is to be done: P3 in one sentence."""
    match promise.state:
        case "done":
            return words(DONE, day=say(words, promise.heard_at, today))
        case "dropped":
            return words(DROPPED, day=say(words, promise.heard_at, today))
        case "doing" if promise.silent(today):
            return words(SILENT, day=say(words, promise.heard_at, today))
        case "doing" if promise.next_on == promise.due_on:
            return words(THEN)
        case "doing":
            return words(NEXT, day=say(words, promise.next_on, today))


def stands(words: Words, promise: Promise, today: date, *, say: SaysDay = said_day) -> str:
    """By when it is to be done, and how it stands."""
    if promise.state != "doing":
        return since(words, promise, today, say=say)
    due = words(WAS_DUE if today > promise.due_on else BY, day=say(words, promise.due_on, today))
    return f"{due} {since(words, promise, today, say=say)}"


def holder(words: Words, promise: Promise) -> str:
    """Who sees to it, with their role where it has one."""
    name = named(words, promise.owner)
    return words(HOLDER, name=name, role=promise.role) if promise.role else name


def told(words: Words, update: Update, today: date, *, say: SaysDay = said_day) -> str:
    """One entry of the history in words, without its day and author."""
    if update.kind != "news":
        return words(TAKEN if update.kind == "taken" else LEFT, name=named(words, update.author))
    begins = {"done": (words(SAID_DONE),), "dropped": (words(SAID_DROPPED),), "doing": ()}[update.state]
    moved = (words(MOVED, day=say(words, update.due_on, today)),) if update.moved else ()
    return " ".join((*begins, update.text, *moved))


def in_order(promises: Iterable[Promise], today: date) -> list[Promise]:
    """What nobody has heard of comes first, then what has news next; what is done or dropped last, the newest first."""

    def place(each: Promise) -> tuple[int, float]:
        if each.state != "doing":
            return 2, -each.heard_at.timestamp()
        return (0 if each.silent(today) else 1), float(each.next_on.toordinal())

    return sorted(promises, key=place)


def by_objective(
    promises: Sequence[Promise], objectives: Sequence[str], today: date
) -> list[tuple[str, list[Promise]]]:
    """Open promises under what the organisation wants to reach, in its own order, and last those under none of it."""
    open_ones = [each for each in in_order(promises, today) if each.state == "doing"]
    named_ones = dict.fromkeys((*objectives, *(each.objective for each in open_ones if each.objective), ""))
    found = [(name, [each for each in open_ones if each.objective == name]) for name in named_ones]
    return [(name, those) for name, those in found if those]
