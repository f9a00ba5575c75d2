"""The door itself: takes what Teams delivers, proves where it comes from, and answers with what the turn gives back."""

import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from adapters.teams.activity import Json, from_itself, well_formed
from adapters.teams.connector import TIMEOUT, Connector
from adapters.teams.credentials import Credentials
from adapters.teams.errands import Errands
from adapters.teams.identity import Forbidden, Identity, Stranger, welcome
from adapters.teams.keys import Keys, NoKeys
from adapters.teams.sdk import Turns
from adapters.teams.sender import TeamsSender
from adapters.teams.turns import TeamsTurns
from bot.events import Account
from bot.ports import Answers, Sender
from bot.settings import TeamsDoor

ENDPOINT = "/api/messages"
LARGEST = 256 * 1024
QUIET = ("httpx", "httpcore", "botbuilder", "botframework", "msrest")
"""Libraries that would log addresses with people's ids in them."""

_written = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
HERE = ("localhost", "127.0.0.1", "::1")


class TooLarge(Exception):
    """More than any card or message could need: 413, before anything is read."""


class Teams:
    """One app registration, one organisation. `known` says whether somebody is in the directory."""

    platform = "teams"
    sender: Sender

    def __init__(
        self,
        settings: TeamsDoor,
        bot: Answers,
        known: Callable[[Account], Awaitable[bool]],
        *,
        loopback: bool,
        edge: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """`edge` takes the place of the network; without it, `SSL_CERT_FILE` and the proxy variables are honoured."""
        if settings.unverified and not loopback:
            raise ValueError("Teams without verification is for trials on this machine: set HOST=127.0.0.1.")
        for name in QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._settings = settings
        self._client = httpx.AsyncClient(transport=edge, timeout=TIMEOUT, trust_env=True)
        self._identity = Identity(settings, Keys(self._client, settings.openid_metadata_url))
        connector = Connector(self._client, Credentials(self._client, settings), settings)
        self._errands = Errands()
        self._turns = Turns(TeamsTurns(bot, connector, self._errands, app=settings.app_id, known=known))
        self.sender = TeamsSender(connector, settings)
        self.routes: list[BaseRoute] = [Route(ENDPOINT, self._receive, methods=["POST"])]

    async def start(self) -> None:
        """Nothing to do: Teams delivers by itself, and keys and tokens are fetched when they are first needed."""

    async def settled(self) -> None:
        """Returns when every message that was left to send has been sent."""
        await self._errands.settled()

    async def stop(self) -> None:
        await self._errands.stop()
        await self._client.aclose()

    async def _receive(self, request: Request) -> Response:
        try:
            body = await _body(request)
            activity = await (
                self._trusted(request, body) if self._settings.unverified else self._proved(request, body)
            )
        except TooLarge:
            return Response(status_code=413)
        except Stranger:
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        except Forbidden:
            return Response(status_code=403)
        except NoKeys:
            return Response(status_code=503, headers={"Retry-After": "5"})
        except ValueError:
            return Response(status_code=400)
        if from_itself(activity, self._settings.app_id):
            return Response()
        answer = await self._turns.run(activity)
        return Response() if answer is None else Response(_written(answer), media_type="application/json")

    async def _proved(self, request: Request, body: bytes) -> Json:
        """The activity, once its token is checked; nothing is parsed for somebody who has none."""
        token = await self._identity.read(request.headers.get("authorization", ""))
        activity = _activity(body)
        await self._identity.admit(token, activity)
        return activity

    async def _trusted(self, request: Request, body: bytes) -> Json:
        """An unsigned activity, for trials. Web pages on this machine cannot send JSON elsewhere without asking."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if request.url.hostname not in HERE or kind != "application/json":
            raise Forbidden
        activity = _activity(body)
        welcome(self._settings, activity)
        return activity


async def _body(request: Request) -> bytes:
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told[:12]) > LARGEST:
        raise TooLarge
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise TooLarge
    return bytes(body)


def _activity(body: bytes) -> Json:
    """The activity; raises `ValueError` for what is no JSON or no activity."""
    try:
        activity: Any = json.loads(body)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not well_formed(activity):
        raise ValueError("no activity")
    return dict(activity)
