"""Teams of the directory as somebody looks for them: by their name, or by leading them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.values import dataclass
from storage.circles import CLOSED, LEADING
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
    name it stands. At most MOST_FOUND. Letters are compared here: SQLite knows capitals of ASCII alone."""
    whole = name.strip().casefold()
    if not whole:
        return []
    teams = await every(connection)
    named = [each for each in teams if whole in (each.name.casefold(), f"{each.name}, {each.above}".casefold())]
    return (named or [each for each in teams if whole in each.name.casefold()])[:MOST_FOUND]


async def every(connection: AsyncConnection) -> list[Team]:
    """All of them, by name."""
    return _read((await connection.execute(_TEAMS)).all())


async def led(connection: AsyncConnection, person: int) -> list[Team]:
    """The teams that this person leads or co-leads, as the directory has it."""
    return _read(await _LED.rows(connection, person=person))


def _read(rows: Sequence[Any]) -> list[Team]:
    return [Team(row.id, row.name, row.above or "") for row in rows]


async def name_of(connection: AsyncConnection, circle: int) -> str | None:
    """What people read of any circle; empty for all staff, None where there is none or it was closed."""
    row = (await connection.execute(select(CircleRow.kind, CircleRow.name).where(CircleRow.id == circle))).first()
    return None if row is None or row.kind == CLOSED else "" if row.kind == EVERYONE else row.name
