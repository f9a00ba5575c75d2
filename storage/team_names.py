"""Teams of the directory as somebody looks for them: by their name, or by leading them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.values import dataclass
from storage.circles import LEADING
from storage.happenings import EVERYONE
from storage.people import CircleRow, MembershipRow
from storage.prepared import prepared

MOST_FOUND = 3
_Above = aliased(CircleRow)
_TEAMS = (
    select(CircleRow.id, CircleRow.name, _Above.name.label("above"))
    .outerjoin(_Above, _Above.id == CircleRow.parent_id)
    .where(CircleRow.kind == "team")
    .order_by(CircleRow.name, CircleRow.id)
)


_LEADS = or_(*(MembershipRow.role == each for each in LEADING))
_MINE = select(MembershipRow.circle_id).where(MembershipRow.person_id == bindparam("person"), _LEADS)
_LED = prepared(_TEAMS.where(CircleRow.id.in_(_MINE)))


@dataclass(frozen=True, slots=True)
class Team:
    """A team and the one that it belongs to, whose name is empty at the top of the tree."""

    id: int
    name: str
    above: str


async def called(connection: AsyncConnection, name: str) -> list[Team]:
    """The teams of that name, in whatever letters; behind a comma there may be the name of the team above. Else those in whose
    name it stands. At most MOST_FOUND."""
    whole = name.strip().lower()
    alone, _, above = (part.strip() for part in whole.rpartition(","))
    under = (func.lower(CircleRow.name) == alone) & (func.lower(_Above.name) == above)
    for which in (
        func.lower(CircleRow.name) == whole,
        under,
        func.lower(CircleRow.name).contains(whole, autoescape=True),
    ):
        found = await _found(connection, which) if whole else []
        if found:
            return found
    return []


async def led(connection: AsyncConnection, person: int) -> list[Team]:
    """The teams that this person leads or co-leads, as the directory has it."""
    return _read(await _LED.rows(connection, person=person))


async def _found(connection: AsyncConnection, which: Any) -> list[Team]:
    return _read((await connection.execute(_TEAMS.where(which).limit(MOST_FOUND))).all())


def _read(rows: Sequence[Any]) -> list[Team]:
    return [Team(row.id, row.name, row.above or "") for row in rows]


async def name_of(connection: AsyncConnection, circle: int) -> str | None:
    """What people read of any circle; empty for all staff, None where there is none."""
    row = (await connection.execute(select(CircleRow.kind, CircleRow.name).where(CircleRow.id == circle))).first()
    return None if row is None else "" if row.kind == EVERYONE else row.name
