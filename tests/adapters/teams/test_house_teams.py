"""What the Teams door promises about itself: one file knows botbuilder, and the manifest says what the code does."""

import ast
import json
import logging
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from starlette.applications import Starlette

import adapters.teams
from adapters.teams import inbound
from adapters.teams.app import ENDPOINT, QUIET, Teams
from bot.events import Account
from bot.settings import TeamsDoor
from tests.adapters.teams.toy import Toy
from tests.drivers.fake_teams import FakeTeams, Member
from tests.drivers.fake_teams_authority import private_key
from tests.drivers.fake_teams_client import Client
from tests.drivers.teams import APP, TENANT

ROOM = Path(adapters.teams.__file__).parent
MANIFEST: dict[str, Any] = json.loads((ROOM / "manifest.json").read_text())
TRIAL = TeamsDoor(APP, "", TENANT, unverified=True)


async def nobody(_who: Account) -> bool:
    return True


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_one_file_knows_botbuilder() -> None:
    retired = ("botbuilder", "botframework", "msrest", "msal")
    knowing = {path.name for path in ROOM.glob("*.py") if any(name.startswith(retired) for name in imports(path))}
    assert knowing == {"sdk.py"}


def test_the_door_knows_no_other_room() -> None:
    rooms = ("storage", "conversations", "sqlalchemy", "adapters.slack", "adapters.web", "adapters.clock")
    assert [path.name for path in ROOM.glob("*.py") if any(name.startswith(rooms) for name in imports(path))] == []


def test_the_manifest_says_what_the_code_does() -> None:
    [bot], [extension] = MANIFEST["bots"], MANIFEST["composeExtensions"]
    assert set(bot["scopes"]) == {"personal", "team", "groupChat"}
    assert {command["id"] for command in extension["commands"]} == set(inbound.COMMANDS)
    assert all(command["type"] == "action" and command["fetchTask"] for command in extension["commands"])
    assert MANIFEST["id"] == bot["botId"] == extension["botId"]
    places = {
        scope: {command["title"] for command in one["commands"]}
        for one in bot["commandLists"]
        for scope in one["scopes"]
    }
    assert set(places) == set(bot["scopes"])
    assert [scope for scope, commands in places.items() if inbound.HOME in commands] == ["personal"]


@pytest.mark.parametrize(("name", "side"), [("color.png", 192), ("outline.png", 32)])
def test_the_icons_are_as_large_as_teams_wants_them(name: str, side: int) -> None:
    assert name in MANIFEST["icons"].values()
    assert struct.unpack(">II", (ROOM / name).read_bytes()[16:24]) == (side, side)


def test_the_readme_names_every_setting() -> None:
    readme = (ROOM / "README.md").read_text()
    for name in ("APP_ID", "APP_PASSWORD", "TENANT_ID", "OPENID_METADATA_URL", "TOKEN_ISSUER"):
        assert f"TEAMS_{name}" in readme
    for name in ("LOGIN_URL", "OAUTH_SCOPE", "SERVICE_HOSTS"):
        assert f"TEAMS_{name}" in readme


def test_without_verification_the_door_opens_on_this_machine_only() -> None:
    with pytest.raises(ValueError, match=r"HOST=127\.0\.0\.1"):
        Teams(TRIAL, Toy(), nobody, loopback=False)


async def test_calls_go_out_by_the_proxy_and_trust_the_certificates_that_are_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "ca.pem").write_bytes(certificate())
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    door = Teams(TeamsDoor(APP, "a password", TENANT), Toy(), nobody, loopback=False)
    direct = door._client._transport
    assert isinstance(direct, httpx.AsyncHTTPTransport)
    [trusted] = direct._pool._ssl_context.get_ca_certs()  # type: ignore[union-attr]
    assert trusted["subject"] == ((("commonName", "A test authority"),),)
    by_proxy = door._client._transport_for_url(httpx.URL("https://smba.trafficmanager.net/"))
    assert by_proxy is not direct
    await door.stop()


def certificate() -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A test authority")])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    built = x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
    built = built.not_valid_before(now).not_valid_after(now + timedelta(days=9000))
    built = built.public_key(private_key(0).public_key()).add_extension(
        x509.BasicConstraints(True, None), critical=True
    )
    return built.sign(private_key(0), hashes.SHA256()).public_bytes(Encoding.PEM)


def test_libraries_that_log_addresses_are_kept_quiet() -> None:
    logging.getLogger("httpx").setLevel(logging.DEBUG)
    Teams(TRIAL, Toy(), nobody, loopback=True, edge=FakeTeams(APP, TENANT).transport)
    assert {logging.getLogger(name).level for name in QUIET} == {logging.WARNING}


@pytest.mark.parametrize(
    ("headers", "change", "status"),
    [
        ({}, {}, 200),
        ({"Content-Type": "text/plain"}, {}, 403),
        ({"Host": "evil.example"}, {}, 403),
        ({}, {"channelData": {"tenant": {"id": "another"}}}, 403),
        ({}, {"serviceUrl": "https://connector.example/"}, 403),
        ({}, {"serviceUrl": "http://localhost:56150/_connector"}, 200),
        ({}, {"type": None}, 400),
    ],
)
async def test_an_unsigned_trial_takes_requests_from_this_machine(
    headers: dict[str, str], change: dict[str, Any], status: int
) -> None:
    fake = FakeTeams(APP, TENANT)
    door = Teams(TRIAL, Toy(), nobody, loopback=True, edge=fake.transport)
    reaction = Client(APP, TENANT).activity(Member("29:ada", "ada", "Ada", "a:1"), "messageReaction") | change
    transport = httpx.ASGITransport(app=Starlette(routes=door.routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        json_headers = {"Content-Type": "application/json", **headers}
        answer = await http.post(ENDPOINT, content=json.dumps(reaction), headers=json_headers)
    await door.stop()
    assert answer.status_code == status
    assert fake.tokens == []
