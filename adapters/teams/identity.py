"""Makes sure that a request truly comes from Microsoft Teams, is meant for this bot, and comes from our organisation."""

import hashlib
import time
from collections import OrderedDict
from functools import lru_cache

import jwt

from adapters.teams.activity import CHANNEL, Json, served, tenant, words
from adapters.teams.keys import Keys
from bot.settings import TeamsDoor
from bot.values import dataclass

ALGORITHMS = ["RS256"]
SKEW = 300
REMEMBERED = 64
LONGEST_TOKEN = 8192


class Stranger(Exception):
    """The request does not prove where it comes from: 401."""


class Forbidden(Exception):
    """The request comes from Microsoft, but not for us, or not from where it says: 403."""


@dataclass(frozen=True, slots=True)
class Token:
    """What was proved once by a signature: the claims that are looked at again for each request."""

    kid: str
    service: str
    starts: float
    ends: float


class Identity:
    """Checks inbound tokens. Teams sends one token for up to an hour, so signatures already checked are remembered.

    What is remembered is a hash of the token with its key's id, times and service address. The times, whether the key
    is still published and endorsed, the service address and the tenant are looked at anew for every request.
    """

    def __init__(self, settings: TeamsDoor, keys: Keys) -> None:
        self._settings, self._keys = settings, keys
        self._checked: OrderedDict[bytes, Token] = OrderedDict()

    async def read(self, header: str) -> Token:
        """The token of an `Authorization` header, proved to be signed for this bot and valid now.

        Raises `Stranger`, or `keys.NoKeys` when the signing keys cannot be had.
        """
        scheme, _, encoded = header.partition(" ")
        if scheme.lower() != "bearer" or not encoded or len(encoded) > LONGEST_TOKEN:
            raise Stranger
        mark = hashlib.sha256(encoded.encode()).digest()
        if token := self._checked.get(mark):
            self._still_valid(token)
            return token
        token = await self._prove(encoded)
        self._checked[mark] = token
        while len(self._checked) > REMEMBERED:
            self._checked.popitem(last=False)
        return token

    async def admit(self, token: Token, activity: Json) -> None:
        """Whether this token may bring this activity; raises `Forbidden` or `Stranger`."""
        key = await self._keys.find(token.kid)
        if key is None:
            raise Stranger
        channel = words(activity.get("channelId"))
        if channel != CHANNEL or channel not in key.endorsements:
            raise Forbidden
        if not token.service or _address(token.service) != _address(words(activity.get("serviceUrl"))):
            raise Forbidden
        welcome(self._settings, activity)

    async def _prove(self, encoded: str) -> Token:
        try:
            kid = _kid(encoded.partition(".")[0])
            key = await self._keys.find(kid) if kid else None
            if key is None:
                raise Stranger
            claims = jwt.decode(
                encoded,
                key.key,
                algorithms=ALGORITHMS,
                audience=self._settings.app_id,
                issuer=self._settings.token_issuer,
                leeway=SKEW,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
            starts, ends = float(claims.get("nbf", 0)), float(claims["exp"])
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            raise Stranger from None
        return Token(kid, words(claims.get("serviceurl")), starts, ends)

    def _still_valid(self, token: Token) -> None:
        if not token.starts - SKEW <= time.time() < token.ends + SKEW:
            raise Stranger


@lru_cache(maxsize=REMEMBERED)
def _kid(head: str) -> str:
    """Which key a token names, or nothing. Tokens signed with one key have one head; the rest is read with its signature.
    Raises jwt.PyJWTError."""
    named = jwt.get_unverified_header(f"{head}..").get("kid")
    return named if isinstance(named, str) else ""


def welcome(settings: TeamsDoor, activity: Json) -> None:
    """Whether the organisation and the service address are ours; asked of unsigned requests too."""
    if tenant(activity) != settings.tenant_id.lower():
        raise Forbidden
    if not served(words(activity.get("serviceUrl")), settings.service_hosts, loopback=settings.unverified):
        raise Forbidden


def _address(url: str) -> str:
    return url.rstrip("/").lower()
