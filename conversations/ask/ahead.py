"""How a question is announced that comes later: on Home, and at the end of the weekly note."""

from collections.abc import Container

from bot.conversation import Turn
from bot.detail import Detail
from bot.finding import about, named
from bot.programme import Ask, Rhythm
from bot.question import spoken
from bot.ui import Block, Text
from bot.words import Sentence, Words
from conversations.ask import words as w
from storage import coming
from storage.coming import Coming
from storage.work import work_of


async def coming_blocks(turn: Turn, *, but: Container[int] = ()) -> tuple[Block, ...]:
    """The next question of each programme that this person belongs to, `but` those that are told of already."""
    found = await coming.for_person(work_of(turn).connection, turn.somebody.id, turn.house.templates)
    known = {each.id: each for each in turn.house.details}
    return tuple(
        home_coming(turn.words, each, known.get(each.template.ask.by)) for each in found if each.programme not in but
    )


def home_coming(words: Words, each: Coming, by: Detail | None = None) -> Block:
    """The next question; a programme that has never asked is announced with who, why and whom to object to, and
    with what else its results can be shown by (P12)."""
    ask, day, answerer = each.template.ask, words.day(each.next_at), named(words, each.answerer)
    if not each.new:
        said = w.HOME_COMING if each.one_in == 1 else w.HOME_COMING_TURN
        text = words(said, day=day, answerer=answerer, n=each.one_in)
        return about(words, ask.subject, f"{text} {_also_by(words, by)}".strip())
    announced, often = _announced(each.template.rhythm)
    text = words(announced, subject=spoken(ask.subject, words.language), day=day, answerer=answerer, **often)
    return Text(" ".join(filter(None, (text, _in_turn(words, ask), _also_by(words, by)))))


def _also_by(words: Words, by: Detail | None) -> str:
    return words(w.ALSO_SHOWN_BY, detail=spoken(by.name, words.language)) if by else ""


def _in_turn(words: Words, ask: Ask) -> str:
    """That not everybody is asked each time, where that is so."""
    if ask.sample == 1:
        return ""
    said = words(w.NEW_IN_TURN_FROM if ask.sample_from else w.NEW_IN_TURN, n=ask.sample, least=ask.sample_from)
    return f"{said} {words(w.NEW_BY_TEAM)}" if ask.by_team else said


def _announced(rhythm: Rhythm) -> tuple[Sentence, dict[str, int]]:
    """How a new programme is announced, with how often it asks."""
    if rhythm.once:
        return w.HOME_NEW_ONCE, {}
    if rhythm.months:
        return w.HOME_NEW_MONTHS, {"n": len(rhythm.months)}
    return (w.HOME_NEW_WEEKLY, {}) if rhythm.weeks == 1 else (w.HOME_NEW, {"weeks": rhythm.weeks})
