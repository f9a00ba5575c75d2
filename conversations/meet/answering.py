"""The turns of those who are invited: say whether they come and what they need, and fetch it into their own calendar."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.question import clean
from conversations.meet import cards
from conversations.meet import words as w
from conversations.meet.cards import ANSWER, MOST_NEEDED, NEEDS, Invited
from conversations.meet.permission import invited
from storage import wishes
from storage.events import evaluating, feeds, messages, needs, rsvps, tending
from storage.events.event import Event
from storage.events.rsvps import Said
from storage.work import work_of

ALLOWED: dict[str, Said] = {
    "room": "room",
    "online": "online",
    "maybe": "maybe",
    "catch-up": "catch-up",
    "no": "no",
}


async def meet(turn: Turn, event: Event) -> Invited:
    """The event as this person meets it now."""
    connection = work_of(turn).connection
    rsvp = await rsvps.mine(connection, event, turn.somebody.id)
    ahead = await rsvps.ahead(connection, event, rsvp) if rsvp and rsvp.waits else 0
    return Invited(
        event, rsvp, ahead, await rsvps.count(connection, event), await evaluating.what_changes(connection, event)
    )


async def open_answer(turn: Turn, event: Opened) -> Show:
    """All that is known of it, and what this person said."""
    found = await invited(turn, event.ref)
    _still(turn, found)
    needed = await needs.mine(work_of(turn), found, turn.somebody.id)
    return Show(cards.answer(turn.words, await meet(turn, found), needed))


async def keep_answer(turn: Turn, event: Submitted) -> Show:
    """Keeps it; where all places are taken, on the waiting list. A place that comes free by it goes to who waited longest."""
    found = await invited(turn, event.ref)
    _still(turn, found)
    here = await meet(turn, found)
    needed, chosen = clean(event.values.get(NEEDS, ""), 3000), ALLOWED.get(event.values.get(ANSWER, ""))
    errors = _errors(turn, here, chosen, needed)
    if errors or chosen is None:
        return Show(again(cards.answer(turn.words, here), event.values, errors))
    await _keep(turn, found, chosen, needed)
    calendar = turn.house.calendars("event", found.ref)
    return Show(cards.answered(turn.words, await meet(turn, found), calendar))


def _errors(turn: Turn, here: Invited, chosen: Said | None, needed: str) -> dict[str, str]:
    offered = {option.value for option in cards.options(turn.words, here)}
    errors = {} if chosen in offered else {ANSWER: turn.words(w.CHOOSE)}
    if len(needed) > MOST_NEEDED:
        errors[NEEDS] = turn.words(w.NEEDS_LONG, size=len(needed), n=MOST_NEEDED)
    return errors


async def again_answer(turn: Turn, event: Submitted) -> Show | None:
    """The same reply to a form that is delivered a second time."""
    found = await invited(turn, event.ref)
    return Show(cards.answered(turn.words, await meet(turn, found), turn.house.calendars("event", found.ref)))


async def open_feed(turn: Turn, _event: Opened) -> Show:
    if not turn.house.calendars("feed", "t"):
        return Show(only_text(turn.words, w.FEED_TITLE, turn.words(w.FEED_NOWHERE)))
    has = await feeds.has_feed(work_of(turn).connection, turn.somebody.id)
    return Show(cards.feed(turn.words, has=has))


async def keep_feed(turn: Turn, event: Submitted) -> Show:
    """Makes the address, which is shown once and not kept, or ends it."""
    connection, what = work_of(turn).connection, event.values.get(ANSWER)
    if not turn.house.calendars("feed", "t"):
        return Show(only_text(turn.words, w.FEED_TITLE, turn.words(w.FEED_NOWHERE)))
    if what == "end":
        await feeds.end_feed(connection, turn.somebody.id)
        return Show(only_text(turn.words, w.FEED_TITLE, turn.words(w.FEED_ENDED)))
    if what != "new":
        has = await feeds.has_feed(connection, turn.somebody.id)
        return Show(again(cards.feed(turn.words, has=has), event.values, {ANSWER: turn.words(w.CHOOSE)}))
    address = turn.house.calendars("feed", await feeds.new_feed(connection, turn.somebody.id))
    return Show(only_text(turn.words, w.FEED_TITLE, turn.words(w.FEED_MADE, address=address)))


async def _keep(turn: Turn, event: Event, chosen: Said, needed: str) -> None:
    work, person = work_of(turn), turn.somebody.id
    rsvp, up = await rsvps.say(work.connection, event, person, chosen)
    await needs.keep(work, event, person, needed if rsvp.hears else "")
    if rsvp.comes or rsvp.maybe:
        wished, _ = await wishes.of(work.connection, person)
        for message in messages.reminders(event, person, wished, turn.now):
            turn.tell(message)
    for message in await tending.told_of_places(work.connection, event, set(up) - {person}, turn.now) if up else []:
        turn.tell(message)


def _still(turn: Turn, event: Event) -> None:
    if not event.open(turn.now):
        raise Refusal(turn.words(w.BEGUN, name=event.plan.name))
