"""Shows stewards a question exactly as staff will see it, before anybody is asked: their own, or that of a programme."""

from dataclasses import replace

from bot import by_what
from bot.conversation import Plan, Turn
from bot.events import Opened, Show
from bot.mishap import Refusal
from bot.settings import House
from bot.ui import Form
from conversations.ask import staged
from conversations.ask import words as w
from conversations.ask.noting import last_time
from storage import directory, drafts
from storage.disclosure.presets import SMALL, Preset, TooFew, preset_for, usual
from storage.drafts import Draft
from storage.foreseen import asking_of, foresee
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


async def preview(turn: Turn, plan: Plan) -> Form:
    """The programme as it would be met if it were started now; or why it would not open. Sending it starts it. Whoever
    calls this has made sure that a steward is looking."""
    try:
        foreseen = await foresee(
            work_of(turn), plan.template, plan.answerer, house=turn.house, now=turn.now, by=plan.by
        )
    except TooFew:
        return staged.too_few(turn.words, plan.ref)
    before = await last_time(turn, foreseen.asking)
    return staged.programme(turn.words, foreseen, before, turn.house.operator, ref=plan.ref)


async def _only_stewards(turn: Turn) -> None:
    if turn.person is None or not await directory.belongs(work_of(turn).connection, turn.person.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD))


def _preset(draft: Draft, house: House) -> Preset:
    """From how many answers on a result will be shown: what would hold if it opened today (A8)."""
    try:
        return preset_for(draft.people, usual(house.preset, house.threshold))
    except TooFew:
        return SMALL
