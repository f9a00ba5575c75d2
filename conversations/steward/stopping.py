"""The turns in which a steward sees what is being asked, and stops it: before it first opens, or between two rounds."""

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
from storage import programmes
from storage.programmes import Running
from storage.work import work_of

MOST = 40
"""So that a text and its button for each fit into a form."""


async def show_running(turn: Turn, _event: Opened) -> Show:
    """All that asks again, the nearest first."""
    await only_stewards(turn)
    return Show(what_runs(turn.words, await programmes.all_running(work_of(turn), turn.house.templates)))


async def open_stop(turn: Turn, event: Opened) -> Show:
    """What happens if it is stopped; sending the form stops it."""
    await only_stewards(turn)
    found = await programmes.one_running(work_of(turn), event.ref, turn.house.templates)
    if found is None:
        raise Refusal(turn.words(w.GONE))
    return Show(ask_to_stop(turn.words, found))


async def stop(turn: Turn, event: Submitted) -> Show:
    """Stops it once, however many send the form."""
    await only_stewards(turn)
    said = w.STOPPED if await programmes.stop(work_of(turn), event.ref) else w.STOPPED_ALREADY
    return Show(only_text(turn.words, w.STOP_TITLE, turn.words(said)))


def home_running(words: Words, running: Sequence[Running]) -> tuple[Block, ...]:
    """What asks again, and the way to stopping it; nothing where nothing does."""
    if not running:
        return ()
    subjects = words.listed([_subject(words, each) for each in running[:MOST]])
    return Text(words(w.RUNNING, subjects=subjects)), Buttons((Open(words(w.RUNNING_BUTTON), "steward.running"),))


def what_runs(words: Words, running: Sequence[Running]) -> Form:
    """Each with when it comes next, who answers back, and a button that asks before it stops anything."""
    blocks: list[Block] = []
    for each in running[:MOST]:
        told = {"subject": _subject(words, each), "day": words.day(each.next_at), "answerer": each.answerer}
        stop_it = Open(words(w.STOP_BUTTON), "steward.stop", each.ref)
        blocks += [Text(words(w.RUNNING_ONE, **told)), Buttons((stop_it,))]
    none = Text(words(w.NONE_RUNNING))
    return Form(title=words(w.RUNNING_BUTTON), close=words(CLOSE), blocks=tuple(blocks) or (none,))


def ask_to_stop(words: Words, found: Running) -> Form:
    asked = words(w.STOP_ASK, subject=_subject(words, found), day=words.day(found.next_at))
    return Form(
        title=words(w.STOP_TITLE),
        close=words(CLOSE),
        blocks=(Text(asked), Text(words(w.STOP_MEANS))),
        action="steward.stop",
        ref=found.ref,
        submit=words(w.STOP_BUTTON),
    )


def _subject(words: Words, each: Running) -> str:
    return spoken(each.template.ask.subject, words.language)
