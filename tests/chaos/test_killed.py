"""A process that is killed or frozen in the middle of its messages loses none and says none twice."""

import asyncio
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversation import Message
from storage.db import Database
from storage.lock import InUse, sole_use
from storage.loop import DeliveryRow
from storage.outbox import put
from tests.chaos.platform import CountingPlatform, counting_platform
from tests.chaos.worker import PACE
from tests.storage.people import hire

pytestmark = pytest.mark.chaos
ROOT = Path(__file__).parents[2]
HOLD_THE_LOCK = """
import sys
from storage.lock import sole_use
with sole_use(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


Start = Callable[[str, CountingPlatform], Awaitable[Process]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts workers; none of them outlives the test."""
    processes: list[Process] = []

    async def started(url: str, platform: CountingPlatform) -> Process:
        command = (sys.executable, "-m", "tests.chaos.worker", url, platform.address)
        processes.append(await asyncio.create_subprocess_exec(*command, cwd=ROOT))
        return processes[-1]

    yield started
    for process in processes:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def test_killed_three_times_nothing_is_lost_and_nothing_sent_twice(database_url: str, start: Start) -> None:
    messages = 1000 if database_url.startswith("sqlite") else 400
    await fill(database_url, messages)
    async with counting_platform() as platform:
        for kill_after in (100, 180, 260):
            process = await start(database_url, platform)
            await platform.reached(kill_after)
            process.kill()
            await process.wait()
        last = await start(database_url, platform)
        assert await last.wait() == 0
    assert set(platform.accepted.values()) == {1}
    assert await states(database_url) == {"sent": messages} == {"sent": len(platform.accepted)}


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_process_that_wakes_up_after_another_took_over_calls_for_nothing_it_took_before(
    database_url: str, start: Start
) -> None:
    await fill(database_url, 400)
    async with counting_platform() as platform:
        frozen = await start(database_url, platform)
        await platform.reached(100)
        frozen.send_signal(signal.SIGSTOP)
        frozen_at = time.time()
        other = await start(database_url, platform)
        with suppress(TimeoutError):
            # It may hold a lock that the other waits for: then they go on together, and later.
            await asyncio.wait_for(platform.reached(250), 4)
        frozen.send_signal(signal.SIGCONT)
        assert await other.wait() == 0
        assert await frozen.wait() == 0
    assert await states(database_url) == {"sent": 400} == {"sent": len(platform.accepted)}
    assert all(call.begun - call.claimed <= PACE.fence + 0.05 for call in platform.calls)
    # What nobody can close: a call that had begun, and whose first byte had not left, when the process was frozen.
    twice = [key for key, times in platform.accepted.items() if times > 1]
    assert len(twice) <= PACE.at_once
    for key in twice:
        assert min(call.begun for call in platform.calls if call.key == key) <= frozen_at


async def test_a_killed_process_frees_its_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/hearback.db"
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD_THE_LOCK, url, cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    assert holder.stdout
    assert await holder.stdout.readline() == b"held\n"
    with pytest.raises(InUse), sole_use(url):
        pass
    holder.kill()
    await holder.wait()
    with sole_use(url):
        pass


async def fill(url: str, messages: int) -> None:
    database = Database(url)
    async with database.begin() as work:
        await hire(work, *range(1, messages + 1))
        # Receipts, so that it may be any hour while this runs.
        receipts = [Message(n, "ask.receipt", "r", "r:receipt", urgent=True) for n in range(1, messages + 1)]
        await put(work, receipts, datetime.now(UTC))
    await database.close()


async def states(url: str) -> dict[str, int]:
    database = Database(url)
    async with database.begin() as work:
        counts = await work.execute(select(DeliveryRow.state, func.count()).group_by(DeliveryRow.state))
        found = {row[0]: row[1] for row in counts}
    await database.close()
    return found
