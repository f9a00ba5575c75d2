"""A process that closes the question that is due, and dies by its own hand between opening the ballots and the commit.

Its arguments are a database, a folder of keys, and the instant at which it is.
"""

import asyncio
import os
import signal
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.conversation import Turn
from bot.events import Due
from bot.languages import speaking
from bot.main import assemble
from bot.settings import House, Settings
from conversations import ask
from storage.templates import load_folder
from tests.attack.world import built, instead
from tests.harness import PACE, TEMPLATES, HandClock


async def dies(turn: Turn, event: Due) -> None:
    """Everything is written, nothing is committed, the keys are there."""
    await ask.CONVERSATION.dues["ask.closes"](turn, event)
    os.kill(os.getpid(), signal.SIGKILL)


async def main(url: str, keys: str, at: str) -> None:
    settings = Settings(database_url=url, secrets_dir=Path(keys), house=House(templates=load_folder(TEMPLATES)))
    works = assemble(settings, clock=HandClock(datetime.fromisoformat(at)), speaking=speaking({}), pace=PACE)
    works.bot = built(works, instead(replace(ask.CONVERSATION, dues={"ask.closes": dies})))
    await works.catch_up()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
