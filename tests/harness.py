"""The office: the real bot with every conversation, a fresh database, a clock moved by hand, and people who work there.

People see, press, fill in and say; they press what they can read. Which platform they sit at is the driver's business.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import insert, select

from bot.detail import Detail
from bot.events import Account, Arrived, Place, Profile
from bot.keeper import Keeper
from bot.languages import speaking
from bot.main import Works, assemble
from bot.programme import Template, instant
from bot.settings import House, Settings
from bot.words import Catalogue
from storage import directory, programmes
from storage.loop import DeliveryRow
from storage.people import MembershipRow, PersonRow
from storage.templates import Programmes, load_details, load_programmes
from storage.tempo import Pace
from storage.work import Work
from tests.databases import fresh_threads
from tests.drivers import Driver, Screen, meanwhile
from tests.guardians import PIN, SIGNPOSTS
from tests.receipts import quick

TEMPLATES = Path(__file__).parent.parent / "conversations" / "programmes"
PACE = Pace(dict.fromkeys(("bare", "slack", "teams", "web"), 1e6), apart=0.0)
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

QUESTION = "All in all, how has work been for you this past week?"
COMMENT = "Anything you would like to add?"


@cache
def shipped() -> Programmes:
    """Everything that ships, read once."""
    return load_programmes(TEMPLATES)


def templates() -> Mapping[str, Template]:
    """Of it, the questions that are counted."""
    return shipped().templates


@cache
def known_details() -> Mapping[str, Detail]:
    """What people can be asked about themselves, read once."""
    return load_details(TEMPLATES)


def scored(score: int) -> str:
    """The label of a number on the pulse's scale."""
    return {0: "0 - very bad", 10: "10 - very good"}.get(score, str(score))


