"""Once a week the clock brings each cohort back: what was not answered lapses, pairs are proposed, at the end all is erased."""

from datetime import timedelta

from bot.conversation import Message, Turn
from bot.events import Due
from conversations.match import leading, rules, store
from conversations.match.values import Cohort
from storage import appointments, directory
from storage.disclosure.presets import usual
from storage.matching import hopes, kin, meetings
from storage.matching.hopes import KeyGone
from storage.work import work_of

A_WEEK = timedelta(days=7)


async def look(turn: Turn, event: Due) -> None:
    """Decides by facts alone, so that it may be called twice."""
    work, today = work_of(turn), turn.now.date()
    cohort = await store.cohort_of(work, event.ref, hold=True)
    if cohort is None or cohort.stage == "ended":
        await meetings.erase(work, event.ref)
        hopes.destroy(work.secrets, event.ref)
        await appointments.cancel(work.connection, leading.LOOKS, event.ref)
        return
    led = await _led(turn, cohort)
    if led is None or today >= cohort.ends_on:
        await leading.end(turn, cohort)
        return
    await appointments.make(work.connection, leading.LOOKS, cohort.ref, leading.looks_at(turn, today + A_WEEK))
    if cohort.stage == "joining":
        await store.update(work, cohort.id, stage="open")
    await store.prune(work, cohort)
    await _lapse(turn, cohort)
    await _count(turn, led)
    await _propose(turn, led)


async def _led(turn: Turn, cohort: Cohort) -> Cohort | None:
    """The cohort with somebody who leads it: where its lead has left, another takes over; None where there is nobody."""
    work = work_of(turn)
    if cohort.lead and await directory.works_here(work.connection, cohort.lead):
        return cohort
    others = await kin.leaders(work.connection, cohort.circle)
    if others:
        await store.update(work, cohort.id, lead_id=others[0])
    return await store.cohort_of(work, cohort.ref) if others else None


async def _lapse(turn: Turn, cohort: Cohort) -> None:
    """Who does not answer in two weeks would rather not; whoever has left is nobody's pair."""
    work, today = work_of(turn), turn.now.date()
    pairs = await store.pairs(work, cohort.id, *store.OPEN)
    here = set(await store.joined(work, cohort))
    gone = [each for each in pairs if not {each.mentor, each.mentee} <= here]
    late = [each for each in pairs if each not in gone and each.day + rules.SETTLES <= today]
    await store.move(work, gone, "together", "ended", day=today)
    for state in ("first", "second"):
        await store.move(work, [*gone, *late], state, "declined", day=today)


async def _count(turn: Turn, cohort: Cohort) -> None:
    """Counts each meeting once, when the next is due; a number smaller than is shown is nowhere kept. And asks about the
    new one in people's next note."""
    work, k = work_of(turn), usual(turn.house.preset, turn.house.threshold).k
    number, _ = rules.meeting(cohort.joins_until, cohort.ends_on, turn.now.date())
    counted = list(cohort.counts.get("met", ()))
    due = max(0, number - 1)
    if number and (len(counted) < due or number == 1):
        await store.plan_notes(work, turn.now, cohort=cohort.id)
    if len(counted) < due:
        counted += [
            rules.at_least(await meetings.count(work, cohort.ref, each), k) for each in range(len(counted) + 1, due + 1)
        ]
        await store.update(work, cohort.id, counts={**cohort.counts, "met": counted})


async def _propose(turn: Turn, cohort: Cohort) -> None:
    """What was proposed and not sent is proposed anew with whoever waits now; the lead hears of it, once a week."""
    work = work_of(turn)
    try:
        found = await leading.propose_anew(turn, cohort)
    except KeyGone:
        return
    await store.propose(work, cohort.id, found, turn.now.date())
    if found and cohort.lead:
        cause = f"{cohort.circle}:{cohort.ref}:{turn.now.date()}"
        turn.tell(Message(cohort.lead, "match.ready", cohort.ref, cause, counts=False))
