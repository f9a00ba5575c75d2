"""The turns in between: paper is put down, tables leave, themes are put together, and each gets its ending."""

from collections.abc import Mapping
from datetime import date

from bot.conversation import Message, Person, Turn
from bot.endings import How
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.ui import Form
from bot.workshop import NAME, Kept, Table, Theme, Workshop, quarters
from conversations.workshop import cards, form, rules
from conversations.workshop import words as w
from conversations.workshop.permission import held
from storage import owners
from storage.commitments import Made
from storage.work import work_of
from storage.workshops import holding, writing


async def desk(turn: Turn, ref: str, *, told: str = "") -> Form:
    of = await holding.with_phones(work_of(turn).connection, await held(turn, ref))
    return cards.desk(turn.words, of, turn.house, told=told)


async def open_paper(turn: Turn, event: Opened) -> Show:
    return Show(form.paper(turn.words, await held(turn, event.ref)))


async def look_at_paper(turn: Turn, event: Submitted) -> Show:
    """What would be put down, line by line, before it is."""
    of = await held(turn, event.ref)
    found = rules.put_down(turn.words, of, event.values)
    if isinstance(found, dict):
        return Show(again(form.paper(turn.words, of), event.values, found))
    return Show(again(form.paper(turn.words, of, shown=found), event.values, {}))


async def keep_paper(turn: Turn, event: Submitted) -> Show:
    of = await held(turn, event.ref)
    found = rules.put_down(turn.words, of, event.values)
    if isinstance(found, dict):
        return Show(again(form.paper(turn.words, of), event.values, found))
    table, lines = found
    kept = await _put(turn, (of, table), lines, event)
    if kept != "kept":
        why = turn.words({"left": w.LEFT, "full": w.FULL_NOTES}.get(kept, w.MOVED_ON))
        return Show(again(form.paper(turn.words, of), event.values, {"": why}))
    return Show(await desk(turn, of.ref, told=turn.words(w.DONE_NOTES, table=table.name, n=len(lines))))


async def open_tables(turn: Turn, event: Opened) -> Show:
    return Show(form.tables(turn.words, await held(turn, event.ref)))


async def keep_tables(turn: Turn, event: Submitted) -> Show:
    of, chosen = await held(turn, event.ref), event.values.get(form.WHICH, "").split(",")
    for table in of.tables:
        await holding.leave(work_of(turn).connection, of, table, left=table.ref in chosen)
    return Show(await desk(turn, of.ref))


async def open_merge(turn: Turn, event: Opened) -> Show:
    of = await _in(turn, event.ref, "merging")
    return Show(form.merge(turn.words, of) if len(of.alone()) > 1 else await desk(turn, of.ref))


async def put_together(turn: Turn, event: Submitted) -> Show:
    of, values = await _in(turn, event.ref, "merging"), event.values
    chosen = values.get(form.WHICH, "").split(",")
    those = [each for each in of.alone() if each[1].ref in chosen]
    errors = rules.fits(turn.words, values, {form.CALLED: NAME})
    errors |= {} if len(those) > 1 else {form.WHICH: turn.words(w.WHICH_TWO)}
    if errors:
        return Show(again(form.merge(turn.words, of), values, errors) if of.alone() else await desk(turn, of.ref))
    await holding.put_together(work_of(turn).connection, of, rules.said(values, form.CALLED), those)
    return Show(await desk(turn, of.ref))


async def open_apart(turn: Turn, event: Opened) -> Show:
    of = await _in(turn, event.ref, "merging")
    return Show(form.apart(turn.words, of) if of.room else await desk(turn, of.ref))


async def take_apart(turn: Turn, event: Submitted) -> Show:
    of = await _in(turn, event.ref, "merging")
    for theme in of.room:
        if theme.ref == event.values.get(form.WHICH):
            await holding.take_apart(work_of(turn).connection, of, theme)
    return Show(await desk(turn, of.ref))


async def open_end(turn: Turn, event: Opened) -> Show:
    of = await _in(turn, event.ref, "promises")
    left = any(not each.promise for each in of.room)
    return Show(form.end(turn.words, of, turn.words.today(turn.now)) if left else await desk(turn, of.ref))


