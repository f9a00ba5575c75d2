"""Whatever does not prove that it comes from Teams, for this bot and this organisation, is refused and changes nothing."""

import base64
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.adapters.teams.toy import Toy
from tests.drivers.fake_teams_authority import SERVICE, Authority, private_key
from tests.drivers.teams import APP, TENANT, TeamsDriver

Json = dict[str, Any]
OTHER = "https://smba.trafficmanager.net/amer/"


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


def unsigned(authority: Authority, **headers: Any) -> str:
    """A token of the right claims without a signature."""
    parts = ({"alg": "none", "typ": "JWT", "kid": "key-0", **headers}, authority.claims())
    return ".".join(encoded(json.dumps(one).encode()) for one in parts) + "."


def confused(authority: Authority) -> str:
    """Signed with HS256, with the published public key as the secret."""
    public = private_key(0).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = unsigned(authority, alg="HS256").rstrip(".")
    return f"{signed}.{encoded(hmac.digest(public, signed.encode(), 'sha256'))}"


def tampered(authority: Authority) -> str:
    header, _, signature = authority.token().split(".")
    claims = encoded(json.dumps(authority.claims(serviceurl=OTHER)).encode())
    return f"{header}.{claims}.{signature}"


def own_key(authority: Authority) -> str:
    """Signed with a stranger's key, which the header brings along."""
    brought = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(private_key(9).public_key()))
    return jwt.encode(authority.claims(), private_key(9), "RS256", headers={"kid": "key-0", "jwk": brought})


BAD: dict[str, Callable[[Authority], str]] = {
    "no exp": lambda a: a.token(exp=None),
    "exp that is no number": lambda a: a.token(exp="tomorrow"),
    "expired six minutes ago": lambda a: a.token(exp=int(time.time()) - 360),
    "not valid for ten minutes yet": lambda a: a.token(nbf=int(time.time()) + 600),
    "no issuer": lambda a: a.token(iss=None),
    "another issuer": lambda a: a.token(iss="https://api.botframework.example"),
    "an Entra token": lambda a: a.token(iss=f"https://login.microsoftonline.com/{TENANT}/v2.0", tid=TENANT),
    "the old Entra issuer": lambda a: a.token(iss=f"https://sts.windows.net/{TENANT}/"),
    "no audience": lambda a: a.token(aud=None),
    "another audience": lambda a: a.token(aud="99999999-2222-3333-4444-555555555555"),
    "several audiences": lambda a: a.token(aud=[APP, "another"]),
    "the audience of the connector": lambda a: a.token(aud="https://api.botframework.com"),
    "an unknown key id": lambda a: a.sign(a.claims(), kid="key-7"),
    "no key id": lambda a: a.sign(a.claims(), kid=None),
    "an empty key id": lambda a: a.sign(a.claims(), kid=""),
    "another key under a known id": lambda a: a.sign(a.claims(), key=8),
    "a key brought along": own_key,
    "alg none": unsigned,
    "alg None in capitals": lambda a: unsigned(a, alg="NONE"),
    "HS256 with the public key": confused,
    "RS512": lambda a: a.sign(a.claims(), algorithm="RS512"),
    "PS256": lambda a: a.sign(a.claims(), algorithm="PS256"),
    "tampered claims": tampered,
    "no signature": lambda a: a.token().rpartition(".")[0] + ".",
    "two parts": lambda a: a.token().rpartition(".")[0],
    "garbage": lambda _: "garbage",
    "dots": lambda _: "..",
    "bytes that are no JSON": lambda _: "//79.//79.//79",
    "a list for a header": lambda _: "W10.W10.W10",
    "nothing": lambda _: "",
    "a very long one": lambda a: a.token() + "A" * 9000,
}
FORBIDDEN: dict[str, Callable[[Authority], str]] = {
    "no serviceurl": lambda a: a.token(serviceurl=None),
    "another serviceurl": lambda a: a.token(serviceurl=OTHER),
    "a serviceurl that is no text": lambda a: a.token(serviceurl=[SERVICE]),
}


