"""Who waits for what in a case, and since which day; worked out from the days on which messages were let through.

A person says within three working days that it was read, and within three months of that what came of it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.values import dataclass
from storage.threads.transcript import Message
from storage.working_days import Calendar

WORKING_DAYS = 3
FEEDBACK = timedelta(days=91)
FROM_THEM = ("said", "picture", "file")


@dataclass(frozen=True, slots=True)
class Waits:
    """`since`: the day of the first message that has no answer yet; `unread`: nobody has even said that it was read."""

    since: date | None = None
    unread: bool = False
    overdue: bool = False


def waits(messages: Sequence[Message], calendar: Calendar, *, closed: bool, today: date) -> Waits:
    """What whoever raised the case is waiting for today."""
    since = unread_since = acknowledged = None
    for each in messages:
        if each.mine and each.kind in FROM_THEM:
            since, unread_since = since or each.opens, unread_since or each.opens
        elif each.by and each.kind in ("said", "state"):
            acknowledged, unread_since = acknowledged or each.opens, None
            since = None if each.kind == "said" or each.text == "closed" else since
    late = unread_since is not None and calendar.working_days(unread_since, today) > WORKING_DAYS
    no_news = not closed and acknowledged is not None and today > acknowledged + FEEDBACK
    return Waits(since, unread_since is not None, late or no_news)
