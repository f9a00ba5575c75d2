"""Where events stand by themselves: on Home, in the weekly note, and in messages about something one said yes to."""

from collections.abc import Sequence

from bot.conversation import HomeParts, Issue, NotePart, Turn
from bot.ui import Block, Buttons, Card
from bot.words import Sentence
from conversations.meet import cards, cards_after, cards_plan
from conversations.meet import words as w
from conversations.meet import words_plan as p
from conversations.meet.answering import meet
from storage import wishes
from storage.events import coming, rsvps, tending
from storage.events import event as events
from storage.events.coming import CAME
from storage.events.event import Event, find
from storage.events.messages import last_asked, state_of
from storage.notes import FIRST_LOOK
from storage.work import work_of

ON_HOME, IN_NOTE, OVER, LOOKED = 6, 3, 4, 60


async def home(turn: Turn) -> HomeParts:
    """What is coming, with one's answer; what is over; for whoever leads something, the way to their events."""
    connection, person, now = work_of(turn).connection, turn.somebody.id, await _to_do(turn)
    found = await coming.coming(connection, person, turn.now, LOOKED)
    near = [await meet(turn, each) for each in found[:ON_HOME]]
    blocks, lead = list(cards.home(turn.words, near, len(found) - len(near))), tuple[Block, ...]()
    if await events.audiences(connection, person) or await coming.leads_any(connection, person, turn.now):
        lead = cards_plan.home_mine(turn.words)
    if any(each.rsvp for each in near) and turn.house.calendars("feed", "t"):
        blocks.append(Buttons((cards.feed_button(turn.words),)))
    gone = (await coming.gone(connection, person, turn.now))[:OVER]
    came = [
        b for event, said in gone for b in cards_after.home_gone(turn.words, event, said_yes=said in (*CAME, "maybe"))
    ]
    return {"now": now, "lead": lead, "coming": tuple(blocks), "came": tuple(came)}


async def _to_do(turn: Turn) -> tuple[Block, ...]:
    """For whoever leads something: to write what came of it, or to say where it is."""
    connection, person = work_of(turn).connection, turn.somebody.id
    over = await coming.to_catch_up(connection, person, turn.now, OVER)
    nowhere = await coming.without_place(connection, person, turn.now, OVER)
    lines = [cards_after.after_line(turn.words, each) for each in over]
    lines += [cards_plan.place_line(turn.words, each) for each in nowhere]
    return tuple(block for each in lines for block in each)


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """What was announced, and what came of what is over, since the last note."""
    connection, person = work_of(turn).connection, turn.somebody.id
    since = issue.since or turn.now - FIRST_LOOK
    parts = [_caught(turn, each) for each in (await coming.caught_up_since(connection, person, since))[:IN_NOTE]]
    gone = await coming.gone(connection, person, turn.now)
    asks = [event for event, said in gone if event.plan.question and said in CAME and event.plan.ends > since]
    parts += [_asks(turn, each) for each in asks[:IN_NOTE]]
    new = (await coming.new_since(connection, person, since, turn.now))[:IN_NOTE]
    if new:
        blocks = [block for each in new for block in cards.line(turn.words, await meet(turn, each))]
        parts.append(NotePart("coming", tuple(blocks), _summary(turn, new)))
    return tuple(parts)


def _caught(turn: Turn, event: Event) -> NotePart:
    return NotePart("came", cards_after.came(turn.words, event), cards.summary(turn.words, event, event.plan.name))


def _asks(turn: Turn, event: Event) -> NotePart:
    """The question to everybody, for somebody who was there; never worth a message by itself."""
    line = cards_after.home_gone(turn.words, event, said_yes=False)
    return NotePart("came", line, cards.summary(turn.words, event, event.plan.name), enough=False)


async def draw_reminder(turn: Turn, ref: str) -> Card | None:
    """Only while they come, at the time that it was written for; whatever else has changed since stands in it."""
    event = await _still(turn, ref, minute=True)
    if event is None or not event.open(turn.now):
        return None
    rsvp = await rsvps.mine(work_of(turn).connection, event, turn.somebody.id)
    if rsvp is None or not (rsvp.comes or rsvp.maybe):
        return None
    week = (event.plan.starts - turn.now).days >= 6
    said = w.REMIND_WEEK if week else w.REMIND_SOON
    if rsvp.maybe:
        return cards.perhaps(turn.words, said, event)
    return cards.told(turn.words, said, event, calendar=turn.house.calendars("event", event.ref))


