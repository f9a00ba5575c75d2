"""How long `python -m bot serve` takes from nothing to its first answer, on a database that is up to date."""

import asyncio
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure

BOUND = 2.0
PATIENCE = 60.0
ROOT = Path(__file__).parent.parent
SLACK = {
    "SLACK_BOT_TOKEN": "xoxb-bench",
    "SLACK_SIGNING_SECRET": "a signing secret",
    "SLACK_API_URL": "http://[::1]:9/",
}


DOORS: Mapping[str, Mapping[str, str]] = {"Cold start to the first answer": {}, "  with the Slack door": SLACK}


async def measure(
    *, starts: int = 5, warm: bool = True, doors: Mapping[str, Mapping[str, str]] = DOORS
) -> list[Figure]:
    """With each of these sets of doors. Half of the starts are quicker than the figure. `warm`: after one for nothing."""
    return [await asyncio.to_thread(_figure, name, tokens, starts, warm=warm) for name, tokens in doors.items()]


def _figure(name: str, doors: Mapping[str, str], starts: int, *, warm: bool) -> Figure:
    with tempfile.TemporaryDirectory(prefix="hearback-bench-") as folder:
        environment = _environment(folder, doors)
        if warm:
            _start(environment)  # leaves the tables and compiled modules behind, as an installation has them
        before = _children()
        taken = [_start(environment) for _ in range(starts)]
        cpu = (_children() - before) / starts
    return Figure(name, median(taken), "s", BOUND, note=f"{cpu:.2f} s of CPU, its end included")


def _environment(folder: str, doors: Mapping[str, str]) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("HEARBACK", "SLACK", "TEAMS"))
    }
    inherited.pop("PYTHONDONTWRITEBYTECODE", None)
    own = {
        "HOST": "127.0.0.1",
        "PORT": str(_free_port()),
        "HEARBACK_DATABASE_URL": f"sqlite:///{folder}/database/hearback.db",
        "HEARBACK_SECRETS_DIR": f"{folder}/secrets",
    }
    return {**inherited, **own, **doors}


def _start(environment: Mapping[str, str]) -> float:
    """Seconds from the command to the first answer; the server is told to stop then."""
    begin = time.perf_counter()
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=environment, stdout=quiet, stderr=quiet
    )
    try:
        _wait_for_answer(f"http://127.0.0.1:{environment['PORT']}/healthz", server, begin + PATIENCE)
        return time.perf_counter() - begin
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _wait_for_answer(url: str, server: subprocess.Popen[bytes], until: float) -> None:
    while True:
        if server.poll() is not None or time.perf_counter() > until:
            raise RuntimeError("the server did not come up")
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                answer.read()
                return
        except OSError:
            time.sleep(0.005)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
