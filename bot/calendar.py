"""An event as people's own calendars keep it, as a plain value; and where they fetch it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from bot.values import dataclass

EVENT_PATH, FEED_PATH = "/event/", "/calendar/"


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
"""What a token leads to: one event, or all of a feed; None where it leads nowhere."""
Links = Callable[[Which, str], str]
"""The address of an event's file by its ref, or of a feed by its token; empty where this installation has none."""


def no_links(_which: Which, _ref: str) -> str:
    """For an installation that nobody can fetch from."""
    return ""
