"""Puts the strict Slack on a loopback port: the Web API, response_urls, and the Socket Mode lines.

It can be told to fail as networks fail: too many calls, a server error, silence, a line cut after Slack had accepted.
"""

import asyncio
import json
from collections import defaultdict
from typing import Any, Literal

from aiohttp import WSMsgType, web

from tests.drivers.fake_slack import FakeSlack, Refusal

Trouble = Literal["429", "500", "not json", "silence", "cut", "cut before"]
Json = dict[str, Any]


class SlackServer:
    """`trouble[method]` holds what happens to the next calls of that method, in order."""

    def __init__(self, slack: FakeSlack) -> None:
        self.slack = slack
        self.trouble: dict[str, list[Trouble]] = defaultdict(list)
        self.address = ""
        self.lines: list[web.WebSocketResponse] = []
        self.opened = asyncio.Condition()
        self.acknowledged: dict[str, asyncio.Future[Json]] = {}
        self.hold = asyncio.Event()
        self.hold.set()
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        return f"{self.address}/api/"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/response/{number}", self._response_url)
        app.router.add_get("/line", self._line)
        self._runner = web.AppRunner(app, shutdown_timeout=0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        [(host, port)] = [address[:2] for address in self._runner.addresses]
        self.address = f"http://{host}:{port}"

    async def stop(self) -> None:
        self.hold.set()
        for line in self.lines:
            await line.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def has_lines(self, count: int, seconds: float = 3) -> None:
        """Waits until so many Socket Mode lines have been opened in all."""
        async with asyncio.timeout(seconds), self.opened:
            await self.opened.wait_for(lambda: len(self.lines) >= count)

    async def deliver(self, line: int, envelope: Json) -> Json:
        """Sends an envelope down a line and returns its acknowledgement."""
        waiting = self.acknowledged[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        await self.lines[line].send_json(envelope)
        return await asyncio.wait_for(waiting, 3)

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        trouble = self.trouble[method].pop(0) if self.trouble[method] else None
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        arguments = await _arguments(request)
        if trouble == "silence":
            await self.hold.wait()
        await self.hold.wait()
        if refused := self._refused(request, trouble):
            return refused
        try:
            answer = self.slack.call(method, token, arguments)
        except Refusal as refusal:
            return web.json_response(refusal.answer)
        if method == "apps.connections.open":
            answer["url"] = f"{self.address.replace('http', 'ws')}/line"
        if trouble == "cut":
            _cut(request)
        return web.json_response(answer)

    def _refused(self, request: web.Request, trouble: Trouble | None) -> web.Response | None:
        match trouble:
            case "429":
                body = {"ok": False, "error": "ratelimited"}
                return web.json_response(body, status=429, headers={"Retry-After": "7"})
            case "500":
                return web.json_response({"ok": False, "error": "internal_error"}, status=500)
            case "not json":
                return web.Response(status=503, text="<html>later</html>", content_type="application/json")
            case "cut before":
                _cut(request)
                return web.Response(status=500)
            case _:
                return None

    async def _response_url(self, request: web.Request) -> web.Response:
        try:
            self.slack.respond(request.path, await request.json())
        except Refusal as refusal:
            return web.json_response(refusal.answer, status=400)
        return web.Response(text="ok")

    async def _line(self, request: web.Request) -> web.WebSocketResponse:
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_json({"type": "hello", "num_connections": len(self.lines) + 1})
        async with self.opened:
            self.lines.append(line)
            self.opened.notify_all()
        async for message in line:
            if message.type is WSMsgType.TEXT:
                said = json.loads(message.data)
                waiting = self.acknowledged.get(said.get("envelope_id"))
                if waiting and not waiting.done():
                    waiting.set_result(said)
        return line


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        found = await request.json()
        return dict(found)
    form = await request.post() if request.method == "POST" else {}
    return {**request.query, **form}


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
