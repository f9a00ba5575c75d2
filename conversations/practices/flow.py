"""The turns of stewards and leads: start a practice, look ahead, have a second one agree, change it, stop it."""

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.conversation import Conversation, HomeParts, Person, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.practice import Practice, following
from bot.programme import NOTICE, first_wall, instant
from bot.question import spoken
from bot.ui import Block, Card, Form
from conversations.practices import ahead_cards, cards, changing, handing
from conversations.practices import words as w
from conversations.practices.cards import Audience, Plan
from conversations.practices.changing import day_in, running_here
from conversations.practices.people import circles_of, may_run, outside, own_circles, unfit, who_answers
from storage import directory, practices, proposals
from storage.home_only import home_only
from storage.work import work_of

CHOSEN = (cards.WHICH, cards.CIRCLE, cards.WHO, cards.DAY)
ROUNDS = 3


async def open_start(turn: Turn, event: Opened) -> Show:
    """What there is, and for whom this person may start it. Back from a look, `ref` holds what they had chosen."""
    form = await _start_form(turn)
    return Show(again(form, dict(zip(CHOSEN, event.ref.split(":"), strict=False)) if event.ref else {}, {}))


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
    """Starts what was looked at; for many people it only asks a second steward (P4's blast radius)."""
    plan = await _planned(turn, dict(zip(CHOSEN, event.ref.split(":"), strict=False)))
    if isinstance(plan, Form):
        return Show(plan)
    if not plan.needs_second:
        return Show(only_text(turn.words, w.TITLE, await _started(turn, plan, _earliest(turn, plan.ref))))
    work, mine = work_of(turn), turn.somebody.id
    if all(each.id == mine for each in await directory.members(work.connection, directory.STEWARDS)):
        return Show(only_text(turn.words, w.TITLE, turn.words(w.NOBODY_ELSE)))
    wall = _earliest(turn, plan.ref).astimezone(ZoneInfo(turn.house.zone)).replace(tzinfo=None)
    name, circle, answerer = plan.practice.name, plan.circle.id, plan.answerer.id
    await proposals.propose(work, name, circle, answerer=answerer, by=mine, not_before=wall)
    return Show(only_text(turn.words, w.TITLE, turn.words(w.PROPOSED)))


async def open_proposal(turn: Turn, event: Opened) -> Show:
    proposal = await proposals.one(work_of(turn), event.ref)
    await _only_stewards(turn)
    plan = proposal and await _of_proposal(turn, proposal)
    return Show(ahead_cards.proposal(turn.words, plan, event.ref) if plan else _gone(turn))


async def agree(turn: Turn, event: Submitted) -> Show:
    """A second steward starts what the first proposed."""
    await _only_stewards(turn)
    waiting = await proposals.one(work_of(turn), event.ref)
    if waiting and waiting.by == turn.somebody.id:
        raise Refusal(turn.words(w.OWN))
    taken = await proposals.take(work_of(turn), event.ref)
    plan = taken and await _of_proposal(turn, taken)
    if not taken or not plan:
        return Show(_gone(turn))
    earliest = max(instant(taken.not_before, turn.house.zone), turn.now + NOTICE)
    return Show(only_text(turn.words, w.TITLE, await _started(turn, plan, earliest)))


async def decline(turn: Turn, event: Opened) -> Show:
    await _only_stewards(turn)
    await proposals.take(work_of(turn), event.ref)
    return Show(only_text(turn.words, w.TITLE, turn.words(w.DECLINED)))


async def draw_not_opened(turn: Turn, ref: str) -> Card | None:
    one = await practices.one(work_of(turn), ref, turn.house.practices)
    return cards.not_opened(turn.words, one) if one else None


