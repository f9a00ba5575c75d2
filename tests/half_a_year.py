"""Half a year of four programmes and forty people, played with the pure rules of bot.attention and a platform that is late.

It does what the engine does: a question plans a note for whoever has none coming; everything is looked at again when it is
about to go out, which may be hours after it was due.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from bot.attention import Had, Kind, Wishes, may_go, note_time, this_week
from bot.hours import Hours, waking
from bot.programme import LAST_CHANCE, REMINDER_AFTER, instant

BEGIN, WEEKS = datetime(2026, 9, 28), 28
ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
SHIFTS = ((7, 12), (10, 16), (17, 21), (20, 6), (1, 4), (22, 23), (0, 0))


@dataclass(frozen=True)
class Programme:
    """Every so many weeks, from this wall-clock time on, open for so many days."""

    name: str
    weeks: int
    first: datetime
    days: int


PROGRAMMES = (
    Programme("pulse", 1, BEGIN + timedelta(days=3, hours=10), 11),
    Programme("census", 13, BEGIN + timedelta(days=0, hours=9), 21),
    Programme("fortnight", 2, BEGIN + timedelta(days=1, hours=14), 11),
    Programme("monthly", 4, BEGIN + timedelta(days=4, hours=8), 14),
)


@dataclass(frozen=True)
class Question:
    """One question, with the instants at which it opens and closes."""

    name: str
    wall: datetime
    opens: datetime
    closes_at: datetime


@dataclass
class Somebody:
    """One person: what they want, had, were asked and got."""

    number: int
    wishes: Wishes
    waiting: list[Question] = field(default_factory=list)
    had: dict[Kind, Had] = field(default_factory=lambda: {"note": Had(), "other": Had()})
    coming: str = ""
    coming_at: datetime | None = None
    asked: dict[Question, datetime] = field(default_factory=dict)
    got: list[tuple[datetime, Kind, Wishes]] = field(default_factory=list)
    changed: list[tuple[datetime, Wishes]] = field(default_factory=list)


@dataclass(order=True)
class Due:
    """Something that is due at an instant."""

    at: datetime
    order: int
    what: str = field(compare=False)
    who: Somebody | None = field(default=None, compare=False)
    about: Question | None = field(default=None, compare=False)


class HalfAYear:
    """`live` plays it all; afterwards every person knows what they got."""

    def __init__(self, seed: int, people: int = 40) -> None:
        self.chance = Random(seed)
        self.people = [Somebody(number, self.anybody(number)) for number in range(people)]
        self.questions: list[Question] = []
        self._heap: list[Due] = []
        self._numbers = count()

    def anybody(self, number: int) -> Wishes:
        """Random wishes; every fourth person has never chosen anything."""
        chance, zone = self.chance, ZONES[number % len(ZONES)]
        if number % 4 == 3:
            return Wishes(Hours(zone))
        begin, end = chance.choice(SHIFTS)
        rota = (BEGIN + timedelta(days=chance.randrange(8))).date() if chance.random() < 0.25 else None
        off = frozenset() if rota else frozenset(chance.sample(range(7), chance.randrange(4)))
        back = (BEGIN + timedelta(days=chance.randrange(20, 150))).date() if chance.random() < 0.15 else None
        hours = Hours(zone, time(begin), time(end), off, rota, back)
        at = time(chance.choice([hour for hour in range(24) if hours.hold(time(hour))]))
        day = chance.randrange(7) if chance.random() < 0.6 else None
        return Wishes(hours, day, at if chance.random() < 0.5 else None, only_home=chance.random() < 0.1)

    def live(self) -> None:
        for question in self._questions():
            self.questions.append(question)
            self._at(question.opens, "opens", about=question)
        for week in range(WEEKS):
            self._at(instant(BEGIN + timedelta(weeks=week, days=2, hours=11), ZONES[0]), "announces")
            self._at(instant(BEGIN + timedelta(weeks=week, days=5, hours=3), ZONES[0]), "changes")
        while self._heap:
            due = heapq.heappop(self._heap)
            match due.what, due.who:
                case "opens", None:
                    for each in self.people:
                        self._asks(each, due)
                case "announces", None:
                    for each in self.people:
                        self._at(due.at, f"announced {due.at}", each)
                case "changes", None:
                    self._changes(self.chance.choice(self.people), due.at)
                case _, who:
                    assert who
                    self._sends(who, due)

    def _questions(self) -> Iterator[Question]:
        for each in PROGRAMMES:
            for number in range(0, WEEKS - 4, each.weeks):
                wall = each.first + timedelta(weeks=number)
                opens = min(instant(wall, zone) for zone in ZONES)
                yield Question(each.name, wall, opens, instant(wall + timedelta(days=each.days, hours=2), ZONES[0]))

    def _at(self, at: datetime, what: str, who: Somebody | None = None, about: Question | None = None) -> None:
        heapq.heappush(self._heap, Due(at, next(self._numbers), what, who, about))

    def _asks(self, who: Somebody, due: Due) -> None:
        question = due.about
        assert question
        who.waiting.append(question)
        own = instant(question.wall, who.wishes.hours.zone)
        self._plan(who, own, question.closes_at - LAST_CHANCE)

    def _plan(self, who: Somebody, earliest: datetime, latest: datetime | None) -> None:
        late = who.coming_at and latest and who.coming_at > latest
        if late or not who.coming:
            self._note(who, note_time(who.wishes, earliest, who.had["note"].on, latest))

    def _note(self, who: Somebody, at: datetime | None) -> None:
        """The one note that is coming; one that was planned before comes no more."""
        who.coming, who.coming_at = f"note {next(self._numbers)}" if at else "", at
        if at:
            self._at(at, who.coming, who)

    def _changes(self, who: Somebody, now: datetime) -> None:
        """Other wishes from now on; the note that is coming moves."""
        who.changed.append((now, who.wishes))
        who.wishes = replace(self.anybody(who.number), only_home=who.wishes.only_home)
        if who.coming:
            self._note(who, note_time(who.wishes, now, who.had["note"].on, None))

    def _sends(self, who: Somebody, due: Due) -> None:
        """What the engine does when it is about to send: it looks again, however late it is."""
        kind: Kind = "note" if due.what.startswith("note") else "other"
        last = due.about.closes_at - LAST_CHANCE if due.about else due.at + timedelta(days=30)
        if due.at >= last or (kind == "note" and who.coming != due.what) or who.wishes.only_home:
            return
        again = may_go(due.at, who.wishes.hours, who.had[kind], due.what)
        if again is None:
            return
        if again > due.at:
            late = timedelta(minutes=self.chance.choice((0, 0, 0, 2, 40, 200)))
            self._at(again + late, due.what, who, due.about)
        elif kind == "other" or self._draws(who, due.at):
            who.had[kind] = Had(who.wishes.hours.day(due.at), due.what)
            who.got.append((due.at, kind, who.wishes))

    def _draws(self, who: Somebody, now: datetime) -> bool:
        who.coming, who.coming_at = "", None
        today = who.wishes.hours.day(now)
        next_note = note_time(who.wishes, now, today, None)
        who.waiting = [each for each in who.waiting if each.closes_at > now]
        mine = this_week(who.waiting, next_note)
        who.waiting = [each for each in who.waiting if each not in mine]
        who.asked.update(dict.fromkeys(mine, now))
        if mine:
            wall = now.astimezone(ZoneInfo(who.wishes.hours.zone)).replace(tzinfo=None) + REMINDER_AFTER
            self._at(instant(wall, who.wishes.hours.zone), f"reminder {mine[0]}", who, mine[0])
        if who.waiting:
            self._note(who, next_note)
        return bool(mine)


def chance_to_be_asked(who: Somebody, question: Question) -> bool:
    """Whether this person could have been asked: not on Home only, no pause, no other wishes meanwhile."""
    hours, last = who.wishes.hours, question.closes_at - LAST_CHANCE
    paused = any(wish.hours.back and wish.hours.back > question.opens.date() for wish in wishes_of(who))
    changed = any(question.opens - timedelta(days=8) <= at <= question.closes_at for at, _ in who.changed)
    return not (who.wishes.only_home or paused or changed) and (waking(question.opens, hours) or last) < last


def wishes_of(who: Somebody) -> list[Wishes]:
    return [who.wishes, *(wish for _, wish in who.changed), *(wish for _, _, wish in who.got)]


def day_of(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def in_utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
