"""Shows a steward their own question exactly as staff will see it, before anybody is asked."""

from bot.conversation import Turn
from bot.core import Refusal
from bot.events import Opened, Show
from bot.settings import House
from conversations.ask import cards
from conversations.ask import words as w
from storage import directory, drafts
from storage.ballots import Urn
from storage.disclosure.presets import SMALL, Preset, TooFew, preset_for, usual
from storage.drafts import Draft
from storage.rounds import Asking
from storage.work import work_of


async def open_preview(turn: Turn, event: Opened) -> Show:
    """The message and the form. Sending it starts the question; what stands in the fields is not read."""
    work = work_of(turn)
    if turn.person is None or not await directory.belongs(work.connection, turn.person.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_STEWARD))
    draft = await drafts.draft_of(work, event.ref)
    if draft is None:
        raise Refusal(turn.words(w.PREVIEW_GONE))
    asking = _as_asked(draft, _preset(draft, turn.house), turn.house)
    return Show(cards.preview(turn.words, asking, event.ref, turn.house.operator))


def _preset(draft: Draft, house: House) -> Preset:
    """From how many answers on a result will be shown: what would hold if it opened today (A8)."""
    try:
        return preset_for(draft.people, usual(house.preset, house.threshold))
    except TooFew:
        return SMALL


def _as_asked(draft: Draft, preset: Preset, house: House) -> Asking:
    """The question as it will be met on the day it opens."""
    ask = draft.template.ask
    return Asking(
        urn=Urn(0, "", b""),
        round=0,
        round_ref="",
        programme=draft.programme,
        stage="open",
        voice=ask.voice,
        closed=False,
        opens_at=draft.when.opens,
        closes_at=draft.when.closes,
        answer_by=draft.when.answer_by,
        answerer=draft.answerer,
        answerer_name=draft.answerer_name,
        threshold=preset.k,
        preset=preset.name,
        subject=ask.subject,
        questions=ask.form(0),
        comment=ask.comment,
        keeper=house.keeper if ask.voice == "unlinked" else "",
    )