async def home(turn: Turn) -> HomeParts:
    """For those who may: what can be started, what waits for a second steward. For everybody: what comes."""
    work, mine, now = work_of(turn), turn.somebody.id, list[Block]()
    lead: tuple[Block, ...] = ()
    known = await practices.running(work, turn.house.practices)
    if await may_run(turn):
        for each in await proposals.all_proposed(work) if await _is_steward(turn) else ():
            if each.by != mine and each.practice in turn.house.practices:
                title = spoken(turn.house.practices[each.practice].title, turn.words.language)
                now += cards.home_waits(turn.words, each, title)
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
    circles, known = await circles_of(turn), await who_answers(turn)
    practice = turn.house.practices.get(values.get(cards.WHICH, ""))
    circle = next((each for each in circles if each.ref == values.get(cards.CIRCLE)), None)
    answerer = next((each for ref, each in known if ref == values.get(cards.WHO)), None)
    missing = {cards.WHICH: practice, cards.CIRCLE: circle, cards.WHO: answerer}
    errors = {name: turn.words(w.NOTHING_CHOSEN) for name, chosen in missing.items() if chosen is None}
    errors |= unfit(turn.words, practice, circle) | await outside(turn, circle, answerer)
    if (day := values.get(cards.DAY, "")) and day_in(turn, day) is None:
        errors[cards.DAY] = turn.words(w.NO_DAY)
    if errors or practice is None or circle is None or answerer is None:
        return again(await _start_form(turn), values, errors)
    ref = ":".join(values.get(name, "") for name in CHOSEN)
    return await _plan(turn, practice, circle, answerer=answerer, earliest=_earliest(turn, ref), ref=ref)


async def _plan(
    turn: Turn, practice: Practice, circle: Audience, *, answerer: Person, earliest: datetime, ref: str
) -> Plan:
    zone = turn.house.zone
    wall = first_wall(practice.rhythm, earliest, zone)
    rounds = list(following(practice, wall, zone, ROUNDS))
    few = await home_only(work_of(turn), circle.id, rounds)
    wished = day_in(turn, dict(zip(CHOSEN, ref.split(":"), strict=False)).get(cards.DAY, ""))
    late = wished is not None and wished < turn.words.today(turn.now + NOTICE)
    return Plan(practice, circle, answerer, rounds, ref, few, wished, late)


async def _of_proposal(turn: Turn, proposal: proposals.Proposal) -> Plan | None:
    practice = turn.house.practices.get(proposal.practice)
    circle = next((each for each in await circles_of(turn) if each.id == proposal.circle), None)
    answerer = await directory.person(work_of(turn).connection, proposal.answerer)
    if practice is None or circle is None or answerer is None:
        return None
    earliest = max(instant(proposal.not_before, turn.house.zone), turn.now + NOTICE)
    return await _plan(turn, practice, circle, answerer=answerer, earliest=earliest, ref="")


async def _started(turn: Turn, plan: Plan, earliest: datetime) -> str:
    wanted = practices.Start(plan.practice, plan.circle.id, plan.answerer.id, turn.house.zone, earliest)
    opens = await practices.start(work_of(turn), wanted)
    return turn.words(w.STARTED, day=turn.words.day(opens)) if opens else turn.words(w.RUNS_THERE)


async def _start_form(turn: Turn) -> Form:
    circles = await circles_of(turn)
    if not circles:
        raise Refusal(turn.words(w.NOT_FOR_YOU))
    return cards.start(turn.words, list(turn.house.practices.values()), circles, await who_answers(turn))


def _earliest(turn: Turn, ref: str) -> datetime:
    """Not before it has been listed for five working days (P12), nor before the day that was chosen."""
    day = day_in(turn, dict(zip(CHOSEN, ref.split(":"), strict=False)).get(cards.DAY, ""))
    listed = turn.now + NOTICE
    return max(listed, instant(datetime.combine(day, time()), turn.house.zone)) if day else listed


async def _is_steward(turn: Turn) -> bool:
    return await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS)


async def _only_stewards(turn: Turn) -> None:
    if not await _is_steward(turn):
        raise Refusal(turn.words(w.NOT_FOR_YOU))


def _gone(turn: Turn) -> Form:
    return only_text(turn.words, w.TITLE, turn.words(w.GONE))


CONVERSATION = Conversation(
    name="practices",
    opens={
        "practices.start": open_start,
        "practices.what": what,
        "practices.running": handing.show_running,
        "practices.proposal": open_proposal,
        "practices.decline": decline,
        "practices.change": changing.open_change,
        "practices.words": changing.open_words,
        "practices.stop": changing.open_stop,
        "practices.take_over": handing.ask_to_take_over,
    },
    submits={
        "practices.look": look,
        "practices.begin": begin,
        "practices.agree": agree,
        "practices.change": changing.change,
        "practices.words": changing.reword,
        "practices.stop": changing.stop,
        "practices.take_over": handing.take_over,
    },
    cards={"practices.not_opened": draw_not_opened, "practices.answerer_left": handing.draw_answerer_left},
    home=home,
)
