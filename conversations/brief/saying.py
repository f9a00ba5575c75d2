"""The turns in which one thing is answered: yes by a day, not now because, passed on, or still listening; or drafted so."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot import briefs as said_of
from bot.conversation import Message, Turn
from bot.endings import How
from bot.events import Opened, Pressed, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.promises import first_news
from bot.ui import Form, Text
from bot.words import Sentence
from conversations.brief import cards, forms, permission, rules
from conversations.brief import words as w
from conversations.brief.rules import Acting, Promised
from storage import briefs, commitments, happenings, notes, owners, themes
from storage.briefs import Kept
from storage.commitments import Made
from storage.work import work_of

Opens = Callable[[Turn, Opened], Awaitable[Show]]
Keeps = Callable[[Turn, Submitted], Awaitable[Show]]


def opens(how: How) -> Opens:
    """Opens the form for one way of answering."""

    async def open_form(turn: Turn, event: Opened) -> Show:
        acting = await permission.acting(turn, event.ref)
        return Show(_answered(turn, acting) or _form(turn, acting, how))

    return open_form


def keeps(how: How) -> Keeps:
    """Keeps what was written in that form."""

    async def keep(turn: Turn, event: Submitted) -> Show:
        acting = await permission.acting(turn, event.ref)
        if done := _answered(turn, acting):
            return Show(done)
        form, kept = _form(turn, acting, how), await _READ[how](turn, acting, event)
        if isinstance(kept, dict):
            return Show(again(form, event.values, kept))
        return Show(await _say(turn, acting, kept))

    return keep


async def say_again(turn: Turn, event: Submitted) -> Show | None:
    """To a form that was delivered twice: the brief as it is now, with what it says in it."""
    acting = await permission.acting(turn, event.ref)
    if acting.thing.answer is None and acting.thing.draft is None:
        return None
    return Show(_done(turn, acting)) if acting.receiver else Show(await whole(turn, event.ref.partition(".")[0]))


async def confirm(turn: Turn, event: Pressed) -> Show:
    """Sends a draft as it stands: one press. A day that has passed is chosen anew."""
    acting = await permission.acting(turn, event.ref)
    draft = acting.thing.draft
    if acting.delegate or acting.receiver:
        raise Refusal(turn.words(w.NOT_YOURS, answerer=acting.one.answerer_name))
    if draft is None or acting.thing.answer:
        return Show(_answered(turn, acting) or await whole(turn, acting.one.on.ref))
    kept = Kept(turn.somebody.id, draft.how, draft.words, draft.what, draft.seen, draft.due_on, draft.to)
    if draft.due_on and draft.due_on < turn.words.today(turn.now):
        values = {forms.WHAT: _told(turn, acting, kept), forms.DUE: draft.due_on.isoformat(), forms.SEEN: draft.seen}
        return Show(again(_form(turn, acting, "doing"), values, {forms.DUE: turn.words(w.WRONG_DAY)}))
    return Show(await _say(turn, acting, kept))


async def whole(turn: Turn, ref: str, sentence: Sentence | None = None) -> Form:
    """The brief as it is now, with what has just been done above it."""
    one, delegate = await permission.brief(turn, ref)
    things, ways = await briefs.things(work_of(turn), one), await permission.allowed(turn, one)
    ways, hushed = ways if one.stage != "shared" else (), await briefs.hushed(work_of(turn), one)
    form = cards.whole(turn.words, one, things, ways, now=turn.now, delegate=delegate, hushed=hushed)
    if sentence is None:
        return form
    told = turn.words(sentence, whom=cards.to_whom(turn.words, one), answerer=one.answerer_name)
    return replace(form, blocks=(Text(told), *form.blocks))


async def _say(turn: Turn, acting: Acting, kept: Kept) -> Form:
    """Says it to everybody whom the round is for (P7); a delegate's words wait for whoever answers back."""
    connection, one = work_of(turn).connection, acting.one
    said = kept if acting.delegate else replace(kept, said_at=turn.now)
    keep = briefs.keep_passed if acting.receiver else briefs.keep
    if not await keep(connection, one, acting.thing, said):
        return only_text(turn.words, w.TITLE, turn.words(w.GONE))
    if acting.delegate:
        return await whole(turn, one.on.ref, w.DRAFTED)
    await _follows(turn, acting, said)
    now = turn.now
    await notes.plan(connection, happenings.people_for(one), earliest=lambda _zone: now)
    return _done(turn, acting) if acting.receiver else await whole(turn, one.on.ref, w.SENT)


async def _follows(turn: Turn, acting: Acting, said: Kept) -> None:
    """What else is true from then on: a promise, the end of a theme, a message to whom it was passed on."""
    promise = await _promise(turn, acting, said) if said.how == "doing" else None
    if theme := acting.thing.theme:
        connection, reason = work_of(turn).connection, _told(turn, acting, said) or said.words
        await themes.end(connection, theme, said.how, reason, due_on=said.due_on, promise=promise)
    if said.to is not None and said.how == "passed_on":
        cause = f"{acting.ref}:passed:{turn.now.isoformat()}"
        turn.tell(Message(said.to, "brief.passed", acting.ref, cause))


