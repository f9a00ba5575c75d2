"""A keeper that is killed before any step on its disk loses no key, gives none that it destroyed, and goes on working."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import httpx
import pytest
from nacl.public import PrivateKey

from tests.harness import MONDAY
from tests.keeping import CLOSE, TOKEN, Staffside

pytestmark = pytest.mark.chaos
ROOT = Path(__file__).parents[2]
REF, OTHER = "0123456789abcdef" * 2, "f" * 32
BODY, LATER = {"until": CLOSE.isoformat()}, {"until": (CLOSE + timedelta(days=9)).isoformat()}


@asynccontextmanager
async def keeper(folder: Path, now: datetime, dies_before: int = 0) -> AsyncIterator[httpx.AsyncClient]:
    """A keeper in a process of its own, at this instant, and a line to it. It has ended afterwards."""
    command = (sys.executable, "-m", "tests.chaos.locksmith", str(folder), TOKEN, now.isoformat(), str(dies_before))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=PIPE, stderr=DEVNULL)
    assert process.stdout
    address = f"http://127.0.0.1:{int(await process.stdout.readline())}"
    try:
        async with httpx.AsyncClient(base_url=address, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
            yield client
    finally:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)  # the process' own kill() may take away what its wait() waits for
        assert await process.wait() == -9


async def killed(folder: Path, now: datetime, step: int, method: str) -> bool:
    """Whether the keeper was killed before this step of what it was asked."""
    async with keeper(folder, now, step) as client:
        try:
            answer = await client.request(method, f"/keys/{REF}", json=BODY if method == "PUT" else None)
        except httpx.TransportError:
            return True
    assert answer.status_code in {200, 204}
    return False


async def test_killed_while_it_makes_a_key_it_makes_one_and_the_same_for_whoever_asks_again(tmp_path: Path) -> None:
    for step in count(1):
        folder = tmp_path / str(step)
        died = await killed(folder, MONDAY, step, "PUT")
        async with keeper(folder, MONDAY) as client:
            public = [(await client.put(f"/keys/{REF}", json=BODY)).json()["public"] for _ in range(2)]
        async with keeper(folder, CLOSE) as client:
            given = bytes.fromhex((await client.get(f"/keys/{REF}")).json()["key"])
        assert {bytes(PrivateKey(given).public_key).hex()} == set(public)
        assert [file.name for file in folder.iterdir()] == [f"{REF}.key"]
        if not died:
            break
    assert step > 5


@pytest.mark.parametrize(("method", "steps"), [("GET", 1), ("DELETE", 5)])
async def test_killed_while_it_gives_out_or_destroys_a_key_it_has_it_whole_or_never_gives_it_again(
    tmp_path: Path, method: str, steps: int
) -> None:
    there = []
    for step in count(1):
        folder = tmp_path / str(step)
        made = Staffside(folder)
        kept = made.drawer.put(REF, CLOSE)
        died = await killed(folder, CLOSE, step, method)
        async with keeper(folder, CLOSE) as client:
            again = await client.get(f"/keys/{REF}")
            assert (again.status_code, again.json().get("key")) in {(200, kept.key.hex()), (404, None)}
            there.append(again.status_code == 200)
            assert (await client.put(f"/keys/{OTHER}", json=LATER)).status_code == 200
            assert (await client.delete(f"/keys/{REF}")).status_code == (204 if there[-1] else 404)
            assert (await client.get(f"/keys/{REF}")).status_code == 404
        assert [file.name for file in folder.iterdir()] == [f"{OTHER}.key"]
        if not died:
            break
    assert step > steps
    assert there == sorted(there, reverse=True)  # once it has begun to go, it is never given again
    assert there[-1] == (method == "GET")
