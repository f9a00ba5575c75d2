"""The Slack door: verified requests and Socket Mode come in here, the bot answers, and the answer goes back."""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.slack import verify, web
from adapters.slack.bolt import bolt_app, puzzled
from adapters.slack.directory import everybody
from adapters.slack.line import Line
from adapters.slack.opening import Opening
from adapters.slack.sender import SlackSender
from adapters.slack.turn import Pause, Turns
from bot.ports import Answers, Sender
from bot.settings import SlackDoor

log = logging.getLogger("hearback.slack")

LINES = 2  # Slack sends each envelope down one of them; two cover the seconds in which one is renewed
PATH = "/slack/events"


class Slack:
    """The door. `routes` serve HTTP; `start` finds out where we are, who is there, and opens Socket Mode.

    A door that is not `listening` does none of this: it can only send.
    """

    platform = "slack"

    def __init__(
        self,
        settings: SlackDoor,
        bot: Answers,
        *,
        pause: Pause = asyncio.sleep,
        listening: bool = True,
    ) -> None:
        self._settings, self._bot, self._pause, self._listening = settings, bot, pause, listening
        self._client = web.client(settings.bot_token, settings.api_url)
        self._turns = Turns(bot, self._client, pause)
        self._app = bolt_app(self._client, self._turns)
        self._session: aiohttp.ClientSession | None = None
        self._openings: list[Opening] = []
        self._lines: list[Line] = []
        self.sender: Sender = SlackSender(self._client)
        served = listening and settings.signing_secret
        self.routes: list[BaseRoute] = [Route(PATH, self._receive, methods=["POST"])] if served else []

    async def start(self) -> None:
        """Returns at once; what needs Slack is done in the background, again and again until Slack is there."""
        self._session = self._client.session = web.session()
        if not self._listening:
            return
        steps: list[Callable[[], Coroutine[Any, Any, None]]] = [self._arrive]
        if self._settings.app_token:
            self._lines = [Line(self._app, self._settings.app_token, self._client) for _ in range(LINES)]
            steps += [line.connect for line in self._lines]
        self._openings = [Opening(step, self._pause) for step in steps]

    async def stop(self) -> None:
        """Takes nothing more, finishes what was promised, and lets go of all connections."""
        for opening in self._openings:
            await opening.cancel()
        for line in self._lines:
            await line.close()
        await self._turns.finish()
        if self._session is not None:
            await self._session.close()

    async def settled(self) -> None:
        """Waits until everything begun in the background is done, or has failed once and waits for its next try."""
        for opening in self._openings:
            await opening.tried.wait()
        await self._turns.settled()

    async def _arrive(self) -> None:
        """Learns the workspace and reads everybody in it, at every start: a reading may have been cut off half-way."""
        auth = await self._client.auth_test()
        ours = tuple(str(auth[name]) for name in ("team_id", "enterprise_id") if auth.get(name))
        for arrived in await everybody(self._client, ours or ("",), self._pause):
            await self._bot.answer(arrived)

    async def _receive(self, request: Request) -> Response:
        """One signed request. What is not Slack's is turned away before it is read."""
        try:
            body = await _body(request)
            if not verify.signed(request.headers, body, self._settings.signing_secret, time.time()):
                raise verify.Refused(401)
            payload = verify.payload(request.headers.get("content-type", ""), body)
        except verify.Refused as refused:
            return Response(status_code=refused.status)
        answered = await self._dispatched(payload)
        return Response(answered.body, answered.status, headers={"content-type": answered.headers["content-type"][0]})

    async def _dispatched(self, payload: dict[str, Any]) -> BoltResponse:
        """Bolt's answer; a shape that Bolt stumbles over is acknowledged, and nothing happens."""
        try:
            # Bolt's word for "verified and parsed already", so that it does neither again.
            answered = await self._app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=payload))
        except Exception as error:
            puzzled(error)
            return BoltResponse(status=200)
        return answered if answered.status < 500 else BoltResponse(status=200)


async def _body(request: Request) -> bytes:
    """The raw body, never more than is allowed."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > verify.LARGEST:
        raise verify.Refused(413)
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > verify.LARGEST:
                raise verify.Refused(413)
    except ClientDisconnect:
        raise verify.Refused(400) from None
    return bytes(body)
