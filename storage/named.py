"""Finds a colleague by the name that somebody wrote, without telling more than that such a person works here."""

import unicodedata
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.conversation import Person
from bot.values import dataclass
from storage.people import CircleRow, MembershipRow, PersonRow


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody with that name, and the teams they belong to."""

    person: Person
    teams: tuple[str, ...]

    def written(self) -> str:
        """The name with its team, as it can be written where several people have one name."""
        return ", ".join((self.person.name, *self.teams[:1]))


async def named(connection: AsyncConnection, written: str) -> list[Namesake]:
    """Everybody who works here and is called that: `Amara Okafor`, or with a team, `Amara Okafor, Ward 7`. Case, width and
    spaces make no difference."""
    wanted = _folded(written)
    if not wanted:
        return []
    name, _, team = wanted.partition(",")
    found = select(PersonRow.id, PersonRow.name, PersonRow.language, PersonRow.zone).where(PersonRow.active)
    people = [Person(*row) for row in (await connection.execute(found)).all()]
    same = [each for each in people if _folded(each.name) in (wanted, name.strip())]
    teams = await _teams(connection, [each.id for each in same])
    namesakes = [Namesake(each, tuple(sorted(teams[each.id]))) for each in same]
    exact = [each for each in namesakes if _folded(each.person.name) == wanted]
    within = [each for each in namesakes if team.strip() in map(_folded, each.teams)]
    return exact or within


async def _teams(connection: AsyncConnection, people: list[int]) -> dict[int, list[str]]:
    found = (
        select(MembershipRow.person_id, CircleRow.name)
        .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
        .where(CircleRow.kind == "team", MembershipRow.person_id.in_(people))
    )
    teams: dict[int, list[str]] = defaultdict(list)
    for row in (await connection.execute(found)).all():
        teams[row.person_id].append(row.name)
    return teams


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
