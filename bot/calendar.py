"""An event as people's own calendars keep it, as a plain value; and where they fetch it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Links = Callable[[str], str]
"""The address of one event's file, or of a personal feed; empty where this installation has no address of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `wall` is its wall-clock time in `zone`; `revision` rises with each change, `changed` says when the last
    one was. `title` is what may stand on a screen that others see."""

    uid: str
    revision: int
    changed: datetime
    title: str
    wall: datetime
    zone: str
    minutes: int
    place: str = ""
    link: str = ""
    text: str = ""
    cancelled: bool = False


Which = Literal["event", "feed"]
Finds = Callable[[Which, str], Awaitable[tuple[Entry, ...] | None]]
"""What an address leads to: one event, or all of a feed; None where it leads nowhere. A token stands for each."""


def no_links(_ref: str) -> str:
    """For an installation that nobody can fetch from."""
    return ""
