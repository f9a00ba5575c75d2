"""How Hearback asks the keeper: four short requests, none of which is made again before half a minute has passed."""

import asyncio
import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from bot.keeper import KEY, Given, Look, NotGiven
from bot.ports import Clock
from bot.settings import KeeperDoor

log = logging.getLogger("hearback.keeper")

TIMEOUT = httpx.Timeout(5.0, connect=3.0)
LONGEST = 8.0
"""Seconds for the whole of a request: time-outs count from one piece to the next."""
LARGEST = 2000
"""Bytes of an answer; a keeper's own has at most eighty."""
PEACE = timedelta(seconds=30)
"""So long the keeper is left in peace after a no: the clock knocks every two seconds, and each try may take five."""
NONSENSE = (ValueError, TypeError, KeyError, OverflowError, RecursionError)
FAILS = (httpx.HTTPError, httpx.InvalidURL, OSError)
"""What a line can do; time-outs, and certificates that cannot be read, are among OSError."""
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
        return not isinstance(answer, NotGiven) or answer.why == "404"

    async def look(self) -> Look | NotGiven:
        answer = await self._asks("GET", "/keys")
        if isinstance(answer, NotGiven):
            return answer
        try:
            said = json.loads(answer)
            return Look(datetime.fromisoformat(said["now"]).astimezone(UTC), int(said["keys"]))
        except NONSENSE:
            return NotGiven("not a keeper")

    async def close(self) -> None:
        if self._client:
            await self._client.aclose()

    async def _asks(self, method: str, path: str, body: Mapping[str, str] | None = None) -> bytes | NotGiven:
        """What was answered, where it is a yes."""
        now, what = self._clock.now(), f"{method} {path}"
        if any(now < self._peace.get(each, now) for each in (SILENT, what)):
            return NotGiven("asked a moment ago", asked=False)
        try:
            async with asyncio.timeout(LONGEST):
                status, said = await self._answered(self._opened().build_request(method, path, json=body))
        except FAILS as error:
            return self._in_peace(SILENT, type(error).__name__)
        if 200 <= status < 300:
            self._peace.pop(what, None)
            return said
        return self._in_peace(what, str(status))

    async def _answered(self, request: httpx.Request) -> tuple[int, bytes]:
        """The status and the beginning of the answer, which is all of it where a keeper answers."""
        answer = await self._opened().send(request, stream=True)
        said = b""
        try:
            async for piece in answer.aiter_raw():
                said += piece
                if len(said) > LARGEST:
                    break
        finally:
            await answer.aclose()
        return answer.status_code, said[:LARGEST]

    def _in_peace(self, what: str, why: str) -> NotGiven:
        now = self._clock.now()
        self._peace = {each: until for each, until in self._peace.items() if now < until} | {what: now + PEACE}
        log.warning("the keeper did not do what was asked: %s", why)
        return NotGiven(why)

    def _opened(self) -> httpx.AsyncClient:
        """Made when it is first needed: reading the system's certificates takes a tenth of a second."""
        if self._client is None:
            headers = {"Authorization": f"Bearer {self._door.token}", "Accept-Encoding": "identity"}
            made: dict[str, Any] = {"base_url": self._door.url, "headers": headers, "timeout": TIMEOUT}
            # Without https it is a tunnel that begins on this machine, and no proxy has to read the token.
            tunnel = self._door.url.startswith("http://")
            self._client = httpx.AsyncClient(**made, transport=self._edge, trust_env=not tunnel)
        return self._client


def _key(answer: bytes | NotGiven, name: str) -> Given | NotGiven:
    if isinstance(answer, NotGiven):
        return answer
    try:
        key = bytes.fromhex(json.loads(answer)[name])
    except NONSENSE:
        return NotGiven("not a keeper")
    return Given(key) if len(key) == KEY else NotGiven("not a keeper")
