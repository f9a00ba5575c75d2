"""A test's own Microsoft: signing keys, the documents that publish them, and tokens as Teams sends them."""

import json
import time
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

ISSUER = "https://api.botframework.com"
METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
JWKS = "https://login.botframework.com/v1/.well-known/keys"
SERVICE = "https://smba.trafficmanager.net/emea/"


@cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    """Made once per run: making one takes longer than many tests."""
    del number
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Authority:
    """Publishes keys `key-0`, `key-1`, ... and signs with any of them."""

    def __init__(self, app: str) -> None:
        self.app = app
        self.published: dict[str, tuple[int, list[str]]] = {"key-0": (0, ["msteams", "skype"])}
        self.fetches = 0

    def jwks(self) -> dict[str, Any]:
        return {"keys": [self._published(kid, *key) for kid, key in self.published.items()]}

    def claims(self, **other: Any) -> dict[str, Any]:
        """The claims of a token that Teams would send now; a value of None leaves a claim out."""
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": self.app, "nbf": now - 60, "exp": now + 3600, "serviceurl": SERVICE}
        return {name: value for name, value in {**usual, **other}.items() if value is not None}

    def sign(self, claims: dict[str, Any], *, key: int = 0, kid: str | None = "key-0", algorithm: str = "RS256") -> str:
        headers = {"kid": kid} if kid is not None else {}
        return jwt.encode(claims, private_key(key), algorithm=algorithm, headers=headers)

    def token(self, **other: Any) -> str:
        return self.sign(self.claims(**other))

    def _published(self, kid: str, number: int, endorsements: list[str]) -> dict[str, Any]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(private_key(number).public_key()))
        return {**public, "kid": kid, "use": "sig", "endorsements": endorsements}
