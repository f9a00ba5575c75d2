"""Serves the guardians' inbox: a process of its own, which opens the threads' database and the keys and nothing else.

Like `bot.serve` it imports outwards. Nothing in this process can join a case with a person: it never opens the main database,
except in a demo, where the day is read from it.
"""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from starlette.routing import BaseRoute

import adapters.web
from adapters.inbox.app import routes
from adapters.web.listen import listen, open_port
from bot.casebook import Casebook
from bot.disk import make_folders
from bot.languages import load, speaking
from bot.main import LANGUAGES, SystemClock, casework_of, threads
from bot.ports import Clock
from bot.settings import LOOPBACK, Settings
from storage.cases.casebook import StoredCasebook
from storage.db import Database
from storage.demo.clock import DemoClock
from storage.secrets import SecretFiles
from storage.threads.cabinet import prepare

log = logging.getLogger("hearback.inbox")

LOOKS = Path(adapters.web.__file__).parent / "static"
TIDY = 15.0
"""Seconds after which what a session opened is forgotten, once it is over."""
FOLLOW = 2.0
"""Seconds between two looks at the demo's clock."""
NO_SIGNER = (
    "the inbox needs HEARBACK_SPEAK_UP_SIGNER, the fingerprint of who signs the list of guardians. Run: "
    "python -m bot speak-up init"
)


async def serve_inbox(settings: Settings) -> None:
    """Runs until the process is asked to stop."""
    if not settings.speak_up_signer:
        raise OSError(NO_SIGNER)
    make_folders(settings)
    await prepare(settings.database_url)
    clock = DemoClock() if settings.demo else SystemClock()
    with open_port(replace(settings, port=settings.inbox_port)) as port:
        log.info("The guardians' inbox: %s", address(settings))
        async with opened(settings, clock) as (casebook, pages), _now_and_then(settings, casebook, clock):
            await listen(port, pages, _nothing_else)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[tuple[Casebook, list[BaseRoute]]]:
    """The casebook and its pages on the threads' database."""
    cabinet = threads(settings, SecretFiles(settings.secrets_dir), clock)
    casebook = StoredCasebook(casework_of(settings, cabinet))
    words = speaking(load(LANGUAGES))(settings.house.language, settings.house.zone)
    public = urlsplit(settings.public_url)
    hosts: tuple[str, ...] = (
        LOOPBACK if settings.host in LOOPBACK else ("*",)
    )  # whoever serves it to others has said so in words
    if public.hostname:
        hosts = (*LOOPBACK, public.hostname)
    try:
        yield (
            casebook,
            routes(
                casebook,
                words,
                organisation=settings.house.organisation,
                looks=(LOOKS,),
                hosts=hosts,
                secure=public.scheme == "https",
            ),
        )
    finally:
        await cabinet.database.close()


def address(settings: Settings) -> str:
    """Where guardians find it."""
    return f"{settings.public_url or f'http://{settings.host}:{settings.inbox_port}'}/inbox"


@asynccontextmanager
async def beside(signer: str = "") -> AsyncIterator[None]:
    """The inbox as a child of this process, with the same settings, ended with it. For the demo; `signer` is the
    fingerprint of who signs the list, where it does not stand in the environment."""
    told = {**os.environ, **({"HEARBACK_SPEAK_UP_SIGNER": signer} if signer else {})}
    child = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "inbox", env=told)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.terminate()
        await child.wait()


@asynccontextmanager
async def _now_and_then(settings: Settings, casebook: Casebook, clock: Clock) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(_tidy(casebook))]
    if isinstance(clock, DemoClock):
        tasks.append(asyncio.create_task(_follow(clock, settings.database_url)))
    try:
        yield
    finally:
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _tidy(casebook: Casebook) -> None:
    while True:
        await asyncio.sleep(TIDY)
        casebook.tidy()


async def _follow(clock: DemoClock, url: str) -> None:
    """The demo's day is moved by hand, in another process."""
    database = Database(url)
    try:
        while True:
            with contextlib.suppress(Exception):  # the demo may not have made its tables yet
                await clock.load(database)
            await asyncio.sleep(FOLLOW)
    finally:
        await database.close()


async def _nothing_else() -> None:
    """There is no door to be closed first."""
