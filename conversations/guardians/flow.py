"""Draws what guardians are told; when that is, the clock alone decides (storage/clockwork.py)."""

from bot.conversation import Conversation, Turn
from bot.ui import Card
from conversations.guardians import cards


async def draw_digest(turn: Turn, _ref: str) -> Card:
    return cards.digest(turn.words)


async def draw_ping(turn: Turn, _ref: str) -> Card:
    return cards.ping(turn.words)


async def draw_away(turn: Turn, _ref: str) -> Card:
    return cards.away(turn.words)


async def draw_inactive(turn: Turn, _ref: str) -> Card:
    return cards.inactive(turn.words)


CONVERSATION = Conversation(
    name="guardians",
    cards={
        "guardians.digest": draw_digest,
        "guardians.ping": draw_ping,
        "guardians.away": draw_away,
        "guardians.inactive": draw_inactive,
    },
)
