"""How much one person gets: one weekly note and at most one other message in any seven days, over all programmes (P4).

Pure rules. Days are those of the person's own calendar, so that a note at ten each Thursday is right in a week in which
the clocks change, and a message that goes out an hour late one week does not push the next one back.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol, TypeVar

from bot.hours import Hours, waking, zone_named
from bot.programme import LAST_CHANCE
from bot.values import dataclass

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

    It comes on the day that was chosen, or on the next that is allowed where that one is free. If that is more than a
    week late, or later than `latest`, the last chance of a question that it would hold, then on the first allowed day.
    """
    if wishes.only_home:
        return None
    hours = wishes.hours
    soonest = max(filter(None, (hours.day(earliest), last and last + WEEK, hours.back)))
    first = max(earliest, _on(soonest, wishes.note_at or time(), hours))
    if wishes.note_day is None:
        found = waking(first, hours)
    else:
        found = _on_chosen_day(wishes, wishes.note_day, max(earliest, _on(soonest, time(), hours)))
    too_late = found is None or (latest and found > latest) or hours.day(found) > soonest + WEEK
    return waking(max(earliest, _on(soonest, time(), hours)), hours) if too_late else found


def _on_chosen_day(wishes: Wishes, note_day: int, first: datetime) -> datetime | None:
    """The note of the chosen day, or of the day to which a day off moves it, that is not before `first`."""
    hours = wishes.hours
    day = hours.day(first) - WEEK
    day += timedelta(days=(note_day - day.weekday()) % 7)
    for week in range(3):
        at = waking(_on(day + week * WEEK, wishes.note_at or hours.starts, hours), hours)
        if at and at >= first:
            return at
    return None


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
    """Where a question to many people goes: how many get it on the day on which it opens, how many in the note of which
    later day, and how many only see it on Home."""

    at_once: int
    in_note: Mapping[date, int]
    on_home: int


def foresee_question(people: Iterable[tuple[Wishes, Had]], opens: datetime, latest: datetime) -> Foresight:
    """Tells before it is sent how many get a question when: it rides in the weekly note, which must come by `latest`. Each
    is given with the last note that they had."""
    at_once, in_note, on_home = 0, Counter[date](), 0
    for wishes, note in people:
        at = note_time(wishes, opens, note.on, latest)
        if at is None or at > latest:
            on_home += 1
        elif wishes.hours.day(at) == wishes.hours.day(opens):
            at_once += 1
        else:
            in_note[wishes.hours.day(at)] += 1
    return Foresight(at_once, dict(sorted(in_note.items())), on_home)


def missing(people: Mapping[tuple[Wishes, Had], int], opens: datetime, latest: datetime) -> int:
    """How many at most get no note between the two. Each kind of wishes is given with how many people have it; it is looked
    at as if everybody who has notes had one each week until then, which leaves the next one latest."""
    return sum(many for (wishes, had), many in people.items() if _missed(wishes, had, opens, latest))


def _missed(wishes: Wishes, had: Had, opens: datetime, latest: datetime) -> bool:
    last, day = had.on, wishes.hours.day(opens)
    if last and last < day:
        last += WEEK * ((day - last).days // 7)
    at = note_time(wishes, opens, last, latest)
    return at is None or at > latest
