"""The one turn of speaking up so far: signposts, the same for everybody, without a transaction or a name."""

from bot.conversation import Conversation, Turn
from bot.events import Opened, Show
from conversations.speak_up import cards


async def signposts(turn: Turn, _event: Opened) -> Show:
    """Where to turn. The core hands over neither account nor event id."""
    return Show(cards.signposts(turn.words, turn.house.guardian))


CONVERSATION = Conversation(name="speak_up", opens={"speak_up.open": signposts}, traceless=True)
