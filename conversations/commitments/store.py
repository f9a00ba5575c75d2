"""Sees to it that everybody who was promised something hears how it ended."""

from datetime import datetime

from sqlalchemy import or_, select

from storage import notes
from storage.loop import AskedRow, ProgrammeRow, RoundRow
from storage.people import MembershipRow, PersonRow
from storage.work import Work


async def spread(work: Work, round_ref: str, now: datetime) -> None:
    """Whoever was asked in that round, and whoever is in its circle, has a weekly note coming: what is done, or is not now,
    is worth one."""
    asked = select(AskedRow.person_id).join(RoundRow, RoundRow.id == AskedRow.round_id)
    belong = (
        select(MembershipRow.person_id)
        .join(ProgrammeRow, ProgrammeRow.circle_id == MembershipRow.circle_id)
        .join(RoundRow, RoundRow.programme_id == ProgrammeRow.id)
    )
    mine = or_(*(PersonRow.id.in_(each.where(RoundRow.ref == round_ref)) for each in (asked, belong)))
    await notes.plan(work.connection, select(PersonRow.id).where(mine, PersonRow.active), earliest=lambda _zone: now)
