"""Bolt, Slack's own framework, as the one path that HTTP and Socket Mode share.

It makes no calls of its own and keeps no listeners: our one step answers every payload.
"""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import web
from adapters.slack.turn import Turns

log = logging.getLogger("hearback.slack")


def bolt_app(client: AsyncWebClient, turns: Turns) -> AsyncApp:
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
    app.error(_acknowledged)
    return app


def puzzled(error: Exception) -> None:
    """One line of a payload whose shape nobody documented: that it came, and nothing of what stood in it."""
    log.warning("reference %s: a signed payload was not understood: %s", secrets.token_hex(3), type(error).__name__)


async def _acknowledged(error: Exception) -> BoltResponse:
    """What Bolt itself stumbles over is acknowledged, so that Slack does not send it again; nothing happens."""
    puzzled(error)
    return BoltResponse(status=200)


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
