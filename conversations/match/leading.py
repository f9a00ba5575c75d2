"""The turns of whoever leads a cohort: begin it, look at the proposed pairs, put some aside or send them, end it."""

import secrets
from datetime import date, datetime, time, timedelta

from bot.conversation import Message, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import instant
from bot.ui import Block, Card, Form
from conversations.match import cards, lead_cards, rules, store
from conversations.match import proposing as found
from conversations.match import words as w
from conversations.match.own import junior
from conversations.match.rules import ASIDE, Wanted
from conversations.match.values import Cohort, Pair
from storage import appointments, directory
from storage.matching import hopes, kin
from storage.matching.hopes import KeyGone
from storage.matching.mentors import FEWEST
from storage.work import work_of

LOOKS = "match.looks"
LOOKS_AT = time(10)


async def open_begin(turn: Turn, _event: Opened) -> Show:
    return Show(lead_cards.begin(turn.words, await _may_invite(turn)))


async def begin(turn: Turn, event: Submitted) -> Show:
    """The cohort is there; people read of it on Home now, and in their next weekly note."""
    circles = await _may_invite(turn)
    wanted, errors = rules.wanted(event.values, [key for key, _ in circles], turn.words.today(turn.now))
    if wanted is None:
        form = lead_cards.begin(turn.words, circles)
        return Show(again(form, event.values, cards.mended(turn.words, errors)))
    await begin_cohort(turn, wanted, turn.somebody.id)
    return Show(only_text(turn.words, w.BEGIN_TITLE, turn.words(w.BEGUN, day=turn.words.day(wanted.joins_until))))


async def begin_cohort(turn: Turn, wanted: Wanted, lead: int) -> str:
    """Returns the new cohort's ref."""
    work = work_of(turn)
    circle = await directory.circle_id(work.connection, wanted.circle)
    told = {name: getattr(wanted, name) for name in ("name", "direction", "months", "minutes", "consent")}
    days = {"opened_on": turn.now.date(), "joins_until": wanted.joins_until, "ends_on": wanted.ends_on}
    ref = await store.begin(work, circle, lead, **told, **days)
    hopes.begin(work.secrets, ref)
    await appointments.make(work.connection, LOOKS, ref, looks_at(turn, wanted.joins_until + timedelta(days=1)))
    await store.plan_notes(work, turn.now, circle=circle)
    return ref


def looks_at(turn: Turn, day: date) -> datetime:
    """When the clock brings a cohort back on that day."""
    return instant(datetime.combine(day, LOOKS_AT), turn.house.zone)


async def open_pairs(turn: Turn, event: Opened) -> Show:
    cohort = await _mine(turn, event.ref)
    pairs = await store.pairs(work_of(turn), cohort.id, "proposed")
    if not pairs:
        return Show(only_text(turn.words, w.PAIRS_TITLE, turn.words(w.NO_PAIRS, n=FEWEST)))
    return Show(lead_cards.proposed(turn.words, cohort, pairs))


async def decide(turn: Turn, event: Submitted) -> Show:
    """Puts the ticked pairs aside and proposes anew; with none ticked, asks both people of each pair that was shown."""
    cohort, work = await _mine(turn, event.ref, hold=True), work_of(turn)
    every = await store.pairs(work, cohort.id)
    proposed = [each for each in every if each.state == "proposed"]
    ticked = {each for each in event.values.get(ASIDE, "").split(",") if each}
    aside = [each for each in proposed if each.ref in ticked]
    if not proposed or len(aside) != len(ticked):
        return await open_pairs(turn, Opened("", event.account, "match.pairs", cohort.ref))
    if not aside:
        return Show(await _sent(turn, cohort, proposed[: lead_cards.AT_ONCE]))
    if name := found.put_aside(every, aside):
        form = lead_cards.proposed(turn.words, cohort, proposed)
        return Show(again(form, event.values, {ASIDE: turn.words(w.ASIDE_ENOUGH, name=name)}))
    await store.move(work, aside, "proposed", "aside", day=turn.now.date())
    await store.propose(work, cohort.id, await propose_anew(turn, cohort), turn.now.date())
    return await open_pairs(turn, Opened("", event.account, "match.pairs", cohort.ref))


async def propose_anew(turn: Turn, cohort: Cohort) -> list[found.Found]:
    """What can be proposed now; nothing where the key was lost."""
    try:
        return await found.propose_anew(work_of(turn), cohort)
    except KeyGone:
        return []


async def open_state(turn: Turn, event: Opened) -> Show:
    cohort, work = await _mine(turn, event.ref), work_of(turn)
    pairs = await store.pairs(work, cohort.id)
    try:
        pool = found.waiting(await found.everybody(work, cohort), pairs)
    except KeyGone:
        pool = found.Pool({}, frozenset())
    return Show(lead_cards.state(turn.words, cohort, pairs, (len(pool.mentors), len(pool.mentees))))


