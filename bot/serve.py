"""Opens the doors that have tokens, and keeps the server running until it is told to stop.

Like `bot.main` it imports outwards. A door is imported only when it is opened: the Teams library alone costs half a second.
"""

import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from socket import socket
from typing import TYPE_CHECKING, Protocol

from starlette.routing import BaseRoute

from adapters.charts.app import routes as picture_routes
from adapters.clock.app import ClockDoor
from adapters.web.closed import routes_closed
from adapters.web.listen import listen, open_port, until_told_to_stop
from bot.disk import make_folders
from bot.languages import load, speaking
from bot.main import (
    EVERY,
    LANGUAGES,
    PACE,
    SystemClock,
    Works,
    assemble,
    prepare,
)
from bot.operate import model_fault
from bot.pages import promises_page, public_page, routes_out, tables_pages
from bot.ports import Sender
from bot.settings import LOOPBACK, Settings
from storage.demo.clock import DemoClock
from storage.lock import sole_use

if TYPE_CHECKING:
    from storage.simulate.play import Plan

log = logging.getLogger("hearback")


NO_KEEPER = (
    "a keeper needs HEARBACK_KEEPER_TOKEN, and no HEARBACK_KEEPER_URL: whoever asks a keeper is not to be one. "
    "docs/operate.md says how to run it."
)


class Opened(Protocol):
    """What runs between a start and a stop."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


class Door(Opened, Protocol):
    """A way in, opened in front of the bot."""

    platform: str
    sender: Sender
    routes: list[BaseRoute]


async def serve(settings: Settings, said: Callable[[float], None]) -> None:
    """Runs until the process is asked to stop. `said` hears how far the demo's first filling is, 0 to 1."""
    settings = _for_demo(settings)
    with open_port(settings) as port:
        await _serve(settings, port, said)


async def _serve(settings: Settings, port: socket, said: Callable[[float], None]) -> None:
    async with _ready(settings) as works, AsyncExitStack() as open_doors:
        doors = await _open(settings, works, said)
        opened: list[Opened] = [*doors, ClockDoor(works.tick, works.tidy, EVERY)]
        for each in opened:
            await each.start()
            open_doors.push_async_callback(each.stop)
        if settings.demo:
            await open_doors.enter_async_context(_inbox(settings))
        web = [] if settings.demo else routes_closed()
        pictures = picture_routes(works.charts, works.addresses) if works.addresses else []
        out = routes_out(settings, works)
        page = [*public_page(settings, works), *promises_page(settings, works), *tables_pages(works)]
        every = [*web, *pictures, *out, *page, *(each for door in doors for each in door.routes)]
        # What is imported later is compiled in memory: a file made at somebody's first visit would say when that was.
        sys.dont_write_bytecode = True
        await listen(port, every, open_doors.aclose)


def _inbox(settings: Settings) -> AbstractAsyncContextManager[None]:
    """The guardians' inbox as another process; elsewhere it is started by itself."""
    from bot.inbox import beside  # noqa: PLC0415 - only in a demo

    return beside(settings.speak_up_signer)


async def keep_keys(settings: Settings) -> None:
    """Runs a keeper until the process is asked to stop: another program, for another machine, with a clock of its own."""
    from adapters.keeper.app import routes as keeper_routes  # noqa: PLC0415 - a server has nothing of it
    from adapters.keeper.drawer import Drawer  # noqa: PLC0415

    room = settings.keeper_room
    if room is None:
        raise OSError(NO_KEEPER)

    async def nothing_else() -> None:
        """There is no door to be closed first."""

    log.info("keys are kept in %s; the keeper listens on %s:%d", room.folder, settings.host, settings.port)
    with open_port(settings) as port:
        await listen(port, keeper_routes(Drawer(room.folder), room.token, SystemClock().now), nothing_else)


async def clock_only(settings: Settings) -> None:
    """Runs the clock and sends what is due, without opening a door to people."""
    async with _ready(settings) as works, AsyncExitStack() as running:
        doors = await _open(settings, works, lambda _: None, listening=False)
        opened: list[Opened] = [*doors, ClockDoor(works.tick, works.tidy, EVERY)]
        for each in opened:
            await each.start()
            running.push_async_callback(each.stop)
        await until_told_to_stop()


async def tick_once(settings: Settings) -> None:
    """Does everything that is due, sends it, and ends."""
    make_folders(settings)
    async with _ready(settings) as works, AsyncExitStack() as running:
        for door in await _open(settings, works, lambda _: None, listening=False):
            await door.start()
            running.push_async_callback(door.stop)
        await works.catch_up()


async def seed_once(settings: Settings, said: Callable[[float], None], *, crowd: "Plan | None" = None) -> bool:
    """Fills an empty database with the demo organisation, and with a made-up crowd beside it; returns whether there was
    anything to do."""
    from bot.demo import fill, workspace_of  # noqa: PLC0415 - only here and in a demo

    settings = _for_demo(replace(settings, demo=True))
    async with _ready(settings) as works:
        return await fill(settings, works, workspace_of(settings, works), said, crowd=crowd)


def _for_demo(settings: Settings) -> Settings:
    if not settings.demo:
        return settings
    from bot.demo import furnished  # noqa: PLC0415 - only in a demo

    return furnished(settings)


@asynccontextmanager
async def _ready(settings: Settings) -> AsyncIterator[Works]:
    """The works, alone on this database, which is up to date."""
    make_folders(settings)
    with sole_use(settings.database_url):
        await prepare(settings)
        async with working(settings) as works:
            yield works


@asynccontextmanager
async def working(settings: Settings) -> AsyncIterator[Works]:
    """The works on this database, with the clock that the settings say; ended in an orderly way."""
    clock = DemoClock() if settings.demo else SystemClock()
    # Two messages to one person keep their distance, but not where five weeks pass in ten seconds.
    pace = replace(PACE, apart=0.0) if settings.demo else PACE
    works = assemble(settings, clock=clock, speaking=speaking(load(LANGUAGES)), pace=pace)
    try:
        if isinstance(clock, DemoClock):
            await clock.load(works.database)
        yield works
    finally:
        await works.stop()


async def _open(
    settings: Settings, works: Works, said: Callable[[float], None], *, listening: bool = True
) -> list[Door]:
    doors: list[Door] = []
    if settings.demo:
        from bot.demo import open_workspace  # noqa: PLC0415 - a door without its setting is not imported

        doors.append(await open_workspace(settings, works, said))
    if settings.slack:
        from adapters.slack.app import Slack  # noqa: PLC0415

        doors.append(Slack(settings.slack, works.bot, listening=listening))
    if settings.teams:
        from adapters.teams.app import Teams  # noqa: PLC0415

        loopback = settings.host in LOOPBACK
        doors.append(Teams(settings.teams, works.bot, works.ledger.known, loopback=loopback))
    works.senders.update({door.platform: door.sender for door in doors})
    _say_which(settings)
    return doors


def _say_which(settings: Settings) -> None:
    if settings.house.sentences and (why := model_fault()):
        log.warning("%s", why)
    if not settings.slack:
        log.info("The Slack door stays shut: SLACK_BOT_TOKEN is not set.")
    if not settings.teams:
        log.info("The Teams door stays shut: TEAMS_APP_ID is not set.")
    if settings.demo:
        log.info("The demo workspace: http://%s:%d", settings.host, settings.port)
    else:
        log.info("The web workspace stays shut: it is for demos (HEARBACK_DEMO=1). /healthz answers.")
