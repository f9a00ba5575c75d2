"""A workplace to attack: teams of known sizes, people of every role, and answers of which the test knows who gave them."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.engine import make_url

from bot.conversation import Conversation
from bot.core import Bot
from bot.languages import speaking
from bot.main import Works, assemble
from bot.settings import Settings
from conversations import ALL
from storage import ballots, directory, rounds
from storage.ballots import Ballot
from storage.loop import AskedRow, MomentRow
from storage.people import MembershipRow, PersonRow
from storage.rounds import Asking
from storage.threads.cabinet import threads_url
from storage.work import Work
from tests.databases import fresh_sqlite
from tests.drivers import Driver
from tests.drivers.bare import BareDriver
from tests.harness import PACE, Colleague, Office
from tests.receipts import quick

OPENED, CLOSED, NEXT = "2026-11-05T10:00", "2026-11-16T12:00", "2026-11-19T10:00"
SECOND, SECOND_CLOSED = "2026-11-12T10:00", "2026-11-23T12:00"
Scores = Mapping[str, Sequence[int | None]]
"""By team: what its people answer, one after the other; None answers nothing."""

SIZES: Mapping[str, int] = {"ash": 14, "birch": 12, "cedar": 16, "elder": 13, "hazel": 11}
PARENTS: Mapping[str, str] = {"ash": "medicine", "birch": "medicine", "cedar": "surgery", "elder": "surgery"}
"""Hazel belongs to nothing but the whole."""


@dataclass(frozen=True, slots=True)
class World:
    """The office, the people in each team without an account, and those with one, by what they are."""

    office: Office
    folder: Path
    staff: Mapping[str, tuple[int, ...]]
    roles: Mapping[str, Colleague]

    @property
    def works(self) -> Works:
        return self.office.works

    async def asking(self, number: int = 0) -> Asking:
        """The question of this round, the first is 0."""
        async with self.works.database.begin() as connection:
            found = select(MomentRow.ref).where(MomentRow.kind == "ASK").order_by(MomentRow.id)
            refs = (await connection.execute(found)).scalars().all()
            asking = await rounds.question(connection, refs[number])
        assert asking
        return asking

    async def answer(self, scores: Scores, number: int = 0, comment: str = "") -> None:
        """People of these teams answer the one question; each by the door of storage, as many as there are scores."""
        asking = await self.asking(number)
        given = [(who, score) for team in scores for who, score in zip(self.staff[team], scores[team], strict=False)]
        async with self.works.ledger.begin() as work:
            teams = await _frozen(work, asking)
            for who, score in given:
                if score is not None:
                    said = Ballot(teams[who], {asking.questions[0].id: str(score)}, comment)
                    await ballots.cast(work, asking.urn, who, said)

    async def take_back(self, team: str, place: int, number: int = 0) -> None:
        asking = await self.asking(number)
        async with self.works.ledger.begin() as work:
            await ballots.take_back(work, asking.urn, self.staff[team][place])


@asynccontextmanager
async def world(
    folder: Path, driver: Driver | None = None, sizes: Mapping[str, int] = SIZES, *, details: tuple[str, ...] = ()
) -> AsyncIterator[World]:
    """The pulse runs, and its first question is open. Two of the teams have a lead; one person came too late to be asked."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - nobody waits in a test
    office = await Office.open(driver or BareDriver(), await fresh_sqlite(folder), folder, quiet=0, details=details)
    try:
        _one_question(office)
        staff = await _hire(office, sizes)
        roles = await _roles(office, list(sizes))
        await office.start_pulse(roles["steward"])
        await office.until(OPENED)
        roles["newcomer"] = await office.hire("Carys Lim", team=next(iter(sizes)))
        yield World(office, folder, staff, roles)
    finally:
        await office.close()