async def open_stop(turn: Turn, event: Opened) -> Show:
    return Show(lead_cards.stop(turn.words, await _mine(turn, event.ref)))


async def stop(turn: Turn, event: Submitted) -> Show:
    await end(turn, await _mine(turn, event.ref, hold=True))
    return Show(only_text(turn.words, w.STOP_TITLE, turn.words(w.STOPPED)))


async def end(turn: Turn, cohort: Cohort) -> None:
    """Everything but the numbers is erased; after the commit the key is destroyed, so that no backup tells more."""
    work = work_of(turn)
    mentors, mentees = await sides(turn, cohort)
    pairs = [each for each in await store.pairs(work, cohort.id) if each.state in ("together", "ended")]
    counts = {**cohort.counts, "mentors": mentors, "mentees": mentees, "pairs": len(pairs)}
    ended = {"stage": "ended", "lead_id": None, "consent": "", "ends_on": turn.now.date()}
    await store.update(work, cohort.id, counts=counts, **ended)
    await store.erase(work, cohort)
    await appointments.cancel(work.connection, LOOKS, cohort.ref)

    async def destroy() -> None:
        hopes.destroy(work.secrets, cohort.ref)

    turn.after(destroy)


async def sides(turn: Turn, cohort: Cohort) -> tuple[int, int]:
    """How many mentors and mentees have joined."""
    try:
        every = await found.everybody(work_of(turn), cohort)
    except KeyGone:
        return 0, 0
    mentors = sum(said.side == "mentor" for said in every.values())
    return mentors, len(every) - mentors


async def home_lead(turn: Turn, cohort: Cohort) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What waits for who leads it, and how it goes."""
    ready = await store.pairs(work_of(turn), cohort.id, "proposed")
    now = lead_cards.home_ready(turn.words, cohort, len(ready)) if ready else ()
    return now, lead_cards.home_leads(turn.words, cohort, *await sides(turn, cohort))


async def home_begin(turn: Turn) -> tuple[Block, ...]:
    """The way to begin one, for whoever may."""
    return lead_cards.home_begin(turn.words) if await _circles(turn) else ()


async def draw_ready(turn: Turn, ref: str) -> Card | None:
    cohort = await store.cohort_of(work_of(turn), ref)
    if cohort is None or cohort.stage == "ended" or cohort.lead != turn.somebody.id:
        return None
    ready = await store.pairs(work_of(turn), cohort.id, "proposed")
    return cards.news(turn.words, lead_cards.home_ready(turn.words, cohort, len(ready))) if ready else None


async def _sent(turn: Turn, cohort: Cohort, pairs: list[Pair]) -> Form:
    """The junior person of each pair is asked first; the other one only where that one says yes."""
    work = work_of(turn)
    await store.move(work, pairs, "proposed", "first", day=turn.now.date())
    for each in pairs:
        tell(turn, cohort, junior(cohort, each))
    return only_text(turn.words, w.PAIRS_TITLE, turn.words(w.SENT, n=len(pairs)))


def tell(turn: Turn, cohort: Cohort, person: int) -> None:
    """There is something new for them; what it is is drawn when it is sent. It carries nothing of whom it is about. Its
    cause begins with the circle, as all that goes with somebody who leaves one."""
    cause = f"{cohort.circle}:{cohort.ref}:{secrets.token_hex(8)}"
    turn.tell(Message(person, "match.news", cohort.ref, cause, counts=False))


async def _mine(turn: Turn, ref: str, *, hold: bool = False) -> Cohort:
    """Raises Refusal for everybody but who leads it."""
    cohort = await store.cohort_of(work_of(turn), ref, hold=hold)
    if cohort is None or cohort.stage == "ended":
        raise Refusal(turn.words(w.GONE))
    if cohort.lead != turn.somebody.id:
        raise Refusal(turn.words(w.NOT_YOURS, operator=turn.house.operator))
    return cohort


async def _may_invite(turn: Turn) -> list[tuple[str, str]]:
    """Raises Refusal for whoever leads nothing."""
    if circles := await _circles(turn):
        return circles
    raise Refusal(turn.words(w.NO_CIRCLE, operator=turn.house.operator))


async def _circles(turn: Turn) -> list[tuple[str, str]]:
    """Key and name of those whom this person may invite; everybody's name is empty: it is said in the reader's words."""
    work = work_of(turn)
    led = await kin.leads_circles(work.connection, turn.somebody.id)
    steward = await directory.belongs(work.connection, turn.somebody.id, directory.STEWARDS)
    return [*([(directory.EVERYONE, "")] if steward else []), *led]
