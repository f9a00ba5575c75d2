"""What comes in at one moment is put down in one go: fewer writes for many, and each still gets their own answer."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from storage.threads import envelope, rows
from storage.threads.arrivals import Arrivals
from storage.threads.rows import New
from storage.threads.shelf import Epoch, ShelfFile
from tests.storage.threads.desk import Desk


class Counting(ShelfFile):
    """A shelf that counts how often it is written, and fails when it is told to."""

    written, broken = 0, 0

    def write(self, epochs: Sequence[Epoch]) -> None:
        if self.broken:
            self.broken -= 1
            raise OSError("no space left")
        self.written += 1
        super().write(epochs)


def new(number: int) -> list[New]:
    return [New(bytes([number]) * 32, envelope.decoy())]


async def arriving(desk: Desk) -> tuple[Arrivals, Counting]:
    shelf = Counting(desk.folder / "counted.shelf")
    arrivals = Arrivals(replace(desk.cabinet, shelf=shelf))
    await rows.add(arrivals.cabinet, new(0))
    shelf.written = 0
    return arrivals, shelf


async def test_ten_at_one_moment_are_written_twice_and_every_one_is_there(desk: Desk) -> None:
    arrivals, shelf = await arriving(desk)
    assert await asyncio.gather(*(arrivals.add(new(1 + number % 9)) for number in range(10))) == [True] * 9 + [False]
    assert shelf.written <= 2
    found = await rows.find(arrivals.cabinet, [new(number)[0].base for number in range(10)])
    assert len(found) == 10
    # The control: one by one, each writes the shelf.
    shelf.written = 0
    await asyncio.gather(*(rows.add(arrivals.cabinet, new(20 + number)) for number in range(5)))
    assert shelf.written == 5


async def test_who_fails_fails_alone_and_who_goes_away_holds_nobody_up(desk: Desk) -> None:
    arrivals, shelf = await arriving(desk)
    shelf.broken = 1
    first, *others = [asyncio.create_task(arrivals.add(new(1 + number))) for number in range(4)]
    others[0].cancel()
    told = await asyncio.gather(first, *others, return_exceptions=True)
    assert isinstance(told[0], OSError)
    assert isinstance(told[1], asyncio.CancelledError)
    assert told[2:] == [True, True]
    shelf.broken = 1
    with pytest.raises(OSError, match="no space"):
        await arrivals.add(new(1))
    assert await arrivals.add(new(1))
    assert not await arrivals.add(new(1))
