"""What may be written in a log about an error: its class and its place, never its words, for they may quote a person."""

import logging
import secrets
import traceback
from pathlib import Path

log = logging.getLogger("hearback")

ROOT = Path(__file__).parent.parent


class Refusal(Exception):
    """A flow says no in one sentence: the person sees it, nothing is changed, nothing is logged."""

    def __init__(self, sentence: str) -> None:
        super().__init__("refused")
        self.sentence = sentence


def logged(event: object, error: Exception) -> str:
    """Logs the class and the place of an error, never its words: they may quote what a person wrote."""
    reference = secrets.token_hex(3)
    log.error("reference %s: answering %s: %s", reference, type(event).__name__, trace(error))
    return reference


def trace(error: BaseException) -> str:
    """`TimeoutError at storage/delivery.py:88`: the last place of our own that it came through."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(file.relative_to(ROOT), line) for file, line in frames if _is_ours(file)]
    place = "{}:{}".format(*ours[-1]) if ours else "an unknown place"
    return f"{type(error).__name__} at {place}"


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(ROOT) and "site-packages" not in file.parts
