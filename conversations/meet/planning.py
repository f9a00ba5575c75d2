"""The turns of whoever plans an event: write it, duplicate the last, look at it as it will be shown, change it."""

from dataclasses import replace

from bot.attention import Wishes
from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Form, Text
from conversations.meet import awareness, cards_plan, sending
from conversations.meet import form as forms
from conversations.meet import words as w
from conversations.meet import words_plan as p
from conversations.meet.permission import audiences, led
from storage.events import aloud, coming, evaluating, messages, needs, rsvps, tending
from storage.events import event as events_of
from storage.events.event import Audience, Event, alter, draft
from storage.events.plan import Plan
from storage.work import work_of

TEN_WEEKS = 70


async def show_mine(turn: Turn, _event: Opened) -> Show:
    """What this person leads, the way to a new event, and *Duplicate last* first."""
    connection = work_of(turn).connection
    found = await events_of.audiences(connection, turn.somebody.id)
    circles = [each.id for each in found]
    events = await coming.led(connection, turn.somebody.id, circles, turn.now)
    if not found and not events:
        raise Refusal(turn.words(p.NOBODY_YET))
    counted = [(each, await rsvps.count(connection, each)) for each in events]
    last = await coming.last(connection, turn.somebody.id, circles)
    return Show(cards_plan.mine(turn.words, found, counted, last=last, now=turn.now))


async def show_marked(turn: Turn, _event: Opened) -> Show:
    """What other people mark in the next ten weeks, and where dates run out."""
    await audiences(turn)
    today = turn.words.today(turn.now)
    last = today.fromordinal(today.toordinal() + TEN_WEEKS)
    days = awareness.known()
    bank = awareness.bank_holidays(today, last)
    named = {each.name for each in bank}
    found = [each for each in awareness.marked(days, today, last) if each.day.name not in named]
    return Show(cards_plan.marked(turn.words, found, bank, awareness.running_out(days, today)))


async def show_who(turn: Turn, event: Opened) -> Show:
    """Who comes, and what they need, for its lead alone, as people were told; numbers for whoever else leads the circle, and
    of a hidden one for everybody."""
    found, work = await led(turn, event.ref), work_of(turn)
    names: dict[str, list[str]] = {}
    leads = turn.somebody.id == found.lead
    if leads and not found.audience.hidden:
        for person, _, rsvp in await rsvps.expected(work.connection, found):
            names.setdefault("waiting" if rsvp.waits else rsvp.answer, []).append(person.name)
    needed = await needs.of(work, found, turn.now) if leads else []
    shown = [("" if found.audience.hidden else name, text) for name, text in needed]
    return Show(cards_plan.who(turn.words, found, await rsvps.count(work.connection, found), names=names, needs=shown))


async def open_plan(turn: Turn, event: Opened) -> Show:
    """The empty form; with the ref of an event all of that but its day."""
    found = await audiences(turn)
    if not event.ref:
        return Show(forms.plan_form(turn.words, found, turn.somebody.zone))
    source = await led(turn, event.ref)
    form = forms.plan_form(turn.words, found, turn.somebody.zone, ref=event.ref, of=source.plan)
    whom = {forms.WHOM: source.audience.key} if source.audience in found else {}
    return Show(again(form, {**form.values, **forms.written(source.plan, day=False), **whom}, {}))


async def keep_plan(turn: Turn, event: Submitted) -> Show:
    """Keeps what was written as a draft that nobody else sees, and shows it as they will see it."""
    found = await audiences(turn)
    source = await led(turn, event.ref) if event.ref else None
    old = source.plan if source else None
    written = forms.read(turn.words, event.values, turn.somebody.zone, turn.now, of=old)
    of = next((each for each in found if each.key == event.values.get(forms.WHOM)), None)
    errors = dict(written.errors) | ({} if of else {forms.WHOM: turn.words(p.NOT_YOURS)})
    if errors or of is None or written.plan is None:
        form = forms.plan_form(turn.words, found, turn.somebody.zone, ref=event.ref, of=old)
        return Show(again(form, event.values, errors))
    return Show(await drafted(turn, written.plan, of, series=source.series if source else ""))


