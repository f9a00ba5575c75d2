"""How many people each team has, with the teams below it: read by the clock for everybody, and never because somebody asks."""

from collections import Counter, defaultdict

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.people import CircleRow, MembershipRow, PersonRow

_TEAMS = select(CircleRow.id, CircleRow.name, CircleRow.parent_id).where(CircleRow.kind == "team")
_IN_EACH = (
    select(MembershipRow.circle_id, func.count().label("heads"))
    .join(PersonRow, PersonRow.id == MembershipRow.person_id)
    .where(PersonRow.active)
    .group_by(MembershipRow.circle_id)
)


async def heads(connection: AsyncConnection) -> dict[str, int]:
    """People by team. Two teams with one name cannot be told apart, and are left out."""
    teams = {row.id: row for row in await connection.execute(_TEAMS)}
    own = {row.circle_id: row.heads for row in await connection.execute(_IN_EACH)}
    below: dict[int, set[int]] = defaultdict(set)
    for team in teams:
        above, way = team, {team}
        below[team].add(team)
        while (above := teams[above].parent_id) in teams and above not in way:
            below[above].add(team)
            way.add(above)
    named = Counter(row.name for row in teams.values())
    counted = {row.name: sum(own.get(each, 0) for each in below[row.id]) for row in teams.values()}
    return {name: number for name, number in counted.items() if named[name] == 1}
