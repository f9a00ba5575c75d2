"""How Hearback asks the keeper: four short requests, none of which is made again before half a minute has passed."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

import httpx

from bot.keeper import KEY, Given, Look, NotGiven
from bot.ports import Clock
from bot.settings import KeeperDoor

log = logging.getLogger("hearback.keeper")

TIMEOUT = httpx.Timeout(5.0, connect=3.0)
PEACE = timedelta(seconds=30)
"""So long the keeper is left in peace after a no: the clock knocks every two seconds, and each try may take five."""
SILENT = ""
"""Where it is noted that the keeper did not answer at all: then it is not asked for anything else either."""


class HttpKeeper:
    """Implements `bot.keeper.Keeper`. Certificates and proxies are the system's own (SSL_CERT_FILE, HTTPS_PROXY)."""

    def __init__(self, door: KeeperDoor, clock: Clock, edge: httpx.AsyncBaseTransport | None = None) -> None:
        self._door, self._clock, self._edge = door, clock, edge
        self._client: httpx.AsyncClient | None = None
        self._peace: dict[str, datetime] = {}

    @property
    def name(self) -> str:
        return self._door.name

    async def keep(self, ref: str, until: datetime) -> Given | NotGiven:
        answer = await self._asks("PUT", f"/keys/{ref}", {"until": until.isoformat()})
        return _key(answer, "public")

    async def give(self, ref: str) -> Given | NotGiven:
        return _key(await self._asks("GET", f"/keys/{ref}"), "key")

    async def destroy(self, ref: str) -> bool:
        answer = await self._asks("DELETE", f"/keys/{ref}")
        return isinstance(answer, httpx.Response) or answer.why == "404"

    async def look(self) -> Look | NotGiven:
        answer = await self._asks("GET", "/keys")
        if isinstance(answer, NotGiven):
            return answer
        try:
            said = answer.json()
            return Look(datetime.fromisoformat(said["now"]), int(said["keys"]))
        except (ValueError, TypeError, KeyError):
            return NotGiven("not a keeper")

    async def close(self) -> None:
        if self._client:
            await self._client.aclose()

    async def _asks(self, method: str, path: str, body: Mapping[str, str] | None = None) -> httpx.Response | NotGiven:
        """The answer where it is a yes."""
        now, what = self._clock.now(), f"{method} {path}"
        if any(now < self._peace.get(each, now) for each in (SILENT, what)):
            return NotGiven("asked a moment ago", asked=False)
        try:
            answer = await self._opened().request(method, path, json=body)
        except httpx.HTTPError as error:
            return self._in_peace(SILENT, type(error).__name__)
        if answer.is_success:
            self._peace.pop(what, None)
            return answer
        return self._in_peace(what, str(answer.status_code))

    def _in_peace(self, what: str, why: str) -> NotGiven:
        now = self._clock.now()
        self._peace = {each: until for each, until in self._peace.items() if now < until} | {what: now + PEACE}
        log.warning("the keeper did not do what was asked: %s", why)
        return NotGiven(why)

    def _opened(self) -> httpx.AsyncClient:
        """Made when it is first needed: reading the system's certificates takes a tenth of a second."""
        if self._client is None:
            headers = {"Authorization": f"Bearer {self._door.token}"}
            self._client = httpx.AsyncClient(
                base_url=self._door.url, headers=headers, timeout=TIMEOUT, transport=self._edge, follow_redirects=False
            )
        return self._client


def _key(answer: httpx.Response | NotGiven, name: str) -> Given | NotGiven:
    if isinstance(answer, NotGiven):
        return answer
    try:
        key = bytes.fromhex(answer.json()[name])
    except (ValueError, TypeError, KeyError):
        return NotGiven("not a keeper")
    return Given(key) if len(key) == KEY else NotGiven("not a keeper")
