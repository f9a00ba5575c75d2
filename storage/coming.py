"""What comes next: when each programme that somebody belongs to asks again."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.programme import Template
from bot.values import dataclass
from storage.events.rows import GuestsRow
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.prepared import prepared
from storage.programmes import practice
from storage.rotation import RotationRow


@dataclass(frozen=True, slots=True)
class Coming:
    """When a programme asks next, and what. `new`: it has not asked anything yet. It asks one person of `one_in` each time."""

    programme: int
    template: Template
    next_at: datetime
    answerer: str
    new: bool = False
    one_in: int = 1


_COMING_FOR = prepared(
    select(
        ProgrammeRow.id,
        ProgrammeRow.template,
        ProgrammeRow.spec,
        ProgrammeRow.shown_by,
        ProgrammeRow.next_at,
        PersonRow.name,
        RotationRow.slots,
        exists().where(RoundRow.programme_id == ProgrammeRow.id).label("asked"),
    )
    .outerjoin(RotationRow, RotationRow.programme_id == ProgrammeRow.id)
    .join(MembershipRow, MembershipRow.circle_id == ProgrammeRow.circle_id)
    .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
    .where(MembershipRow.person_id == bindparam("person"), ProgrammeRow.next_at.is_not(None))
    .where(ProgrammeRow.id.not_in(select(GuestsRow.programme_id)))
    .order_by(ProgrammeRow.next_at)
)


async def for_person(connection: AsyncConnection, person: int, templates: Mapping[str, Template]) -> list[Coming]:
    """When each programme that this person belongs to asks next, the nearest first; without those whose file is gone."""
    return [
        Coming(row.id, template, row.next_at, row.name, new=not row.asked, one_in=row.slots or 1)
        for row in await _COMING_FOR.rows(connection, person=person)
        if (template := practice(row, templates))
    ]