async def drafted(turn: Turn, plan: Plan, of: Audience, *, series: str) -> Form:
    """Keeps it where nobody else sees it; returns how it will look."""
    connection = work_of(turn).connection
    plan = await evaluating.asks_only_enough(connection, plan, of)
    ref = await draft(connection, plan, of, turn.somebody.id, now=turn.now, series=series)
    return await sending.preview(turn, await led(turn, ref))


async def open_change(turn: Turn, event: Opened) -> Show:
    """The form with everything in it; for what is announced it says first how many get a message."""
    found = await led(turn, event.ref)
    not_over(turn, found)
    form = await _change_form(turn, found)
    return Show(again(form, forms.written(found.plan), {}))


async def keep_change(turn: Turn, event: Submitted) -> Show:
    """Changes it. Whoever said yes, or waits, hears once, if the time or the place is another."""
    found = await led(turn, event.ref)
    not_over(turn, found)
    written = forms.read(turn.words, event.values, found.plan.zone, turn.now, of=found.plan)
    if written.plan is None:
        return Show(again(await _change_form(turn, found), event.values, written.errors))
    plan = await evaluating.asks_only_enough(work_of(turn).connection, written.plan, found.audience)
    if found.on:
        if _words(plan) != _words(found.plan) and await sending.needs_two(turn, found):
            wrong = {forms.NAME: turn.words(p.AGREED)}
            return Show(again(await _change_form(turn, found), event.values, wrong))
        return Show(await changed(turn, found, plan))
    mended = await alter(work_of(turn).connection, found, turn.now, state="draft", **plan.columns())
    return Show(await sending.preview(turn, mended))


async def changed(turn: Turn, event: Event, plan: Plan) -> Form:
    """Whoever comes hears of another time or place."""
    connection = work_of(turn).connection
    if plan == event.plan:
        return only_text(turn.words, p.FORM_TITLE, turn.words(p.REACH_QUIET))
    moved = await alter(connection, event, turn.now, **plan.columns())
    await rsvps.follow(connection, moved)
    for message in await tending.move_up(connection, moved, turn.now):
        turn.tell(message)
    if _moved(event.plan, plan):
        await aloud.moved(connection, moved)
        await _tell(turn, moved)
    notes = await sending.notes_on(turn, moved)
    done = only_text(turn.words, p.FORM_TITLE, turn.words(p.SENT_CHANGE))
    return replace(done, blocks=(*done.blocks, *(Text(each) for each in notes)))


async def _tell(turn: Turn, changed: Event) -> None:
    """Whoever comes, may come or waits hears that it is at another time or place, and is reminded of the new one."""
    for person, wishes, rsvp in await rsvps.expected(work_of(turn).connection, changed):
        turn.tell(messages.changed(changed, person.id))
        _remind(turn, changed, person.id, None if rsvp.waits else wishes)
    turn.tell(messages.ask_catch_up(changed))


def _remind(turn: Turn, event: Event, person: int, wishes: Wishes | None) -> None:
    for message in messages.reminders(event, person, wishes, turn.now) if wishes else ():
        turn.tell(message)


async def _change_form(turn: Turn, event: Event) -> Form:
    form = forms.plan_form(turn.words, (), event.plan.zone, ref=event.ref, of=event.plan, moved=True)
    if not event.on:
        return form
    people = len(await rsvps.expected(work_of(turn).connection, event))
    told = Text(turn.words(p.REACH_CHANGE, n=people))
    return replace(form, blocks=(told,), submit=turn.words(p.SEND_CHANGE))


def _words(plan: Plan) -> tuple[str, ...]:
    """What a second person agreed to, and nobody changes alone."""
    return plan.name, plan.about, plan.question


def _moved(before: Plan, after: Plan) -> bool:
    """Whether whoever comes would be at the wrong time or place."""
    return (before.starts, before.minutes, before.room, before.link) != (
        after.starts,
        after.minutes,
        after.room,
        after.link,
    )


def not_over(turn: Turn, event: Event) -> None:
    if event.on and not event.open(turn.now):
        raise Refusal(turn.words(w.BEGUN, name=event.plan.name))
