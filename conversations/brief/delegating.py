"""The turns about who drafts: one colleague is named, or nobody; they can say no; either ends it."""

from bot.conversation import Message, Person, Turn
from bot.events import Opened, Show, Submitted
from bot.finding import named
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.sentences import NEUTRAL
from bot.ui import Buttons, Card, Open, Text
from conversations.brief import forms, rules
from conversations.brief import words as w
from storage import delegates, directory, happenings, owners
from storage.work import work_of


async def open_naming(turn: Turn, _event: Opened) -> Show:
    found = await delegates.of(work_of(turn).connection, turn.somebody.id)
    return Show(forms.delegate(turn.words, found.name if found else ""))


async def keep_naming(turn: Turn, event: Submitted) -> Show:
    """One name in the place of the one before; none ends it. Whoever is named is told, and can say no."""
    connection, me = work_of(turn).connection, turn.somebody
    who = event.values.get(forms.WHO, "").strip()
    if not who:
        await delegates.end(connection, me.id)
        return Show(only_text(turn.words, w.DELEGATE_TITLE, turn.words(w.DELEGATE_ENDED)))
    if not await happenings.to_do(connection, me.id, "COMMIT"):
        raise Refusal(turn.words(w.NOTHING_TO_DRAFT))  # else anybody could have a message sent to anybody
    errors = rules.line(turn.words, event.values, forms.WHO, most=forms.NAME)
    people = [] if errors else await owners.called(connection, who)
    if not errors and len(people) != 1:
        errors = {forms.WHO: turn.words(w.SEVERAL if people else w.NOBODY)}
    elif people and people[0].id == me.id:
        errors = {forms.WHO: turn.words(w.YOURSELF)}
    if errors:
        return Show(again(forms.delegate(turn.words, ""), event.values, errors))
    await delegates.name(connection, me.id, people[0].id)
    ref = directory.opaque(work_of(turn), me.id)
    turn.tell(Message(people[0].id, "brief.you_draft", ref, f"{ref}:delegate:{turn.now.date()}"))
    return Show(only_text(turn.words, w.DELEGATE_TITLE, turn.words(w.DELEGATE_KEPT, name=people[0].name)))


async def open_stop(turn: Turn, event: Opened) -> Show:
    found = await _drafts_for(turn, event.ref)
    return Show(forms.stop(turn.words, named(turn.words, found.name), event.ref))


async def stop(turn: Turn, event: Submitted) -> Show:
    """Whoever had named them hears of it."""
    found = await _drafts_for(turn, event.ref)
    await delegates.end(work_of(turn).connection, found.id)
    cause = f"{event.ref}:nobody-drafts:{turn.now.date()}"
    turn.tell(Message(found.id, "brief.nobody_drafts", event.ref, cause, counts=False))
    return Show(only_text(turn.words, w.DELEGATE_TITLE, turn.words(w.STOPPED)))


async def draw_you_draft(turn: Turn, ref: str) -> Card | None:
    """No longer wanted once it has ended."""
    found = await _found(turn, ref)
    if found is None:
        return None
    told = Text(turn.words(w.YOU_ARE, answerer=named(turn.words, found.name)))
    return Card(turn.words(NEUTRAL), (told, Buttons((Open(turn.words(w.RATHER_NOT), "brief.stop", ref),))))


async def draw_nobody_drafts(turn: Turn, _ref: str) -> Card | None:
    if await delegates.of(work_of(turn).connection, turn.somebody.id):
        return None
    told = turn.words(w.DECLINED)
    return Card(told, (Text(told), Buttons((Open(turn.words(w.DELEGATE), "brief.delegate"),))))


async def _drafts_for(turn: Turn, ref: str) -> Person:
    found = await _found(turn, ref)
    if found is None:
        raise Refusal(turn.words(w.STOPPED_ALREADY))
    return found


async def _found(turn: Turn, ref: str) -> Person | None:
    """For whom this person drafts, by what stands for them in a button."""
    work = work_of(turn)
    whom = await delegates.whom(work.connection, turn.somebody.id)
    return next((each for each in whom if directory.opaque(work, each.id) == ref), None)
