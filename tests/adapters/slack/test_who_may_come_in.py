"""Only fresh requests that Slack has signed get past the door; all others are turned away without a word."""

import hashlib
import hmac
import json
import re
import time
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from adapters.slack.app import Slack
from bot.settings import SlackDoor
from tests.adapters.slack.toy_bot import ToyBot
from tests.drivers.fake_slack import SIGNING_SECRET
from tests.drivers.slack import FORM, JSON, SlackDriver, signature

HELLO = json.dumps(
    {
        "type": "event_callback",
        "team_id": "T0HEARBACK",
        "event_id": "Ev1",
        "event": {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "text": "hi", "ts": "1.2"},
    }
).encode()


@pytest.fixture
async def door(slack: SlackDriver) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Starlette(routes=slack.door.routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://door") as client:
        yield client


async def knock(
    door: httpx.AsyncClient, body: bytes, *, kind: str = JSON, stamp: str = "", signed: str | None = None
) -> int:
    stamp = stamp or str(int(time.time()))
    headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp}
    headers["X-Slack-Signature"] = signature(body, stamp) if signed is None else signed
    answer = await door.post("/slack/events", content=body, headers=headers)
    assert answer.content == b"" or answer.status_code == 200
    return answer.status_code


@pytest.mark.parametrize("signed", ["", "v0=", "v0=" + "0" * 64, "v0=\xe9\xe9", "v1=abc"])
async def test_a_forged_signature_is_refused(door: httpx.AsyncClient, bot: ToyBot, signed: str) -> None:
    stamp = str(int(time.time()))
    headers = [
        (b"content-type", JSON.encode()),
        (b"x-slack-request-timestamp", stamp.encode()),
        (b"x-slack-signature", signed.encode("latin-1")),
    ]
    answer = await door.post("/slack/events", content=HELLO, headers=headers)
    assert answer.status_code == 401
    assert bot.asked == []


async def test_another_secret_is_refused(door: httpx.AsyncClient, bot: ToyBot) -> None:
    stamp = str(int(time.time()))
    assert await knock(door, HELLO, stamp=stamp, signed=signature(HELLO, stamp, "another")) == 401
    assert bot.asked == []


@pytest.mark.parametrize("stamp", ["0", "-5", "soon", "1e9", "٣", "9" * 400, "1.5"])
async def test_a_strange_or_old_timestamp_is_refused(door: httpx.AsyncClient, bot: ToyBot, stamp: str) -> None:
    made = hmac.new(SIGNING_SECRET.encode(), b"v0:" + stamp.encode() + b":" + HELLO, hashlib.sha256).hexdigest()
    headers = [
        (b"content-type", JSON.encode()),
        (b"x-slack-request-timestamp", stamp.encode()),
        (b"x-slack-signature", f"v0={made}".encode()),
    ]
    answer = await door.post("/slack/events", content=HELLO, headers=headers)
    assert answer.status_code == 401
    assert bot.asked == []


@pytest.mark.parametrize("off", [-301, 301])
async def test_five_minutes_off_is_refused_both_ways(door: httpx.AsyncClient, off: int) -> None:
    assert await knock(door, HELLO, stamp=str(int(time.time()) + off)) == 401


async def test_no_headers_at_all_are_refused(door: httpx.AsyncClient) -> None:
    assert (await door.post("/slack/events", content=HELLO)).status_code == 401


async def test_a_changed_body_is_refused(door: httpx.AsyncClient) -> None:
    stamp = str(int(time.time()))
    assert await knock(door, HELLO + b" ", stamp=stamp, signed=signature(HELLO, stamp)) == 401


async def test_a_body_that_is_too_large_is_refused_before_it_is_read(door: httpx.AsyncClient) -> None:
    assert await knock(door, b"x" * 1_000_001) == 413


