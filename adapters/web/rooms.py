"""The places where one can talk with Hearback in the workspace: one's own messages, one's group, and the channel."""

from adapters.web import words as w
from bot.events import Account, Place
from bot.ports import Seat
from bot.values import dataclass
from bot.words import Words

TENANT = "demo"
PLATFORM = "web"
CHANNEL = "channel:all-staff"


@dataclass(frozen=True, slots=True)
class Room:
    """One place: where it stands in the browser, what kind it is, and its address in the mailbox."""

    path: str
    place: Place
    address: str


def account_of(seat: Seat) -> Account:
    return Account(PLATFORM, TENANT, seat.account)


def direct(account: str) -> Room:
    """The person's own messages with Hearback."""
    return Room("/chat", "direct", f"direct:{account}")


def rooms_of(seat: Seat) -> tuple[Room, ...]:
    """The rooms of this person, their own messages first."""
    channel = Room("/channel/all-staff", "channel", CHANNEL)
    group = Room("/group/team", "group", f"group:{seat.team}")
    return (direct(seat.account), channel, group)


def room_at(seat: Seat, path: str) -> Room | None:
    """The person's room with this path; None when they have none there (Home is not a room)."""
    return next((room for room in rooms_of(seat) if room.path == path), None)


def title(room: Room, seat: Seat, words: Words) -> str:
    match room.place:
        case "direct":
            return words(w.BRAND)
        case "channel":
            return "# " + words(w.ALL_STAFF)
        case "group":
            return seat.team


def topic(room: Room, seat: Seat, words: Words) -> str:
    match room.place:
        case "direct":
            return words(w.TOPIC_DIRECT)
        case "channel":
            return words(w.TOPIC_CHANNEL)
        case "group":
            return words(w.TOPIC_GROUP, team=seat.team)
