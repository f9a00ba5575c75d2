"""How much one person gets: one weekly note and at most one other message in any seven days, over all programmes (P4).

Pure rules. Days are those of the person's own calendar, so that a note at ten each Thursday is right in a week in which
the clocks change, and a message that goes out an hour late one week does not push the next one back.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol, TypeVar

from bot.hours import Hours, waking, zone_named
from bot.programme import LAST_CHANCE

WEEK = timedelta(days=7)
Kind = Literal["note", "other"]


@dataclass(frozen=True, slots=True)
class Had:
    """The last day on which somebody got a message of one kind, and why they got it; both empty if never."""

    on: date | None = None
    cause: str = ""

    def free(self, cause: str) -> date | None:
        """The first day on which another may come; None if any day will do. A second try of the same is no other."""
        return None if self.on is None or self.cause == cause else self.on + WEEK


@dataclass(frozen=True, slots=True)
class Wishes:
    """When somebody wants to be written to. Without a day the note comes when there is something to say.

    `only_home`: no notes, no questions, no reminders; whatever is open stands on Home.
    """

    hours: Hours
    note_day: int | None = None
    note_at: time | None = None
    only_home: bool = False


def note_time(wishes: Wishes, earliest: datetime, last: date | None, latest: datetime | None) -> datetime | None:
    """When the next note goes out, seven days after the last or later; None if it never may.

    It comes on the day that was chosen, unless that is later than `latest`, the last chance of a question that it would
    hold: then on the first day that is allowed.
    """
    if wishes.only_home:
        return None
    hours = wishes.hours
    soonest = max(filter(None, (hours.day(earliest), last and last + WEEK, hours.back)))
    chosen = _chosen(wishes, earliest, soonest)
    found = waking(chosen, hours)
    if found is None or latest is None or found <= latest:
        return found
    return waking(max(earliest, _on(soonest, time(), hours)), hours)


def _chosen(wishes: Wishes, earliest: datetime, soonest: date) -> datetime:
    """The chosen day and time, or the time at which there is something to say, on `soonest` or later."""
    hours = wishes.hours
    if wishes.note_day is None:
        begin = wishes.note_at or time()
        return max(earliest, _on(soonest, begin, hours))
    at = wishes.note_at or hours.starts
    found = _on(soonest + timedelta(days=(wishes.note_day - soonest.weekday()) % 7), at, hours)
    return found if found >= earliest else _on(hours.day(found) + WEEK, at, hours)


def _on(day: date, at: time, hours: Hours) -> datetime:
    return datetime.combine(day, at, zone_named(hours.zone)).astimezone(UTC)


def may_go(now: datetime, hours: Hours, had: Had, cause: str) -> datetime | None:
    """Now, if this message may go out now; else the next instant at which to look again; None: never."""
    free = had.free(cause)
    if free and hours.day(now) < free:
        return waking(_on(free, time(), hours), hours)
    return waking(now, hours)


class Closing(Protocol):
    """A question, as far as it matters here: until when it can be answered."""

    @property
    def closes_at(self) -> datetime: ...


Question = TypeVar("Question", bound=Closing)


def this_week(waiting: Sequence[Question], next_note: datetime | None) -> list[Question]:
    """The question that is due soonest, and all that could not wait for the next note; the others wait for it."""
    ordered = sorted(waiting, key=lambda each: each.closes_at)
    pressing = [each for each in ordered[1:] if next_note is None or each.closes_at - LAST_CHANCE <= next_note]
    return [*ordered[:1], *pressing]


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a message to many people would come to: how many get it at once, how many in the note of which day, and how
    many only see it on Home."""

    at_once: int
    in_note: Mapping[date, int]
    on_home: int


def foresee(people: Iterable[tuple[Wishes, Had, Had]], now: datetime) -> Foresight:
    """Tells before it is sent where a message to these people goes: as the one other message that they may get now,
    else in their next note. Each is given with the last note and the last other message that they had."""
    at_once, in_note, on_home = 0, Counter[date](), 0
    for wishes, note, other in people:
        free = other.free("")
        if wishes.only_home:
            on_home += 1
        elif free is None or free <= wishes.hours.day(now):
            at_once += 1
        elif at := note_time(wishes, now, note.on, None):
            in_note[wishes.hours.day(at)] += 1
        else:
            on_home += 1
    return Foresight(at_once, dict(sorted(in_note.items())), on_home)
