"""The turns of what waits for a yes: from whoever is to say what came of it, and from a second steward."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import Message, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import only_text
from bot.mishap import Refusal
from bot.practice import Practice
from bot.programme import NOTICE, instant
from bot.ui import Block, Card, Form
from conversations.practices import ahead_cards, proposal_cards
from conversations.practices import words as w
from conversations.practices import words_proposals as wp
from conversations.practices.cards import Plan
from conversations.practices.people import audience, is_steward, may_still_run, unfit
from conversations.practices.planning import plan_of, said_of_start, started
from storage import answering, directory, practices, proposals
from storage.proposals import Proposal, State, Wanted
from storage.work import work_of


async def propose(turn: Turn, plan: Plan, earliest: datetime) -> Form:
    """Keeps it until somebody says yes: whoever was named first, then another steward where it is for many."""
    work, mine, today = work_of(turn), turn.somebody.id, turn.words.today(turn.now)
    wall = earliest.astimezone(ZoneInfo(turn.house.zone)).replace(tzinfo=None)
    wanted = Wanted(plan.practice.name, plan.circle.id, plan.answerer.id, mine, wall)
    if no := await _cannot(turn, plan, wanted):
        return only_text(turn.words, w.TITLE, no)
    ref = await proposals.propose(work, wanted, "asks" if plan.asks else "second", today)
    if plan.asks:  # asked again the same day, they find it on Home
        cause = f"{plan.practice.name}:{plan.circle.id}:asks:{mine}:{today}"
        turn.tell(Message(plan.answerer.id, "practices.asks_you", ref, cause, counts=False))
    said = turn.words(wp.ASKED, answerer=plan.answerer.name) if plan.asks else turn.words(wp.PROPOSED)
    return only_text(turn.words, w.TITLE, said)


async def _cannot(turn: Turn, plan: Plan, wanted: Wanted) -> str:
    """Why nobody can be asked, if so: there is no second steward, or somebody else has proposed the same."""
    stewards = await directory.members(work_of(turn).connection, directory.STEWARDS)
    if plan.needs_second and all(each.id == wanted.by for each in stewards):
        return turn.words(wp.NOBODY_ELSE)
    already = await proposals.waiting(work_of(turn), wanted)
    return turn.words(wp.PROPOSED_ALREADY, by=already.by_name) if already else ""


async def open_proposal(turn: Turn, event: Opened) -> Show:
    """For the stewards who can agree."""
    await _only_stewards(turn)
    found = await proposals.one(work_of(turn), event.ref)
    plan = await _plan(turn, found) if found and found.state == "second" else None
    return Show(ahead_cards.proposal(turn.words, plan, event.ref) if plan else _gone(turn))


async def agree(turn: Turn, event: Submitted) -> Show:
    """A second steward starts what the first proposed."""
    await _only_stewards(turn)
    waiting = await proposals.one(work_of(turn), event.ref)
    if waiting and waiting.by == turn.somebody.id:
        raise Refusal(turn.words(wp.OWN))
    return Show(await _start(turn, waiting, "second"))


async def decline(turn: Turn, event: Opened) -> Show:
    await _only_stewards(turn)
    found, today = await proposals.one(work_of(turn), event.ref), turn.words.today(turn.now)
    if found is None or not await proposals.turn_to(work_of(turn), event.ref, "second", "declined", today=today):
        return Show(_gone(turn))
    _tell(turn, found, found.ref)
    return Show(only_text(turn.words, w.TITLE, turn.words(wp.DECLINED, by=found.by_name)))


async def open_asked(turn: Turn, event: Opened) -> Show:
    """For whoever is asked to say what came of it: what they would take on, before they say yes."""
    plan = await _plan(turn, await _asks_me(turn, event.ref))
    return Show(ahead_cards.asked(turn.words, plan, event.ref) if plan else _gone(turn))


async def accept(turn: Turn, event: Submitted) -> Show:
    """With their yes it starts, or waits for another steward."""
    found = await _asks_me(turn, event.ref)
    circle = await audience(turn, found.circle)
    if circle and circle.many:
        today = turn.words.today(turn.now)
        done = await proposals.turn_to(work_of(turn), found.ref, "asks", "second", today=today)
        return Show(only_text(turn.words, w.TITLE, turn.words(wp.SAID_YES)) if done else _gone(turn))
    return Show(await _start(turn, found, "asks"))


async def refuse(turn: Turn, event: Opened) -> Show:
    found = await _asks_me(turn, event.ref)
    if await proposals.turn_to(work_of(turn), found.ref, "asks", "refused", today=turn.words.today(turn.now)):
        _tell(turn, found, found.ref)
    return Show(only_text(turn.words, w.TITLE, turn.words(wp.SAID_NO, by=found.by_name)))


async def withdraw(turn: Turn, event: Opened) -> Show:
    """Whoever proposed it puts it away."""
    if not await proposals.withdraw(work_of(turn), event.ref, turn.somebody.id):
        return Show(_gone(turn))
    return Show(only_text(turn.words, w.TITLE, turn.words(wp.WITHDRAWN)))


async def draw_asked(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once they have said something, or it was put away."""
    found = await proposals.one(work_of(turn), ref)
    if found is None or found.state != "asks" or found.answerer != turn.somebody.id:
        return None
    practice = turn.house.practices.get(found.practice)
    return proposal_cards.asks_you(turn.words, found, practice) if practice else None


