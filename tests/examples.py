"""One of everything that can be shown: every conversation's own examples, in one language."""

from functools import cache
from importlib import import_module

from adapters.charts.address import Addresses
from adapters.charts.examples import examples as charts
from bot.ui import Card, Picture
from bot.words import PSEUDO, Words
from conversations import ALL
from tests.witness import Shown

LANGUAGES = ("en", PSEUDO)
ADDRESSES = Addresses("https://hearback.example.org", b"k" * 32)


@cache
def examples(language: str) -> dict[str, Shown]:
    """`ask: prompt` to what is shown."""
    found: dict[str, Shown] = {}
    for conversation in ALL:
        room = import_module(f"conversations.{conversation.name}.examples")
        found |= {f"{conversation.name}: {name}": shown for name, shown in room.examples(Words(language)).items()}
    if language == "en":  # the words of charts come with them, so that a language makes no difference
        found |= charted()
    return found


def charted() -> dict[str, Shown]:
    """A card with each chart, as it goes out where pictures can be fetched, and one where they cannot."""
    cards: dict[str, Shown] = {}
    for number, (name, chart) in enumerate(charts().items()):
        cards[f"chart: {name}"] = Card(chart.title, (Picture(chart, ADDRESSES.of(chart) if number else ""),))
    return cards
