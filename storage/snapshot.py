"""Who is asked in a round, and the tree of their teams, both frozen when it opens: later moves change nothing (A1)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, Subquery, bindparam, func, insert, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.charts import by_name
from bot.values import dataclass
from storage.loop import AskedRow, RoundRow
from storage.people import CircleRow, MembershipRow
from storage.prepared import prepared
from storage.work import Work

WHOLE = ""
"""The key of everybody who was asked, in the tree of every round."""


Tree = Sequence[Sequence[Any]]
"""Teams as a round keeps them: number, key, name, and the number of the one above or nothing."""


@dataclass(frozen=True, slots=True)
class Teams:
    """The frozen tree: each team's key with the one above it, `WHOLE` at the top; their names; and the keys by number.

    `asked` is how many people were asked in each team itself.
    """

    parent: Mapping[str, str | None]
    names: Mapping[str, str]
    keys: Mapping[int, str]
    asked: Mapping[str, int]

    def path(self, key: str) -> list[str]:
        """The team and everything it belongs to, up to everybody who was asked; of an unknown team, everybody."""
        found, at = [], key if key in self.parent else WHOLE
        while at:
            found.append(at)
            at = self.parent[at] or WHOLE
        return [*found, WHOLE]

    def in_order(self, names: Mapping[str, str] | None = None) -> list[str]:
        """Every team, each followed by those that belong to it; those of one part by name, as people expect them. It
        says nothing of answers. `names`: what they are called where they are listed, if not by their own names."""
        named, below = names or self.names, dict[str, list[str]]()
        for key, above in self.parent.items():
            if above is not None:
                below.setdefault(above, []).append(key)
        found, waiting = [], [WHOLE]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += sorted(below.get(at, ()), key=lambda key: (by_name(named[key]), key), reverse=True)
        return found[1:]

    def depth(self, key: str) -> int:
        """How many teams it lies in."""
        return len(self.path(key)) - 2


_TREE = prepared(
    select(CircleRow.id, CircleRow.key, CircleRow.name, CircleRow.parent_id)
    .where(CircleRow.kind == "team")
    .order_by(CircleRow.id)
)
_FROZEN = prepared(
    update(RoundRow)
    .where(RoundRow.id == bindparam("number"))
    .values(teams=bindparam("tree", type_=RoundRow.teams.type))
)


async def freeze(work: Work, people: Select[Any], number: int, *, teams: bool, tree: bool) -> None:
    """Writes down who is asked and, with `teams`, in which team they are and, with `tree`, how the teams belong together. A
    sample is frozen without either where nothing is ever published of its teams, so that no answer has to say where it comes
    from; and without the tree where that comes at the end of a cycle (A13): the cycle has one of its own."""
    who, columns = people.subquery(), ["round_id", "person_id", "team_id"]
    if not teams:
        alone = select(literal(number), who.c.id, null())
        await work.connection.execute(insert(AskedRow).from_select(columns, alone))
        return
    of = team_of()
    rows = select(literal(number), who.c.id, of.c.team).outerjoin(of, of.c.person_id == who.c.id)
    await work.connection.execute(insert(AskedRow).from_select(columns, rows))
    if tree:
        frozen = await tree_now(work)
        await _FROZEN.rows(work.connection, number=number, tree=frozen)


async def tree_now(work: Work) -> Tree:
    """Every team there is: its number, key and name, and the number of the one above it."""
    return [list(row) for row in await _TREE.rows(work.connection)]


def team_of() -> Subquery:
    """The one team of each person who has any: `person_id` and `team`."""
    found = (
        select(MembershipRow.person_id, func.min(CircleRow.id).label("team"))
        .join(CircleRow, CircleRow.id == MembershipRow.circle_id)
        .where(CircleRow.kind == "team")
        .group_by(MembershipRow.person_id)
    )
    return found.subquery()


_THEIR_TREE = prepared(select(RoundRow.teams).where(RoundRow.id == bindparam("round")))
_HEADS = prepared(
    select(AskedRow.team_id, func.count().label("heads"))
    .where(AskedRow.round_id == bindparam("round"))
    .group_by(AskedRow.team_id)
)


async def teams_of(connection: AsyncConnection, number: int) -> Teams:
    """The tree as it was when the round opened, without branches in which nobody was asked."""
    tree = (await _THEIR_TREE.first(connection, round=number)).teams
    return teams_in(tree, {row.team_id: int(row.heads) for row in await _HEADS.rows(connection, round=number)})


def teams_in(tree: Tree, heads: Mapping[int | None, int]) -> Teams:
    """A frozen tree with how many people were asked in each team, without branches in which nobody was."""
    above = {team: parent for team, _, _, parent in tree}
    used: set[int] = set()
    for team in heads:
        at: int | None = team
        while at is not None and at in above and at not in used:
            used.add(at)
            at = above[at]
    keys = {team: key for team, key, _, _ in tree if team in used}
    parent: dict[str, str | None] = {WHOLE: None}
    parent.update((keys[team], keys.get(above[team], WHOLE)) for team in keys)
    asked = {keys.get(team, WHOLE): 0 for team in heads}
    for team, number_of in heads.items():
        asked[keys.get(team, WHOLE)] += number_of
    return Teams(parent, {key: name for team, key, name, _ in tree if team in used}, keys, asked)