async def draw_settled(turn: Turn, ref: str) -> Card | None:
    """What became of a proposal: `ref` is of what was started, or of what was not."""
    if found := await proposals.one(work_of(turn), ref):
        practice = turn.house.practices.get(found.practice)
        return proposal_cards.settled(turn.words, found, practice) if practice else None
    one = await practices.one(work_of(turn), ref, turn.house.practices)
    return proposal_cards.was_started(turn.words, one) if one else None


async def home(turn: Turn) -> list[Block]:
    """What waits for this person's yes, and what became of what they proposed."""
    blocks, mine, found = list[Block](), turn.somebody.id, await proposals.all_proposed(work_of(turn))
    steward = bool(found) and await is_steward(turn)
    for each in found:
        practice = turn.house.practices.get(each.practice)
        if practice is None:
            continue
        if each.by == mine:
            blocks += proposal_cards.mine(turn.words, each, practice)
        elif each.state == "asks" and each.answerer == mine:
            blocks += proposal_cards.asks_you(turn.words, each, practice).blocks
        elif each.state == "second" and steward:
            blocks += proposal_cards.waits(turn.words, each, practice)
    return blocks


async def _start(turn: Turn, found: Proposal | None, state: State) -> Form:
    """Starts what was proposed, if it could be proposed today; whoever proposed it hears either."""
    plan = await _plan(turn, found) if found else None
    if found is None or plan is None:
        return _gone(turn)
    if await _still_fits(turn, found, plan):
        return await _begun(turn, found, plan) if await proposals.take(work_of(turn), found.ref, state) else _gone(turn)
    if await proposals.turn_to(work_of(turn), found.ref, state, "void", today=turn.words.today(turn.now)):
        _tell(turn, found, found.ref)
    return only_text(turn.words, w.TITLE, turn.words(wp.VOID, by=found.by_name))


async def _begun(turn: Turn, found: Proposal, plan: Plan) -> Form:
    earliest = max(instant(found.not_before, turn.house.zone), turn.now + NOTICE)
    opens = await started(turn, plan, earliest)
    if opens and (ref := await proposals.ref_of_started(work_of(turn), found)):
        _tell(turn, found, ref)
    return said_of_start(turn, opens)


async def _still_fits(turn: Turn, found: Proposal, plan: Plan) -> bool:
    """What was true when it was proposed: who proposes, who answers back, and for whom."""
    connection = work_of(turn).connection
    if not await may_still_run(turn, found.by, found.circle) or unfit(turn.words, plan.practice, plan.circle):
        return False
    here = await directory.works_here(connection, found.answerer)
    return here and await answering.may_answer(connection, found.circle, found.answerer)


async def _plan(turn: Turn, proposal: Proposal) -> Plan | None:
    practice: Practice | None = turn.house.practices.get(proposal.practice)
    circle = await audience(turn, proposal.circle)
    answerer = await directory.person(work_of(turn).connection, proposal.answerer)
    if practice is None or circle is None or answerer is None:
        return None
    earliest = max(instant(proposal.not_before, turn.house.zone), turn.now + NOTICE)
    return await plan_of(turn, practice, circle, answerer=answerer, earliest=earliest, ref="")


async def _asks_me(turn: Turn, ref: str) -> Proposal:
    found = await proposals.one(work_of(turn), ref)
    if found is None or found.state != "asks" or found.answerer != turn.somebody.id:
        raise Refusal(turn.words(w.GONE))
    return found


async def _only_stewards(turn: Turn) -> None:
    if not await is_steward(turn):
        raise Refusal(turn.words(w.NOT_FOR_YOU))


def _tell(turn: Turn, proposal: Proposal, ref: str) -> None:
    turn.tell(Message(proposal.by, "practices.settled", ref, f"{proposal.ref}:settled", counts=False))


def _gone(turn: Turn) -> Form:
    return only_text(turn.words, w.TITLE, turn.words(w.GONE))
