"""What was raised with the guardians and what changed, as they published it: the same for everybody, read without a trace."""

from collections.abc import Sequence

from bot.conversation import Turn
from bot.events import Opened, Show
from bot.forms import only_text
from bot.sentences import CLOSE
from bot.ui import Block, Divider, Facts, Form, Heading, Text
from bot.words import Words
from conversations.speak_up import words_changed as w
from conversations.speak_up.form import CATEGORIES
from storage.cases import publishing
from storage.cases.publishing import EVERYTHING, YEAR, Figure, NotTrusted, Period
from storage.threads.recipients import DirectoryRefused
from storage.work import beside

NAMES = {EVERYTHING: w.ALL, **CATEGORIES}


async def changed(turn: Turn, _event: Opened) -> Show:
    """What was published; nobody counts who opens it."""
    try:
        periods = await publishing.published(beside(turn).reception.work)
    except (NotTrusted, DirectoryRefused):
        return Show(only_text(turn.words, w.TITLE, turn.words(w.NOT_TRUSTED)))
    return Show(page(turn.words, periods))


async def was_told(turn: Turn) -> bool:
    """Whether there is anything to read."""
    return await publishing.was_published(beside(turn).reception.work)


def page(words: Words, periods: Sequence[Period]) -> Form:
    """Twelve months by what it was about, then what changed in them, the newest first."""
    if not periods:
        return only_text(words, w.TITLE, words(w.NONE_YET))
    last = periods[-1].last
    told = [each for each in reversed(periods) if each.changed and each.last > last.before(YEAR)]
    written: list[Block] = []
    for each in told:
        first, until = (words.month(day) for day in (each.first.begins, each.last.ends))
        written += [Heading(words(w.SPAN, first=first, last=until)), Text(each.changed)]
    figures = tuple((words(NAMES[each.element]), _count(words, each)) for each in publishing.rolling(periods, last))
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            Heading(words(w.ROLLING, month=words.month(last.ends))),
            Facts(figures),
            Text(words(w.WHY_HIDDEN)),
            Divider(),
            *(written or [Text(words(w.NOTHING_WRITTEN))]),
            Divider(),
            Text(words(w.TRACE)),
        ),
    )


def _count(words: Words, figure: Figure) -> str:
    if figure.cases is None:
        return words(w.HIDDEN)
    number = words.number(figure.cases)
    return words(w.LEAST, n=number) if figure.least else number
