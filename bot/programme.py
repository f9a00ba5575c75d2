"""A template as a value, and the dates of its rounds: wall clock plus zone, right across both clock changes.

A round has an anchor: a wall-clock time without offset, such as `2026-11-05T10:00`. Every moment stands relative to it
in whole days and, where given, at a wall-clock time of its own, so that noon is noon in summer and in winter.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.fair_days import Calendar, Turned, next_hour, next_weekday
from bot.question import Question, Spoken
from bot.values import dataclass, replace

Voice = Literal["named", "unlinked"]
Intent = Literal["listen", "advise", "decide-together"]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WORKING_DAYS = range(5)
WALL = "%Y-%m-%dT%H:%M"
LAST_CHANCE = timedelta(hours=24)
REMINDER_AFTER = timedelta(days=4)
NOTICE = timedelta(days=7)
"""A new programme is listed for all staff five working days before it first opens: a week holds exactly five."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days after the anchor, at a wall-clock time of its own or at the anchor's."""

    days: int
    at: time | None = None

    def after(self, anchor: datetime) -> datetime:
        """The wall-clock time meant; `anchor` and the result are naive."""
        moved = anchor + timedelta(days=self.days)
        return moved if self.at is None else datetime.combine(moved.date(), self.at)


@dataclass(frozen=True, slots=True)
class Rotation:
    """Items that take turns, `each` of them a round, in a fixed order, so that every one comes round."""

    items: tuple[Question, ...]
    each: int

    def turn(self, number: int) -> tuple[Question, ...]:
        """The items of the round with this number; the first round is number 0."""
        first = number * self.each
        return tuple(self.items[(first + place) % len(self.items)] for place in range(self.each))


@dataclass(frozen=True, slots=True)
class Ask:
    """One form: its questions, or the items that take turns in it, and perhaps a comment.

    A `census` is put to everybody at once. With `sample` above 1 each person is asked once in so many rounds, where at
    least `sample_from` people are in the circle; where there are fewer, everybody is asked each time. With `teams` such a
    cycle ends with results by team, so what is asked stays the same until everybody had their turn. Results are also
    shown `by` something that people may say about themselves, the id of a `bot.detail.Detail`.
    """

    id: str
    at: Offset
    until: Offset
    voice: Voice
    subject: Spoken
    questions: tuple[Question, ...] = ()
    rotation: Rotation | None = None
    comment: bool = True
    census: bool = False
    sample: int = 1
    sample_from: int = 0
    teams: bool = False
    by: str = ""

    def form(self, number: int) -> tuple[Question, ...]:
        """What is asked in the round with this number, from 0 on. The only question of a form cannot be left out:
        whoever does not want to answer it closes the form."""
        found = self.rotation.turn(number) if self.rotation else self.questions
        return found if len(found) > 1 else tuple(replace(question, required=True) for question in found)

    @property
    def by_team(self) -> bool:
        """Whether results by team come when everybody has had their turn. Results by groups and these together would have
        to be guarded against one another: who chooses groups gets groups."""
        return self.teams and self.sample > 1 and not self.by and self.voice == "unlinked"

    def about(self, questions: tuple[Question, ...]) -> Spoken:
        """What a form with these questions is announced as: a single question by its own subject."""
        return questions[0].subject if len(questions) == 1 else self.subject

    def one_in(self, people: int) -> int:
        """Of how many people in a circle of this size one is asked each time; 1: everybody."""
        return self.sample if people >= self.sample_from else 1


