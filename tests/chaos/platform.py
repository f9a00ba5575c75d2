"""A chat platform on loopback that counts what arrives, and is sometimes rude about it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True)
class Call:
    """One call, as the process that made it tells: when it took the message, and when it began to call, in seconds."""

    key: str
    claimed: float
    begun: float


class CountingPlatform:
    """Takes a little time before and after it accepts a message: a kill may come in between."""

    def __init__(self) -> None:
        self.address = ""
        self.accepted: Counter[str] = Counter()
        self.calls: list[Call] = []
        self._asked = 0
        self._more = asyncio.Condition()

    async def reached(self, messages: int) -> None:
        async with self._more:
            await self._more.wait_for(lambda: self.accepted.total() >= messages)

    async def send(self, request: web.Request) -> web.Response:
        call = Call(**await request.json())
        self._asked += 1
        asked = self._asked
        await asyncio.sleep(asked % 5 / 500)
        if asked % 250 == 0:
            return web.json_response({"seconds": 0.5}, status=429)
        if asked % 101 == 0:
            return web.json_response({}, status=503)
        async with self._more:
            self.accepted[call.key] += 1
            self.calls.append(call)
            self._more.notify_all()
        await asyncio.sleep(asked % 7 / 500)
        return web.json_response({"id": f"m-{call.key}"}, status=503 if asked % 97 == 0 else 200)

    async def find(self, request: web.Request) -> web.Response:
        return web.json_response({"found": request.query["key"] in self.accepted})


@asynccontextmanager
async def counting_platform() -> AsyncIterator[CountingPlatform]:
    platform = CountingPlatform()
    app = web.Application()
    app.add_routes([web.post("/send", platform.send), web.get("/find", platform.find)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    platform.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield platform
    finally:
        await runner.cleanup()
