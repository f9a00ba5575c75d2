"""Puts the demo together: the workspace in the browser, the made-up organisation, the clock that can be moved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from adapters.web.app import Workspace
from bot.languages import load, speaking
from bot.main import LANGUAGES, Works
from bot.settings import LOOPBACK, House, Settings
from storage.demo import organisation as made_up
from storage.demo import seed
from storage.demo.clock import DemoClock
from storage.demo.desk import Desk
from storage.mailbox import StoredMailbox
from storage.simulate.live import Crowd
from storage.simulate.organisation import organisation
from storage.simulate.play import Plan

SESSION_KEY = "session"
# What cards say in the demo where nothing else is set.
MADE_UP = House(
    organisation="Northfield Hospitals",
    operator="Northfield IT",
    sponsor="Maya Osei, chief executive",
    help_line="occupational health, 020 7946 0100",
    guardian="Ines Costa, 020 7946 0123",
)


def furnished(settings: Settings) -> Settings:
    """The settings with made-up names wherever nothing was set."""
    house, plain = settings.house, House()

    def said(name: str) -> str:
        now: str = getattr(house, name)
        made_up: str = getattr(MADE_UP, name)
        return made_up if now == getattr(plain, name) else now

    house = replace(
        house,
        organisation=said("organisation"),
        operator=said("operator"),
        sponsor=said("sponsor"),
        help_line=said("help_line"),
        guardian=said("guardian"),
    )
    return replace(settings, house=house)


async def open_workspace(settings: Settings, works: Works, said: Callable[[float], None]) -> Workspace:
    """The workspace; fills an empty database with the made-up organisation first."""
    opened = workspace_of(settings, works)
    await fill(settings, works, opened, said)
    return opened[0]


async def fill(
    settings: Settings,
    works: Works,
    opened: tuple[Workspace, Desk],
    said: Callable[[float], None],
    *,
    crowd: Plan | None = None,
) -> bool:
    """Fills an empty database; returns whether there was anything to do. With a `crowd` it is a large organisation."""
    clock, (workspace, desk) = works.clock, opened
    works.senders[workspace.platform] = workspace.sender
    if not isinstance(clock, DemoClock):
        raise TypeError("the demo needs its own clock")
    people, template = made_up.read(), settings.house.templates["pulse"]
    more = _crowd(works, crowd) if crowd else None
    if crowd:
        people = replace(people, answers=people.answers * crowd.weeks)

    async def colleagues() -> None:
        await workspace.colleagues.act()
        if more:
            await more.act()

    stage = seed.Stage(people, works.bot, desk, template, settings.house.zone, colleagues, said)
    async with works.ledger.begin() as work:
        if not await seed.is_empty(work):
            return False
    until = seed.present(clock.now())
    await clock.set(works.database, until - (timedelta(weeks=crowd.weeks) if crowd else seed.HISTORY))
    async with works.ledger.begin() as work:
        await seed.hire(work, people, settings.house.zone)
        if more:
            await more.hire(work, settings.house.zone)
        await seed.start(work, stage, clock.now())
    await seed.live_through(stage, clock, until)
    return True


def _crowd(works: Works, plan: Plan) -> Crowd:
    made = organisation(plan.people, plan.seed)
    return Crowd(works.database, works.secrets, made, mood=plan.mood, seed=plan.seed)


def workspace_of(settings: Settings, works: Works) -> tuple[Workspace, Desk]:
    """The workspace and what it may do in a demo."""
    if not isinstance(works.clock, DemoClock):
        raise TypeError("the demo needs its own clock")
    desk = Desk(
        works.database,
        works.clock,
        ticker=works.ticker,
        organisation=made_up.read(),
        catch_up=works.catch_up,
    )
    hosts = LOOPBACK if settings.host in LOOPBACK else ("*",)  # whoever serves it to others has said so in words
    workspace = Workspace(
        works.bot,
        StoredMailbox(works.database),
        desk,
        works.clock,
        house=settings.house,
        speaking=speaking(load(LANGUAGES)),
        secret=works.secrets.lasting(SESSION_KEY),
        allowed_hosts=hosts,
        charts=works.charts,
    )
    return workspace, desk
