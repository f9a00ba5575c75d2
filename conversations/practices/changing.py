"""The turns in which something that runs is changed: its next day, its people, how often, its words; and in which it stops."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import Person, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.practice import opening
from bot.practice_adjusted import wordings, wrong_words
from bot.programme import NOTICE
from bot.question import spoken
from bot.ui import Form
from conversations.practices import cards, change_cards
from conversations.practices import words as w
from conversations.practices.cards import Audience
from conversations.practices.people import (
    audience,
    chosen_sorters,
    circles_of,
    is_steward,
    led_here,
    must_be_asked,
    outside,
    unfit,
    who_answers,
    who_sorts,
)
from storage import directory, practices, sorters
from storage.practices import Running
from storage.proposals import ALONE
from storage.work import work_of

FURTHEST = timedelta(days=366)


async def open_change(turn: Turn, event: Opened) -> Show:
    return Show(await _form(turn, await _one(turn, event.ref)))


async def change(turn: Turn, event: Submitted) -> Show:
    """Another day for the next round, another circle, another rhythm, somebody else who says what came of it, or who sorts
    with them."""
    one, values = await _one(turn, event.ref), event.values
    chosen = next((each for ref, each in await _who(turn, one) if ref == values.get(cards.WHO)), None)
    circle = next((each for each in await _circles(turn, one) if each.ref == values.get(cards.CIRCLE)), None)
    day, often = day_in(turn, values.get(cards.DAY, "")), _often(one, values)
    errors = _wrong(turn, one, chosen, circle=circle, day=day) | (
        {} if often >= 0 else {change_cards.OFTEN: _choose(turn)}
    )
    sort, wrong = await chosen_sorters(turn, values, circle)
    errors |= wrong | await outside(turn, circle, chosen) | await _too_early(turn, one, day)
    errors |= await _unasked(turn, one, chosen, circle)
    if errors or chosen is None or circle is None or day is None:
        return Show(again(await _form(turn, one), values, errors))
    wall = _anchor(one, day)
    opens = opening(one.practice, wall, one.zone)
    to = practices.Change(chosen.id, wall, opens, circle.id, often)
    ref = await practices.change(work_of(turn), one.ref, to)
    if ref is None:
        return Show(again(await _form(turn, one), values, {cards.CIRCLE: turn.words(w.RUNS_THERE)}))
    await sorters.choose(work_of(turn).connection, ref, sort)
    text = turn.words(w.CHANGED, day=turn.words.day(opens), answerer=chosen.name)
    return Show(only_text(turn.words, w.CHANGE, text))


async def open_words(turn: Turn, event: Opened) -> Show:
    return Show(change_cards.wording(turn.words, await _one(turn, event.ref)))


async def reword(turn: Turn, event: Submitted) -> Show:
    """What differs from what is there takes its place, from the next round on."""
    one = await _one(turn, event.ref)
    told = {each: spoken(said, turn.words.language) for each, said in wordings(one.practice).items()}
    said = {each: event.values.get(each, told[each]).strip() for each in told}
    wrong = {each: mistake for each in told if (mistake := wrong_words(one.practice, each, said[each]))}
    if wrong:
        errors = {each: f"{mistake.sentence} {mistake.remedy}" for each, mistake in wrong.items()}
        return Show(again(change_cards.wording(turn.words, one), event.values, errors))
    file = wordings(turn.house.practices[one.practice.name])
    texts = {each: text for each, text in said.items() if text != spoken(file[each], turn.words.language)}
    await practices.reword(work_of(turn), one.ref, texts)
    return Show(only_text(turn.words, w.WORDING, turn.words(w.REWORDED)))


async def open_stop(turn: Turn, event: Opened) -> Show:
    return Show(change_cards.stop(turn.words, await _one(turn, event.ref)))


async def stop(turn: Turn, event: Submitted) -> Show:
    one = await _one(turn, event.ref)
    await practices.stop(work_of(turn), one.ref)
    return Show(only_text(turn.words, w.STOP, turn.words(w.STOPPED)))


async def running_here(turn: Turn) -> list[Running]:
    """What runs for the circles that this person may run something for."""
    found = await practices.running(work_of(turn), turn.house.practices)
    if await is_steward(turn):
        return found
    mine = await led_here(turn)
    return [each for each in found if each.circle in mine]


def day_in(turn: Turn, text: str) -> date | None:
    """A day from tomorrow on, within a year."""
    today = turn.now.astimezone(ZoneInfo(turn.house.zone)).date()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if today < day <= today + FURTHEST else None


async def _form(turn: Turn, one: Running) -> Form:
    return change_cards.change(
        turn.words, one, await _circles(turn, one), await _who(turn, one), sorters=await who_sorts(turn, one)
    )


async def _circles(turn: Turn, one: Running) -> list[Audience]:
    """Those that this person may choose, and the one for which it runs."""
    known, its_own = await circles_of(turn), await audience(turn, one.circle)
    return known if its_own is None or its_own.id in {each.id for each in known} else [its_own, *known]


async def _who(turn: Turn, one: Running) -> list[tuple[str, Person]]:
    """Those that can be chosen without being asked, and whoever has said yes to it already."""
    known, now = await who_answers(turn), await directory.person(work_of(turn).connection, one.answerer)
    if now is None or now.id in {each.id for _, each in known}:
        return known
    return [(directory.opaque(work_of(turn), now.id), now), *known]


def _wrong(
    turn: Turn, one: Running, chosen: Person | None, *, circle: Audience | None, day: date | None
) -> dict[str, str]:
    """Other people are reached only as if it were started for them: after notice, and by two where they are many."""
    errors = {} if chosen else {cards.WHO: _choose(turn)}
    errors |= {} if circle else {cards.CIRCLE: _choose(turn)}
    errors |= unfit(turn.words, one.practice, circle)
    if day is None:
        return errors | {cards.DAY: turn.words(w.NO_DAY)}
    if circle and circle.id != one.circle:
        if circle.many:
            errors[cards.CIRCLE] = turn.words(w.START_ANEW, n=ALONE)
        if opening(one.practice, _anchor(one, day), one.zone) < turn.now + NOTICE:
            errors[cards.DAY] = turn.words(w.TOO_SOON)
    return errors


async def _too_early(turn: Turn, one: Running, day: date | None) -> dict[str, str]:
    """Until it first opens it comes on the day that people read or later, or when a week's notice has passed again (P12)."""
    if day is None or not await practices.is_new(work_of(turn), one.ref):
        return {}
    opens = opening(one.practice, _anchor(one, day), one.zone)
    return {cards.DAY: turn.words(w.LISTED_FIRST)} if opens < min(one.next_at, turn.now + NOTICE) else {}


