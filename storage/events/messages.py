"""What people are told of an event: each message once for one cause, drawn when it is sent, and none that is not true then.

The ref of a message says about which state of the event it is; its card looks whether that is still so.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.attention import Wishes
from bot.conversation import Message
from bot.hours import waking
from storage.events.event import AFTERWARDS, Event

DAYS = {"week": timedelta(days=7), "day": timedelta(days=1)}
PASSED_ON = timedelta(hours=24)
WITHOUT_PLACE = timedelta(days=3)
AT_A_TIME = 3
"""So many approvers are asked at once; after a day without a word, the next."""
TEN = 10


def reminders(event: Event, person: int, wishes: Wishes, now: datetime) -> Iterator[Message]:
    """Seven days and one day before, in the person's own hours; none whose time is past, or less than half of it ahead."""
    for kind, before in DAYS.items():
        at = reminded_at(event.plan.starts, before, wishes)
        if at and at > now:
            cause = f"{event.about}:{kind}:{event.minute}"
            yield _told(event, person, "meet.reminder", cause, at=at, state=event.minute)


def reminded_at(starts: datetime, before: timedelta, wishes: Wishes) -> datetime | None:
    """When this person hears, in their own hours: that long before it begins, or some days earlier, and never when half of that
    time is gone. A reminder of a Monday morning comes on Friday, not on Monday at ten."""
    if wishes.only_home:
        return None
    for back in range(8):
        at = waking(starts - before - timedelta(days=back), wishes.hours)
        if at and at <= starts - before / 2:
            return at
    return None


def placed(event: Event, person: int, cause: str) -> Message:
    """Somebody who waited has a place now; `cause` is of this one time."""
    return _told(event, person, "meet.placed", f"{event.about}:place:{cause}", state=event.minute)


def changed(event: Event, person: int) -> Message:
    """It is at another time or place; what was said of an earlier change and not sent yet is not sent any more."""
    return _told(event, person, "meet.changed", f"{moves(event)}{event.revision}", state=event.revision)


def moves(event: Event) -> str:
    """With this begins the cause of every message that it has changed."""
    return f"{event.about}:moved:"


def cancelled(event: Event, person: int) -> Message:
    return _told(event, person, "meet.cancelled", f"{event.about}:off", state=event.revision)


def ask_catch_up(event: Event) -> Message:
    """The day after, at ten where it was: whoever leads it then is asked for a few lines."""
    ended = event.plan.ends.astimezone(ZoneInfo(event.plan.zone))
    morning = (ended + timedelta(days=1)).replace(hour=TEN, minute=0, second=0, microsecond=0)
    cause = f"{event.about}:after:{event.minute}"
    expires = event.plan.ends + AFTERWARDS
    return Message(event.lead, "meet.after", _ref(event, event.minute), cause, morning, expires=expires, counts=False)


def ask_place(event: Event, now: datetime) -> Iterator[Message]:
    """Whoever hosts what a practice arranged is asked where it is, at once and three days before; drawn only as long as
    nobody knows."""
    for number, at in enumerate((now, last_asked(event))):
        if number == 0 or at > now:
            cause = f"{event.about}:where:{number}:{event.minute}"
            yield _told(event, event.lead, "meet.place", cause, at=at, state=event.minute)


def last_asked(event: Event) -> datetime:
    """From then on whoever is asked where it is, is asked for the last time."""
    return event.plan.starts - WITHOUT_PLACE


def approvals(event: Event, people: list[int], now: datetime) -> Iterator[Message]:
    """Any of three can approve; after 24 hours without a word it is passed on to the next three."""
    for number, person in enumerate(people):
        at = now + number // AT_A_TIME * PASSED_ON
        cause = f"{event.about}:approve:{event.revision}:{int(event.changed_at.timestamp())}"
        yield _told(event, person, "meet.approve", cause, at=at, state=event.revision)


def decided(event: Event) -> Message:
    """To whoever wrote it: it was approved, or came back."""
    cause = f"{event.about}:decided:{int(event.changed_at.timestamp())}"
    return Message(event.lead, "meet.decided", event.ref, cause, counts=False)


def took_over(event: Event) -> Message:
    """To whoever leads it from now on."""
    return _told(event, event.lead, "meet.yours", f"{event.about}:lead:{event.revision}", state=event.revision)


def state_of(ref: str) -> tuple[str, int]:
    """The event's ref, and the state that a message is about."""
    event, _, state = ref.partition(":")
    return event, int(state) if state.isascii() and state.isdigit() and len(state) < TEN + 1 else -1


def _told(event: Event, person: int, card: str, cause: str, *, state: int, at: datetime | None = None) -> Message:
    """News of something that the person said yes to, or that falls to them: it does not count (P4)."""
    return Message(person, card, _ref(event, state), cause, at, expires=event.plan.starts, counts=False)


def _ref(event: Event, state: int) -> str:
    return f"{event.ref}:{state}"
