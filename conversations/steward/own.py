"""The turns in which a steward asks something of their own: write it, look at it as staff will see it, start it."""

from dataclasses import replace

from bot import by_what
from bot.conversation import Person, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import NOTICE, first_wall
from bot.template import read
from bot.ui import Form
from conversations.steward import own_form
from conversations.steward import words as w
from conversations.steward.cards import WHO
from conversations.steward.foresight import reach, shown_from, what_shows
from conversations.steward.people import only_stewards
from storage import directory, drafts
from storage.drafts import Draft, Own
from storage.foreseen import groups
from storage.work import work_of


async def open_own(turn: Turn, event: Opened) -> Show:
    """The empty form; or one that is kept, with every word that was written in it."""
    await only_stewards(turn)
    known = await directory.answerers(work_of(turn))
    if not event.ref:
        return Show(await _form(turn, known))
    draft = await _draft(turn, event.ref)
    if draft.started:
        return Show(only_text(turn.words, w.OWN_TITLE, turn.words(w.OWN_ALREADY)))
    who = next((ref for ref, each in known if each.id == draft.answerer.id), "")
    form = await _form(turn, known, event.ref)
    return Show(again(form, {**form.values, **own_form.as_written(turn.words, draft), WHO: who}, {}))


async def keep_own(turn: Turn, event: Submitted) -> Show:
    """Keeps what was written as a draft that asks nobody yet, in the place of the one it was changed from."""
    await only_stewards(turn)
    known = await directory.answerers(work_of(turn))
    wanted = own_form.read(event.values)
    wall = first_wall(own_form.RHYTHM, turn.now + NOTICE, turn.house.zone)
    errors = own_form.errors(turn.words, wanted, wall.date())
    chosen = next((each for ref, each in known if ref == event.values.get(WHO)), None)
    if chosen is None:
        errors[WHO] = turn.words(w.NOBODY)
    if errors or chosen is None:
        return Show(again(await _form(turn, known, event.ref), event.values, errors))
    found, by = await reach(turn, (), directory.EVERYONE), by_what.chosen(event.values)
    source = own_form.source(wanted, wall)
    if wrong := by_what.cannot(turn.words, turn.house, read(source).ask, by, groups=groups(turn.house, found.heads)):
        return Show(by_what.mended(await _form(turn, known, event.ref), event.values, wrong))
    own = Own(source, wall, chosen.id, turn.house.zone, by or "")
    ref = event.ref or await drafts.keep(work_of(turn), own)
    if event.ref and not await drafts.change(work_of(turn), event.ref, own):
        await _draft(turn, event.ref)  # thrown away, or started
        return Show(only_text(turn.words, w.OWN_TITLE, turn.words(w.OWN_ALREADY)))
    said = f"{shown_from(turn.words, found.heads, turn.house)} {what_shows(turn.words, found.cautious)}"
    return Show(own_form.written(turn.words, ref, wanted.subject, said))


async def start_own(turn: Turn, event: Submitted) -> Show:
    """Starts what was looked at: announced on every Home now, opened five working days later at the earliest (P12)."""
    await only_stewards(turn)
    draft = await _draft(turn, event.ref)
    if draft.started:
        return Show(only_text(turn.words, w.OWN_TITLE, turn.words(w.OWN_ALREADY)))
    if not draft.in_time(turn.now):
        return Show(only_text(turn.words, w.OWN_TITLE, turn.words(w.OWN_STALE)))
    if not await drafts.start(work_of(turn), draft):
        await _draft(turn, event.ref)  # somebody else was quicker: thrown away, or started
        return Show(only_text(turn.words, w.OWN_TITLE, turn.words(w.OWN_ALREADY)))
    text = turn.words(w.STARTED, day=turn.words.day(draft.when.opens), answerer=draft.answerer.name)
    told = by_what.told(turn.words, turn.house, draft.template.ask, None, groups=groups(turn.house, 0))
    return Show(only_text(turn.words, w.OWN_TITLE, f"{text} {told}".strip()))


async def _draft(turn: Turn, ref: str) -> Draft:
    """As it is now; whoever has none any more reads so."""
    draft = await drafts.draft_of(work_of(turn), ref)
    if draft is None:
        raise Refusal(turn.words(w.GONE))
    return draft


async def _form(turn: Turn, known: list[tuple[str, Person]], ref: str = "") -> Form:
    """The empty form, with what its results can also be shown by; `ref` is of the draft that it changes, if any."""
    heads = (await reach(turn, (), directory.EVERYONE)).heads
    offered = by_what.offer(turn.words, turn.house, groups(turn.house, heads))
    return replace(own_form.ask_new(turn.words, known, offered), ref=ref)