async def draw_placed(turn: Turn, ref: str) -> Card | None:
    event = await _still(turn, ref, minute=True)
    rsvp = await rsvps.mine(work_of(turn).connection, event, turn.somebody.id) if event else None
    if event is None or rsvp is None or not rsvp.comes or not event.open(turn.now):
        return None
    return cards.told(turn.words, w.PLACED, event, calendar=turn.house.calendars("event", event.ref))


async def draw_changed(turn: Turn, ref: str) -> Card | None:
    """The newest change only, to those who still come or wait."""
    event = await _theirs(turn, ref)
    rsvp = await rsvps.mine(work_of(turn).connection, event, turn.somebody.id) if event else None
    if event is None or rsvp is None or not rsvp.hears or not event.open(turn.now):
        return None
    if await tending.told_later(work_of(turn).connection, event, turn.somebody.id, state_of(ref)[1]):
        return None
    calendar = turn.house.calendars("event", event.ref)
    if rsvp.maybe:
        return cards.perhaps(turn.words, w.CHANGED_MAYBE, event)
    return cards.told(turn.words, w.CHANGED if rsvp.comes else w.CHANGED_WAIT, event, calendar=calendar)


async def draw_cancelled(turn: Turn, ref: str) -> Card | None:
    event = await _theirs(turn, ref)
    if event is None or event.on:
        return None
    calendar = turn.house.calendars("event", event.ref)
    return cards.told(turn.words, w.CANCELLED, event, join=False, calendar=calendar)


async def draw_approve(turn: Turn, ref: str) -> Card | None:
    """Not any more once somebody has decided."""
    event = await _still(turn, ref)
    if event is None or event.state != "asking":
        return None
    heads = len(await wishes.many(work_of(turn).connection, events.people(event)))
    return cards_plan.approve_card(turn.words, event, heads)


async def draw_decided(turn: Turn, ref: str) -> Card | None:
    event = await find(work_of(turn).connection, ref)
    said: Sentence | None = {"announced": p.APPROVED, "draft": p.SENT_BACK}.get(event.state) if event else None
    return cards_plan.notice(turn.words, said, event) if event and said else None


async def draw_yours(turn: Turn, ref: str) -> Card | None:
    event = await find(work_of(turn).connection, state_of(ref)[0])
    mine = event is not None and event.state in ("announced", "planned") and event.lead == turn.somebody.id
    return cards_plan.notice(turn.words, w.YOURS, event) if event and mine else None


async def draw_after(turn: Turn, ref: str) -> Card | None:
    """To whoever leads it by then, unless the catch-up is written."""
    event = await _still(turn, ref, minute=True)
    if event is None or not event.over(turn.now) or event.caught_up_at or event.lead != turn.somebody.id:
        return None
    count = await rsvps.count(work_of(turn).connection, event)
    return cards_after.after_card(turn.words, event, count.catch_up + count.waiting)


async def draw_place(turn: Turn, ref: str) -> Card | None:
    """To whoever hosts it by then, until people know where it is."""
    event = await find(work_of(turn).connection, state_of(ref)[0])
    if event is None or not event.open(turn.now) or event.plan.placed or event.lead != turn.somebody.id:
        return None
    return cards_plan.place_card(turn.words, event, last=turn.now >= last_asked(event))


async def _still(turn: Turn, ref: str, *, minute: bool = False) -> Event | None:
    """The event, if it is in the state that the message is about: the same time, or the same number of changes."""
    which, state = state_of(ref)
    event = await find(work_of(turn).connection, which)
    if event is None or event.state == "cancelled":
        return None
    return event if (event.minute if minute else event.revision) == state else None


async def _theirs(turn: Turn, ref: str) -> Event | None:
    return await events.seen_by(work_of(turn).connection, state_of(ref)[0], turn.somebody.id)


def _summary(turn: Turn, new: Sequence[Event]) -> str:
    """Of the notification: nothing of a hidden circle's."""
    shown = next((each for each in new if not each.audience.hidden), new[0])
    text = cards.said(turn.words, w.LINE, shown, circle=cards.whom(turn.words, shown.audience))
    return cards.summary(turn.words, shown, text)