@dataclass(frozen=True, slots=True)
class Answer:
    """The moment SHOW: by then, everybody who was asked has been told what came of it."""

    id: str
    at: Offset


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: every so many weeks, in these months (1 to 12) on the first such day, or with neither of them once.

    `day` is the weekday, Monday is 0; it may be None where something happens once: then on the next working day.
    With `avoid` nothing falls on a day on which offices are closed; what is in `rotate` is another one each round.
    """

    at: time
    day: int | None
    weeks: int = 0
    months: tuple[int, ...] = ()
    avoid: Calendar | None = None
    rotate: tuple[Turned, ...] = ()

    @property
    def once(self) -> bool:
        return not self.weeks and not self.months


@dataclass(frozen=True, slots=True)
class Template:
    """One practice: whom it asks, how often, what, and by when somebody answers back."""

    name: str
    intent: Intent
    circle: str
    rhythm: Rhythm
    ask: Ask
    show: Answer


@dataclass(frozen=True, slots=True)
class Dates:
    """One round in instants: when the question can be answered, when it closes, by when an answer is promised."""

    opens: datetime
    closes: datetime
    answer_by: datetime


def instant(wall: datetime, zone: str) -> datetime:
    """The instant (UTC) of a wall-clock time. In the hour that happens twice: the first. In the one that does not
    exist: as far after the change as it would have been, so 01:30 becomes 02:30."""
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def parse_wall(text: str) -> datetime:
    return datetime.strptime(text, WALL)  # noqa: DTZ007 - a wall clock has no zone, that is its point


def write_wall(wall: datetime) -> str:
    return wall.strftime(WALL)


def dates(template: Template, wall: datetime, zone: str, zones: Sequence[str]) -> Dates:
    """Opens at the earliest local time among `zones`, those of the people asked; closes once, in the programme's zone."""
    return Dates(
        opens=min(instant(template.ask.at.after(wall), each) for each in (*zones, *([] if zones else [zone]))),
        closes=instant(template.ask.until.after(wall), zone),
        answer_by=instant(template.show.at.after(wall), zone),
    )


def first_round(template: Template, not_before: datetime, zone: str) -> datetime:
    """The first anchor (wall clock) on the template's days and at its time that is not earlier than this instant."""
    return first_wall(template.rhythm, not_before, zone)


def first_wall(rhythm: Rhythm, not_before: datetime, zone: str) -> datetime:
    """The same for a rhythm alone."""
    local = not_before.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    wall = datetime.combine(local.date(), rhythm.at)
    while wall < local or not _fits(rhythm, wall):
        wall += timedelta(days=1)
    return wall


def next_round(template: Template, wall: datetime) -> datetime | None:
    """The anchor after this one; None for what happens once."""
    return next_wall(template.rhythm, wall)


def next_wall(rhythm: Rhythm, wall: datetime) -> datetime | None:
    """The same for a rhythm alone. Weeks are counted on the calendar: cron cannot say "every eight weeks"."""
    if rhythm.once:
        return None
    if rhythm.rotate:
        return _in_turn(rhythm, wall)
    if rhythm.weeks:
        return wall + timedelta(weeks=rhythm.weeks)
    wall += timedelta(days=1)
    while not _fits(rhythm, wall):
        wall += timedelta(days=1)
    return wall


def _in_turn(rhythm: Rhythm, wall: datetime) -> datetime:
    """The same where weekday or hour take turns: the one after that of the round before, so that none is left out."""
    day = next_weekday(wall.weekday()) if "weekday" in rhythm.rotate else wall.weekday()
    at = next_hour(wall.time()) if "hour" in rhythm.rotate else wall.time()
    if rhythm.weeks:
        monday = wall.date() - timedelta(days=wall.weekday())
        return datetime.combine(monday + timedelta(weeks=rhythm.weeks, days=day), at)
    first = datetime.combine((wall.replace(day=1) + timedelta(days=31)).date().replace(day=1), at)
    while not _fits(replace(rhythm, day=day), first):
        first += timedelta(days=1)
    return first


def _fits(rhythm: Rhythm, wall: datetime) -> bool:
    """Whether a round may begin on this day: the first such weekday, where months are given."""
    if rhythm.day is None:
        return wall.weekday() in WORKING_DAYS
    return wall.weekday() == rhythm.day and (not rhythm.months or (wall.month in rhythm.months and wall.day <= 7))
