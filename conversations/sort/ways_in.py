"""What leads to sorting: a line on Home, and a message where a practice asks for it."""

from datetime import datetime

from bot.finding import about
from bot.question import spoken
from bot.sentences import CLOSE, NEUTRAL
from bot.theming import Told, by_theme, in_short
from bot.ui import Block, Buttons, Card, Form, Open, Text
from bot.words import Words
from conversations.sort import words as w
from conversations.sort import words_together as t
from storage.happenings import Happening
from storage.pools import FEWEST, Pool


def home(words: Words, pool: Pool, comments: int, *, mine: bool = True) -> tuple[Block, ...]:
    """For those who sort; `mine`: the one who answers back: the way to sorting what was said to one question."""
    if pool.by is None:
        return (Text(words(w.HOME, subject=spoken(pool.subject, words.language), n=comments)), _way_in(words, pool))
    if comments == 0:
        return (about(words, pool.subject, words(w.TOO_FEW, few=FEWEST)),) if pool.voice == "confidential" else ()
    return (_to_sort(words, pool, mine=mine), _way_in(words, pool))


def to_sort(words: Words, pool: Pool) -> Card:
    """The same as a message, where a practice asks for it. A lock screen names no hidden network."""
    summary = words(NEUTRAL) if pool.hidden else spoken(pool.subject, words.language)
    return Card(summary, (_to_sort(words, pool), _way_in(words, pool)))


def came(words: Words, one: Happening, told: Told) -> tuple[Block, ...]:
    """For everybody whom it was for: what was said most, and the way to all of it."""
    see = Open(words(w.SEE_THEMES), "sort.read", one.on.ref)
    return (about(words, one.spec["title"], words(w.CAME)), *in_short(words, told), Buttons((see,)))


def waits(words: Words, one: Happening, now: datetime) -> tuple[Block, ...]:
    """For everybody whom it was for: who promised to sort it, and by when; afterwards that there is no news."""
    sentence = w.LATE if now > one.by else w.WAITS
    return (about(words, one.spec["title"], words(sentence, answerer=one.answerer_name, day=words.day(one.by))),)


def summary(words: Words, one: Happening) -> str:
    """What a lock screen shows: of a hidden network nothing."""
    return words(NEUTRAL) if one.hidden else spoken(one.spec["title"], words.language)


def read(words: Words, one: Happening, told: Told) -> Form:
    """All themes, each with how it ends."""
    blocks = (Text(spoken(one.spec["title"], words.language)), *by_theme(words, told))
    return Form(title=words(w.THEMES), close=words(CLOSE), blocks=blocks)


def _to_sort(words: Words, pool: Pool, *, mine: bool = True) -> Block:
    day = words.day(pool.by) if pool.by else ""
    said = words(w.TO_SORT, day=day) if mine else words(t.TO_SORT_OF, day=day, answerer=pool.answerer_name)
    return about(words, pool.subject, said)


def _way_in(words: Words, pool: Pool) -> Block:
    return Buttons((Open(words(w.SORT_BUTTON), "sort.open", pool.ref),))
