"""What was raised with the guardians and what changed, as they published it: the same for everybody, read without a trace."""

from collections.abc import Sequence

from bot.conversation import Turn
from bot.events import Opened, Show
from bot.forms import only_text
from bot.sentences import CLOSE
from bot.ui import Block, Divider, Facts, Form, Heading, Note, Text
from bot.words import Words
from conversations.speak_up import words_changed as w
from conversations.speak_up.form import CATEGORIES
from storage.cases import publishing
from storage.cases.pinboard import NotTrusted
from storage.cases.publishing import EVERYTHING, YEAR, Figure, Period
from storage.cases.statistics import Quarter
from storage.threads.recipients import DirectoryRefused, Recipient
from storage.work import beside

NAMES = {EVERYTHING: w.ALL, **CATEGORIES}


async def changed(turn: Turn, _event: Opened) -> Show:
    """What was published; nobody counts who opens it."""
    work = beside(turn).reception.work
    try:
        periods = await publishing.published(work)
        people = await publishing.counted_by(work, periods) if periods else ([], [])
    except (NotTrusted, DirectoryRefused):
        return Show(only_text(turn.words, w.TITLE, turn.words(w.NOT_TRUSTED)))
    return Show(page(turn.words, periods, *people))


async def was_told(turn: Turn) -> bool:
    """Whether there is anything to read."""
    return await publishing.was_published(beside(turn).reception.work)


def page(words: Words, periods: Sequence[Period], counted: Sequence[Recipient], missing: Sequence[Recipient]) -> Form:
    """Twelve months by what it was about, who counted and who has not yet, then what changed, the newest first."""
    if not periods:
        return only_text(words, w.TITLE, words(w.NONE_YET))
    last = max(each.last for each in periods)
    figures = tuple((words(NAMES[each.element]), _count(words, each)) for each in publishing.rolling(periods, last))
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(words(w.ROLLING, month=words.month(last.ends))),
            Facts(figures),
            Text(words(w.WHY_HIDDEN)),
            *_who(words, counted, missing),
            Divider(),
            *(_written(words, periods, last) or [Text(words(w.NOTHING_WRITTEN))]),
            Divider(),
            Text(words(w.TRACE)),
        ),
    )


def _who(words: Words, counted: Sequence[Recipient], missing: Sequence[Recipient]) -> list[Block]:
    """Which cases are in the figures, and which are not."""
    who, whom = ([words(w.NAMED, name=e.name, role=e.role) for e in each] for each in (counted, missing))
    told: list[Block] = [Text(words(w.COUNTED, who=words.listed(who)))] if who else []
    return told + ([Text(words(w.UNCOUNTED, whom=words.listed(whom)))] if whom else [])


def _written(words: Words, periods: Sequence[Period], last: Quarter) -> list[Block]:
    written: list[Block] = []
    for each in reversed(periods):
        if each.changed and each.last > last.before(YEAR):
            first, until = (words.month(day) for day in (each.first.begins, each.last.ends))
            written += [Heading(words(w.SPAN, first=first, last=until)), Text(each.changed)]
            written += [Note(words(w.BY, name=each.by.name, role=each.by.role))]
    return written


def _count(words: Words, figure: Figure) -> str:
    return words(w.HIDDEN) if figure.cases is None else words(w.LEAST, n=words.number(figure.cases))
