"""The turns in which a steward finds a question again that was written and not started: looks at it, or throws it away."""

from collections.abc import Sequence

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import only_text
from bot.mishap import Refusal
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Open, Text
from bot.words import Words
from conversations.steward import words as w
from conversations.steward.people import only_stewards
from storage import drafts
from storage.drafts import Kept
from storage.work import work_of

ON_HOME, MOST = 3, 30
"""On a page there is room for a text and its buttons for each."""


async def show_kept(turn: Turn, _event: Opened) -> Show:
    """All of them, the newest first."""
    await only_stewards(turn)
    return Show(all_kept(turn.words, await drafts.kept(work_of(turn))))


async def open_throw(turn: Turn, event: Opened) -> Show:
    """Asks before it is thrown away."""
    await only_stewards(turn)
    found = await drafts.kept(work_of(turn), event.ref) if event.ref else []
    if not found:
        raise Refusal(turn.words(w.GONE))
    return Show(ask_to_throw(turn.words, found[0]))


async def throw_away(turn: Turn, event: Submitted) -> Show:
    """Whatever has been started meanwhile stays."""
    await only_stewards(turn)
    if not await drafts.throw_away(work_of(turn), event.ref):
        raise Refusal(turn.words(w.GONE))
    return Show(only_text(turn.words, w.KEPT_TITLE, turn.words(w.THROWN)))


def home_kept(words: Words, kept: Sequence[Kept]) -> tuple[Block, ...]:
    """The newest, and the way to the others."""
    more = (Buttons((Open(words(w.KEPT_BUTTON), "steward.kept"),)),) if len(kept) > ON_HOME else ()
    return (*_each(words, kept[:ON_HOME]), *more)


def all_kept(words: Words, kept: Sequence[Kept]) -> Form:
    blocks = _each(words, kept[:MOST]) or (Text(words(w.KEPT_NONE)),)
    return Form(title=words(w.KEPT_TITLE), close=words(CLOSE), blocks=blocks)


def ask_to_throw(words: Words, found: Kept) -> Form:
    return Form(
        title=words(w.KEPT_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.THROW_ASK, subject=spoken(found.subject, words.language))),),
        action="steward.throw_away",
        ref=found.ref,
        submit=words(w.THROW_BUTTON),
    )


def _each(words: Words, kept: Sequence[Kept]) -> tuple[Block, ...]:
    """Each with a button to look at it and start it from there, to change it, and one that asks before it is thrown away."""
    blocks: list[Block] = []
    for each in kept:
        look = Open(words(w.OWN_LOOK), "ask.preview", each.ref)
        change = Open(words(w.OWN_CHANGE), "steward.ask_new", each.ref)
        throw = Open(words(w.THROW_BUTTON), "steward.throw_away", each.ref)
        text = words(w.KEPT_ONE, subject=spoken(each.subject, words.language), answerer=each.answerer)
        blocks += [Text(text), Buttons((look, change, throw))]
    return tuple(blocks)
