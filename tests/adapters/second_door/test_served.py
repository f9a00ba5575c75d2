"""The page as the program serves it, over a real line: nothing of a visit is logged at any level, and it can be left shut."""

import asyncio
import logging
import os
import signal
from dataclasses import replace

import httpx
import pytest
import uvicorn

from adapters.second_door.late import PATH
from adapters.web.listen import listen, open_port
from bot.pages import public_page
from tests.adapters.second_door.conftest import Street

OURS = ("uvicorn", "hearback", "starlette", "asyncio", "multipart", "python_multipart")


async def nothing() -> None:
    """There is no other door to be closed."""


async def visited(street: Street) -> None:
    """The whole server, asked three times, and told to stop."""
    settings = replace(street.settings, host="127.0.0.1", port=0)
    with open_port(settings) as port:
        serving = asyncio.create_task(listen(port, street.routes, nothing))
        edge = httpx.AsyncHTTPTransport(retries=8)
        base = f"http://127.0.0.1:{port.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=base, transport=edge, trust_env=False) as client:
            assert (await client.get(PATH)).status_code == 200
            told = {"do": "submit", "action": "speak_up.begin", "nonce": "n" * 22}
            assert (await client.post(PATH, data=told)).status_code == 200
            assert (await client.post(PATH, content=b"x")).status_code == 400
        os.kill(os.getpid(), signal.SIGTERM)
        await serving


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the server itself says that is about a visit."""
    said = [f"{each.name} {each.getMessage()}" for each in caplog.records if each.name.split(".")[0] in OURS]
    return [each for each in said if "speak-up" in each or "GET" in each or "POST" in each]


@pytest.mark.long
async def test_no_visit_is_logged_at_any_level(file_street: Street, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await visited(file_street)
    assert lines(caplog) == []


@pytest.mark.long
async def test_a_server_with_an_access_log_would_be_found(
    file_street: Street, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    quiet = uvicorn.Config

    def talkative(*given: object, **named: object) -> uvicorn.Config:
        return quiet(*given, **{**named, "access_log": True})  # type: ignore[arg-type]

    monkeypatch.setattr(uvicorn, "Config", talkative)
    await visited(file_street)
    assert len(lines(caplog)) == 3


async def test_it_can_be_left_shut(file_street: Street) -> None:
    assert public_page(replace(file_street.settings, page=None), file_street.works) == []
