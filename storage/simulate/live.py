"""Made-up people in a real database: they are hired in bulk, and answer what is put to them by the simulator's own rules.

They have no accounts, so nothing is ever sent to them. Rounds open, close and are published as everywhere else.
"""

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import insert, select

from bot import question as asked
from storage import ballots, directory, rounds
from storage.ballots import Ballot
from storage.db import Database
from storage.loop import AskedRow, MomentRow
from storage.people import MembershipRow, PersonRow
from storage.rounds import Asking
from storage.secrets import Secrets
from storage.simulate.moods import MoodName
from storage.simulate.organisation import Organisation
from storage.simulate.sheets import Given, Question, Sheet, answers
from storage.work import Work

KEY = "made-up-{unit}"
IN_BULK = 500


class Crowd:
    """The people of one made-up organisation in this database. `numbers` are theirs there, in the order of the simulator's."""

    def __init__(self, database: Database, secrets: Secrets, of: Organisation, *, mood: MoodName, seed: int) -> None:
        self._database, self._secrets = database, secrets
        self._of, self._mood, self._seed = of, mood, seed
        self._answered: set[int] = set()
        self.numbers: tuple[int, ...] = ()

    async def hire(self, work: Work, zone: str) -> None:
        """Everybody, and the parts they work in."""
        root = self._of.units[0].key
        circles = {root: await directory.circle_id(work.connection, directory.EVERYONE)}
        for unit in self._of.units[1:]:
            above = "" if unit.parent == root else KEY.format(unit=unit.parent)
            key = KEY.format(unit=unit.key)
            circles[unit.key] = await directory.circle_id(work.connection, key, unit.name, above)
        about = {"language": "en", "zone": zone, "active": True}
        made = insert(PersonRow).returning(PersonRow.id, sort_by_parameter_order=True)
        people = [{"name": person.name, **about} for person in self._of.people]
        self.numbers = tuple((await work.connection.execute(made, people)).scalars())
        joined = [
            {"circle_id": circle, "person_id": number, "role": "member"}
            for number, person in zip(self.numbers, self._of.people, strict=True)
            for circle in {circles[root], circles[person.unit]}
        ]
        await work.connection.execute(insert(MembershipRow), joined)

    async def act(self) -> int:
        """Whoever is asked and answers at all answers what is open and was not answered yet; returns how many did."""
        async with self._database.begin() as connection:
            found = select(MomentRow.id, MomentRow.ref).where(
                MomentRow.kind == "ASK", MomentRow.voice == "unlinked", MomentRow.closed.is_(False)
            )
            fresh = [
                row for row in await connection.execute(found.order_by(MomentRow.id)) if row.id not in self._answered
            ]
        for row in fresh:
            self._answered.add(row.id)
        return sum([await self._answer(row.ref, len(self._answered) - len(fresh) + at) for at, row in enumerate(fresh)])

    async def _answer(self, ref: str, week: int) -> int:
        """The answers of one round, a few hundred in a transaction, so that nobody else waits long."""
        async with self._database.begin() as connection:
            asking = await rounds.question(connection, ref)
            if asking is None:
                return 0
            found = select(AskedRow.person_id, AskedRow.team_id).where(AskedRow.round_id == asking.round)
            teams: dict[int, int | None] = dict(iter((await connection.execute(found)).all()))
        number_of = dict(enumerate(self.numbers, 1))
        turn = {number for number, who in number_of.items() if who in teams}
        form = tuple(Question(each.id, each.kind, tuple(asked.values(each))) for each in asking.questions)
        sheets = answers(self._of, form, week, mood=self._mood, seed=self._seed, asked=turn)
        cast = ((number_of[sheet.person], sheet) for sheet in sheets if sheet.given is not None)
        total = 0
        while some := list(islice(cast, IN_BULK)):
            async with self._database.begin() as connection:
                await _cast(Work(connection, self._secrets), asking, some, teams)
            total += len(some)
        return total


async def _cast(work: Work, asking: Asking, sheets: Iterable[tuple[int, Sheet]], teams: dict[int, int | None]) -> None:
    for who, sheet in sheets:
        said = {
            each.id: value
            for each, given in zip(asking.questions, sheet.given or (), strict=True)
            if (value := kept(given))
        }
        comment = ballots.cleaned(sheet.comment) if asking.comment else ""
        if said or comment:
            await ballots.cast(work, asking.urn, who, Ballot(teams[who], said, comment))


def kept(given: Given) -> str:
    """A simulator's answer as a ballot keeps it; nothing for one that was left out."""
    match given:
        case None:
            return ""
        case bool():
            return "yes" if given else "no"
        case int():
            return str(given)
        case str():
            return asked.clean(given, asked.LONGEST_TEXT)
        case tuple():
            return ",".join(given)