@pytest.fixture
def hello(teams: TeamsDriver) -> Json:
    return teams.client.message(teams.add("Ada"), "hello")


async def refused(teams: TeamsDriver, toy: Toy, status: int, **how: Any) -> None:
    activity = how.pop("activity")
    answer = await teams.post(activity, **how)
    await teams.door.settled()
    assert answer.status_code == status
    assert toy.events == []
    assert teams.fake.calls == []


@pytest.mark.parametrize("kind", BAD)
async def test_a_bad_token_is_refused(teams: TeamsDriver, toy: Toy, hello: Json, kind: str) -> None:
    await refused(teams, toy, 401, activity=hello, token=BAD[kind](teams.fake.authority))


@pytest.mark.parametrize("kind", FORBIDDEN)
async def test_a_good_token_for_another_service_is_refused(
    teams: TeamsDriver, toy: Toy, hello: Json, kind: str
) -> None:
    await refused(teams, toy, 403, activity=hello, token=FORBIDDEN[kind](teams.fake.authority))


@pytest.mark.parametrize(
    "header", [{}, {"Authorization": ""}, {"Authorization": "Bearer"}, {"Authorization": "Basic YTpi"}]
)
async def test_a_request_without_a_token_is_refused(
    teams: TeamsDriver, toy: Toy, hello: Json, header: dict[str, str]
) -> None:
    await refused(teams, toy, 401, activity=hello, headers=header)


@pytest.mark.parametrize(
    ("endorsements", "channel"), [(["webchat"], "msteams"), ([], "msteams"), (["directline"], "directline")]
)
async def test_a_key_signs_only_for_the_channels_it_is_endorsed_for_and_only_teams_is_served(
    teams: TeamsDriver, toy: Toy, *, endorsements: list[str], channel: str
) -> None:
    teams.fake.authority.published["key-0"] = (0, endorsements)
    hello = teams.client.message(teams.add("Ada"), "hello") | {"channelId": channel}
    await refused(teams, toy, 403, activity=hello)


@pytest.mark.parametrize(
    "change",
    [
        {"channelData": {"tenant": {"id": "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"}}, "conversation": {"id": "a:1"}},
        {"channelData": {"tenant": {"id": "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee"}}},
        {"channelData": {}, "conversation": {"id": "a:1"}},
        {"channelData": "none", "conversation": {"id": "a:1", "tenantId": 7}},
        {"channelId": None},
        {"serviceUrl": "https://smba.trafficmanager.net.example/emea/"},
        {"serviceUrl": OTHER},
    ],
)
async def test_another_organisation_or_service_is_refused(
    teams: TeamsDriver, toy: Toy, hello: Json, change: Json
) -> None:
    await refused(teams, toy, 403, activity=hello | change)


async def test_a_signed_token_for_a_host_that_is_not_ours_gets_nothing_from_us(
    teams: TeamsDriver, toy: Toy, hello: Json
) -> None:
    stolen = "https://connector.example/"
    token = teams.fake.authority.token(serviceurl=stolen)
    await refused(teams, toy, 403, activity=hello | {"serviceUrl": stolen}, token=token)


async def test_a_remembered_token_is_still_held_to_every_request(teams: TeamsDriver, toy: Toy, hello: Json) -> None:
    assert (await teams.post(hello)).status_code == 200
    toy.events.clear()
    await teams.door.settled()
    teams.fake.calls.clear()
    await refused(teams, toy, 403, activity=hello | {"serviceUrl": OTHER})
    await refused(teams, toy, 403, activity=hello | {"channelData": {"tenant": {"id": "another"}}})


async def test_what_the_bot_said_itself_is_not_answered(teams: TeamsDriver, toy: Toy, hello: Json) -> None:
    await refused(teams, toy, 200, activity=hello | {"from": {"id": f"28:{APP}", "name": "Hearback"}})
    await refused(teams, toy, 200, activity=hello | {"from": {"id": "28:another", "role": "bot"}})