async def _unasked(turn: Turn, one: Running, chosen: Person | None, circle: Audience | None) -> dict[str, str]:
    """Who would have to be asked first is asked where it is started; whoever answers back now has said yes."""
    if chosen is None or circle is None or (chosen.id == one.answerer and circle.id == one.circle):
        return {}
    return {cards.WHO: turn.words(w.ASK_ANEW)} if await must_be_asked(turn, chosen, circle) else {}


def _anchor(one: Running, day: date) -> datetime:
    """On another day, at the hour whose turn it is."""
    rhythm = one.practice.rhythm
    return datetime.combine(day, one.next_wall.time() if "hour" in rhythm.rotate else rhythm.at)


def _often(one: Running, values: Mapping[str, str]) -> int:
    """In how many weeks, 0 as in the file; below 0 for what cannot be chosen."""
    known = (0, *change_cards.fitting(one.practice))
    said = values.get(change_cards.OFTEN, change_cards.AS_IN_FILE)
    number = 0 if said == change_cards.AS_IN_FILE else int(said) if said.isdecimal() and len(said) <= 2 else -1
    return number if number in known else -1


def _choose(turn: Turn) -> str:
    return turn.words(w.NOTHING_CHOSEN)


async def _one(turn: Turn, ref: str) -> Running:
    found = next((each for each in await running_here(turn) if each.ref == ref), None)
    if found is None:
        raise Refusal(turn.words(w.GONE))
    return found
