"""What may be written in a log about an error: its class and its place, never its words, for they may quote a person."""

import traceback


def trace(error: BaseException) -> str:
    """`TimeoutError at storage/delivery.py:88`."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "unknown place"
    return f"{type(error).__name__} at {place}"
