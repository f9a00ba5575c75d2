"""The turns in which an event is announced, approved or cancelled; whoever sends sees first whom it reaches."""

from datetime import datetime, time

from bot.attention import foresee_question
from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.programme import instant, parse_wall
from bot.ui import Form
from bot.words import Sentence
from conversations.meet import awareness, cards_aloud, cards_plan
from conversations.meet import words as w
from conversations.meet import words_plan as p
from conversations.meet.cards_aloud import CHANNELS
from conversations.meet.cards_plan import ALONE, BACK, ON, VERDICT, YES, Warned
from conversations.meet.clashes import clashes
from conversations.meet.form import comes_twice, day_of
from conversations.meet.permission import REF, led
from storage import wishes
from storage.disclosure.presets import FEWEST
from storage.events import aloud, coming, evaluating, messages, rsvps
from storage.events.announcing import announce, read_by
from storage.events.event import Event, alter, find, leads_of, people
from storage.work import work_of

NINE = time(9)


async def preview(turn: Turn, event: Event) -> Form:
    """As they will see it, with whom it reaches and what else there is that day."""
    change = await evaluating.what_changes(work_of(turn).connection, event)
    asks = await _heads(turn, event) > ALONE
    shown = cards_plan.preview(turn.words, event, change, await _warned(turn, event), asks=asks)
    return cards_aloud.also_posted(turn.words, shown, await aloud.possible(work_of(turn).connection, event))


async def send(turn: Turn, event: Submitted) -> Show:
    """Announces it now or on the day that was chosen, or asks for approval. Sent twice, it is announced once."""
    found = await led(turn, event.ref)
    if no := await _cannot(turn, found):
        return no
    posted = event.values.get(CHANNELS, "").split(",")
    if await _heads(turn, found) > ALONE:
        return await _ask(turn, found, posted)
    at, wrong = _when(turn, found, event.values.get(ON, ""))
    if wrong:
        return Show(again(await preview(turn, found), event.values, {ON: wrong}))
    await aloud.choose(work_of(turn).connection, found, posted)
    if at is None:
        await announce(work_of(turn).connection, found, turn.now)
        return _said(turn, p.SENT_TITLE, turn.words(p.SENT))
    await alter(work_of(turn).connection, found, turn.now, state="planned", announced_at=at)
    return _said(turn, p.SENT_TITLE, turn.words(p.PLANNED, day=turn.words.day(at)))


async def _cannot(turn: Turn, event: Event) -> Show | None:
    """Why nothing is sent, if so."""
    if event.state != "draft":
        return _said(turn, p.SENT_TITLE, turn.words(p.ALREADY))
    if await coming.twin(work_of(turn).connection, event):
        return _said(turn, p.SENT_TITLE, turn.words(p.TWIN))
    return _said(turn, p.PREVIEW, turn.words(p.STALE)) if event.plan.starts <= turn.now else None


async def _ask(turn: Turn, event: Event, posted: list[str]) -> Show:
    connection = work_of(turn).connection
    others = [each for each in await leads_of(connection, event) if each != turn.somebody.id]
    if not others:
        return _said(turn, p.PREVIEW, turn.words(p.NO_APPROVER, n=ALONE))
    await aloud.choose(connection, event, posted)
    asking = await alter(connection, event, turn.now, state="asking", lead_id=turn.somebody.id)
    for message in messages.approvals(asking, others, turn.now):
        turn.tell(message)
    return _said(turn, p.SENT_TITLE, turn.words(p.ASKED))


def _when(turn: Turn, event: Event, day: str) -> tuple[datetime | None, str]:
    """At nine on the day that was chosen, where the event is; None: now. Or what is wrong with it."""
    if not day:
        return None, ""
    chosen = day_of(day)
    at = instant(datetime.combine(chosen, NINE), event.plan.zone) if chosen else None
    return at, "" if at and turn.now < at < event.plan.starts else turn.words(p.NO_SUCH_DAY)


async def needs_two(turn: Turn, event: Event) -> bool:
    """Whether it is for so many people that one person alone says nothing to them."""
    return await _heads(turn, event) > ALONE