async def test_a_body_that_grows_too_large_without_saying_so_is_refused(door: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"x" * 50_000

    answer = await door.post("/slack/events", content=endless())
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (JSON, b"{"),
        (JSON, b"[]"),
        (JSON, b""),
        (JSON, b"\xff\xfe"),
        (JSON, b"[" * 100_000),
        (JSON, b'"hello"'),
        (FORM, b"payload=%7B"),
        (FORM, b"payload=7"),
        (FORM, b"\xff=1"),
        (FORM, b"a=1&" * 500),
        ("text/plain", HELLO),
        ("", HELLO),
        ("multipart/form-data; boundary=x", HELLO),
    ],
)
async def test_what_is_malformed_is_refused(door: httpx.AsyncClient, bot: ToyBot, kind: str, body: bytes) -> None:
    assert await knock(door, body, kind=kind) == 400
    assert bot.asked == []


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"type": 7},
        {"type": "event_callback", "event": "x"},
        {"type": "event_callback", "event": ["x"], "team_id": ["T1"]},
        {"type": "block_actions", "team": [], "user": 7, "actions": {}},
        {"type": "block_actions", "enterprise": 7},
        {"type": "view_submission", "view": []},
        {
            "type": "view_submission",
            "view": {"callback_id": 7, "state": []},
            "user": {"id": "U1"},
            "team": {"id": "T1"},
        },
        {"type": "event_callback", "authorizations": [7], "event": {"type": "message", "channel_type": "im"}},
        {"command": 7},
    ],
)
async def test_signed_nonsense_is_acknowledged_and_nothing_happens(
    door: httpx.AsyncClient, bot: ToyBot, payload: object
) -> None:
    assert await knock(door, json.dumps(payload).encode()) == 200
    assert bot.asked == []


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "event_callback", "event": [], "text": "The lift."},
        {"type": "block_actions", "team": ["The lift."], "user": 7, "actions": {}},
    ],
)
async def test_each_signed_nonsense_that_bolt_stumbles_over_is_one_line_with_a_reference_and_none_of_its_words(
    door: httpx.AsyncClient, caplog: pytest.LogCaptureFixture, payload: object
) -> None:
    with caplog.at_level("DEBUG"):
        assert [await knock(door, json.dumps(payload).encode()) for _ in range(2)] == [200, 200]
    ours = [each for each in caplog.records if each.name.startswith("hearback")]
    said = r"reference [0-9a-f]{6}: a signed payload was not understood: \w+Error"
    assert [bool(re.fullmatch(said, each.getMessage())) for each in ours] == [True, True]
    assert "lift" not in caplog.text
    assert "Traceback" not in caplog.text


async def test_signed_fields_of_an_unknown_form_are_acknowledged(door: httpx.AsyncClient, bot: ToyBot) -> None:
    assert await knock(door, urlencode({"ssl_check": "1", "token": "x"}).encode(), kind=FORM) == 200
    assert bot.asked == []


async def test_slack_may_ask_whether_the_address_is_ours(door: httpx.AsyncClient) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "x"}).encode()
    stamp = str(int(time.time()))
    headers = {"Content-Type": JSON, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature(body, stamp)}
    answer = await door.post("/slack/events", content=body, headers=headers)
    assert answer.json() == {"challenge": "abc"}


async def test_a_request_that_comes_twice_is_answered_twice_and_acts_once(
    door: httpx.AsyncClient, slack: SlackDriver, bot: ToyBot
) -> None:
    ann = await slack.join("Ann Abel")
    body = HELLO.replace(b'"U1"', f'"{ann.id}"'.encode()).replace(b'"D1"', f'"{slack.slack.direct(ann.id)}"'.encode())
    stamp = str(int(time.time()))
    assert [await knock(door, body, stamp=stamp) for _ in range(3)] == [200, 200, 200]
    await slack.door.settled()
    assert len(slack.messages(ann)) == 1


async def test_other_methods_and_a_door_without_secret_lead_nowhere(door: httpx.AsyncClient, bot: ToyBot) -> None:
    assert (await door.get("/slack/events")).status_code == 405
    assert Slack(SlackDoor("xoxb-1", signing_secret="", app_token="xapp-1"), bot).routes == []


@pytest.mark.parametrize("length", ["many", "-1", "1e9", ""])
async def test_a_strange_length_is_no_reason_to_fail(door: httpx.AsyncClient, length: str) -> None:
    answer = await door.post("/slack/events", content=HELLO, headers={"Content-Length": length})
    assert answer.status_code == 401
