"""The turns in which a steward asks something of their own: write it, look at it as staff will see it, start it."""

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
from storage.drafts import Draft
from storage.foreseen import groups
from storage.work import work_of


async def open_own(turn: Turn, _event: Opened) -> Show:
    """The empty form."""
    await only_stewards(turn)
    return Show(await _form(turn, await directory.answerers(work_of(turn))))


async def keep_own(turn: Turn, event: Submitted) -> Show:
    """Keeps what was written as a draft that asks nobody yet."""
    await only_stewards(turn)
    known = await directory.answerers(work_of(turn))
    wanted = own_form.read(event.values)
    wall = first_wall(own_form.RHYTHM, turn.now + NOTICE, turn.house.zone)
    errors = own_form.errors(turn.words, wanted, wall.date())
    chosen = next((each for ref, each in known if ref == event.values.get(WHO)), None)
    if chosen is None:
        errors[WHO] = turn.words(w.NOBODY)
    if errors or chosen is None:
        return Show(again(await _form(turn, known), event.values, errors))
    found, by = await reach(turn, (), directory.EVERYONE), by_what.chosen(event.values)
    source = own_form.source(wanted, wall)
    if wrong := by_what.cannot(turn.words, turn.house, read(source).ask, by, groups=groups(turn.house, found.heads)):
        return Show(by_what.mended(await _form(turn, known), event.values, wrong))
    zone = turn.house.zone
    ref = await drafts.keep(work_of(turn), source, wall, answerer=chosen.id, zone=zone, by=by or "")
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


async def _form(turn: Turn, known: list[tuple[str, Person]]) -> Form:
    """The empty form, with what its results can also be shown by."""
    heads = (await reach(turn, (), directory.EVERYONE)).heads
    return own_form.ask_new(turn.words, known, by_what.offer(turn.words, turn.house, groups(turn.house, heads)))
