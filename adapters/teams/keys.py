"""The public keys with which Microsoft signs what it sends us, fetched rarely and never in the way of a request."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any

import httpx
import jwt

from adapters.teams.activity import Json, part, parts, words
from bot.values import dataclass

log = logging.getLogger("hearback.teams")

FRESH = 12 * 3600.0
USABLE = 24 * 3600.0
PAUSE = 60.0
"""Seconds between two fetches, so that nobody can make us ask in a loop by sending unknown key ids."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key, and the channels that it may sign for."""

    key: Any
    endorsements: frozenset[str]


class NoKeys(Exception):
    """The keys cannot be fetched now, so nothing can be verified: neither accepted nor called a forgery."""


class Keys:
    """Signing keys by their id. They are asked for again after 12 hours, and are not trusted after 24."""

    def __init__(self, client: httpx.AsyncClient, metadata_url: str, *, clock: Callable[[], float] = time.monotonic):
        self._client, self._metadata_url, self._clock = client, metadata_url, clock
        self._keys: dict[str, SigningKey] = {}
        self._fetched = self._tried = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    def known(self, kid: str) -> SigningKey | None:
        """The key if it is here and fresh; asks nobody."""
        return self._keys.get(kid) if self._clock() - self._fetched < FRESH else None

    async def find(self, kid: str) -> SigningKey | None:
        """The key, or None if Microsoft does not publish it; raises `NoKeys` if nobody can tell."""
        if found := self.known(kid):
            return found
        if kid in self._keys and self._one_at_a_time.locked() and self._clock() - self._fetched < USABLE:
            return self._keys[kid]  # somebody is asking already; nobody waits for a key that may still be used
        async with self._one_at_a_time:
            if not self.known(kid) and self._clock() - self._tried >= PAUSE:
                await self._fetch()
        if self._clock() - self._fetched >= USABLE:
            raise NoKeys
        return self._keys.get(kid)

    async def _fetch(self) -> None:
        self._tried = self._clock()
        try:
            address = words((await self._read(self._metadata_url)).get("jwks_uri"))
            published = parts((await self._read(address)).get("keys")) if address else []
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            log.warning("signing keys could not be fetched: %s", type(error).__name__)
            return
        keys = {words(one.get("kid")): key for one in published if (key := _signing_key(one))}
        if keys:
            self._keys, self._fetched = keys, self._clock()
        else:
            log.warning("signing keys could not be read")

    async def _read(self, url: str) -> Json:
        answer = await self._client.get(url)
        answer.raise_for_status()
        return part(answer.json())


def _signing_key(published: Json) -> SigningKey | None:
    """Only RSA keys are taken, whatever else is published: nothing else may sign."""
    if published.get("kty") != "RSA" or not words(published.get("kid")):
        return None
    try:
        key = jwt.PyJWK.from_dict(published, algorithm="RS256").key
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    endorsed = published.get("endorsements")
    return SigningKey(key, frozenset(map(words, endorsed)) if isinstance(endorsed, list) else frozenset())