async def keep_end(turn: Turn, event: Submitted) -> Show:
    """An ending for one theme; where it is a priority, a promise whose owner is asked, and gives news every quarter."""
    of, today = await _in(turn, event.ref, "promises"), turn.words.today(turn.now)
    theme = next((each for each in of.room if each.ref == event.values.get(form.THEME)), None)
    how = rules.HOWS.get(event.values.get(form.HOW, ""))
    people = await _called(turn, rules.said(event.values, form.WHO)) if how == "doing" else []
    errors = _wrong(turn, theme, how, event.values) | _nobody(turn, event.values, people, how)
    by = _quarter(event.values, today)
    if how == "doing" and by is None:
        errors[form.BY_DAY] = turn.words(w.NOT_CHOSEN)
    if errors or theme is None or how is None:
        left = any(not each.promise for each in of.room)
        empty = form.end(turn.words, of, today)
        return Show(again(empty, event.values, errors) if left else await desk(turn, of.ref))
    words = event.values.get(form.WORDS, "").strip()
    if how == "doing" and by is not None:
        made = Made({"en": theme.name}, words, by, min(by, quarters(today)[0]))
        await _promise(turn, of, theme, made=made, people=people, role=rules.said(event.values, form.ROLE))
    else:
        await holding.end(work_of(turn).connection, theme, how, words)
    return Show(await desk(turn, of.ref))


async def _put(turn: Turn, at: tuple[Workshop, Table], lines: tuple[str, ...], event: Submitted) -> Kept:
    connection, (of, table) = work_of(turn).connection, at
    if event.values.get(form.WHAT) == form.NOTES_:
        return await writing.write(connection, at, lines, event.id, paper=True)
    return await writing.name_themes(connection, of, table, lines)


async def _promise(turn: Turn, of: Workshop, theme: Theme, *, made: Made, people: list[Person], role: str) -> None:
    connection = work_of(turn).connection
    mine, zone = turn.somebody.id, turn.house.zone
    ref = await holding.promise(connection, of, theme, made, owner=mine, now=turn.now, zone=zone)
    if people and await owners.offer(connection, ref, people[0].id, role):
        cause = f"{ref}:offered:{turn.now.date()}"
        turn.tell(Message(people[0].id, "commitments.offered", ref, cause))
    else:
        await owners.hold(connection, ref, role)


async def _called(turn: Turn, name: str) -> list[Person]:
    return await owners.called(work_of(turn).connection, name) if name else []


def _nobody(turn: Turn, values: Mapping[str, str], people: list[Person], how: How | None) -> dict[str, str]:
    if how != "doing" or not rules.said(values, form.WHO) or len(people) == 1:
        return {}
    return {form.WHO: turn.words(w.SEVERAL if people else w.NOBODY)}


def _wrong(turn: Turn, theme: Theme | None, how: How | None, values: Mapping[str, str]) -> dict[str, str]:
    words = turn.words
    errors = {} if theme else {form.THEME: words(w.NOT_CHOSEN)}
    errors |= {form.THEME: words(w.HAS_PROMISE)} if theme and theme.promise else {}
    errors |= {} if how else {form.HOW: words(w.NOT_CHOSEN)}
    errors |= rules.fits(words, values, {form.WORDS: form.LONGEST_WORDS})
    if how == "doing":
        errors |= {form.ROLE: words(w.NO_ROLE)} if not rules.said(values, form.ROLE) else {}
        errors |= rules.too_much(words, values, {form.ROLE: form.LONGEST_ROLE, form.WHO: form.LONGEST_NAME})
    return errors


def _quarter(values: Mapping[str, str], today: date) -> date | None:
    return next((each for each in quarters(today) if each.isoformat() == values.get(form.BY_DAY)), None)


async def _in(turn: Turn, ref: str, stage: str) -> Workshop:
    """A workshop in this stage; raises Refusal where it is not, or not any more."""
    of = await held(turn, ref)
    if of.stage != stage:
        raise Refusal(turn.words(w.MOVED_ALREADY))
    return of
