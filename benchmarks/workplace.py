"""A workplace to measure in: the bot wired as in production on a real SQLite file, with people and an open question."""

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, insert, select

from bot.events import Account, Opened, Show
from bot.languages import speaking
from bot.main import TEMPLATES, Works, assemble, prepare
from bot.programme import Ask
from bot.settings import House, Settings
from bot.ui import Form
from storage import directory, programmes
from storage.loop import BallotRow
from storage.people import AccountRow, MembershipRow, PersonRow
from storage.rounds import open_for
from storage.templates import load_folder
from storage.tempo import Pace
from storage.work import Work

ZONE = "Europe/London"
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
OPEN = datetime(2026, 11, 5, 10, 30, tzinfo=UTC)
TEAMS = 10
DIVISION = 25


class StandingClock:
    """A clock that stands where it was put: at half past ten on the Thursday on which the pulse opens."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Workplace:
    """People by their accounts, and the works behind them."""

    works: Works
    clock: StandingClock
    settings: Settings
    people: tuple[Account, ...]

    async def open_round(self) -> str:
        """The pulse opens for everybody; returns the question's ref."""
        self.clock.at = OPEN
        await self.works.ticker.tick(self.works.bot)
        async with self.works.database.begin() as connection:
            [asking] = await open_for(connection, 1, OPEN)
        return asking.urn.ref

    async def ballots(self) -> int:
        """How many ballots lie in the urn; a measurement in which nothing was kept measures nothing."""
        async with self.works.database.begin() as connection:
            return (await connection.execute(select(func.count()).select_from(BallotRow))).scalar_one()

    async def form(self, ref: str) -> Form:
        """The question's form, as it opens for the first person."""
        shown = await self.works.bot.answer(Opened("", self.people[0], "ask.answer", ref))
        if not isinstance(shown, Show):
            raise TypeError("no question is open")
        return shown.form


@asynccontextmanager
async def workplace(
    size: int,
    *,
    platform: str,
    tenant: str,
    reach: Callable[[str], str] = lambda _: "",
    teams: int = TEAMS,
    template: str = "pulse",
    asks: Ask | None = None,
) -> AsyncIterator[Workplace]:
    """Everybody is in one of the teams and in one time zone; the first answers back. Gone when the block ends.

    `reach` says how the door would reach the person with this id; `template` is what is asked. More than ten teams belong to
    divisions of 25. `asks` is what the template asks instead of its own.
    """
    with tempfile.TemporaryDirectory(prefix="hearback-bench-") as folder:
        templates = load_folder(TEMPLATES)
        if asks:
            templates = {**templates, template: replace(templates[template], ask=asks)}
        house = House(threshold=5, templates=templates)
        database_url = f"sqlite:///{folder}/hearback.db"
        settings = Settings(database_url=database_url, secrets_dir=Path(folder) / "secrets", house=house)
        await prepare(settings)
        clock = StandingClock(MONDAY)
        pace = Pace({platform: 1e9}, apart=0.0)
        works = assemble(settings, clock=clock, speaking=speaking({}), pace=pace)
        people = tuple(Account(platform, tenant, id_, reach(id_)) for id_ in (f"U{n:06}" for n in range(size)))
        try:
            async with works.ledger.begin() as work:
                await _hire(work, people, teams)
                await programmes.start(work, programmes.Start(house.templates[template], 1, ZONE, MONDAY))
            yield Workplace(works, clock, settings, people)
        finally:
            await works.stop()


async def _hire(work: Work, people: tuple[Account, ...], number_of_teams: int) -> None:
    everyone = await directory.circle_id(work.connection, directory.EVERYONE)
    teams = [
        await directory.circle_id(work.connection, f"team-{number}", parent=_above(number, number_of_teams))
        for number in range(number_of_teams)
    ]
    numbered = list(enumerate(people, 1))
    person = {"language": "en", "zone": ZONE, "active": True}
    await work.connection.execute(
        insert(PersonRow), [{"id": number, "name": f"Colleague {number}", **person} for number, _ in numbered]
    )
    await work.connection.execute(
        insert(AccountRow),
        [
            {
                "person_id": number,
                "platform": who.platform,
                "tenant": who.tenant,
                "external": who.id,
                "reach": who.reach,
                "preferred": True,
            }
            for number, who in numbered
        ],
    )
    joined = [(circle, number) for number, _ in numbered for circle in (everyone, teams[number % len(teams)])]
    await work.connection.execute(
        insert(MembershipRow), [{"circle_id": circle, "person_id": who, "role": "member"} for circle, who in joined]
    )


def _above(number: int, teams: int) -> str:
    return directory.EVERYONE if teams <= TEAMS else f"division-{number % (teams // DIVISION + 1)}"