async def _promise(turn: Turn, acting: Acting, said: Kept) -> str:
    """A yes is a promise like any other: its owner is asked for news of it, and its silence shows (P3)."""
    one, today, due_on = acting.one, turn.words.today(turn.now), said.due_on
    if due_on is None:
        raise ValueError("a promise has a day")
    what = _told(turn, acting, said)
    text = f"{what}\n{turn.words(said_of.SEEN, seen=said.seen)}" if said.seen else what
    made = Made(one.spec["title"], text, due_on, first_news(due_on, today))
    connection, zone = work_of(turn).connection, turn.house.zone
    ref = await commitments.make(connection, one.round, turn.somebody.id, made, now=turn.now, zone=zone)
    await briefs.promised(connection, one, acting.thing.number, ref)
    return ref


def _told(turn: Turn, acting: Acting, said: Kept) -> str:
    """A promise in words that make one: a thing alone, "The lift is broken", promises nothing."""
    alone = said.how == "doing" and said.what and said.what == acting.thing.text
    return rules.whole(turn.words, said.what) if alone else said.what


def _answered(turn: Turn, acting: Acting) -> Form | None:
    """To what was answered before: how."""
    answer = acting.thing.answer
    if answer is None or (acting.receiver and answer.how == "passed_on"):
        return None
    told = said_of.said(turn.words, acting.thing, turn.words.today(turn.now))
    return only_text(turn.words, w.TITLE, turn.words(w.ALREADY, said=told))


def _done(turn: Turn, acting: Acting) -> Form:
    whom = cards.to_whom(turn.words, acting.one)
    return only_text(turn.words, w.TITLE, turn.words(w.SENT, whom=whom))


def _form(turn: Turn, acting: Acting, how: How) -> Form:
    if how not in acting.ways or (acting.thing.own and how == "passed_on"):
        raise Refusal(turn.words(w.NOT_THIS_WAY))
    match how:
        case "doing":
            day = rules.usual_day(turn.words.today(turn.now)).isoformat()
            return forms.yes(turn.words, acting, turn.house, day)
        case "passed_on":
            return forms.pass_on(turn.words, acting)
        case "listening":
            return forms.listen(turn.words, acting)
        case _:
            return forms.not_now(turn.words, acting)


async def _yes(turn: Turn, acting: Acting, event: Submitted) -> Kept | dict[str, str]:
    found = rules.promised(turn.words, event.values, turn.words.today(turn.now))
    if not isinstance(found, Promised):
        return found
    as_offered = not acting.thing.sealed and found.what == rules.whole(turn.words, acting.thing.text)
    what = acting.thing.text if as_offered else found.what
    return Kept(turn.somebody.id, "doing", what=what, seen=found.seen, due_on=found.due_on, to=_to(acting))


async def _not_now(turn: Turn, acting: Acting, event: Submitted) -> Kept | dict[str, str]:
    errors = rules.line(turn.words, event.values, forms.WHY)
    return errors or Kept(turn.somebody.id, "not_now", words=event.values[forms.WHY].strip(), to=_to(acting))


async def _listening(turn: Turn, acting: Acting, event: Submitted) -> Kept | dict[str, str]:
    errors = rules.line(turn.words, event.values, forms.HEARD, needed=False)
    heard = event.values.get(forms.HEARD, "").strip()
    return errors or Kept(turn.somebody.id, "listening", words=heard, to=_to(acting))


async def _pass_on(turn: Turn, acting: Acting, event: Submitted) -> Kept | dict[str, str]:
    """To somebody in the directory, by name. Out of a hidden network only in words: nobody hears of it from Hearback."""
    words, who = turn.words, event.values.get(forms.WHO, "").strip()
    errors = rules.line(words, event.values, forms.WHO, most=forms.NAME)
    errors |= rules.line(words, event.values, forms.WHAT) if acting.in_own_words else {}
    if errors or acting.one.hidden:
        return errors or Kept(turn.somebody.id, "passed_on", words=who)
    people = await owners.called(work_of(turn).connection, who)
    if len(people) != 1:
        return {forms.WHO: words(w.SEVERAL if people else w.NOBODY)}
    if people[0].id == acting.one.answerer:
        return {forms.WHO: words(w.YOURSELF)}
    what = event.values.get(forms.WHAT, "").strip() if acting.in_own_words else ""
    return Kept(turn.somebody.id, "passed_on", words=people[0].name, what=what, to=people[0].id)


def _to(acting: Acting) -> int | None:
    """What was passed on stays with whom it was passed on to."""
    return acting.thing.answer.to if acting.receiver and acting.thing.answer else None


_READ = {"doing": _yes, "not_now": _not_now, "passed_on": _pass_on, "listening": _listening}
