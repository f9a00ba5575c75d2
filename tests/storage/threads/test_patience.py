"""How long a look-up takes says nothing of what was found: every one takes a whole number of fixed steps."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from storage.threads import author
from storage.threads.cabinet import Cabinet
from storage.threads.patience import Patience, padded
from storage.threads.receipts import Receipt, mint
from storage.threads.shelf import Epoch, ShelfFile
from tests.storage.threads.desk import Desk, no_wait


class Time:
    """A clock that moves when somebody works or sleeps."""

    def __init__(self) -> None:
        self.at = 100.0

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.at += seconds


class Slow(ShelfFile):
    """A shelf whose every use takes a time of its own."""

    time: Time
    uses = 0

    def read(self) -> tuple[Epoch, ...]:
        self.uses += 1
        self.time.at += 0.01 + 0.03 * (self.uses % 7)
        return super().read()

    def write(self, epochs: Sequence[Epoch]) -> None:
        self.time.at += 0.2
        super().write(epochs)


def timed(desk: Desk, *, waits: bool = True) -> tuple[Cabinet, Time]:
    time, shelf = Time(), Slow(desk.folder / "secrets" / "threads.shelf")
    shelf.time = time
    patience = Patience(2.0, time.now, time.sleep if waits else no_wait)
    return replace(desk.cabinet, shelf=shelf, patience=patience), time


async def took(desk: Desk, receipts: Sequence[Receipt], *, waits: bool) -> set[float]:
    """The different times that reading, writing and erasing took, in hundredths of a second."""
    cabinet, time = timed(desk, waits=waits)
    found = set()

    async def measure(act: Callable[[], Awaitable[object]]) -> None:
        begun = time.at
        await act()
        found.add(round(time.at - begun, 2))

    for receipt in receipts:
        await measure(lambda receipt=receipt: author.read(cabinet, receipt, desk.directory))  # type: ignore[misc]
        await measure(lambda receipt=receipt: author.standing(cabinet, receipt, desk.directory))  # type: ignore[misc]
        await measure(lambda receipt=receipt: author.write(cabinet, receipt, "More."))  # type: ignore[misc]
    await measure(lambda: author.erase(cabinet, receipts[0]))
    await measure(lambda: author.erase(cabinet, receipts[0]))
    return found


async def every_kind(desk: Desk) -> list[Receipt]:
    """A receipt with a thread, one that was erased, one that never was."""
    there, erased = await desk.begins("Here."), await desk.begins("Gone.")
    await author.erase(desk.cabinet, erased)
    return [there, erased, mint()]


async def test_known_erased_and_unknown_receipts_take_the_same_time(file_desk: Desk) -> None:
    assert await took(file_desk, await every_kind(file_desk), waits=True) == {2.0}


async def test_without_the_wait_the_time_would_tell(file_desk: Desk) -> None:
    assert len(await took(file_desk, await every_kind(file_desk), waits=False)) > 3


@pytest.mark.parametrize(("work", "whole"), [(0.0, 2.0), (1.99, 2.0), (2.0, 2.0), (2.01, 4.0), (5.5, 6.0)])
async def test_what_takes_longer_is_filled_up_to_the_next_step(work: float, whole: float) -> None:
    time = Time()

    async def works() -> str:
        time.at += work
        return "done"

    assert await padded(Patience(2.0, time.now, time.sleep), works()) == "done"
    assert time.at == pytest.approx(100 + whole)


async def test_an_error_takes_as_long_as_an_answer() -> None:
    time = Time()

    async def fails() -> None:
        time.at += 0.7
        raise LookupError

    with pytest.raises(LookupError):
        await padded(Patience(2.0, time.now, time.sleep), fails())
    assert time.at == pytest.approx(102)
