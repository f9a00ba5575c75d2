"""A browser that leaves while there is news for it is written to no more, and the log stays silent."""

import asyncio
import logging
import socket

import pytest
import uvicorn

from bot.ui import Card, Text
from tests.adapters.web.conftest import Ward

MANY = 12


@pytest.mark.long
async def test_news_for_pages_that_have_gone_is_not_written_into_closed_lines(
    ward: Ward, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    await tell(ward, "before")
    listening = socket.create_server(("127.0.0.1", 0))
    address = listening.getsockname()[:2]
    server = uvicorn.Server(uvicorn.Config(ward.driver.app, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await leave(ward, address, stays=False)  # while it is told what there is
    await leave(ward, address, stays=True)  # when it has been
    for number in range(3):
        await tell(ward, str(number))
    server.should_exit = True
    await serving
    assert ward.driver.workspace.watching == 0
    assert [each.getMessage() for each in caplog.records] == []


async def tell(ward: Ward, key: str) -> None:
    """Many messages at once: nothing else comes in between."""
    for number in range(MANY):
        await ward.deliver(Card("News", (Text(f"News {key} {number}"),)), f"{key}-{number}")


async def leave(ward: Ward, address: tuple[str, int], *, stays: bool) -> None:
    """Opens the line to a page and hangs up, at once or when something has come."""
    reader, writer = await asyncio.open_connection(*address)
    cookie = f"hearback_seat={ward.browser.cookies['hearback_seat']}"
    writer.write(f"GET /stream?room=/chat HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n".encode())
    if stays:
        await reader.readuntil(b"event: message")
    writer.close()
    await writer.wait_closed()
