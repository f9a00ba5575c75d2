"""The turn in which whoever leads something shows its events in a channel, so that people there can answer."""

from bot.conversation import Turn
from bot.events import Said, Say
from conversations.meet import cards
from storage.events import coming
from storage.events.event import audiences
from storage.work import work_of

MOST = 3


async def show(turn: Turn, _event: Said) -> Say:
    """The nearest events that this person leads, or may announce; of a hidden network none, whoever asks (P6)."""
    connection, person = work_of(turn).connection, turn.somebody.id
    circles = [each.id for each in await audiences(connection, person) if not each.hidden]
    led = await coming.led(connection, person, circles, turn.now)
    found = [each for each in led if each.open(turn.now) and not each.audience.hidden]
    return Say(cards.aloud(turn.words, found[:MOST]))
