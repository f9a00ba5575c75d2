"""Programmes whose time has come, and when the round that each would open now opens and closes."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from bot.bank import SUBJECT
from bot.falls import cut
from bot.programme import LAST_CHANCE, Dates, Template, dates, next_round, parse_wall
from bot.values import dataclass, replace
from storage.events.rows import EventRow, GuestsRow
from storage.loop import ProgrammeRow
from storage.prepared import prepared
from storage.programmes import practice, runnable, zones_of
from storage.work import Work

_DUE = (
    select(ProgrammeRow)
    .where(ProgrammeRow.next_at <= bindparam("now"), runnable(bindparam("known", expanding=True)))
    .order_by(ProgrammeRow.next_at)
)
_GUESTS = select(EventRow.id, EventRow.name).join(GuestsRow, GuestsRow.event_id == EventRow.id)
_ANY = prepared(select(ProgrammeRow.id).where(ProgrammeRow.next_at <= bindparam("now")).limit(1))
_NEXT = (
    _DUE.where(ProgrammeRow.id.not_in(bindparam("without", expanding=True))).limit(1).with_for_update(skip_locked=True)
)


@dataclass(frozen=True, slots=True)
class Opening:
    """One programme whose time has come: `wall` is the round's anchor, `after` the next one's, which opens at `later`.
    With an `event` only those are asked who said that they come to it."""

    id: int
    ref: str
    template: Template
    circle: int
    zone: str
    answerer: int
    wall: datetime
    when: Dates
    after: datetime | None
    later: datetime | None
    event: int | None = None

    def in_time(self, now: datetime) -> bool:
        """Whether anybody could still answer it, and the round after it has not begun."""
        return self.when.closes - LAST_CHANCE > now and (self.later is None or self.later > now)


async def next_due(
    work: Work, templates: Mapping[str, Template], now: datetime, without: Collection[int] = ()
) -> Opening | None:
    """The programme that has been due longest, taken so that nobody else opens it; of those in `without` none."""
    if await _ANY.first(work.connection, now=now) is None:  # so it is nearly always
        return None
    told = {"now": now, "known": list(templates), "without": list(without)}
    row = (await work.connection.execute(_NEXT, told)).first()
    return await _opening(work, row, templates) if row else None


async def all_due(work: Work, templates: Mapping[str, Template], now: datetime) -> list[Opening]:
    """Every programme that is due, none of them taken."""
    rows = (await work.connection.execute(_DUE, {"now": now, "known": list(templates)})).all()
    found = [await _opening(work, row, templates) for row in rows]
    return [each for each in found if each]


async def _opening(work: Work, row: Any, templates: Mapping[str, Template]) -> Opening | None:
    wall, template = parse_wall(row.next_wall), practice(row, templates)
    if template is None:
        return None
    zones = await zones_of(work, row.circle_id)
    event = (await work.connection.execute(_GUESTS.where(GuestsRow.programme_id == row.id))).first()
    if event:
        template = about(template, event.name)
    when, after = dates(template, wall, row.zone, zones), next_round(template, wall)
    later = dates(template, after, row.zone, zones).opens if after else None
    taken = (row.id, row.ref, template, row.circle_id, row.zone, row.answerer_id)
    return Opening(*taken, wall=wall, when=when, after=after, later=later, event=event.id if event else None)


def about(template: Template, name: str) -> Template:
    """The same, which says in its subject of which event."""
    subject = {language: cut(f"{said}: {name}", SUBJECT) for language, said in template.ask.subject.items()}
    return replace(template, ask=replace(template.ask, subject=subject))
