"""Listens for requests until the process is told to stop, and then ends in an orderly way."""

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import nullcontext

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.settings import Settings

STOPPING = (signal.SIGINT, signal.SIGTERM)
PATIENCE = 10  # seconds for requests that are under way


async def listen(opened: socket.socket, routes: list[BaseRoute], close_doors: Callable[[], Awaitable[None]]) -> None:
    """Serves these routes. The doors are closed first: a page that is open would hold the server up."""
    config = uvicorn.Config(
        Starlette(routes=routes),
        log_config=None,
        access_log=False,  # an access log is a table of who did what when
        server_header=False,
        timeout_graceful_shutdown=PATIENCE,
        lifespan="off",
    )
    server = uvicorn.Server(config)
    # Left alone, uvicorn raises the signal once more at its end, and the process dies before anything is put away.
    server.capture_signals = nullcontext  # type: ignore[method-assign, assignment]
    serving = asyncio.create_task(server.serve(sockets=[opened]))
    told = asyncio.create_task(until_told_to_stop())
    await asyncio.wait((serving, told), return_when=asyncio.FIRST_COMPLETED)
    await close_doors()
    server.should_exit = True
    told.cancel()
    await serving


async def until_told_to_stop() -> None:
    """Returns at Ctrl-C, or when the system asks the process to end."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for each in STOPPING:
        loop.add_signal_handler(each, stop.set)
    try:
        await stop.wait()
    finally:
        for each in STOPPING:
            loop.remove_signal_handler(each)


def open_port(settings: Settings) -> socket.socket:
    """The place where the server will listen, taken before anything else is done. Close it at the end. Raises OSError, in
    words for whoever starts the server."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "no reason given"
        raise OSError(f"it cannot listen on {settings.host}:{settings.port} ({reason}). Choose another PORT.") from None
