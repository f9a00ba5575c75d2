"""Sees to it that everybody who was promised something hears how it ended."""

from datetime import datetime

from sqlalchemy import select

from storage import notes
from storage.loop import AskedRow, RoundRow
from storage.work import Work


async def spread(work: Work, round_ref: str, now: datetime) -> None:
    """Whoever was asked in that round has a weekly note coming: what is done, or is not now, is worth one."""
    asked = select(AskedRow.person_id.label("id")).join(RoundRow, RoundRow.id == AskedRow.round_id)
    await notes.plan(work.connection, asked.where(RoundRow.ref == round_ref), earliest=lambda _zone: now)
