"""A Home with something under every heading: what a nurse finds on an ordinary Tuesday."""

from datetime import UTC, datetime

from bot.conversation import HomeParts
from bot.ui import Home
from bot.words import Words
from conversations.ask import ahead
from conversations.ask import cards as ask
from conversations.home import cards as home
from conversations.show import cards as show
from conversations.show.examples import CELLS, NOW
from conversations.steward.examples import TEMPLATES
from storage.coming import Coming
from storage.examples import ASKING, DARIO, NEWS, NORTHFIELD, SHARED

COMING = Coming(1, TEMPLATES[0], datetime(2026, 11, 19, 10, tzinfo=UTC), DARIO)


def full_home(words: Words) -> Home:
    """An open question, the next one, what was said, and one outcome."""
    parts: tuple[HomeParts, ...] = (
        {
            "now": ask.home_open(words, ASKING, first=True),
            "coming": (ahead.home_coming(words, COMING),),
            "said": ask.home_said(words, ASKING, NORTHFIELD.operator),
        },
        {"came": show.home_shared(words, SHARED, CELLS, NEWS, now=NOW)},
    )
    return home.home(words, parts)
