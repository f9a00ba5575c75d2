"""The commands as an administrator meets them: what opens, what stays shut, and what is said when something is wrong."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from adapters.charts.address import Addresses
from adapters.charts.examples import promoters
from bot.commands import app
from bot.events import Account, Arrived, Profile
from bot.main import CHARTS_KEY
from bot.variables import Environment
from storage import directory
from storage.db import Database
from tests.databases import fresh_sqlite

ROOT = Path(__file__).parent.parent
URL = "https://hearback.example.org"
PATHS = [
    "/",
    "/chat",
    "/home",
    "/as",
    "/clock",
    "/static/workspace.css",
    "/stream",
    "/slack/events",
    "/api/messages",
    "/chart/x.png",
    "/export/x",
    "/api/v1/programmes",
    "/api/v1/openapi.json",
]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def places(folder: Path) -> dict[str, str]:
    return {"HEARBACK_DATABASE_URL": f"sqlite:///{folder}/db/h.db", "HEARBACK_SECRETS_DIR": f"{folder}/secrets"}


async def ended(folder: Path, *words: str, **variables: str) -> tuple[int, str]:
    """The exit code, and all that was said, in one line. The command runs here, for starting Python takes a second."""
    nothing = dict.fromkeys(name.upper() for name in Environment.model_fields)
    wanted: dict[str, str | None] = {**nothing, **places(folder), **variables}
    # A thread of its own, since a command starts a loop of its own.
    result = await asyncio.to_thread(CliRunner().invoke, app, list(words), env=wanted)
    return result.exit_code, " ".join(result.output.split())


@asynccontextmanager
async def serving(folder: Path, **variables: str) -> AsyncIterator[httpx.AsyncClient]:
    port = free_port()
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "serve",
        cwd=ROOT,
        env=kept | places(folder) | {"PORT": str(port)} | variables,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stderr
        async for line in process.stderr:
            if b"The web workspace stays shut" in line:  # the last that it says before it listens
                break
        # Connections are tried again with growing pauses until it does.
        edge = httpx.AsyncHTTPTransport(retries=8)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", transport=edge, trust_env=False) as client:
            assert (await client.get("/healthz", timeout=60)).text == "ok"
            yield client
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 0


@pytest.mark.process
async def test_without_the_demo_the_web_door_says_only_that_it_is_alive(tmp_path: Path) -> None:
    async with serving(tmp_path) as client:
        for path in PATHS:
            for method in ("GET", "POST"):
                assert (await client.request(method, path)).status_code == 404, (method, path)
        rooms = [ROOT / room for room in ("adapters", "bot", "conversations", "storage")]
        compiled = {each: each.stat().st_mtime_ns for place in rooms for each in place.rglob("*.pyc")}
        page = await client.get("/speak-up")
        assert {each: each.stat().st_mtime_ns for place in rooms for each in place.rglob("*.pyc")} == compiled
        assert "You cannot write to a guardian through Hearback" in page.text
        assert "set-cookie" not in page.headers
        code, said = await ended(tmp_path, "serve", PORT=str(free_port()))
        assert code == 3
        assert "Another Hearback is already running" in said
        assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
        assert (tmp_path / "db").stat().st_mode & 0o077 == 0


@pytest.mark.process
async def test_with_tokens_the_doors_stand_beside_it(tmp_path: Path) -> None:
    tokens = {
        "SLACK_BOT_TOKEN": "xoxb-test",
        "SLACK_SIGNING_SECRET": "s" * 32,
        "SLACK_API_URL": "http://127.0.0.1:9/api/",
        "TEAMS_APP_ID": "app",
        "TEAMS_APP_PASSWORD": "secret",
        "TEAMS_TENANT_ID": "tenant",
        "TEAMS_OPENID_METADATA_URL": "http://127.0.0.1:9/keys",
        "HEARBACK_PUBLIC_URL": URL,
    }
    async with serving(tmp_path, **tokens) as client:
        assert (await client.post("/slack/events", content="{}")).status_code in (400, 401)
        assert (await client.post("/api/messages", json={})).status_code in (401, 403)
        assert (await client.get("/")).status_code == 404
        [key] = [path.read_bytes() for path in (tmp_path / "secrets").iterdir() if path.stem == CHARTS_KEY]
        picture = await client.get(Addresses(URL, key).of(promoters()).removeprefix(URL), timeout=60)
        assert picture.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PORT": "none"}, "PORT"),
        ({"HEARBACK_DATABASE_URL": "mysql://x"}, "sqlite:/// or postgresql://"),
        ({"HEARBACK_THRESHOLD": "3"}, "must be 5 or more"),
        ({"HEARBACK_ZONE": "Mars/Base"}, "is no time zone"),
        ({"SLACK_BOT_TOKEN": "xoxb-secret-1"}, "SLACK_SIGNING_SECRET"),
        ({"TEAMS_APP_ID": "x"}, "TEAMS_APP_PASSWORD"),
        ({"HEARBACK_DEMO": "1", "HOST": "0.0.0.0"}, "anyone on this network may act as any seeded person"),
    ],
)
async def test_a_mistake_in_the_settings_is_one_sentence(
    tmp_path: Path, variables: dict[str, str], sentence: str
) -> None:
    code, said = await ended(tmp_path, "migrate", **variables)
    assert code == 2
    assert sentence in said
    assert "xoxb-secret" not in said
    assert "Traceback" not in said


async def test_the_database_and_the_secrets_must_not_lie_inside_one_another(tmp_path: Path) -> None:
    code, said = await ended(tmp_path, "migrate", HEARBACK_SECRETS_DIR=f"{tmp_path}/db/secrets")
    assert code == 2
    assert "must not lie inside one another" in said


@pytest.mark.long
async def test_migrate_grant_tick_and_doctor(tmp_path: Path) -> None:
    assert (await ended(tmp_path, "doctor"))[0] == 4
    kept = {"HEARBACK_KEEPER_URL": f"http://localhost:{free_port()}", "HEARBACK_KEEPER_TOKEN": "a1" * 16}
    code, said = await ended(tmp_path, "doctor", **kept, HEARBACK_KEEPER_NAME="Staff side")
    assert (code, "LOOK The keeper, Staff side, does not answer (ConnectError)." in said) == (4, True)
    code, said = await ended(tmp_path, "keeper", **kept, HEARBACK_KEEPER_NAME="Staff side")
    assert (code, "whoever asks a keeper is not to be one" in said) == (1, True)
    assert await ended(tmp_path, "migrate") == (0, "The database is up to date.")
    assert (await ended(tmp_path, "migrate"))[0] == 0
    code, said = await ended(tmp_path, "grant", "steward", "slack:U1")
    assert code == 1
    assert "Nobody here has the account slack:U1" in said
    assert (await ended(tmp_path, "tick"))[0] == 0
    code, said = await ended(tmp_path, "doctor", HEARBACK_SENTENCE_MODEL="1")
    assert code == 4
    assert "The sentence model is the one that Hearback knows." in said
    assert "Held by 0: the role steward. Give it: python -m bot grant steward" in said


@pytest.mark.long
async def test_other_keys_than_the_database_s_own_are_refused(tmp_path: Path) -> None:
    assert (await ended(tmp_path, "migrate"))[0] == 0
    code, said = await ended(tmp_path, "tick", HEARBACK_SECRETS_DIR=f"{tmp_path}-other")
    assert code == 1
    assert "do not belong to this database" in said
    assert (await ended(tmp_path, "migrate", "--secrets-are-lost", HEARBACK_SECRETS_DIR=f"{tmp_path}-other"))[0] == 0
    assert (await ended(tmp_path, "tick", HEARBACK_SECRETS_DIR=f"{tmp_path}-other"))[0] == 0


@pytest.mark.long
async def test_made_up_and_real_people_never_share_a_database(tmp_path: Path) -> None:
    for platform, variables in (("web", {}), ("slack", {"HEARBACK_DEMO": "1"})):
        folder = tmp_path / platform
        assert (await ended(folder, "migrate"))[0] == 0
        await somebody(f"sqlite:///{folder}/db/h.db", platform)
        code, said = await ended(folder, "tick", **variables)
        assert code == 1
        assert "people are in this database" in said


async def somebody(url: str, platform: str) -> None:
    database = Database(url)
    async with database.begin() as connection:
        event = Arrived("1", Account(platform, "T1", "U1"), "joined", Profile("Dario Moretti"))
        await directory.arrive(connection, event, directory.Defaults("en", "Europe/London"))
    await database.close()


async def test_a_database_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    nowhere = f"postgresql://hearback:a-word@127.0.0.1:{free_port()}/hearback"
    code, said = await ended(tmp_path, "migrate", HEARBACK_DATABASE_URL=nowhere)
    assert code == 1
    assert "The database did not do what was asked." in said
    assert "a-word" not in said
    assert "Traceback" not in said


async def test_without_a_database_nobody_is_given_a_role(tmp_path: Path) -> None:
    code, said = await ended(tmp_path, "grant", "steward", "slack:U1")
    assert (code, said) == (1, "Hearback cannot do this: There is no database yet. Run: python -m bot migrate")


async def test_a_role_is_given_to_a_known_account_and_that_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    url = await fresh_sqlite(tmp_path)
    await somebody(url, "slack")
    elsewhere = {"HEARBACK_DATABASE_URL": url, "HEARBACK_SECRETS_DIR": f"{tmp_path}-secrets"}
    with caplog.at_level(logging.INFO):
        code, said = await ended(tmp_path, "grant", "steward", "slack:U1", **elsewhere)
    assert code == 0
    assert "Dario Moretti now holds the role steward." in said
    assert "role granted" in caplog.text
