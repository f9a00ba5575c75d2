"""One of everything that can be shown: every conversation's own examples, in one language."""

from functools import cache
from importlib import import_module

from bot.words import PSEUDO, Words
from conversations import ALL
from tests.witness import Shown

LANGUAGES = ("en", PSEUDO)


@cache
def examples(language: str) -> dict[str, Shown]:
    """`ask: prompt` to what is shown."""
    found: dict[str, Shown] = {}
    for conversation in ALL:
        room = import_module(f"conversations.{conversation.name}.examples")
        found |= {f"{conversation.name}: {name}": shown for name, shown in room.examples(Words(language)).items()}
    return found


EXAMPLES = [(language, name) for language in LANGUAGES for name in examples(language)]
NAMED = [f"{language}-{name}" for language, name in EXAMPLES]
