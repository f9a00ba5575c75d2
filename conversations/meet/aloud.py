"""Events in a channel, where everybody reads along: those that a lead shows there, and what is posted."""

from bot.conversation import Turn
from bot.events import Said, Say
from bot.ui import Card
from conversations.meet import cards, cards_aloud
from storage.events import coming
from storage.events.event import Event, audiences, find
from storage.events.messages import state_of
from storage.work import work_of

MOST = 3


async def show(turn: Turn, _event: Said) -> Say:
    """The nearest events that this person leads, or may announce; of a hidden network none, whoever asks (P6)."""
    connection, person = work_of(turn).connection, turn.somebody.id
    circles = [each.id for each in await audiences(connection, person) if not each.hidden]
    led = await coming.led(connection, person, circles, turn.now)
    found = [each for each in led if each.open(turn.now) and not each.audience.hidden]
    return Say(cards.aloud(turn.words, found[:MOST]))


async def draw_new(turn: Turn, ref: str) -> Card | None:
    """The announcement, as it is true when it is posted."""
    event = await _open(turn, ref)
    return cards.aloud(turn.words, [event]) if event and event.open(turn.now) else None


async def draw_moved(turn: Turn, ref: str) -> Card | None:
    event = await _open(turn, ref)
    return cards_aloud.moved(turn.words, event) if event and event.open(turn.now) else None


async def draw_off(turn: Turn, ref: str) -> Card | None:
    event = await _open(turn, ref)
    return cards_aloud.off(turn.words, event) if event and event.state == "cancelled" else None


async def _open(turn: Turn, ref: str) -> Event | None:
    """An event of which a channel may read: never one of a circle that is hidden by now (P6)."""
    event = await find(work_of(turn).connection, state_of(ref)[0])
    return None if event is None or event.audience.hidden else event