class HandClock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here and sits at a platform."""

    office: "Office"
    account: Account
    name: str

    @property
    def driver(self) -> Driver:
        return self.office.driver

    async def says(self, text: str, place: Place = "direct") -> None:
        await self.driver.say(self.account, text, place)

    async def commands(self, name: str) -> None:
        await self.driver.command(self.account, name)

    async def visits_home(self) -> str:
        return (await self.driver.visit(self.account)).text

    async def sees_home(self) -> Screen:
        return await self.driver.visit(self.account)

    async def presses(self, label: str, *, on: str = "") -> None:
        await self.driver.press(self.account, label, on=on)

    async def fills(self, values: Mapping[str, str]) -> None:
        for label, value in values.items():
            await self.driver.fill(self.account, label, value)

    async def sends(self) -> None:
        await self.driver.send(self.account)

    async def dismisses(self) -> None:
        await self.driver.dismiss(self.account)

    async def answers(self, score: int, comment: str = "", *, on: str = "") -> None:
        """Presses Answer, chooses a number, writes a comment if any, sends."""
        await self.presses("Answer", on=on)
        await self.fills({QUESTION: scored(score)} | ({COMMENT: comment} if comment else {}))
        await self.sends()

    @property
    def dialog(self) -> Screen:
        shown = self.driver.dialog(self.account)
        assert shown is not None, "no form is open"
        return shown

    @property
    def has_dialog(self) -> bool:
        return self.driver.dialog(self.account) is not None

    def messages(self, place: Place = "direct") -> list[Screen]:
        return self.driver.messages(self.account, place)

    @property
    def newest(self) -> Screen:
        return self.messages()[-1]


async def quiet_colleagues(works: Works, number: int) -> None:
    """People who work here and are never heard of: fewer than 15 are not asked without their names (A8)."""
    async with works.database.begin() as connection:
        everyone = await directory.circle_id(connection, directory.EVERYONE)
        person = {"name": "Somebody quiet", "language": "en", "zone": "Europe/London", "active": True}
        made = insert(PersonRow).returning(PersonRow.id)
        numbers = (await connection.execute(made, [person] * number)).scalars().all() if number else []
        if rows := [{"circle_id": everyone, "person_id": each, "role": "member"} for each in numbers]:
            await connection.execute(insert(MembershipRow), rows)


class Office:
    """The bot at work, with one platform in front of it."""

    def __init__(self, works: Works, driver: Driver, clock: HandClock) -> None:
        self.works, self.driver, self.clock = works, driver, clock
        self.people: list[Colleague] = []

    @classmethod
    async def open(
        cls,
        driver: Driver,
        url: str,
        folder: Path,
        *,
        catalogues: Mapping[str, Catalogue] | None = None,
        quiet: int = 15,
        details: tuple[str, ...] = (),
        keeper: Callable[[HandClock], Keeper] | None = None,
        public_url: str = "",
    ) -> "Office":
        """Everything wired as in production, but for the clock and the far edge. `details` are what people may say about
        themselves; `keeper` makes whoever has the second keys, if anybody has."""
        clock = HandClock(MONDAY)
        kept = keeper(clock) if keeper else None
        house = House(
            organisation="Northfield Trust",
            operator="Northfield IT",
            sponsor="Maya Osei",
            templates=dict(templates()),
            practices=dict(shipped().practices),
            details=tuple(known_details()[each] for each in details),
            keeper=kept.name if kept else "",
            signposts=SIGNPOSTS,
        )
        # Storage, killed processes and the browser are tested on a disk.
        url = f"{url}?in_memory=yes" if url.startswith("sqlite") else url
        settings = Settings(url, folder / "secrets", house=house, speak_up_signer=PIN, public_url=public_url)
        await fresh_threads(url)
        words = speaking(catalogues or {})
        works = assemble(settings, clock=clock, speaking=words, pace=PACE, as_given=quick, keeper=kept)
        works.senders[driver.platform] = await driver.start(works.bot)
        await quiet_colleagues(works, quiet)
        return cls(works, driver, clock)

    async def close(self) -> None:
        await self.driver.stop()
        await self.works.stop()

    async def hire(self, name: str, *, team: str = "", zone: str = "Europe/London", language: str = "en") -> Colleague:
        account = await self.driver.join(name, language=language, zone=zone)
        if team:
            async with self.works.ledger.begin() as work:
                await directory.circle_id(work.connection, team, team, directory.EVERYONE)
                await directory.join(work.connection, await self._number(work, account), team)
        self.people.append(Colleague(self, account, name))
        return self.people[-1]

    async def hire_many(self, number: int, **about: str) -> list[Colleague]:
        return [await self.hire(f"Colleague {each}", **about) for each in range(number)]

    async def grant(self, who: Colleague, role: str) -> None:
        async with self.works.ledger.begin() as work:
            await directory.join(work.connection, await self._number(work, who.account), directory.ROLES[role])

    async def leaves(self, who: Colleague) -> None:
        """The person no longer works here."""
        await self.works.bot.answer(Arrived(f"left:{who.account.id}", who.account, "left", Profile("")))

    async def forges(self, who: Colleague, action: str, ref: str, values: dict[str, str]) -> None:
        await self.driver.forge(who.account, action, ref, values)  # type: ignore[attr-defined]

    async def reminder_rows(self) -> set[tuple[object, ...]]:
        """How the reminders' rows look, without whom and what they are for."""
        row = DeliveryRow
        looks = select(row.state, row.owner, row.claimed_at, row.attempts, row.platform_id, row.error)
        async with self.works.database.begin() as connection:
            return {tuple(each) for each in await connection.execute(looks.where(row.forget))}

    async def start_pulse(self, answerer: Colleague, *, template: str = "pulse") -> None:
        """The pulse runs, and first opens on the next Thursday at 10:00."""
        async with self.works.ledger.begin() as work:
            who, asked = await self._number(work, answerer.account), self.works.house.templates[template]
            await programmes.start(work, programmes.Start(asked, who, "Europe/London", self.clock.now()))

    async def until(self, wall: str, zone: str = "Europe/London") -> None:
        """Moves the clock on to a wall-clock time, through everything that happens on the way."""
        await self.pass_to(instant(datetime.fromisoformat(wall), zone))

    async def pass_to(self, target: datetime, *, at_each: Callable[[], object] | None = None) -> None:
        async with meanwhile(self.driver, looking=at_each is not None):
            await self.works.catch_up()
            while (due := await self.works.ticker.next_due()) and due <= target:
                self.clock.at = max(due, self.clock.at)
                await self.works.catch_up()
                if at_each:
                    at_each()
            self.clock.at = target
            await self.works.catch_up()

    async def wait(self, **time: float) -> None:
        await self.pass_to(self.clock.at + timedelta(**time))

    async def _number(self, work: Work, account: Account) -> int:
        person = await directory.meet(work.connection, account)
        assert person is not None
        return person.id
