"""What leads to sorting: a line on Home, and a message where a practice asks for it."""

from bot.finding import about
from bot.question import spoken
from bot.sentences import NEUTRAL
from bot.ui import Block, Buttons, Card, Open, Text
from bot.words import Words
from conversations.sort import words as w
from storage.pools import FEWEST, Pool


def home(words: Words, pool: Pool, comments: int) -> tuple[Block, ...]:
    """For the one who answers back: the way to sorting what was said to one question."""
    if pool.by is None:
        return (Text(words(w.HOME, subject=spoken(pool.subject, words.language), n=comments)), _way_in(words, pool))
    if comments == 0:
        return (about(words, pool.subject, words(w.TOO_FEW, few=FEWEST)),) if pool.voice == "confidential" else ()
    return (_to_sort(words, pool), _way_in(words, pool))


def to_sort(words: Words, pool: Pool) -> Card:
    """The same as a message, where a practice asks for it. A lock screen names no hidden network."""
    summary = words(NEUTRAL) if pool.hidden else spoken(pool.subject, words.language)
    return Card(summary, (_to_sort(words, pool), _way_in(words, pool)))


def _to_sort(words: Words, pool: Pool) -> Block:
    return about(words, pool.subject, words(w.TO_SORT, day=words.day(pool.by) if pool.by else ""))


def _way_in(words: Words, pool: Pool) -> Block:
    return Buttons((Open(words(w.SORT_BUTTON), "sort.open", pool.ref),))
