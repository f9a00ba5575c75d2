"""How a question is announced that comes later: on Home, and at the end of the weekly note."""

from bot.finding import named
from bot.programme import Ask, Rhythm, Template
from bot.question import spoken
from bot.ui import Block, Facts, Text
from bot.words import Sentence, Words
from conversations.ask import words as w
from storage.coming import Coming


def home_coming(words: Words, coming: Coming, template: Template, *, new: bool) -> tuple[Block, ...]:
    """The next question; a programme that has never asked is announced with who, why and whom to object to (P12)."""
    subject, day = spoken(template.ask.subject, words.language), words.day(coming.next_at)
    if not new:
        said = w.HOME_COMING if coming.one_in == 1 else w.HOME_COMING_TURN
        return (Facts(((subject, words(said, day=day, answerer=named(words, coming.answerer), n=coming.one_in)),)),)
    announced, often = _announced(template.rhythm)
    text = words(announced, subject=subject, day=day, answerer=named(words, coming.answerer), **often)
    return (Text(f"{text} {_in_turn(words, template.ask)}".strip()),)


def _in_turn(words: Words, ask: Ask) -> str:
    """That not everybody is asked each time, where that is so."""
    if ask.sample == 1:
        return ""
    return words(w.NEW_IN_TURN_FROM if ask.sample_from else w.NEW_IN_TURN, n=ask.sample, least=ask.sample_from)


def _announced(rhythm: Rhythm) -> tuple[Sentence, dict[str, int]]:
    """How a new programme is announced, with how often it asks."""
    if rhythm.once:
        return w.HOME_NEW_ONCE, {}
    if rhythm.months:
        return w.HOME_NEW_MONTHS, {"n": len(rhythm.months)}
    return (w.HOME_NEW_WEEKLY, {}) if rhythm.weeks == 1 else (w.HOME_NEW, {"weeks": rhythm.weeks})
