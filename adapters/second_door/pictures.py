"""Has an uploaded picture drawn anew by a small program of its own, one at a time, and never touches the disk."""

import asyncio
import sys
from pathlib import Path

from adapters.second_door.redraw import NO_PICTURE, TOO_MANY_POINTS
from bot.enclosures import LARGEST, Enclosed

PROGRAM = Path(__file__).parent / "redraw.py"
SLOWEST = 30.0
TYPE = "image/webp"


class NoPicture(Exception):
    """None of the kinds of picture that are read, or a broken one."""


class TooManyPoints(Exception):
    """A picture that is too large to be drawn, however few bytes it has."""


class Studio:
    """One per process: so that many pictures at once do not take all the memory."""

    def __init__(self) -> None:
        self._turn = asyncio.Semaphore(1)

    async def redrawn(self, raw: bytes) -> Enclosed:
        """Raises NoPicture, TooManyPoints."""
        async with self._turn:
            ended, drawn = await _run(raw)
        if ended == TOO_MANY_POINTS:
            raise TooManyPoints
        if ended == NO_PICTURE or ended != 0 or not drawn:
            raise NoPicture
        return Enclosed("picture", TYPE, drawn)


async def _run(raw: bytes) -> tuple[int, bytes]:
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    # -B: no file is made on the way.
    # -I: nothing of this process's surroundings, its settings and its secrets among them, is handed on
    begun = await asyncio.create_subprocess_exec(
        sys.executable, "-IB", PROGRAM, str(LARGEST), stdin=pipe, stdout=pipe, stderr=nothing, env={}, cwd="/"
    )
    try:
        async with asyncio.timeout(SLOWEST):
            drawn, _ = await begun.communicate(raw)
    except TimeoutError:
        raise NoPicture from None
    finally:
        if begun.returncode is None:
            begun.kill()
            await begun.wait()
    return begun.returncode or 0, drawn
