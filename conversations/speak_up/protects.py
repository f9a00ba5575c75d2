"""One page in plain words for staff: how speaking up here protects them, and how it does not."""

from bot.conversation import Turn
from bot.events import Opened, Show
from bot.sentences import CLOSE
from bot.ui import Block, Form, Heading, Text
from bot.words import Words
from conversations.speak_up import words as w

DOES = (w.PROTECTS_NAME, w.PROTECTS_WORDS)
DOES_NOT = (w.PROTECTS_CHAT, w.PROTECTS_YOU)


async def protects(turn: Turn, _event: Opened) -> Show:
    """The same for everybody; nobody counts who opens it."""
    return Show(page(turn.words))


def page(words: Words) -> Form:
    """What it does and what it cannot, in the same size of type."""
    blocks: list[Block] = [Heading(words(w.PROTECTS_DOES)), *(Text(words(each)) for each in DOES)]
    blocks += [Heading(words(w.PROTECTS_NOT)), *(Text(words(each)) for each in DOES_NOT)]
    return Form(title=words(w.PROTECTS_TITLE), close=words(CLOSE), blocks=tuple(blocks))
