"""A process on the path of a report leaves no memory in a file and no words in a log, at the most talkative level."""

import asyncio
import io
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import hush

ROOT = Path(__file__).parent.parent.parent
SAID = "the handover sheet was altered"
EVERY_WAY = """
import logging, sys, threading
logging.basicConfig(level=logging.DEBUG)
if sys.argv[1] == "hushed":
    from bot.hush import hush
    hush()
if sys.argv[2] == "thread":
    def work(): raise ValueError("the handover sheet was altered")
    other = threading.Thread(target=work); other.start(); other.join(); sys.exit(1)
if sys.argv[2] == "crash":
    import ctypes, faulthandler, resource
    from bot import hush
    print(hush.dumps_core(), resource.getrlimit(resource.RLIMIT_CORE), faulthandler.is_enabled()); sys.exit(1)
class Broken:
    def __del__(self): raise ValueError("the handover sheet was altered")
if sys.argv[2] == "unraisable":
    Broken(); sys.exit(1)
raise ValueError("the handover sheet was altered")
"""


@pytest.fixture
def said() -> Iterator[io.StringIO]:
    """What is printed by a root logger and by a handler of a library's own, both at the lowest level."""
    factory, root, printed = logging.getLogRecordFactory(), logging.getLogger(), io.StringIO()
    handler, level = logging.StreamHandler(printed), root.level
    levels = {name: logging.getLogger(name).level for name in (*hush.TALKATIVE, *hush.QUIET, *hush.ONLY_ERRORS)}
    own = logging.getLogger("slack_sdk.web")
    root.addHandler(handler)
    own.addHandler(handler)
    root.setLevel(1)
    yield printed
    logging.setLogRecordFactory(factory)
    root.removeHandler(handler)
    own.removeHandler(handler)
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def everybody_talks() -> None:
    for name in hush.TALKATIVE:
        for each in (name, f"{name}.web"):
            logging.getLogger(each).setLevel(1)  # somebody wants to know it all
            logging.getLogger(each).debug("payload: %s", SAID)
            logging.getLogger(each).warning(SAID)
    for name in ("apscheduler.executors", "uvicorn.error", "worst", ""):
        try:
            raise ValueError(SAID)
        except ValueError:
            logging.getLogger(name).exception("it failed", stack_info=True)


def test_no_library_prints_a_word_and_no_error_its_own_at_any_level(said: io.StringIO) -> None:
    everybody_talks()
    assert SAID in said.getvalue()  # the control: without it they do
    said.truncate(0)
    hush.pin_loggers()
    everybody_talks()
    told = said.getvalue()
    assert SAID not in told
    assert "something was said at test_hush.py" in told
    assert "it failed (ValueError at tests/bot/test_hush.py" in told
    assert "Traceback" not in told


async def test_an_error_in_a_task_that_nobody_waits_for_is_not_quoted(said: io.StringIO) -> None:
    hush.pin_loggers()
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": f"it broke: {SAID}", "exception": ValueError(SAID)})
    assert SAID not in said.getvalue()
    assert said.getvalue()
    assert threading.active_count()


def ran(*how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", EVERY_WAY, *how],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1 or how[1] == "raises"
    return done.stdout + done.stderr


@pytest.mark.process
@pytest.mark.parametrize("how", ["raises", "thread", "unraisable"])
def test_however_a_process_breaks_it_quotes_nothing(how: str) -> None:
    assert SAID in ran("as it is", how)
    told = ran("hushed", how)
    assert SAID not in told
    assert "ValueError" in told


@pytest.mark.process
def test_a_crash_leaves_no_memory_in_a_file() -> None:
    assert "False (0, 0) False" in ran("hushed", "crash")
    assert "True" in ran("as it is", "crash")
