"""Puts the rooms together: the core, the conversations, the database, whoever sends, and the doors that have tokens.

Few modules of the core import outwards, and this is the first of them (docs/decisions/0002). A door is imported
only when it has tokens: the Teams library alone costs half a second.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.api.capability import Capabilities
from adapters.charts.address import Addresses
from adapters.charts.studio import Studio
from adapters.paper.press import Press
from bot.addresses import joined
from bot.conversation import Person
from bot.core import Bot
from bot.disk import make_folders
from bot.keeper import Keeper
from bot.pictures import nowhere
from bot.ports import Clock, Draws, Sender
from bot.sentences import MEETING
from bot.settings import House, Settings
from bot.ui import Card
from bot.values import dataclass, replace
from bot.words import Speaking
from conversations import ALL
from storage import details, inbox, replies, units
from storage.belonging import check_keys, check_people
from storage.cases.casework import Casework
from storage.cases.reception import Reception, reception
from storage.clockwork import Clockwork, Posts
from storage.db import Database, Rows
from storage.delivery import Delivery
from storage.directory import Defaults
from storage.disclosure.presets import usual
from storage.events import tending
from storage.events.feeds import Calendars
from storage.exports.outlet import Outlet
from storage.lane import Means
from storage.migrate import migrate
from storage.runner import LocalRunner
from storage.secrets import SecretFiles, Secrets
from storage.store import Ledger
from storage.tempo import Pace
from storage.threads.cabinet import Cabinet, day_of, open_cabinet
from storage.threads.cabinet import prepare as prepare_threads
from storage.threads.postroom import Postroom, postroom
from storage.tick import Ticker
from storage.working_days import Calendar

TEMPLATES = Path(__file__).parent.parent / "conversations" / "programmes"
LANGUAGES = Path(__file__).parent.parent / "conversations" / "languages"
DELIVERY_KEY, CHARTS_KEY = "delivery", "charts"
A_COUNT = timedelta(hours=1)
EVERY = 2.0
"""Seconds between two ticks of the clock."""
EXPORTS_KEY, CALENDARS_KEY = "exports", "calendars"
# Slack documents "several hundred a minute" for a workspace and 1 a second for a channel; Teams 50 a second.
PACE = Pace({"slack": 4.0, "teams": 20.0, "web": 1000.0, "bare": 1000.0})


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


Fits = Callable[[Cabinet], Cabinet]


@dataclass(slots=True)
class Works:
    """A running installation without its doors; `senders` is filled as doors open."""

    house: House
    clock: Clock
    database: Database
    secrets: Secrets
    ledger: Ledger
    bot: Bot
    ticker: Ticker
    delivery: Delivery
    runner: LocalRunner
    senders: dict[str, Sender]
    charts: Draws
    addresses: Addresses | None
    room: Postroom
    desk: Reception
    clockwork: Clockwork
    calendars: Calendars
    keeper: Keeper | None = None
    counted: datetime | None = None

    async def tick(self) -> None:
        """What the clock calls: does what is due, wakes whoever sends, and what threads need when nobody waits."""
        await self.ticker.tick(self.bot)
        await self.clockwork.tick(self.clock.now())
        await self.runner.sweep()
        await self.room.idle(EVERY)
        await self.desk.idle()
        await self.room.rewrite_at_night(self.clock.now().astimezone(ZoneInfo(self.house.zone)).hour)
        if self.counted is None or self.clock.now() - self.counted >= A_COUNT:
            await self.count_heads()

    async def count_heads(self) -> None:
        """Once an hour, whoever asks: which teams a report may name."""
        async with self.database.begin() as connection:
            self.desk.units = await units.heads(connection)
        self.counted = self.clock.now()

    async def tidy(self) -> None:
        """Once a day: forgets which events were seen, seals anew what people said about themselves, and ends the threads
        whose time is over."""
        async with self.ledger.begin() as work:
            await inbox.forget_old(work.connection, self.clock.now())
            await tending.tidy(work, self.clock.now())
            old = await details.renew(work, [each.id for each in self.house.details])
        details.destroy(self.secrets, old)
        await replies.end_old(self.ledger.begin, self.clock.now())

    async def catch_up(self) -> None:
        """Does everything that is due, to the end: for tests, the demo's clock and `python -m bot tick`."""
        await self.ticker.tick(self.bot)
        await self.clockwork.tick(self.clock.now())
        await self.runner.idle()

    async def stop(self) -> None:
        """Ends what is under way and lets go of the database."""
        await self.runner.stop()
        if self.keeper:
            await self.keeper.close()
        await self.database.close()
        await self.room.close()


def unchanged(cabinet: Cabinet) -> Cabinet:
    """The cabinet as it is."""
    return cabinet


def threads(settings: Settings, secrets: Secrets, clock: Clock) -> Cabinet:
    """Where threads lie, with their day as it is in the organisation's zone."""
    zone = ZoneInfo(settings.house.zone)
    opened = open_cabinet(settings.database_url, secrets, settings.secrets_dir)
    return replace(opened, today=lambda: day_of(clock.now().astimezone(zone)))


