"""Starts a demo of its own, with a database and a port that nobody else uses, and ends it afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PATIENCE = 180.0  # seconds; the first filling plays five weeks


@contextmanager
def demo() -> Iterator[str]:
    """The address of a freshly filled demo."""
    with TemporaryDirectory() as folder:
        port = _free_port()
        surroundings = _environment(Path(folder), port)
        process = subprocess.Popen([sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=surroundings)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, address)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=30)


def _environment(folder: Path, port: int) -> dict[str, str]:
    """Our own surroundings without anybody's tokens."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SLACK_", "TEAMS_", "HEARBACK_"))}
    return kept | {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "HEARBACK_INBOX_PORT": str(_free_port()),
        "HEARBACK_DEMO": "1",
        "HEARBACK_DATABASE_URL": f"sqlite:///{folder / 'database' / 'hearback.db'}",
        "HEARBACK_SECRETS_DIR": str(folder / "secrets"),
    }


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the demo did not start")
