"""What all roles together can read at one moment, and what an attacker makes of the published figures."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.conversation import Conversation
from bot.detail import Detail
from conversations import ALL
from storage.disclosure.attack import Insider, Shown, Surface, Table, determined, small_sets
from storage.disclosure.measures import Class
from storage.loop import CellRow
from storage.rounds import Asking
from storage.snapshot import WHOLE, Teams, teams_of
from tests.attack.walk import Pages, Walk, texts, written
from tests.attack.world import World, copied
from tests.drivers.bare import BareDriver

CLASSES = (Class.GOOD, Class.MIDDLE, Class.POOR)
FIGURE = re.compile(r"\d+ people answered|\d+ of \d+ people|\d%|average")
PEOPLE = re.compile(r"(\d+) people answered")
Reading = Mapping[str, Pages]
"""By role: every page."""


async def read(of: World, conversations: Sequence[Conversation] = ALL) -> Reading:
    """Every role walks through everything, on a copy."""
    driver, found = of.office.driver, {}
    async with copied(of, conversations) as works:
        for role, who in of.roles.items():
            letters = driver.cards(who.account) if isinstance(driver, BareDriver) else []
            found[role] = (await Walk(works, who.account).everything(letters)).pages
    return found


def bytes_of(reading: Reading, without: Iterable[str] = ()) -> dict[str, str]:
    """Every page of every role but these, as it is written."""
    return {
        f"{role}: {path}": page
        for role, pages in reading.items()
        if role not in without
        for path, page in written(pages).items()
    }


def figures(reading: Reading) -> set[str]:
    """Every text on any page that holds a figure about answers."""
    return {text for pages in reading.values() for _, text in texts(pages) if FIGURE.search(text)}


def counted(reading: Reading) -> list[int]:
    """Every number of people who answered that can be read anywhere."""
    return [int(number) for text in figures(reading) for number in PEOPLE.findall(text)]


@dataclass(frozen=True, slots=True)
class Published:
    """The cells of one question over its frozen teams, and what the people of each team had truly answered.

    With `groups`, the people are those of a team who said the same about themselves, and lie in these groups as well.
    """

    teams: Teams
    cells: Mapping[str, tuple[int, int, int]]
    truth: Mapping[str, Counter[Class]]
    groups: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def atoms(self) -> list[str]:
        """Whoever works in the same team is alike in every cell."""
        return [team for team in self.truth if self.truth[team].total()]

    def lies_in(self, atom: str, node: str) -> bool:
        team, _, said = atom.partition("|")
        return node in self.teams.path(team) or node in self.groups.get(said, ())

    def surface(self, seen: Iterable[str] | None = None) -> Surface:
        """What can be added up: all cells, or those of these nodes."""
        nodes = self.cells if seen is None else [node for node in dict.fromkeys(seen) if node in self.cells]
        shown = tuple(
            Shown(frozenset(at for at, atom in enumerate(self.atoms) if self.lies_in(atom, node)), self.cells[node])
            for node in nodes
        )
        return Surface(tuple(self.truth[team].total() for team in self.atoms), shown)


async def published(of: World, scores: Mapping[str, Sequence[int | None]], number: int = 0) -> Published:
    """What the database holds of a closed round, beside what the test knows."""
    asking = await of.asking(number)
    async with of.works.database.begin() as connection:
        rows = (await connection.execute(select(CellRow).where(CellRow.moment_id == asking.urn.id))).all()
        assert all(row.node == WHOLE for row in rows if row.group)
        cells = {row.group or row.node: (row.good, row.middle, row.poor) for row in rows}
        assert len(cells) == len(rows)  # no group hides a team of the same name
        teams = await teams_of(connection, asking.round)
    return Published(teams, cells, truth_of(scores), wider(asking.by) if asking.by else {})


def wider(detail: Detail) -> dict[str, list[str]]:
    """Each group of it with all that it lies in."""
    found: dict[str, list[str]] = {}
    for group in detail.groups:  # a wider one stands before those in it
        found[group.id] = [group.id, *found.get(group.above, ())]
    return found


def truth_of(scores: Mapping[str, Sequence[int | None]]) -> dict[str, Counter[Class]]:
    """How people of each team answered a question from 0 to 10."""
    return {team: Counter(class_of(score) for score in given if score is not None) for team, given in scores.items()}


def class_of(score: int) -> Class:
    return Class.GOOD if score >= 9 else Class.POOR if score <= 6 else Class.MIDDLE


def found_out(of: Published, k: int, seen: Iterable[str] | None = None) -> dict[str, int]:
    """T1 to T6 on these cells: how many people can be counted apart, and of how many a poor answer follows.

    Fails where the attack claims what is not so.
    """
    surface = of.surface(seen)
    small = sum(sum(surface.heads[atom] for atom in atoms) for atoms in small_sets(surface, k))
    poor, proven = frozenset({CLASSES.index(Class.POOR)}), 0
    tables: list[Table] = []
    for atom in determined(surface, poor, seen=tables):
        assert of.truth[of.atoms[atom]][Class.POOR] == surface.heads[atom]
        proven += surface.heads[atom]
    return {
        "counted apart": small,
        "proven": proven,
        "proven by a colleague": _by_colleagues(of, surface, poor, tables),
    }


NOBODY = {"counted apart": 0, "proven": 0, "proven by a colleague": 0}


def _by_colleagues(of: Published, surface: Surface, poor: frozenset[int], tables: list[Table]) -> int:
    most = 0
    for atom, team in enumerate(of.atoms):
        for each in of.truth[team]:
            insider = Insider(atom, CLASSES.index(each))
            try:
                most = max(most, len(determined(surface, poor, insider, seen=tables)))
            except ValueError:
                continue  # their answer was moved by the cap: they see that the figures cannot be true, and no more
    return most


async def stored(of: World) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that was published, without the random ids of comments."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    async with of.works.database.begin() as connection:
        for name in ("release", "cell", "figure"):
            rows = await connection.exec_driver_sql(f"SELECT * FROM {name}")
            found[name] = sorted((tuple(row) for row in rows), key=repr)
        rows = await connection.exec_driver_sql("SELECT question, node, text FROM comment")
        found["comment"] = sorted(tuple(row) for row in rows)
    return found


def asked_in(of: Teams, node: str) -> int:
    """How many people were asked in this node and below it."""
    return sum(number for team, number in of.asked.items() if node in of.path(team))


__all__ = ["NOBODY", "Asking", "asked_in", "bytes_of", "counted", "figures", "found_out", "published", "read", "stored"]
