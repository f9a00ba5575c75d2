"""Six times a pair is asked whether it met: yes or no, kept under a keyed hash, counted and gone when the next one is due."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.ui import Block
from conversations.match import cards, rules, store
from conversations.match import words as w
from conversations.match.own import my_pair
from conversations.match.values import Cohort, Pair
from storage.disclosure.presets import usual
from storage.matching import hopes, meetings
from storage.matching.hopes import KeyGone
from storage.work import work_of


async def open_met(turn: Turn, event: Opened) -> Show:
    cohort, pair = await my_pair(turn, event.ref)
    if not (number := await asks_met(turn, cohort, pair)):
        return Show(only_text(turn.words, w.MET_TITLE, turn.words(w.ALREADY)))
    return Show(cards.did_you_meet(turn.words, pair, number, _k(turn)))


async def keep_met(turn: Turn, event: Submitted) -> Show:
    """Yes or no, under a keyed hash."""
    cohort, pair = await my_pair(turn, event.ref)
    number, said = await asks_met(turn, cohort, pair), event.values.get(rules.MET, "")
    if not number:
        return Show(only_text(turn.words, w.MET_TITLE, turn.words(w.ALREADY)))
    if said not in (rules.YES, rules.NO):
        form = cards.did_you_meet(turn.words, pair, number, _k(turn))
        return Show(again(form, event.values, {rules.MET: turn.words(w.CHOOSE)}))
    work = work_of(turn)
    mark = hopes.mark(work.secrets, cohort.ref, meeting=number, person=turn.somebody.id, pair=pair.ref)
    await meetings.keep(work, cohort.ref, number, mark, yes=said == rules.YES)
    return Show(only_text(turn.words, w.MET_TITLE, turn.words(w.RECORDED)))


async def to_meet(turn: Turn, cohort: Cohort) -> list[Block]:
    """The pairs of which this person can say whether they met."""
    me, blocks = turn.somebody.id, list[Block]()
    for pair in await store.pairs_of(work_of(turn), cohort.id, me):
        if number := await asks_met(turn, cohort, pair):
            blocks += cards.together(turn.words, cohort, pair, me=me, meeting=number)
    return blocks


async def asks_met(turn: Turn, cohort: Cohort, pair: Pair) -> int:
    """The number of the meeting that is about now, if this person has not said yet whether they met; else 0."""
    number, _ = rules.meeting(cohort.joins_until, cohort.ends_on, turn.now.date())
    if pair.state != "together" or not 1 <= number <= rules.MEETINGS:
        return 0
    work = work_of(turn)
    try:
        mark = hopes.mark(work.secrets, cohort.ref, meeting=number, person=turn.somebody.id, pair=pair.ref)
    except KeyGone:
        return 0
    return 0 if await meetings.has_said(work, cohort.ref, number, mark) else number


def _k(turn: Turn) -> int:
    return usual(turn.house.preset, turn.house.threshold).k
