"""Shows stewards a question exactly as staff will see it, before anybody is asked: their own, or that of a programme."""

from dataclasses import replace

from bot import by_what
from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.settings import House
from bot.ui import Form
from conversations.ask import staged
from conversations.ask import words as w
from conversations.ask.noting import last_time
from conversations.ask.staged import WHICH, WHO
from storage import directory, drafts, programmes
from storage.disclosure.presets import FEWEST, SMALL, Preset, TooFew, preset_for, usual
from storage.drafts import Draft
from storage.foreseen import asking_of, foresee, groups
from storage.work import work_of


async def open_preview(turn: Turn, event: Opened) -> Show:
    """The message and the form. Sending it starts the question; what stands in the fields is not read."""
    await _only_stewards(turn)
    draft = await drafts.draft_of(work_of(turn), event.ref)
    if draft is None:
        raise Refusal(turn.words(w.PREVIEW_GONE))
    preset = _preset(draft, turn.house)
    asking = asking_of(
        draft.template,
        draft.when,
        programme=draft.programme,
        answerer=draft.answerer,
        preset=preset,
        keeper=turn.house.keeper,
    )
    by = by_what.detail_of(turn.house, draft.template.ask.by)
    asking = replace(asking, by=by if preset.attributes else None)
    return Show(staged.own(turn.words, asking, event.ref, turn.house.operator))


async def open_look(turn: Turn, _event: Opened) -> Show:
    """Which programme does the steward want to see?"""
    await _only_stewards(turn)
    return Show(await _choose(turn))


async def look(turn: Turn, event: Submitted) -> Show:
    """The programme as it would be met if it were started now; or why it would not open."""
    await _only_stewards(turn)
    work, known = work_of(turn), await directory.answerers(work_of(turn))
    answerer = next((each for ref, each in known if ref == event.values.get(WHO)), None)
    template = turn.house.templates.get(event.values.get(WHICH, ""))
    if answerer is None or template is None:
        errors = {} if answerer else {WHO: turn.words(w.LOOK_NOBODY)}
        errors |= {} if template else {WHICH: turn.words(w.LOOK_NOTHING)}
        form = await _choose(turn)
        return Show(again(form, event.values, errors) if form.fields else form)
    people, by = await programmes.size_of(work, template.circle), by_what.chosen(event.values)
    asked = groups(turn.house, people // template.ask.one_in(people))
    if wrong := by_what.cannot(turn.words, turn.house, template.ask, by, groups=asked):
        return Show(by_what.mended(await _choose(turn), event.values, wrong))
    try:
        foreseen = await foresee(work, template, answerer, house=turn.house, now=turn.now, by=by)
    except TooFew:
        return Show(only_text(turn.words, w.PREVIEW_TITLE, turn.words(w.LOOK_TOO_FEW, k=FEWEST)))
    before = await last_time(turn, foreseen.asking)
    return Show(staged.programme(turn.words, foreseen, before, turn.house.operator, chosen=event.values))


async def _choose(turn: Turn) -> Form:
    idle = await programmes.startable(work_of(turn), turn.house.templates)
    if not idle:
        return only_text(turn.words, w.PREVIEW_TITLE, turn.words(w.LOOK_NONE))
    found = groups(turn.house, await programmes.size_of(work_of(turn), idle[0].circle))
    offered = by_what.offer(turn.words, turn.house, found, idle)
    return staged.choose(turn.words, idle, await directory.answerers(work_of(turn)), offered)


async def _only_stewards(turn: Turn) -> None:
    if turn.person is None or not await directory.belongs(work_of(turn).connection, turn.person.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD))


def _preset(draft: Draft, house: House) -> Preset:
    """From how many answers on a result will be shown: what would hold if it opened today (A8)."""
    try:
        return preset_for(draft.people, usual(house.preset, house.threshold))
    except TooFew:
        return SMALL
