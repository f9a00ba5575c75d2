"""The Slack door: verified requests and Socket Mode come in here, the bot answers, and the answer goes back.

Bolt carries what both ways share. It makes no calls of its own: our own step answers every payload.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.slack import verify, web
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
    """The door. `routes` serve HTTP; `start` finds out where we are, who is there, and opens Socket Mode."""

    platform = "slack"

    def __init__(
        self,
        settings: SlackDoor,
        bot: Answers,
        known: Callable[[str, str], Awaitable[bool]],
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._settings, self._bot, self._known, self._pause = settings, bot, known, pause
        self._client = web.client(settings.bot_token, settings.api_url)
        self._turns = Turns(bot, self._client, pause)
        self._app = _bolt(self._client, self._turns)
        self._session: aiohttp.ClientSession | None = None
        self._openings: list[Opening] = []
        self._lines: list[Line] = []
        self.sender: Sender = SlackSender(self._client)
        self.routes: list[BaseRoute] = [Route(PATH, self._receive, methods=["POST"])] if settings.signing_secret else []

    async def start(self) -> None:
        """Returns at once; what needs Slack is done in the background, again and again until Slack is there."""
        self._session = self._client.session = web.session()
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
        """Learns the workspace; reads everybody in it unless they are known."""
        auth = await self._client.auth_test()
        team = str(auth.get("team_id") or auth.get("enterprise_id") or "")
        if await self._known(self.platform, team):
            return
        for arrived in await everybody(self._client, team, self._pause):
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
            log.warning("a signed payload was not understood: %s", type(error).__name__)
            return BoltResponse(status=200)
        return answered if answered.status < 500 else BoltResponse(status=200)


class _OurToken(AsyncAuthorize):
    """Bolt asks who we are at every payload; we always are the one bot whose token was set."""

    def __init__(self, token: str) -> None:
        self._result = AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token)

    async def __call__(self, **_asked: Any) -> AuthorizeResult:
        return self._result


class _OnlyStep(AsyncMiddleware):
    """The one thing that Bolt does with a payload: it is handed to our turns, whose answer is the whole answer.

    Bolt's own listeners lose an acknowledgement when they fail right after it, and wait 10 ms for it otherwise.
    """

    def __init__(self, turns: Turns) -> None:
        self._turns = turns

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002
    ) -> BoltResponse:
        return BoltResponse(status=200, body=await self._turns.take(req.body) or "")


def _bolt(client: AsyncWebClient, turns: Turns) -> AsyncApp:
    """`authorize` also keeps SLACK_CLIENT_ID in the environment from putting OAuth in the place of our token."""
    app = AsyncApp(
        name=web.SDK,  # Bolt sets up the logger of this name as well
        logger=web.silent(),
        client=client,
        authorize=_OurToken(client.token or ""),
        process_before_response=True,
        request_verification_enabled=False,  # done before Bolt, over the raw bytes
        ignoring_self_events_enabled=False,  # done by inbound, without asking Slack who we are
        ssl_check_enabled=False,  # would answer before the signature is looked at
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.use(_OnlyStep(turns))
    return app


async def _body(request: Request) -> bytes:
    """The raw body, never more than is allowed."""
    if int(request.headers.get("content-length") or 0) > verify.LARGEST:
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
