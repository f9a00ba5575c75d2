"""What was raised with the guardians and what changed, as they published it: the same for everybody, read without a trace."""

from collections.abc import Sequence
from typing import TypeVar

from bot.conversation import Turn
from bot.events import Opened, Show
from bot.forms import only_text
from bot.sentences import CLOSE
from bot.ui import Block, Divider, Facts, Form, Heading, Note, Text
from bot.values import dataclass
from bot.words import Words
from conversations.speak_up import words_changed as w
from conversations.speak_up.form import CATEGORIES
from storage.cases import learned, publishing
from storage.cases.learned import Learned
from storage.cases.pinboard import NotTrusted
from storage.cases.publishing import EVERYTHING, YEAR, Figure, Period
from storage.cases.statistics import Quarter
from storage.threads.recipients import DirectoryRefused, Recipient
from storage.work import beside

Each = TypeVar("Each")
ROOM, MOST = 6000, 12
"""Characters, and texts, of what changed, and again of what was learned, that one form shows: Teams takes 28 KB."""
NAMES = {EVERYTHING: w.ALL, **CATEGORIES}


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What there is to read: tables, who counted up to the last of them and who has not, and what guardians learned."""

    periods: Sequence[Period]
    counted: Sequence[Recipient] = ()
    missing: Sequence[Recipient] = ()
    lessons: Sequence[Learned] = ()


async def changed(turn: Turn, _event: Opened) -> Show:
    """What was published; nobody counts who opens it."""
    work = beside(turn).reception.work
    try:
        periods = await publishing.published(work)
        people = await publishing.counted_by(work, periods) if periods else ([], [])
        lessons = await learned.shown(work)
    except (NotTrusted, DirectoryRefused):
        return Show(only_text(turn.words, w.TITLE, turn.words(w.NOT_TRUSTED)))
    return Show(page(turn.words, Told(periods, *people, lessons)))


async def was_told(turn: Turn) -> bool:
    """Whether there is anything to read."""
    return await learned.anything_told(beside(turn).reception.work)


def page(words: Words, told: Told) -> Form:
    """Twelve months by what it was about, who counted and who has not yet; what changed; what guardians learned."""
    if not told.periods and not told.lessons:
        return only_text(words, w.TITLE, words(w.NONE_YET))
    parts = (*_figures(words, told), *_lessons(words, told.lessons), Text(words(w.TRACE)))
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=parts)


def _figures(words: Words, told: Told) -> list[Block]:
    if not told.periods:
        return [Text(words(w.NONE_COUNTED)), Divider()]
    last = max(each.last for each in told.periods)
    found = publishing.rolling(told.periods, last)
    return [
        Heading(words(w.ROLLING, month=words.month(last.ends))),
        Facts(tuple((words(NAMES[each.element]), _count(words, each)) for each in found)),
        Text(words(w.WHY_HIDDEN)),
        *_who(words, told.counted, told.missing),
        Divider(),
        *(_written(words, told.periods, last) or [Text(words(w.NOTHING_WRITTEN))]),
        Divider(),
    ]


def _lessons(words: Words, lessons: Sequence[Learned]) -> list[Block]:
    """The newest, as many as fit everywhere; the rest is in the file that a guardian hands on."""
    if not lessons:
        return []
    written: list[Block] = [Heading(words(w.LEARNED))]
    for each in _fitting(lessons, [len(each.text) for each in lessons]):
        last = words.dated(each.fortnight.ends)
        written += [Text(each.text), Note(words(w.LEARNED_BY, name=each.by.name, role=each.by.role, day=last))]
    return [*written, Divider()]


def _fitting(these: Sequence[Each], sizes: Sequence[int]) -> Sequence[Each]:
    """The first of these that come to at most ROOM characters together, and the first one in any case."""
    many = sum(sum(sizes[: at + 1]) <= ROOM for at in range(len(these)))
    return these[: min(max(many, 1), MOST)]


def _who(words: Words, counted: Sequence[Recipient], missing: Sequence[Recipient]) -> list[Block]:
    """Which cases are in the figures, and which are not."""
    who, whom = ([words(w.NAMED, name=e.name, role=e.role) for e in each] for each in (counted, missing))
    told: list[Block] = [Text(words(w.COUNTED, who=words.listed(who)))] if who else []
    return told + ([Text(words(w.UNCOUNTED, whom=words.listed(whom)))] if whom else [])


def _written(words: Words, periods: Sequence[Period], last: Quarter) -> list[Block]:
    written: list[Block] = []
    told = [each for each in reversed(periods) if each.changed and each.last > last.before(YEAR)]
    for each in _fitting(told, [len(each.changed) for each in told]):
        first, until = (words.month(day) for day in (each.first.begins, each.last.ends))
        written += [Heading(words(w.SPAN, first=first, last=until)), Text(each.changed)]
        written += [Note(words(w.BY, name=each.by.name, role=each.by.role))]
    return written


def _count(words: Words, figure: Figure) -> str:
    return words(w.HIDDEN) if figure.cases is None else words(w.LEAST, n=words.number(figure.cases))
