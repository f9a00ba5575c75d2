"""A chat platform on loopback that counts what arrives, and is sometimes rude about it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


class CountingPlatform:
    """Takes a little time before and after it accepts a message: a kill may come in between."""

    def __init__(self) -> None:
        self.address = ""
        self.accepted: Counter[str] = Counter()
        self._asked = 0
        self._more = asyncio.Condition()

    async def reached(self, messages: int) -> None:
        async with self._more:
            await self._more.wait_for(lambda: self.accepted.total() >= messages)

    async def send(self, request: web.Request) -> web.Response:
        key = (await request.json())["key"]
        self._asked += 1
        asked = self._asked
        await asyncio.sleep(asked % 5 / 500)
        if asked % 250 == 0:
            return web.json_response({"seconds": 0.5}, status=429)
        if asked % 101 == 0:
            return web.json_response({}, status=503)
        async with self._more:
            self.accepted[key] += 1
            self._more.notify_all()
        await asyncio.sleep(asked % 7 / 500)
        return web.json_response({"id": f"m-{key}"}, status=503 if asked % 97 == 0 else 200)

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
