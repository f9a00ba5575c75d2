"""What can be used of what somebody wrote about a workshop, and one sentence for each thing that cannot."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.endings import How
from bot.values import dataclass
from bot.words import Words
from bot.workshop import LINES, LONGEST, NAME, QUESTION, THEMES, TITLE, VOICE, Table, Workshop, lines_of, too_long
from bot.workshop import TABLES as MOST_TABLES
from conversations.workshop import form
from conversations.workshop import words as w

FURTHEST = timedelta(days=366)
HOWS: Mapping[str, How] = {"doing": "doing", "already": "already", "not_now": "not_now", "passed_on": "passed_on"}
Errors = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A workshop as somebody wants it, without its circle."""

    title: str
    question: str
    day: date
    tables: tuple[tuple[str, str], ...]


def wanted(words: Words, values: Mapping[str, str], first: date) -> Wanted | Errors:
    title, question = said(values, form.NAMED), said(values, form.ASKED)
    errors = fits(words, values, {form.NAMED: TITLE, form.ASKED: QUESTION})
    day = _day(values.get(form.DAY, ""))
    if day is None or not first <= day <= first + FURTHEST:
        errors[form.DAY] = words(w.NO_DAY, day=words.dated(first))
    tables = [_table(line) for line in re.split(r"[\n;]", values.get(form.TABLES, "")) if line.strip()]
    if wrong := _tables(words, tables):
        errors[form.TABLES] = wrong
    if errors or day is None:
        return errors
    return Wanted(title, question, day, tuple(each for each in tables if each))


def put_down(words: Words, of: Workshop, values: Mapping[str, str]) -> tuple[Table, tuple[str, ...]] | Errors:
    """The lines of a paper, and of which table."""
    table = next((each for each in of.tables if each.ref == values.get(form.TABLE)), None)
    what, lines = values.get(form.WHAT), lines_of(values.get(form.LINES, ""))
    errors = {} if table else {form.TABLE: words(w.NOT_CHOSEN)}
    errors |= {} if what in (form.NOTES_, form.THEMES_) else {form.WHAT: words(w.NOT_CHOSEN)}
    if wrong := _lines(words, table, lines, themes=what == form.THEMES_):
        errors[form.LINES] = wrong
    return errors if errors or table is None else (table, lines)


def fits(words: Words, values: Mapping[str, str], most: Mapping[str, int]) -> Errors:
    """One sentence for each field that is empty or has too much in it."""
    sizes = {name: len(said(values, name)) for name in most}
    errors = {name: words(w.EMPTY) for name, size in sizes.items() if not size}
    return errors | too_much(words, values, most)


def too_much(words: Words, values: Mapping[str, str], most: Mapping[str, int]) -> Errors:
    sizes = {name: len(said(values, name)) for name in most}
    return {name: words(w.TOO_LONG, size=size, n=most[name]) for name, size in sizes.items() if size > most[name]}


def said(values: Mapping[str, str], name: str) -> str:
    return " ".join(values.get(name, "").split())


def _lines(words: Words, table: Table | None, lines: Sequence[str], *, themes: bool) -> str:
    most = NAME if themes else LONGEST
    if not lines:
        return words(w.EMPTY)
    if len(lines) > LINES:
        return words(w.MANY_LINES, size=len(lines), n=LINES)
    if long := too_long(lines, most):
        return words(w.LONG_LINES, n=most, lines=words.listed([str(each) for each in long[:5]]))
    if table and themes and len(table.themes) + len(lines) > THEMES:
        return words(w.FULL_THEMES, n=THEMES, table=table.name, known=len(table.themes))
    return ""


def _table(line: str) -> tuple[str, str] | None:
    """`Table 1, staff`: a name and a voice, or None where one is missing or too long."""
    name, _, voice = (" ".join(part.split()) for part in line.rpartition(","))
    return (name, voice) if 0 < len(name) <= NAME and 0 < len(voice) <= VOICE else None


def _tables(words: Words, tables: Sequence[tuple[str, str] | None]) -> str:
    if not tables:
        return words(w.EMPTY)
    if len(tables) > MOST_TABLES:
        return words(w.MANY_TABLES, n=MOST_TABLES)
    names = list[str]()
    for number, each in enumerate(tables, 1):
        if each is None:
            return words(w.NO_TABLE, n=number)
        if each[0] in names:
            return words(w.TWICE, name=each[0])
        names.append(each[0])
    return ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
