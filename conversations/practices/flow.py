"""The turns of stewards and leads: start a practice, look ahead, have a second one agree, change it, stop it."""

from collections.abc import Mapping
from datetime import datetime, time

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.programme import NOTICE, instant
from bot.ui import Block, Card, Form
from bot.values import replace
from conversations.practices import ahead_cards, cards, changing, handing, proposing
from conversations.practices import words as w
from conversations.practices.cards import Plan
from conversations.practices.changing import day_in, running_here
from conversations.practices.people import (
    answerer_in,
    circle_in,
    circles_of,
    is_steward,
    may_run,
    must_be_asked,
    outside,
    own_circles,
    spelt_out,
    unfit,
    who_answers,
)
from conversations.practices.planning import carried, chosen, plan_of, said_of_start, started
from storage import directory, practices
from storage.work import work_of


async def open_start(turn: Turn, event: Opened) -> Show:
    """What there is, and for whom this person may start it. Back from a look, `ref` holds what they had chosen."""
    form = await _start_form(turn)
    return Show(again(form, await spelt_out(turn, chosen(event.ref)), {}) if event.ref else form)


async def what(turn: Turn, _event: Opened) -> Show:
    """Everything that there is, each in a sentence, for whoever may start something."""
    if not await may_run(turn):
        raise Refusal(turn.words(w.NOT_FOR_YOU))
    return Show(cards.what_there_is(turn.words, turn.house.practices.values()))


async def look(turn: Turn, event: Submitted) -> Show:
    """The next three rounds, whom they reach and by what. Nothing is started before somebody has seen that."""
    plan = await _planned(turn, event.values)
    return Show(plan if isinstance(plan, Form) else ahead_cards.ahead(turn.words, plan))


async def begin(turn: Turn, event: Submitted) -> Show:
    """Starts what was looked at. Somebody who was named is asked first; for many people a second steward is (P4's blast
    radius)."""
    plan = await _planned(turn, chosen(event.ref))
    if isinstance(plan, Form):
        return Show(plan)
    if not plan.needs_second and not plan.asks:
        return Show(said_of_start(turn, await started(turn, plan, _earliest(turn, plan.ref))))
    return Show(await proposing.propose(turn, plan, _earliest(turn, plan.ref)))


async def draw_not_opened(turn: Turn, ref: str) -> Card | None:
    one = await practices.one(work_of(turn), ref, turn.house.practices)
    return cards.not_opened(turn.words, one) if one else None


async def home(turn: Turn) -> HomeParts:
    """For those who may: what can be started, what waits for a second steward. For everybody: what comes."""
    work, now = work_of(turn), await proposing.home(turn)
    lead: tuple[Block, ...] = ()
    known = await practices.running(work, turn.house.practices)
    if await may_run(turn):
        runs = bool(await running_here(turn) or await handing.under_way_here(turn))
        lead = cards.home_start(turn.words, runs=runs) if turn.house.practices else ()
    coming, own = list[Block](), await own_circles(turn)
    for one in known:
        hidden = await practices.is_hidden(work, one.circle)
        if await practices.is_new(work, one.ref) and (one.circle in own or not hidden):
            coming += cards.home_new(turn.words, one, hidden=hidden)
        elif one.circle in own:
            coming += cards.home_coming(turn.words, one)
    return {"now": tuple(now), "lead": lead, "coming": tuple(coming)}


async def _planned(turn: Turn, values: Mapping[str, str]) -> Plan | Form:
    """What is to be started, or the form with what is to be mended."""
    practice = turn.house.practices.get(values.get(cards.WHICH, ""))
    errors = {} if practice else {cards.WHICH: turn.words(w.NOTHING_CHOSEN)}
    circle, wrong = await circle_in(turn, values)
    answerer, unknown = await answerer_in(turn, values)
    errors |= wrong | unknown | unfit(turn.words, practice, circle) | await outside(turn, circle, answerer)
    if (day := values.get(cards.DAY, "")) and day_in(turn, day) is None:
        errors[cards.DAY] = turn.words(w.NO_DAY)
    if errors or practice is None or circle is None or answerer is None:
        return again(await _start_form(turn), values, errors)
    known = {cards.CIRCLE: circle.ref, cards.WHO: directory.opaque(work_of(turn), answerer.id)}
    ref = carried({**values, **known})
    plan = await plan_of(turn, practice, circle, answerer=answerer, earliest=_earliest(turn, ref), ref=ref)
    return replace(plan, asks=await must_be_asked(turn, answerer, circle))


async def _start_form(turn: Turn) -> Form:
    circles = await circles_of(turn)
    if not circles:
        raise Refusal(turn.words(w.NOT_FOR_YOU))
    known, teams = list(turn.house.practices.values()), await is_steward(turn)
    return cards.start(turn.words, known, circles, await who_answers(turn), teams=teams)


def _earliest(turn: Turn, ref: str) -> datetime:
    """Not before it has been listed for five working days (P12), nor before the day that was chosen."""
    day = day_in(turn, chosen(ref).get(cards.DAY, ""))
    listed = turn.now + NOTICE
    return max(listed, instant(datetime.combine(day, time()), turn.house.zone)) if day else listed


CONVERSATION = Conversation(
    name="practices",
    opens={
        "practices.start": open_start,
        "practices.what": what,
        "practices.running": handing.show_running,
        "practices.proposal": proposing.open_proposal,
        "practices.decline": proposing.decline,
        "practices.asked": proposing.open_asked,
        "practices.refuse": proposing.refuse,
        "practices.withdraw": proposing.withdraw,
        "practices.change": changing.open_change,
        "practices.words": changing.open_words,
        "practices.stop": changing.open_stop,
        "practices.take_over": handing.ask_to_take_over,
    },
    submits={
        "practices.look": look,
        "practices.begin": begin,
        "practices.agree": proposing.agree,
        "practices.accept": proposing.accept,
        "practices.change": changing.change,
        "practices.words": changing.reword,
        "practices.stop": changing.stop,
        "practices.take_over": handing.take_over,
    },
    cards={
        "practices.not_opened": draw_not_opened,
        "practices.answerer_left": handing.draw_answerer_left,
        "practices.asks_you": proposing.draw_asked,
        "practices.settled": proposing.draw_settled,
    },
    home=home,
)
