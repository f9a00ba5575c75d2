"""One Socket Mode line: a connection that we open, down which Slack sends what it would else send over HTTP."""

import asyncio

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import web
from adapters.slack.bolt import puzzled

PING = 5.0  # seconds; also how long the SDK takes to notice a line that was cut without a word
PATIENCE = 20.0


class Line:
    """A connection that the SDK renews whenever Slack asks for it."""

    def __init__(self, app: AsyncApp, app_token: str, client: AsyncWebClient) -> None:
        self._app, self._token, self._client = app, app_token, client
        self._open: AsyncSocketModeHandler | None = None

    async def connect(self) -> None:
        """Opens the line. Raises when Slack is not there: the SDK itself would try for ever, and log each time."""
        opened = _Listening(self._app, self._token, logger=web.silent(), web_client=self._client, ping_interval=PING)
        try:
            opened.client.wss_uri = await opened.client.issue_new_wss_url()
            opened.client.proxy = web.proxy(opened.client.wss_uri)
            await asyncio.wait_for(opened.client.connect(), PATIENCE)  # type: ignore[no-untyped-call]  # the SDK's gap
        except BaseException:
            await opened.close_async()  # type: ignore[no-untyped-call]
            raise
        self._open = opened

    async def close(self) -> None:
        if self._open is not None:
            await self._open.close_async()  # type: ignore[no-untyped-call]


class _Listening(AsyncSocketModeHandler):
    """Bolt's listener, which acknowledges also what Bolt cannot make a request of: else Slack would send it again."""

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]  # as Bolt's own
        try:
            await super().handle(client, req)
        except Exception as error:
            puzzled(error)
            await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
