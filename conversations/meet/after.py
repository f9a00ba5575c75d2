"""The turns after an event: its lead writes the catch-up, and whoever came or could not adds to one and the same list."""

from collections.abc import Mapping

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.question import clean
from bot.ui import Form
from bot.words import Sentence
from conversations.meet import cards_after
from conversations.meet import words as w
from conversations.meet import words_after as a
from conversations.meet import words_plan as p
from conversations.meet.cards_after import (
    ANSWER,
    CAPTIONS,
    CHANGE,
    LONGEST,
    MINUTES,
    RECORDING,
    SHOWN,
    SPOKEN,
    SUMMARY,
    YOURS,
)
from conversations.meet.form import is_link
from conversations.meet.permission import invited, led
from storage import notes
from storage.disclosure.presets import FEWEST
from storage.events import after, evaluating, rsvps
from storage.events.event import AFTERWARDS, Event
from storage.events.plan import Carried
from storage.work import work_of

LONGEST_MINUTES = 1440
_SAID = (SUMMARY, ANSWER, CHANGE)


async def open_after(turn: Turn, event: Opened) -> Show:
    found = await _over(turn, event.ref)
    return Show(await _form(turn, found))


async def keep_after(turn: Turn, event: Submitted) -> Show:
    """Keeps it, and sees to it that those who could not come have a note coming."""
    found = await _over(turn, event.ref)
    said = {name: clean(event.values.get(name, ""), 3000) for name in (*_SAID, RECORDING, MINUTES, SHOWN)}
    carried = _carried(said, event.values.get(SPOKEN, ""))
    errors = _errors(turn, said, carried)
    if errors or carried is None:
        return Show(again(await _form(turn, found), event.values, errors))
    first = found.caught_up_at is None
    connection = work_of(turn).connection
    kept = await after.keep(connection, found, carried, {name: said[name] for name in _SAID}, now=turn.now)
    if first:
        await notes.plan(connection, after.away(kept), earliest=lambda _zone: turn.now)
    return Show(only_text(turn.words, a.AFTER_TITLE, turn.words(_done(found, kept))))


async def _form(turn: Turn, event: Event) -> Form:
    said = await after.added(work_of(turn).connection, event)
    return cards_after.after(turn.words, event, await _asked(turn, event), [(name, text) for _, name, text in said])


def _done(before: Event, kept: Event) -> Sentence:
    if before.caught_up_at is None:
        return a.AFTER_DONE
    return a.REPLIED if kept.reply and not before.reply else a.AFTER_MENDED


async def open_caught_up(turn: Turn, event: Opened) -> Show:
    return Show(await _caught_up(turn, await _invited_and_over(turn, event.ref)))


async def add(turn: Turn, event: Submitted) -> Show:
    """One list for those who came and those who could not, in no other order than names."""
    found, connection = await _invited_and_over(turn, event.ref), work_of(turn).connection
    form = await _caught_up(turn, found)
    text = clean(event.values.get(YOURS, ""), 3000)
    if len(text) > LONGEST[YOURS]:
        error = turn.words(p.TOO_LONG, size=len(text), n=LONGEST[YOURS])
        return Show(again(form, event.values, {YOURS: error}))
    if not _lately(turn, found) or await rsvps.mine(connection, found, turn.somebody.id) is None:
        raise Refusal(turn.words(a.TOO_LATE))
    await after.add(connection, found, turn.somebody.id, text)
    return Show(only_text(turn.words, a.CAUGHT_TITLE, turn.words(a.ADDED if text else a.TAKEN_BACK)))


async def open_missed(turn: Turn, event: Opened) -> Show:
    found = await _invited_and_over(turn, event.ref)
    return Show(cards_after.missed(turn.words, found))


async def missed(turn: Turn, event: Submitted) -> Show:
    """Somebody said that they come and could not: they get the catch-up like whoever said so before. Nobody is told."""
    found, connection = await _invited_and_over(turn, event.ref), work_of(turn).connection
    rsvp = await rsvps.mine(connection, found, turn.somebody.id)
    if rsvp and rsvp.hears:
        await rsvps.say(connection, found, turn.somebody.id, "missed")
    return Show(only_text(turn.words, a.CAUGHT_TITLE, turn.words(a.MISSED, name=found.plan.name)))


async def _caught_up(turn: Turn, event: Event) -> Form:
    connection, person = work_of(turn).connection, turn.somebody.id
    said = await after.added(connection, event)
    own = next((text for number, _, text in said if number == person), "")
    open_ = _lately(turn, event) and await rsvps.mine(connection, event, person) is not None
    listed = [(name, text) for _, name, text in said]
    return cards_after.catch_up(turn.words, event, listed, own, open_=open_)


async def _asked(turn: Turn, event: Event) -> str:
    """What becomes of asking those who came; empty where its lead did not want it, or it has too few places anyway."""
    if not event.plan.evaluate or event.plan.small or event.audience.hidden:
        return ""
    if event.evaluated == "asked":
        return turn.words(a.EVALUATED)
    if event.evaluated == "few" or not await evaluating.enough(work_of(turn).connection, event):
        return turn.words(a.TOO_FEW, n=FEWEST)
    return turn.words(a.EVALUATES, day=turn.words.day(evaluating.opens(event)))


async def _over(turn: Turn, ref: str) -> Event:
    found = await led(turn, ref)
    if not found.over(turn.now):
        raise Refusal(turn.words(w.GONE))
    return found


async def _invited_and_over(turn: Turn, ref: str) -> Event:
    found = await invited(turn, ref)
    if not found.over(turn.now):
        raise Refusal(turn.words(w.GONE))
    return found


def _lately(turn: Turn, event: Event) -> bool:
    return turn.now < event.plan.ends + AFTERWARDS


def _carried(said: Mapping[str, str], spoken: str) -> Carried | None:
    """None where there is a recording of which nobody says how long it is, or whether it can be read."""
    minutes = said[MINUTES]
    known = minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:6]) <= LONGEST_MINUTES and spoken in CAPTIONS
    if not said[RECORDING]:
        return Carried(shown=said[SHOWN])
    return Carried(said[RECORDING], int(minutes), spoken, said[SHOWN]) if known else None


def _errors(turn: Turn, said: Mapping[str, str], carried: Carried | None) -> dict[str, str]:
    errors = {
        name: turn.words(p.TOO_LONG, size=len(said[name]), n=LONGEST[name])
        for name in (*_SAID, RECORDING, SHOWN)
        if len(said[name]) > LONGEST[name]
    }
    errors |= {name: turn.words(p.NO_LINK) for name in (RECORDING, SHOWN) if said[name] and not is_link(said[name])}
    if not said[SUMMARY]:
        errors[SUMMARY] = turn.words(p.NEEDED)
    if carried is None:
        errors[MINUTES] = turn.words(a.NEEDS_MINUTES)
    return errors
