"""The keeper gives a key out after its close and never before, whoever asks and whatever they send."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from nacl.public import PrivateKey
from starlette.responses import PlainTextResponse

from adapters.keeper import app
from adapters.keeper.client import HttpKeeper
from adapters.keeper.drawer import FURTHEST, LEFT
from bot.keeper import Given, Look, NotGiven
from bot.settings import KeeperDoor
from tests.harness import MONDAY, HandClock
from tests.keeping import TOKEN, URL, Staffside

REF = "0123456789abcdef" * 2
KEY = f"/keys/{REF}"
CLOSE = MONDAY + timedelta(days=11)
BODY = {"until": CLOSE.isoformat()}


@pytest.fixture
def keeper(tmp_path: Path) -> Staffside:
    return Staffside(tmp_path / "keeper")


@pytest.fixture
async def client(keeper: Staffside) -> AsyncIterator[httpx.AsyncClient]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with httpx.AsyncClient(transport=keeper, base_url=URL, headers=headers) as opened:
        yield opened


async def test_b7_a_key_is_given_out_from_its_close_on_by_the_keeper_s_own_clock(
    keeper: Staffside, client: httpx.AsyncClient
) -> None:
    public = (await client.put(KEY, json=BODY)).json()["public"]
    keeper.at(CLOSE - timedelta(seconds=1))
    for refused in (await client.get(KEY), await client.delete(KEY)):
        assert refused.status_code == 403
        assert "from 2026-11-13 09:00:00 UTC on" in refused.json()["error"]
        assert keeper.held()[REF].hex() not in refused.text
    keeper.at(CLOSE)
    given = bytes.fromhex((await client.get(KEY)).json()["key"])
    assert bytes(PrivateKey(given).public_key).hex() == public
    assert (await client.delete(KEY)).status_code == 204
    assert (await client.get(KEY)).status_code == (await client.delete(KEY)).status_code == 404
    assert list(keeper.folder.iterdir()) == []


async def test_b7_a_key_is_made_once_and_its_close_is_never_changed(
    keeper: Staffside, client: httpx.AsyncClient
) -> None:
    first = await client.put(KEY, json=BODY)
    before = keeper.held()
    assert (await client.put(KEY, json=BODY)).json() == first.json()
    for other in (CLOSE - timedelta(days=5), CLOSE + timedelta(days=1), MONDAY - timedelta(days=1)):
        refused = await client.put(KEY, json={"until": other.isoformat()})
        assert refused.status_code == 409
    assert keeper.held() == before
    keeper.at(CLOSE)
    await client.delete(KEY)
    assert (await client.put(KEY, json=BODY)).status_code == 400  # a request that somebody sends again makes nothing


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "said"),
    [
        ("GET", f"/keys/{'f' * 32}", b"", 404, app.UNKNOWN),
        ("GET", "/keys/..%2f..%2fsecrets", b"", 404, app.NOTHING),
        ("PUT", f"/keys/{REF.upper()}", b"{}", 404, app.UNKNOWN),
        ("GET", "/", b"", 404, app.NOTHING),
        ("POST", KEY, b"{}", 405, app.METHOD),
        ("DELETE", "/keys", b"", 405, app.METHOD),
        ("PUT", KEY, b"x" * 201, 413, app.LARGE),
        ("PUT", KEY, b"not json", 400, app.WHEN),
        ("PUT", KEY, b"[]", 400, app.WHEN),
        ("PUT", KEY, b'{"until": 5}', 400, app.WHEN),
        ("PUT", KEY, b'{"until": "2026-11-16T12:00:00"}', 400, app.WHEN),
        ("PUT", KEY, b'{"until": "0001-01-01T00:00:00+14:00"}', 400, app.WHEN),
        ("PUT", KEY, b'{"until": "2026-11-02T09:00:00+00:00"}', 400, app.WHEN),
        ("PUT", KEY, f'{{"until": "{(MONDAY + FURTHEST + timedelta(days=1)).isoformat()}"}}'.encode(), 400, app.WHEN),
    ],
)
async def test_what_cannot_be_answered_gets_one_sentence(
    client: httpx.AsyncClient, keeper: Staffside, *, method: str, path: str, content: bytes, status: int, said: str
) -> None:
    answer = await client.request(method, path, content=content)
    assert (answer.status_code, answer.json()) == (status, {"error": said})
    assert answer.headers["Cache-Control"] == "no-store"
    assert keeper.held() == {}


@pytest.mark.parametrize(
    "shown", ["", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", TOKEN, f"Basic {TOKEN}", "Bearer \xe9"]
)
async def test_without_the_token_nothing_is_answered(client: httpx.AsyncClient, shown: str) -> None:
    await client.put(KEY, json=BODY)
    sent = httpx.Headers({"Authorization": shown}, encoding="latin-1")
    for answer in (
        await client.get(KEY, headers=sent),
        await client.put(KEY, json=BODY, headers=sent),
        await client.get("/", headers=sent),
    ):
        assert (answer.status_code, answer.json()) == (401, {"error": app.TOKEN})


async def test_only_the_keeper_s_own_user_reads_the_folder_and_the_log_holds_no_key(
    keeper: Staffside, client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    public = (await client.put(KEY, json=BODY)).json()["public"]
    [file] = keeper.folder.iterdir()
    assert [each.stat().st_mode & 0o777 for each in (keeper.folder, file)] == [0o700, 0o600]
    keeper.at(CLOSE)
    secret = (await client.get(KEY)).json()["key"]
    ours = [each.getMessage() for each in caplog.records if each.name == "hearback.keeper"]
    assert (
        ours[0] == "a key is here until 2026-11-13 09:00:00 UTC"
    )  # so that whoever runs it can compare it with the card
    assert not any(hidden in each for each in ours for hidden in (public, secret, REF, TOKEN))


async def test_a_broken_file_is_a_polite_sentence_and_a_forgotten_key_goes_by_itself(
    keeper: Staffside, client: httpx.AsyncClient
) -> None:
    await client.put(KEY, json=BODY)
    keeper.at(CLOSE + LEFT + timedelta(seconds=1))
    later = {"until": (CLOSE + LEFT + timedelta(days=9)).isoformat()}
    await client.put(f"/keys/{'a' * 32}", json=later)
    assert list(keeper.held()) == ["a" * 32]
    (keeper.folder / f"{REF}.key").write_bytes(b"short")
    answer = await client.get(KEY)
    assert (answer.status_code, answer.json()) == (500, {"error": app.BROKEN})


@pytest.mark.parametrize(
    "said", [b"", b"{}", b"[" * 1990, b"[1]", b'{"key": 5}', b'{"key": "00", "now": 1, "keys": 0}', b"\xff" * 5000]
)
async def test_what_is_no_keeper_gives_no_key(said: bytes) -> None:
    edge = httpx.ASGITransport(PlainTextResponse(said))
    asks = HttpKeeper(KeeperDoor(URL, TOKEN, "Somebody"), HandClock(MONDAY), edge)
    assert await asks.give(REF) == await asks.look() == NotGiven("not a keeper")
    await asks.close()


async def test_hearback_asks_again_only_after_half_a_minute_and_takes_nonsense_for_a_no(keeper: Staffside) -> None:
    clock = HandClock(MONDAY)
    asks = keeper.asked_by(clock)
    assert await asks.look() == Look(MONDAY, 0)
    assert isinstance(await asks.keep(REF, CLOSE), Given)
    assert await asks.give(REF) == NotGiven("403")
    assert await asks.give(REF) == NotGiven("asked a moment ago", asked=False)
    assert not await asks.destroy(REF)
    keeper.cut = True
    clock.at += timedelta(seconds=31)
    assert await asks.give(REF) == NotGiven("ConnectError")
    before = len(keeper.requests)
    assert not isinstance(await asks.keep("a" * 32, CLOSE), Given)
    assert len(keeper.requests) == before  # who does not answer at all is not asked for anything else either
    keeper.cut = False
    clock.at += timedelta(seconds=31)
    keeper.at(CLOSE)
    assert await asks.give(REF) == Given(keeper.held()[REF])
    assert await asks.destroy(REF)
    clock.at += timedelta(seconds=31)
    assert await asks.destroy(REF)  # gone is gone
    await asks.close()
