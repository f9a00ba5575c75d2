"""Questions that a steward wrote: each is kept as a programme that asks nobody until it is started."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, insert, select, update

from bot.conversation import Person
from bot.programme import NOTICE, Dates, Template, dates, parse_wall, write_wall
from bot.question import Spoken
from bot.template import read
from bot.values import dataclass
from storage import directory
from storage.loop import ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.programmes import heads, people_of, practice, zones_of
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Draft:
    """A steward's own question. `wall` is when it would be asked, `when` the same in instants; `started`: it is, or was;
    `people`: how many would be asked."""

    programme: int
    template: Template
    wall: datetime
    zone: str
    when: Dates
    answerer: Person
    started: bool
    people: int

    def in_time(self, now: datetime) -> bool:
        """Whether it would still be announced long enough before it is asked (P12): counted in days, not hours."""
        today = now.astimezone(ZoneInfo(self.zone)).date()
        return self.wall.date() >= today + NOTICE


@dataclass(frozen=True, slots=True)
class Own:
    """A question as a steward wrote it: as a template, when it would be asked, who answers back, `by` what else its results
    are shown."""

    spec: Mapping[str, Any]
    wall: datetime
    answerer: int
    zone: str
    by: str = ""


async def keep(work: Work, own: Own) -> str:
    """Keeps what a steward wrote, and returns the ref under which it can be looked at and started."""
    ref = secrets.token_hex(16)
    await work.connection.execute(insert(ProgrammeRow).values(ref=ref, **await _kept(work, own)))
    return ref


async def change(work: Work, ref: str, own: Own) -> bool:
    """Puts what a steward wrote now in the place of what was kept; False where that was thrown away, or started."""
    mine = update(ProgrammeRow).where(ProgrammeRow.ref == ref, *_UNSTARTED)
    return bool((await work.connection.execute(mine.values(**await _kept(work, own)))).rowcount)


async def _kept(work: Work, own: Own) -> dict[str, Any]:
    template = read(own.spec)
    return {
        "template": template.name,
        "circle_id": await directory.circle_id(work.connection, template.circle),
        "zone": own.zone,
        "answerer_id": own.answerer,
        "spec": dict(own.spec),
        "shown_by": own.by,
        "next_wall": write_wall(own.wall),
    }


async def draft_of(work: Work, ref: str) -> Draft | None:
    """The question with this ref, if a steward wrote it."""
    asked = exists().where(RoundRow.programme_id == ProgrammeRow.id)
    found = (
        select(ProgrammeRow, PersonRow.name, PersonRow.language, PersonRow.zone.label("theirs"), asked.label("asked"))
        .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
        .where(ProgrammeRow.ref == ref, ProgrammeRow.spec.is_not(None))
    )
    row = (await work.connection.execute(found)).first()
    if row is None:
        return None
    template, wall = practice(row, {}), parse_wall(row.next_wall)
    if template is None:
        return None
    return Draft(
        programme=row.id,
        template=template,
        wall=wall,
        zone=row.zone,
        when=dates(template, wall, row.zone, await zones_of(work, row.circle_id)),
        answerer=Person(row.answerer_id, row.name, row.language, row.theirs),
        started=row.next_at is not None or row.asked,
        people=await heads(work.connection, people_of(row.circle_id)),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A question that a steward wrote and nobody has been asked."""

    ref: str
    subject: Spoken
    answerer: str


_UNSTARTED = (
    ProgrammeRow.spec.is_not(None),
    ProgrammeRow.next_at.is_(None),
    ~exists().where(RoundRow.programme_id == ProgrammeRow.id),
)


async def kept(work: Work, ref: str = "") -> list[Kept]:
    """The questions that wait to be started, the newest first; or the one with this ref, if it does."""
    found = (
        select(ProgrammeRow.ref, ProgrammeRow.spec, PersonRow.name)
        .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
        .where(*_UNSTARTED)
        .order_by(ProgrammeRow.id.desc())
    )
    rows = await work.connection.execute(found.where(ProgrammeRow.ref == ref) if ref else found)
    return [Kept(row.ref, read(row.spec).ask.subject, row.name) for row in rows]


async def throw_away(work: Work, ref: str) -> bool:
    """Forgets a question that nobody has been asked; False where there is none, or it has been started."""
    gone = delete(ProgrammeRow).where(ProgrammeRow.ref == ref, *_UNSTARTED)
    return bool((await work.connection.execute(gone)).rowcount)


async def start(work: Work, draft: Draft) -> bool:
    """Starts it: it is asked when the draft says. False where it was thrown away, or started, since it was read; the row
    itself decides, so that of two stewards who do this at once one is told."""
    mine = update(ProgrammeRow).where(ProgrammeRow.id == draft.programme, *_UNSTARTED)
    return bool((await work.connection.execute(mine.values(next_at=draft.when.opens))).rowcount)
