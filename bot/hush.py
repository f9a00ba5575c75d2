"""Keeps what people write out of logs and out of files of crashed processes, whatever the libraries would do by themselves.

Slack's library prints whole requests at WARNING and DEBUG, Socket Mode and aiohttp do at DEBUG, asyncio quotes errors. Their
records keep the name, the level and the place, and lose their words. It is done where records are made: a filter at a logger
does not see what loggers below it hand up, and a filter at a handler not what another handler prints.
"""

import ctypes
import faulthandler
import logging
import resource
import sys
import threading
from pathlib import Path
from typing import Any

from bot.mishap import trace

TALKATIVE = (
    "aiohttp",
    "aiosqlite",
    "asyncio",
    "botbuilder",
    "botframework",
    "concurrent",
    "httpcore",
    "httpx",
    "msal",
    "msrest",
    "multipart",
    "psycopg",
    "python_multipart",
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy",
    "urllib3",
    "uvicorn.access",
    "uvicorn.asgi",
    "websockets",
)
"""Libraries that a payload passes through. Nobody needs their words, and some of them quote."""
QUIET = ("alembic", "uvicorn.error")
ONLY_ERRORS = ("apscheduler",)
"""It warns of each tick that finds the one before still at work, which is as it should be."""
_SET_DUMPABLE, _GET_DUMPABLE = 4, 3  # linux/prctl.h


def hush() -> None:
    """For the first line of every process: no core dump, no fault handler, no words of an error, no talkative library."""
    no_core_dumps()
    faulthandler.disable()
    pin_loggers()
    sys.excepthook = lambda _kind, error, _trace: _say(error)
    sys.unraisablehook = lambda told: _say(told.exc_value)
    threading.excepthook = lambda told: _say(told.exc_value)


def no_core_dumps() -> None:
    """No file of this process's memory, however it ends, and no debugger of another process of this user in it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Where crashes are piped to a program, as systemd does, the kernel does not ask for the limit; it asks for this.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def dumps_core() -> bool:
    """Whether a crash of this process could leave its memory in a file."""
    if sys.platform == "linux" and ctypes.CDLL(None).prctl(_GET_DUMPABLE, 0, 0, 0, 0) == 0:
        return False
    return resource.getrlimit(resource.RLIMIT_CORE)[1] != 0 or sys.platform == "linux"


def pin_loggers() -> None:
    """No level that somebody sets brings their words back."""
    for name in (*TALKATIVE, *QUIET):
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in ONLY_ERRORS:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.setLogRecordFactory(record)


def record(name: str, level: int, path: str, line: int, *told: Any, **more: Any) -> logging.LogRecord:
    """A record as logging makes it, without the words of a talkative library or of any error."""
    made = logging.LogRecord(name, level, path, line, *told, **more)
    if name.startswith(TALKATIVE):
        made.msg, made.args = f"something was said at {Path(path).name}:{line}", ()
    error = made.exc_info[1] if made.exc_info else None
    if error is not None:
        made.msg, made.args = f"{made.getMessage()} ({trace(error)})", ()
    made.exc_info = made.exc_text = made.stack_info = None
    return made


def _say(error: BaseException | None) -> None:
    if error is not None:
        logging.getLogger("hearback").error("stopped: %s", trace(error))
