"""What may be written in a log about an error: its class and its place, never its words, for they may quote a person."""

import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent


def trace(error: BaseException) -> str:
    """`TimeoutError at storage/delivery.py:88`: the last place of our own that it came through."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(file.relative_to(ROOT), line) for file, line in frames if _is_ours(file)]
    place = "{}:{}".format(*ours[-1]) if ours else "an unknown place"
    return f"{type(error).__name__} at {place}"


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(ROOT) and "site-packages" not in file.parts
