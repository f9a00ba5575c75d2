"""What people see where a colleague is thanked: the form, what stands on Home and in the note, and what all may read."""

from collections.abc import Mapping, Sequence

from bot.finding import about, named
from bot.question import spoken
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Field, Form, Note, Open, Option, Quote, Text, Write
from bot.words import Sentence, Words
from conversations.thanks import words as w
from conversations.thanks.store import Found, Thanks
from storage.happenings import Happening

WHO, WHICH, WHY, SHOWN = "who", "which", "why", "shown"
PUBLIC, PRIVATE = "public", "private"
LONGEST, LONGEST_NAME = 300, 100
IN_NOTE, A_PAGE = 3, 30


def home_open(words: Words, one: Happening) -> tuple[Block, ...]:
    return (about(words, one.spec["title"], spoken(one.spec["prompt"], words.language)), Buttons(_row(words, one)))


def asked(words: Words, one: Happening) -> tuple[Block, ...]:
    """The same in the weekly note."""
    return home_open(words, one)


def form(words: Words, one: Happening, found: Sequence[tuple[str, Found]] = ()) -> Form:
    """Whom, what for, who may read it. Where several people are called that, one more field to choose from."""
    labelled = tuple(Option(ref, _label(words, each)) for ref, each in found)
    which = (Choice(WHICH, words(w.WHICH), labelled),) if found else ()
    shown = (Option(PUBLIC, words(w.PUBLIC)), Option(PRIVATE, words(w.PRIVATE)))
    fields: tuple[Field, ...] = (
        Write(WHO, words(w.WHO), LONGEST_NAME, hint=words(w.WHO_HINT), tall=False),
        *which,
        Write(WHY, words(w.WHY), LONGEST, hint=words(w.WHY_HINT)),
        Choice(SHOWN, words(w.SHOWN), shown),
    )
    return Form(
        title=words(w.SAY),
        close=words(CLOSE),
        blocks=(Text(words(w.PROMISE)),),
        fields=fields,
        action="thanks.send",
        ref=one.on.ref,
        submit=words(w.SEND),
    )


def given(words: Words, one: Thanks) -> tuple[Block, ...]:
    """On the Home of whoever said it."""
    text = words(w.YOU_SAID, name=named(words, one.to), why=one.why)
    return (Text(text), Buttons((Open(words(w.TAKE_BACK), "thanks.remove", one.ref),)))


def received(words: Words, one: Thanks) -> tuple[Block, ...]:
    """On the Home of whoever is thanked, and in their note."""
    sentence: Sentence = w.FOR_YOU_PUBLIC if one.public else w.FOR_YOU
    private = (Open(words(w.KEEP_PRIVATE), "thanks.keep_private", one.ref),) if one.public else ()
    row = Buttons((*private, Open(words(w.REMOVE), "thanks.remove", one.ref)))
    return (Text(words(sentence, name=named(words, one.by), why=one.why)), row)


def digest(words: Words, found: Sequence[Thanks]) -> tuple[Block, ...]:
    """Some of what everybody may read, in the weekly note."""
    return (Note("\n".join((words(w.DIGEST), *(_line(words, each) for each in found)))),)


def all_read(words: Words, found: Sequence[Thanks], teams: Mapping[str, bool] | None) -> Form:
    """The newest that everybody may read; for stewards, above them, whether they reach every team."""
    reach = (Text(_reach(words, teams)),) if teams else ()
    lines: tuple[Block, ...] = tuple(Quote(_line(words, each)) for each in found) or (Text(words(w.NONE_YET)),)
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=(*reach, *lines))


def _reach(words: Words, teams: Mapping[str, bool]) -> str:
    missing = [name for name, reached in teams.items() if not reached]
    n = len(teams)
    if not missing:
        return words(w.REACH_ALL, n=n)
    return words(w.REACH, reached=n - len(missing), n=n, teams=words.listed(missing))


def _line(words: Words, one: Thanks) -> str:
    return words(w.LINE, to=named(words, one.to), by=named(words, one.by), why=one.why)


def _label(words: Words, found: Found) -> str:
    name = found.person.name
    return (words(w.IN_TEAM, name=name, team=found.team) if found.team else name)[:75]


def _row(words: Words, one: Happening) -> tuple[Open, ...]:
    return (Open(words(w.SAY), "thanks.open", one.on.ref), Open(words(w.READ), "thanks.read", one.on.ref))
