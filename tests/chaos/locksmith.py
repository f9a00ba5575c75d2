"""A keeper that dies by its own hand before it takes a step on its disk; tests say before which.

Its arguments are a folder, a token, the instant at which it is, and the number of the step; with 0 it lives.
It prints its port.
"""

import os
import signal
import socket
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from adapters.keeper.app import routes
from adapters.keeper.drawer import Drawer

STEPS = ("open", "os.link", "os.rename", "os.remove")


def main(folder: str, token: str, now: str, dies_before: str) -> None:
    drawer = Drawer(Path(folder))
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=routes(drawer, token, lambda: datetime.fromisoformat(now))))
    )
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    _dies(folder, int(dies_before))
    server.run(sockets=[listening])


def _dies(folder: str, dies_before: int) -> None:
    """Python tells of each step before it is taken."""
    steps = count(1)

    def told(event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS and str(arguments[0]).startswith(folder) and next(steps) == dies_before:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(told)


if __name__ == "__main__":
    main(*sys.argv[1:])
