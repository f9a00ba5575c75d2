"""Who works too closely together to mentor one another, and who is meant by a name that somebody wrote."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.values import dataclass
from storage.directory import EVERYONE, STEWARDS
from storage.people import CircleRow, MembershipRow, PersonRow
from storage.prepared import prepared

LEADS = ("lead", "co-lead")
OTHERS = ("everyone", "role", "team")
_LED = prepared(
    select(CircleRow.key, CircleRow.name, CircleRow.kind, MembershipRow.role)
    .join(MembershipRow, MembershipRow.circle_id == CircleRow.id)
    .where(MembershipRow.person_id == bindparam("person"))
    .order_by(CircleRow.name)
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works: their own teams with all that are above them, and the teams that they lead."""

    teams: frozenset[int]
    above: frozenset[int]
    leads: frozenset[int]


NOWHERE = Place(frozenset(), frozenset(), frozenset())


async def places(connection: AsyncConnection, people: Collection[int]) -> Mapping[int, Place]:
    """Where each of these people works."""
    teams = select(CircleRow.id, CircleRow.parent_id).where(CircleRow.kind == "team")
    parents: dict[int, int | None] = {row.id: row.parent_id for row in await connection.execute(teams)}
    own, led = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    belongs = select(MembershipRow.person_id, MembershipRow.circle_id, MembershipRow.role)
    for row in await connection.execute(belongs.where(MembershipRow.circle_id.in_(parents))):
        if row.person_id in people:
            own[row.person_id].add(row.circle_id)
            if row.role in LEADS:
                led[row.person_id].add(row.circle_id)
    return {
        each: Place(frozenset(own[each]), frozenset(_upwards(own[each], parents)), frozenset(led[each]))
        for each in people
    }


def too_close(one: Place, other: Place) -> bool:
    """In one team, or one of them leads a team in or above which the other works."""
    return bool(one.teams & other.teams or one.leads & other.above or other.leads & one.above)


def _upwards(teams: Iterable[int], parents: Mapping[int, int | None]) -> set[int]:
    found: set[int] = set()
    for team in teams:
        here: int | None = team
        while here is not None and here not in found:
            found.add(here)
            here = parents.get(here)
    return found


async def leads_circles(connection: AsyncConnection, person: int) -> list[tuple[str, str]]:
    """Key and name of every network or group that this person leads or co-leads; in a team nobody could be a pair."""
    rows = await _LED.rows(connection, person=person)
    return [(row.key, row.name) for row in rows if row.role in LEADS and row.kind not in OTHERS]


async def leaders(connection: AsyncConnection, circle: str) -> list[int]:
    """Everybody at work who leads or co-leads this circle; for all staff, the stewards."""
    found = (
        select(MembershipRow.person_id)
        .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
        .join(PersonRow, PersonRow.id == MembershipRow.person_id)
        .order_by(MembershipRow.person_id)
        .where(PersonRow.active)
    )
    if circle == EVERYONE:
        return list((await connection.execute(found.where(CircleRow.key == STEWARDS))).scalars())
    led = found.where(CircleRow.key == circle, MembershipRow.role.in_(LEADS))
    return list((await connection.execute(led)).scalars())


async def called(connection: AsyncConnection, name: str) -> list[int]:
    """Everybody at work with this name, whatever its capitals: none, one, or several."""
    found = select(PersonRow.id).where(func.lower(PersonRow.name) == name.lower(), PersonRow.active)
    return list((await connection.execute(found)).scalars())


async def in_team(connection: AsyncConnection, people: Collection[int], team: str) -> list[int]:
    """Those of them who belong to a team of this name."""
    found = (
        select(MembershipRow.person_id)
        .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
        .where(func.lower(CircleRow.name) == team.lower(), MembershipRow.person_id.in_(people))
    )
    return list((await connection.execute(found)).scalars())


async def circle_key(connection: AsyncConnection, circle: int) -> str:
    """What a cohort knows a circle by, of which a practice knows the number."""
    return str(await connection.scalar(select(CircleRow.key).where(CircleRow.id == circle)))