async def open_approve(turn: Turn, event: Opened) -> Show:
    found = await _to_approve(turn, event.ref)
    return Show(await _approve_form(turn, found))


async def approve(turn: Turn, event: Submitted) -> Show:
    """The first of those who were asked decides; whoever wrote it hears."""
    found, verdict = await _to_approve(turn, event.ref), event.values.get(VERDICT)
    if verdict not in (YES, BACK):
        return Show(again(await _approve_form(turn, found), event.values, {VERDICT: turn.words(w.CHOOSE)}))
    if verdict == YES and found.plan.starts > turn.now:
        decided = await announce(work_of(turn).connection, found, turn.now)
    else:
        decided = await alter(work_of(turn).connection, found, turn.now, state="draft")
        await aloud.choose(work_of(turn).connection, found, ())
    turn.tell(messages.decided(decided))
    return _said(turn, p.PREVIEW, turn.words(p.DECIDED, lead=found.lead_name))


async def open_cancel(turn: Turn, event: Opened) -> Show:
    found = await led(turn, event.ref)
    return Show(cards_plan.cancel(turn.words, found, len(await rsvps.expected(work_of(turn).connection, found))))


async def cancel(turn: Turn, event: Submitted) -> Show:
    """Those who said yes, or wait, hear once; what was to be sent of it is not sent any more."""
    found, connection = await led(turn, event.ref), work_of(turn).connection
    if found.on and not found.open(turn.now):
        raise Refusal(turn.words(w.BEGUN, name=found.plan.name))
    cancelled = await alter(connection, found, turn.now, state="cancelled")
    await aloud.cancelled(connection, cancelled)
    for person, _, _ in await rsvps.expected(connection, cancelled):
        turn.tell(messages.cancelled(cancelled, person.id))
    return _said(turn, p.CANCEL_TITLE, turn.words(p.CANCEL_DONE))


async def notes_on(turn: Turn, event: Event) -> list[str]:
    """What else has to be said to whoever plans it: a time that comes twice, more people than places."""
    found = []
    if comes_twice(event.plan):
        found.append(turn.words(p.TWICE, at=event.plan.wall[-5:]))
    taken = (await rsvps.count(work_of(turn).connection, event)).taken(event)
    if event.plan.places is not None and taken > event.plan.places:
        found.append(turn.words(p.FEWER, n=taken))
    return found


async def _warned(turn: Turn, event: Event) -> Warned:
    connection, heads = work_of(turn).connection, await _heads(turn, event)
    if event.audience.hidden:
        reach = turn.words(p.REACH_HIDDEN)
    else:
        each = await wishes.many(connection, people(event))
        foreseen = foresee_question(each, turn.now, read_by(event, turn.now))
        reach = cards_plan.reach(turn.words, foreseen, heads)
    said = await notes_on(turn, event)
    said += [turn.words(p.LARGE, n=ALONE)] if heads > ALONE else []
    asks = not event.audience.hidden and not event.plan.small
    said += [turn.words(p.SMALL, n=FEWEST)] if heads < FEWEST and asks else []
    met = clashes(parse_wall(event.plan.wall), event.plan.minutes, awareness.known())
    return Warned(reach, met, said)


async def _heads(turn: Turn, event: Event) -> int:
    return len(await wishes.many(work_of(turn).connection, people(event)))


async def _approve_form(turn: Turn, event: Event) -> Form:
    change = await evaluating.what_changes(work_of(turn).connection, event)
    return cards_plan.approve(turn.words, event, change, await _warned(turn, event))


async def _to_approve(turn: Turn, ref: str) -> Event:
    """An event that waits, for somebody who may approve it; nobody approves their own."""
    connection = work_of(turn).connection
    found = await find(connection, ref, hold=True) if len(ref) == REF else None
    if found is None or found.state != "asking" or turn.somebody.id not in await leads_of(connection, found):
        raise Refusal(turn.words(p.NOT_ASKED))
    return found


def _said(turn: Turn, title: Sentence, text: str) -> Show:
    return Show(only_text(turn.words, title, text))
