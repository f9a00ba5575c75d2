"""The turns with a short form: say where something is, and have the last event again on another day."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.values import replace
from conversations.meet import form as forms
from conversations.meet import planning, short_form
from conversations.meet import words as w
from conversations.meet.permission import audiences, led
from storage.events.event import Event


async def open_where(turn: Turn, event: Opened) -> Show:
    """Only the place and the link, for whoever hosts what a practice arranged."""
    found = await _announced(turn, event.ref)
    return Show(short_form.where(turn.words, found))


async def keep_where(turn: Turn, event: Submitted) -> Show:
    """Everybody who comes hears it once."""
    found = await _announced(turn, event.ref)
    said = {forms.ROOM: event.values.get(forms.ROOM, ""), forms.LINK: event.values.get(forms.LINK, "")}
    known = replace(found.plan, room=found.plan.room or "?")  # a place is needed now, whether there was one or not
    written = forms.read(turn.words, {**forms.written(found.plan), **said}, found.plan.zone, turn.now, of=known)
    if written.plan is None:
        return Show(again(short_form.where(turn.words, found), event.values, written.errors))
    return Show(await planning.changed(turn, found, written.plan))


async def open_again(turn: Turn, event: Opened) -> Show:
    """Only the day and the hour; everything else is as it was."""
    source = await led(turn, event.ref, also_cancelled=True)
    return Show(again(short_form.once_more(turn.words, source), {forms.AT: source.plan.wall[-5:]}, {}))


async def keep_again(turn: Turn, event: Submitted) -> Show:
    """A draft, shown as people will see it. What no longer fits is asked for in the whole form."""
    found, source = await audiences(turn), await led(turn, event.ref, also_cancelled=True)
    said = {forms.DAY: event.values.get(forms.DAY, ""), forms.AT: event.values.get(forms.AT, "")}
    values = {**forms.written(source.plan, day=False), **said}
    written = forms.read(turn.words, values, source.plan.zone, turn.now, of=source.plan)
    if written.plan and source.audience in found:
        return Show(await planning.drafted(turn, written.plan, source.audience, series=source.series))
    if source.audience in found and written.errors.keys() <= said.keys():
        return Show(again(short_form.once_more(turn.words, source), event.values, written.errors))
    form = forms.plan_form(turn.words, found, source.plan.zone, ref=event.ref, of=source.plan)
    return Show(again(form, {**form.values, **values}, written.errors))


async def _announced(turn: Turn, ref: str) -> Event:
    """What is not announced is changed in its own form, and what somebody else looks at is not changed beside them."""
    found = await led(turn, ref)
    if not found.on:
        raise Refusal(turn.words(w.GONE))
    planning.not_over(turn, found)
    return found