@asynccontextmanager
async def copied(of: World, conversations: Sequence[Conversation] = ALL) -> AsyncIterator[Works]:
    """The same installation on a copy of its database and keys: whatever is pressed there changes nothing here.

    With other `conversations` it is another build of the same bot.
    """
    folder = of.folder / f"copy-{next(_NUMBERS)}"
    shutil.copytree(of.folder / "secrets", folder / "secrets")
    url = f"sqlite:///{folder}/copy.db"
    here = f"sqlite:///{of.works.database.url.database}"
    for one, other in ((here, url), (threads_url(here), threads_url(url))):
        with closing(sqlite3.connect(str(make_url(one).database))) as file:
            file.execute("VACUUM INTO ?", (str(make_url(other).database),))
    settings = Settings(database_url=url, secrets_dir=folder / "secrets", house=of.works.house)
    works = assemble(settings, clock=of.office.clock, speaking=speaking({}), pace=PACE, as_given=quick)
    works.bot = built(works, conversations)
    try:
        yield works
    finally:
        await works.stop()
        shutil.rmtree(folder)


def built(works: Works, conversations: Sequence[Conversation]) -> Bot:
    """A bot on these works, of these conversations."""
    return Bot(conversations, store=works.ledger, clock=works.clock, house=works.house, speaking=speaking({}))


def instead(weak: Conversation) -> tuple[Conversation, ...]:
    """Every conversation, with this one in the place of its namesake."""
    return tuple(weak if each.name == weak.name else each for each in ALL)


_NUMBERS = count()


def _one_question(office: Office) -> None:
    """Every week the same question, so that rounds can be compared."""
    templates = office.works.house.templates
    assert isinstance(templates, dict)
    pulse = templates["pulse"]
    assert pulse.ask.rotation
    same = replace(pulse.ask.rotation, items=pulse.ask.rotation.items[:1])
    templates["pulse"] = replace(pulse, ask=replace(pulse.ask, rotation=same))


async def _hire(office: Office, sizes: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """People without accounts: they are asked and answer, and nothing is sent to them."""
    staff: dict[str, tuple[int, ...]] = {}
    async with office.works.ledger.begin() as work:
        everyone = await directory.circle_id(work.connection, directory.EVERYONE)
        person = {"name": "Somebody", "language": "en", "zone": "Europe/London", "active": True}
        for team, size in sizes.items():
            if above := PARENTS.get(team, ""):
                await directory.circle_id(work.connection, above, above.title())
            number = await directory.circle_id(work.connection, team, team.title(), above)
            made = insert(PersonRow).returning(PersonRow.id)
            people = (await work.connection.execute(made, [person] * size)).scalars().all()
            joined = [
                {"circle_id": circle, "person_id": who, "role": "member"}
                for circle in (everyone, number)
                for who in people
            ]
            await work.connection.execute(insert(MembershipRow), joined)
            staff[team] = tuple(people)
    return staff


async def _roles(office: Office, teams: Sequence[str]) -> dict[str, Colleague]:
    """Somebody of each kind, with an account: all of them are asked, and none of them answers by themselves."""
    roles = {
        "steward": await office.hire("Dario Moretti"),
        "administrator": await office.hire("Lowri Bevan"),
        "nurse": await office.hire("Amara Okafor", team=teams[0]),
        "lead": await office.hire("Meera Patel", team=teams[0]),
        "other lead": await office.hire("Bryn Pritchard", team=teams[-1]),
    }
    await office.grant(roles["steward"], "steward")
    await office.grant(roles["administrator"], "administrator")
    async with office.works.ledger.begin() as work:
        for role, team in (("lead", teams[0]), ("other lead", teams[-1])):
            who = await directory.meet(work.connection, roles[role].account)
            assert who
            await directory.leave(work.connection, who.id, team)
            await directory.join(work.connection, who.id, team, "lead")
    return roles


async def _frozen(work: Work, asking: Asking) -> dict[int, int | None]:
    """The team of each person who was asked, as it was frozen."""
    found = select(AskedRow.person_id, AskedRow.team_id).where(AskedRow.round_id == asking.round)
    return dict(iter((await work.connection.execute(found)).all()))


async def answer_back(of: World) -> None:
    """The steward answers back, so that everybody who was asked may see it all."""
    steward = of.roles["steward"]
    await steward.visits_home()
    await steward.presses("Answer back")
    await steward.fills({"What will be done?": "Hot food at night.", "By when?": "2026-12-01"})
    await steward.sends()
    await steward.dismisses()
