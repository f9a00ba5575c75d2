"""The dozen calls with which a bot writes in Teams: start a chat, send, change a message, list the people in a team."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import quote

import httpx

from adapters.teams.activity import Json, part, parts, served, words
from adapters.teams.credentials import Credentials
from bot.settings import TeamsDoor
from bot.values import dataclass

TRIES = 3
LONGEST_WAIT = 20.0
USUAL_WAIT = 2.0
PAGE = 500
MOST_PAGES = 2000
TIMEOUT = httpx.Timeout(10.0, connect=5.0)
WAIT_AND_RETRY = frozenset({412, 429})
BROKEN = frozenset({500, 502, 503, 504})


class Cut(Exception):
    """No answer came: nobody knows whether the call arrived."""

    def __init__(self, code: str, *, arrived: bool = True) -> None:
        super().__init__(code)
        self.code, self.perhaps_arrived = code, arrived


@dataclass(frozen=True, slots=True)
class Answered:
    """The service's answer; `wait` is how many seconds it asks for, or the usual."""

    status: int
    body: Json
    wait: float = USUAL_WAIT

    @property
    def well(self) -> bool:
        return 200 <= self.status < 300

    @property
    def code(self) -> str:
        """The error's name for a log: the service's own, as far as it is a plain word."""
        named = words(part(self.body.get("error")).get("code")) or words(self.body.get("errorCode"))
        return f"{self.status} {named}" if named.isalnum() and len(named) <= 60 else str(self.status)


class Connector:
    """The Bot Connector's REST calls. Methods with `patient` try again where that cannot show a message twice."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        credentials: Credentials,
        settings: TeamsDoor,
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client, self._credentials, self._settings, self._pause = client, credentials, settings, pause

    async def post(self, service: str, conversation: str, activity: Json) -> Answered:
        """Sends an activity, once."""
        return await self._once("POST", _address(service, conversation, "activities"), activity)

    async def post_patiently(self, service: str, conversation: str, activity: Json) -> Answered:
        """Sends an activity; tries again only after an answer that says it was not taken."""
        return await self._patiently("POST", _address(service, conversation, "activities"), activity)

    async def put_patiently(self, service: str, conversation: str, activity: Json) -> Answered:
        """Changes the message whose id the activity carries."""
        return await self._patiently("PUT", _address(service, conversation, "activities", activity["id"]), activity)

    async def open_chat(self, service: str, user: str, tenant: str) -> Answered:
        """The personal chat with somebody: made, or found again; its id is the answer's `id`."""
        body: Json = {"isGroup": False, "members": [{"id": user}], "tenantId": tenant}
        return await self._once("POST", _address(service), body)

    async def member(self, service: str, conversation: str, user: str) -> Json:
        """What the roster says of one person; empty if it does not say."""
        answered = await self._patiently("GET", _address(service, conversation, "members", user))
        return answered.body if answered.well else {}

    async def members(self, service: str, conversation: str) -> AsyncIterator[Json]:
        """Everybody in a team or chat, page after page. Raises `Cut` if the list breaks off."""
        page, following = "", _address(service, conversation, "pagedmembers") + f"?pageSize={PAGE}"
        for _ in range(MOST_PAGES):
            answered = await self._patiently("GET", following + page)
            if not answered.well:
                raise Cut(answered.code)
            for person in parts(answered.body.get("members")):
                yield person
            token = words(answered.body.get("continuationToken"))
            if not token:
                return
            page = f"&continuationToken={quote(token, safe='')}"

    async def _patiently(self, method: str, url: str, body: Json | None = None) -> Answered:
        """TEAMS' table of errors: 412 and 429 were not taken; broken lines and 5xx only where twice is once."""
        harmless = method != "POST"
        for attempt in range(1, TRIES):
            wait = USUAL_WAIT * attempt
            try:
                answered = await self._once(method, url, body)
            except Cut as cut:
                if cut.perhaps_arrived and not harmless:
                    raise
            else:
                if answered.status not in WAIT_AND_RETRY and not (harmless and answered.status in BROKEN):
                    return answered
                wait = answered.wait
            await self._pause(min(wait, LONGEST_WAIT) + random.random())  # noqa: S311 - spreads retries, hides nothing
        return await self._once(method, url, body)

    async def _once(self, method: str, url: str, body: Json | None = None) -> Answered:
        if not served(url.partition("?")[0], self._settings.service_hosts, loopback=self._settings.unverified):
            raise Cut("unknown service", arrived=False)
        token = await self._credentials.token()
        answered = await self._call(method, url, body, token)
        if answered.status == 401 and token:
            answered = await self._call(method, url, body, await self._credentials.token(refused=token))
        return answered

    async def _call(self, method: str, url: str, body: Json | None, token: str) -> Answered:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            answer = await self._client.request(method, url, json=body, headers=headers)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Cut(type(error).__name__, arrived=False) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Cut(type(error).__name__) from None
        return Answered(answer.status_code, _json(answer), _wait(answer))


def _address(service: str, *path: str) -> str:
    """`{service}/v3/conversations/...`; ids hold colons and semicolons, so every part is quoted."""
    return "/".join((service.rstrip("/"), "v3/conversations", *(quote(one, safe="") for one in path)))


def _json(answer: httpx.Response) -> Json:
    try:
        return part(answer.json())
    except ValueError:
        return {}


def _wait(answer: httpx.Response) -> float:
    """Retry-After in seconds; the form with a date is not used by Teams."""
    told = answer.headers.get("retry-after", "")
    return float(told) if told.isdecimal() and len(told) < 6 else USUAL_WAIT
