"""Puts the demo together: the workspace in the browser, the made-up organisation, the clock that can be moved."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from adapters.web.app import Workspace
from bot.demo_guardian import BothSides
from bot.detail import Detail
from bot.inbox import address as inbox_address
from bot.languages import load, speaking
from bot.main import LANGUAGES, TEMPLATES, Works
from bot.settings import LOOPBACK, ChatAccount, House, Settings
from bot.signposts import DOOR
from storage.demo import about, guardians, meetings, mentoring, networks, seed, together, workshops
from storage.demo import organisation as made_up
from storage.demo.clock import DemoClock
from storage.demo.crowd import Crowd
from storage.demo.desk import Desk
from storage.disclosure.presets import usual
from storage.mailbox import StoredMailbox
from storage.simulate import live
from storage.simulate.organisation import organisation
from storage.simulate.play import Plan
from storage.templates import load_details

SESSION_KEY = "session"
# What cards say in the demo where nothing else is set.
MADE_UP = House(
    organisation="Northfield Hospitals",
    operator="Northfield IT",
    sponsor="Maya Osei, chief executive",
    help_line="occupational health, 020 7946 0100",
    guardian="Ines Costa, 020 7946 0123",
    objectives=("Looking after our people", "Running well", "Hearing each other"),
)


def furnished(settings: Settings) -> Settings:
    """The settings with made-up names, and what people may say about themselves, wherever nothing was set."""
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
        objectives=house.objectives or MADE_UP.objectives,
        promises_public=True,
        signposts=replace(house.signposts, health=said("help_line"), guardian=said("guardian"), door=_door(settings)),
        details=house.details or _asked_for(house),
        templates={**house.templates, "pulse": seed.taking_turns(house.templates["pulse"])},
    )
    known = guardians.EVERY[0].name
    told = [
        ChatAccount(each.name, made_up.PLATFORM, each.account) for each in made_up.read().people if each.name == known
    ]
    return replace(
        settings,
        house=house,
        speak_up_signer=settings.speak_up_signer or guardians.PIN,
        guardians=settings.guardians or tuple(told),
    )


def _door(settings: Settings) -> str:
    """Where the demo's own public page is, if no other was named."""
    here = f"http://{settings.host}:{settings.port}{DOOR}" if settings.page else ""
    return settings.house.signposts.door or here


def _asked_for(house: House) -> tuple[Detail, ...]:
    known = load_details(TEMPLATES) if usual(house.preset, house.threshold).attributes else {}
    return tuple(known[each] for each in about.ASKED_FOR if each in known)


async def open_workspace(settings: Settings, works: Works, said: Callable[[float], None]) -> Workspace:
    """The workspace; fills an empty database with the made-up organisation first."""
    opened = workspace_of(settings, works)
    await fill(settings, works, opened, said)
    await guardians.enrol(works.desk.work)
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
    people, zone, house = made_up.read(), settings.house.zone, settings.house

    async def colleagues() -> None:
        await workspace.colleagues.act()

    stage = seed.Stage(people, works.bot, desk, zone, colleagues, said)
    async with works.ledger.begin() as work:
        if not await seed.is_empty(work):
            return False
    until = seed.present(clock.now())
    if crowd:
        await _live_with_many(stage, works, crowd, until)
        return True
    await clock.set(works.database, until - seed.HISTORY - seed.EARLIER)
    async with works.ledger.begin() as work:
        await seed.found(work, people, zone, house.details)
        await seed.start(work, stage, house.templates["pulse"], clock.now())
        await seed.start(work, stage, house.templates["ad-hoc"], until - seed.A_SHORT_LOOK, by=about.SHOWN_BY)
    answers = [*people.earlier, *people.answers]
    await seed.live_through(stage, until - seed.HISTORY, answers, (0.0, 0.3))
    await _hire_the_others(stage, works, until)
    await _last_days(stage, works, until, answers)
    async with works.ledger.begin() as work:
        await meetings.announce(work, people, zone, until)
        await workshops.hold(work, people, house, now=until)
    await mentoring.begin(works.bot, people, clock.now())
    return True


async def _hire_the_others(stage: seed.Stage, works: Works, until: datetime) -> None:
    """All with a seat but the one who answers back; every third of those who act by themselves says something of it."""
    others = [each for each in stage.organisation.people if not each.answers]
    async with works.ledger.begin() as work:
        hired = await seed.hire(work, others, stage.zone)
        await about.say(work, hired, works.house.details, every=3)
        await networks.found(work, stage.organisation)
        await together.begin(work, stage.organisation, works.house.practices, zone=stage.zone, until=until)


async def _last_days(stage: seed.Stage, works: Works, until: datetime, answers: list[made_up.Answered]) -> None:
    """Up to now; on the way some say what a practice asks them, so that its brief has come."""
    before = until - together.SAID_BEFORE
    await seed.live_through(stage, before, answers, (0.3, 0.6))
    async with works.ledger.begin() as work:
        await together.say(work, stage.organisation, before)
    await seed.live_through(stage, until, answers, (0.9, 0.1))


async def _live_with_many(stage: seed.Stage, works: Works, plan: Plan, until: datetime) -> None:
    """The weeks of a large made-up organisation, with the demo's own people among them."""
    clock, people = works.clock, stage.organisation
    if not isinstance(clock, DemoClock):
        raise TypeError("the demo needs its own clock")
    made = organisation(plan.people, plan.seed)
    many = live.Crowd(works.database, works.secrets, made, mood=plan.mood, seed=plan.seed)
    begin = until - timedelta(weeks=plan.weeks)
    await clock.set(works.database, begin)
    async with works.ledger.begin() as work:
        await seed.found(work, people, stage.zone, works.house.details)
        await many.hire(work, stage.zone)
        await seed.start(work, stage, works.house.templates["pulse"], clock.now())

    async def colleagues() -> None:
        await stage.colleagues()
        await many.act()

    answers, peopled = [*people.earlier, *people.answers] * plan.weeks, replace(stage, colleagues=colleagues)
    await seed.live_through(peopled, max(begin, until - seed.HISTORY), answers, (0.0, 0.5))
    await _hire_the_others(stage, works, until)
    await seed.live_through(peopled, until, answers, (0.5, 0.5))


def workspace_of(settings: Settings, works: Works) -> tuple[Workspace, Desk]:
    """The workspace and what it may do in a demo."""
    if not isinstance(works.clock, DemoClock):
        raise TypeError("the demo needs its own clock")
    crowd = Crowd(works.ledger, works.clock)

    async def catch_up() -> None:
        await works.catch_up()
        await crowd.act()

    desk = Desk(
        works.database,
        works.clock,
        ticker=works.ticker,
        organisation=made_up.read(),
        catch_up=catch_up,
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
        sides=_sides(settings),
    )
    return workspace, desk


def _sides(settings: Settings) -> BothSides | None:
    """Only where the list is the demo's own: what others chose is not shown to anybody."""
    if settings.speak_up_signer != guardians.PIN:
        return None
    return BothSides(settings.house.signposts.door, inbox_address(settings), guardians.shown)