def assemble(
    settings: Settings,
    *,
    clock: Clock,
    speaking: Speaking,
    pace: Pace = PACE,
    as_given: Fits = unchanged,
    keeper: Keeper | None = None,
) -> Works:
    """The core with every conversation on this database, and the one path by which messages leave.

    `as_given` may change the cabinet: tests take keys that cost little, and wait for nothing. `keeper` has the second keys,
    where it is not the one of the settings.
    """
    keeper = keeper or keeper_of(settings, clock)
    secrets = SecretFiles(settings.secrets_dir)
    cabinet = as_given(threads(settings, secrets, clock))
    database, room = Database(settings.database_url), postroom(cabinet)
    clockwork = clockwork_of(settings, database, casework_of(settings, cabinet))
    desk = reception(clockwork.work, rings=clockwork.ring)
    neutral = speaking(settings.house.language, settings.house.zone)(MEETING)
    calendars = Calendars(database, clock, secrets.lasting(CALENDARS_KEY), neutral, at=fetched(settings))
    house = replace(_with_downloads(settings, secrets, clock), nudge=clockwork.open_now, told=clockwork.told_now)
    house = replace(house, calendars=calendars.links, tables=joined(settings))
    ledger = Ledger(database, secrets, Defaults(house.language, house.zone), room, keeper=keeper, desk=desk)
    senders: dict[str, Sender] = {}

    async def draw(work: object, name: str, ref: str, person: Person | None) -> Card | None:
        return await bot.draw(ledger.work_on(work), name, ref, person)

    delivery = Delivery(senders, Means(database, draw, clock, secrets.lasting(DELIVERY_KEY), pace))
    runner = LocalRunner(delivery.drain, delivery.lanes_due, clock=clock, stop_claiming=delivery.stop)
    addresses = Addresses(settings.public_url, secrets.lasting(CHARTS_KEY)) if settings.public_url else None
    place = addresses.of if addresses else nowhere
    bot = Bot(ALL, store=ledger, clock=clock, house=house, speaking=speaking, wake=runner.soon, pictures=place)
    ticker = _ticker(house, database, secrets, clock=clock, keeper=keeper)
    rooms = (senders, Studio(), addresses, room, desk, clockwork, calendars)
    return Works(house, clock, database, secrets, ledger, bot, ticker, delivery, runner, *rooms, keeper)


def _ticker(house: House, database: Database, secrets: Secrets, *, clock: Clock, keeper: Keeper | None) -> Ticker:
    rules = usual(house.preset, house.threshold)
    return Ticker(database, secrets, clock=clock, house=house, usual=rules, keeper=keeper)


def clockwork_of(settings: Settings, database: Database, work: Casework) -> Clockwork:
    """What guardians are told by the clock."""
    return Clockwork(database, work, Posts(settings.guardians, settings.oversight, ZoneInfo(settings.house.zone)))


def casework_of(settings: Settings, cabinet: Cabinet) -> Casework:
    """What cases stand on, as it is set."""
    return Casework(cabinet, settings.speak_up_signer, calendar=Calendar(settings.nation))


def keeper_of(settings: Settings, clock: Clock) -> Keeper | None:
    """Who has the second keys, if anybody; nothing of it is imported where nobody does."""
    if settings.keeper is None:
        return None
    from adapters.keeper.client import HttpKeeper  # noqa: PLC0415

    return HttpKeeper(settings.keeper, clock)


def capabilities(settings: Settings, secrets: Secrets, clock: Clock) -> Capabilities | None:
    """The addresses of files; None where nobody could fetch from them."""
    at = fetched(settings)
    return None if at is None else Capabilities(at, secrets.lasting(EXPORTS_KEY), clock)


def fetched(settings: Settings) -> str | None:
    """With what addresses of files begin; None where nobody can fetch any. The demo's page can without a host, where it is
    alone: Slack and Teams take no address without one."""
    return settings.public_url or ("" if settings.demo and not (settings.slack or settings.teams) else None)


def outlet(settings: Settings, database: Database, clock: Clock, speaking: Speaking, *, charts: Draws) -> Outlet:
    """What hands out published results, in the house's own language."""
    house = settings.house
    words = speaking(house.language, house.zone)
    return Outlet(database, clock, house=house, words=words, prints=Press(charts))


def _with_downloads(settings: Settings, secrets: Secrets, clock: Clock) -> House:
    made = capabilities(settings, secrets, clock)
    return replace(settings.house, downloads=made.of) if made else settings.house


async def prepare(settings: Settings, *, secrets_lost: bool = False) -> None:
    """Makes the folders, brings the database to this version's tables, and looks whether all belongs together."""
    make_folders(settings)
    await migrate(settings.database_url, Rows.metadata)
    await prepare_threads(settings.database_url)
    database = Database(settings.database_url)
    try:
        async with database.begin() as connection:
            await check_keys(connection, SecretFiles(settings.secrets_dir), lost=secrets_lost)
            await check_people(connection, demo=settings.demo)
    finally:
        await database.close()
