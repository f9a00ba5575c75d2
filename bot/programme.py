"""A template as a value, and the dates of its rounds: wall clock plus zone, right across both clock changes.

A round has an anchor: a wall-clock time without offset, such as `2026-11-05T10:00`. Every moment stands relative to it
in whole days and, where given, at a wall-clock time of its own, so that noon is noon in summer and in winter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Voice = Literal["named", "unlinked"]
Intent = Literal["listen", "advise", "decide-together"]
Spoken = Mapping[str, str]
"""A text of a template in several languages: BCP 47 tag to text; `en` is always there."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
class Ask:
    """A question on a scale from 0 to 10 with an optional comment."""

    id: str
    at: Offset
    until: Offset
    voice: Voice
    subject: Spoken
    prompt: Spoken
    lowest: Spoken
    highest: Spoken


@dataclass(frozen=True, slots=True)
class Answer:
    """The moment SHOW: by then, everybody who was asked has been told what came of it."""

    id: str
    at: Offset


@dataclass(frozen=True, slots=True)
class Template:
    """One practice: whom it asks, how often, what, and by when somebody answers back."""

    name: str
    intent: Intent
    circle: str
    weeks: int
    day: int
    at: time
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
    """The first anchor (wall clock) on the template's weekday and time that is not earlier than this instant."""
    local = not_before.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    day = local.date() + timedelta(days=(template.day - local.weekday()) % 7)
    wall = datetime.combine(day, template.at)
    return wall if wall >= local else wall + timedelta(weeks=1)


def next_round(template: Template, wall: datetime) -> datetime:
    """The anchor after this one. Weeks are counted on the calendar: cron cannot say "every eight weeks"."""
    return wall + timedelta(weeks=template.weeks)


def spoken(text: Spoken, language: str) -> str:
    """A template's text in the reader's language, else in its plain form, else in English."""
    return text.get(language) or text.get(language.partition("-")[0]) or text["en"]
