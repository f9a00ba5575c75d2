"""What whoever answers back promised to write in rounds that go on, and has not written by its day."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.values import dataclass
from storage.given import HappeningRow
from storage.happenings import UNDER_WAY
from storage.loop import ProgrammeRow, RoundRow
from storage.people import PersonRow
from storage.prepared import prepared
from storage.series import TOLD

MOST = 3
"""So many of one practice, the oldest first: who reads these knows enough."""
_WORDS = or_(HappeningRow.kind == "UPDATE", HappeningRow.kind == "SHOW")
_PROMISED: Select[Any] = (
    select(
        HappeningRow.kind,
        HappeningRow.spec,
        RoundRow.answer_by,
        ProgrammeRow.ref,
        PersonRow.name,
    )
    .join(RoundRow, RoundRow.id == HappeningRow.round_id)
    .join(ProgrammeRow, ProgrammeRow.id == RoundRow.programme_id)
    .join(PersonRow, PersonRow.id == RoundRow.answerer_id)
    .where(HappeningRow.opened, _WORDS, UNDER_WAY)
    .order_by(HappeningRow.opens_at, HappeningRow.id)
)
_ALL = prepared(_PROMISED)


@dataclass(frozen=True, slots=True)
class Late:
    """`by`: when it was to be there. `ends`: it is what came of the whole round, not news within it."""

    answerer_name: str
    by: datetime
    ends: bool


async def late(connection: AsyncConnection, now: datetime) -> dict[str, list[Late]]:
    """By the ref of the programme; only those in which something is late."""
    found: dict[str, list[Late]] = {}
    for row in await _ALL.rows(connection):
        one = Late(row.name, _by(row), row.kind == "SHOW")
        if now > one.by and TOLD not in row.spec:
            found.setdefault(row.ref, []).append(one)
    return {ref: sorted(each, key=lambda one: one.by)[:MOST] for ref, each in found.items()}


def _by(row: Any) -> datetime:
    """As people were told."""
    return datetime.fromisoformat(row.spec["by"]) if "by" in row.spec else row.answer_by
