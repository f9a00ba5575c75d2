"""The bot's own proof towards Microsoft: one token, asked for early, by one request at a time."""

import asyncio
import logging
import time
from collections.abc import Callable

import httpx

from adapters.teams.activity import Json, part, words
from bot.settings import TeamsDoor

log = logging.getLogger("hearback.teams")

EARLY = 300.0
AGAIN = 30.0


class NoToken(Exception):
    """Microsoft gives us no token now, so nothing can be sent."""


class Credentials:
    """Client credentials, kept as one bearer token. Without a password there is none: for unsigned trials only."""

    def __init__(
        self, client: httpx.AsyncClient, settings: TeamsDoor, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._client, self._settings, self._clock = client, settings, clock
        self._token = ""
        self._renew_at = self._ends = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def token(self, *, refused: str = "") -> str:
        """A valid token; with `refused`, one that is not the one that was just refused. Raises `NoToken`."""
        if not self._settings.app_password:
            return ""
        async with self._one_at_a_time:
            if not self._token or self._token == refused:
                await self._ask()
            elif self._clock() >= self._renew_at:
                await self._renew()
            return self._token

    async def _renew(self) -> None:
        """Early enough that the old token serves for some minutes yet, should the login service not answer."""
        try:
            await self._ask()
        except NoToken:
            if self._clock() >= self._ends:
                raise
            self._renew_at = self._clock() + AGAIN

    async def _ask(self) -> None:
        settings = self._settings
        form = {
            "grant_type": "client_credentials",
            "client_id": settings.app_id,
            "client_secret": settings.app_password,
            "scope": settings.oauth_scope,
        }
        try:
            answer = await self._client.post(login_address(settings), data=form)
            given = part(answer.json()) if answer.status_code == 200 else {}
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            log.warning("no token from the login service: %s", type(error).__name__)
            raise NoToken from None
        if not words(given.get("access_token")):
            log.warning("no token from the login service: status %d", answer.status_code)
            raise NoToken
        self._token = words(given.get("access_token"))
        seconds = _life(given)
        self._renew_at = self._clock() + max(seconds - EARLY, seconds / 2)
        self._ends = self._clock() + seconds


def login_address(settings: TeamsDoor) -> str:
    """Where tokens are asked for: the setting (an authority, or the whole address), or else the organisation's own."""
    login = (settings.login_url or f"https://login.microsoftonline.com/{settings.tenant_id}").rstrip("/")
    return login if login.endswith("/token") else f"{login}/oauth2/v2.0/token"


def _life(given: Json) -> float:
    try:
        return float(given.get("expires_in", 0))
    except (TypeError, ValueError):
        return 0.0
