"""What comes next: when each programme that somebody belongs to asks again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.programme import Template
from bot.template import read
from storage.loop import ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.prepared import prepared
from storage.rotation import RotationRow


@dataclass(frozen=True, slots=True)
class Coming:
    """When a programme asks next. `ref` is the programme's; `own` what it asks, where a steward wrote it; it asks one
    person of `one_in` each time."""

    ref: str
    template: str
    next_at: datetime
    answerer: str
    own: Template | None = None
    programme: int = 0
    one_in: int = 1


_COMING_FOR = prepared(
    select(
        ProgrammeRow.ref,
        ProgrammeRow.template,
        ProgrammeRow.next_at,
        PersonRow.name,
        ProgrammeRow.spec,
        ProgrammeRow.id,
        RotationRow.slots,
    )
    .outerjoin(RotationRow, RotationRow.programme_id == ProgrammeRow.id)
    .join(MembershipRow, MembershipRow.circle_id == ProgrammeRow.circle_id)
    .join(PersonRow, PersonRow.id == ProgrammeRow.answerer_id)
    .where(MembershipRow.person_id == bindparam("person"), ProgrammeRow.next_at.is_not(None))
    .order_by(ProgrammeRow.next_at)
)


async def for_person(connection: AsyncConnection, person: int) -> list[Coming]:
    """When each programme that this person belongs to asks next, the nearest first."""
    rows = await _COMING_FOR.rows(connection, person=person)
    return [
        Coming(
            row.ref, row.template, row.next_at, row.name, read(row.spec) if row.spec else None, row.id, row.slots or 1
        )
        for row in rows
    ]


async def never_asked(connection: AsyncConnection, programme_ref: str) -> bool:
    """Whether a programme has not opened a single round yet."""
    found = select(RoundRow.id).join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    return (await connection.execute(found.where(ProgrammeRow.ref == programme_ref).limit(1))).first() is None
