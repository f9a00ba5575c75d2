"""What a table does on its page: write, take back, type in a paper, name its themes, choose; nothing that was typed is lost."""

import re
from collections.abc import Sequence

from adapters.tables import words as w
from adapters.tables.inbound import Malformed, Sent
from adapters.tables.page import State
from bot.words import Words
from bot.workshop import LINES, LONGEST, NAME, PICKS, Kept, Table, Tables, lines_of, too_long

_PHONE = re.compile(r"[A-Za-z0-9_-]{16,64}")
REFUSED, WRONG, UNAVAILABLE = 409, 422, 503
FIELDS = {"paper": "lines", "keep": "lines", "edit": "lines", "theme": "name", "choose": "picks"}


async def act(tables: Tables, words: Words, table: Table, sent: Sent, *, phone: str) -> str | State:
    """The name of what was done, or the page as it is to be shown again. Raises Malformed."""
    match sent.one("do"):
        case "note":
            return await _note(tables, words, table, sent)
        case "paper" | "keep" | "edit":
            return await _paper(tables, words, table, sent)
        case "back":
            return _done(words, await tables.take_back(table.code, sent.one("note")), "back")
        case "theme":
            return await _theme(tables, words, table, sent)
        case "drop":
            return _done(words, await tables.drop(table.code, sent.one("theme")), "drop")
        case "choose":
            return await _choose(tables, words, table, sent, phone=phone)
        case _:
            raise Malformed


def not_now(words: Words, sent: Sent) -> State:
    """Too much came from this table of late: what was sent stands in the page again."""
    at = FIELDS.get(sent.one("do"), "text")
    ticked = (*sent.every("notes"), *sent.every("picks"))
    return State(
        error=words(w.BUSY), at=at, draft=sent.one(at), notes=ticked, theme=sent.one("theme"), status=UNAVAILABLE
    )


async def _note(tables: Tables, words: Words, table: Table, sent: Sent) -> str | State:
    """One idea; a line break in it is a space."""
    written, text = sent.one("text"), " ".join(sent.one("text").split())
    if error := _length(words, text, LONGEST):
        return State(error=error, at="text", draft=written, status=WRONG)
    return _done(words, await tables.write(table.code, (text,), sent.sending, paper=False), "kept", draft=written)


async def _paper(tables: Tables, words: Words, table: Table, sent: Sent) -> str | State:
    """Shown first, line by line; kept when it is sent once more."""
    written, do = sent.one("lines"), sent.one("do")
    lines = lines_of(written)
    if error := _lines(words, lines):
        return State(error=error, at="lines", draft=written, status=WRONG)
    if do != "keep":
        return State(at="lines", draft=written, lines=lines if do == "paper" else ())
    kept = await tables.write(table.code, lines, sent.sending, paper=True)
    return _done(words, kept, "kept", draft=written, at="lines")


async def _theme(tables: Tables, words: Words, table: Table, sent: Sent) -> str | State:
    name, theme, notes = " ".join(sent.one("name").split()), sent.one("theme"), sent.every("notes")
    if error := _length(words, name, NAME):
        return State(error=error, at="name", draft=sent.one("name"), notes=notes, theme=theme, status=WRONG)
    kept = await tables.gather(table.code, theme, name, notes)
    return _done(words, kept, "theme", draft=name, at="name")


async def _choose(tables: Tables, words: Words, table: Table, sent: Sent, *, phone: str) -> str | State:
    """At least one, at most three, and only from a phone that can be told apart from others."""
    picks = tuple(dict.fromkeys(sent.every("picks")))
    if not 1 <= len(picks) <= PICKS:
        return State(error=words(w.PICK_FEW, n=PICKS), at="picks", notes=picks, status=WRONG)
    if not _PHONE.fullmatch(phone):
        return State(error=words(w.NO_COOKIE), at="picks", notes=picks, status=WRONG)
    return _done(words, await tables.choose(table.code, phone.encode(), picks), "choose", at="picks")


def _done(words: Words, kept: Kept, what: str, *, draft: str = "", at: str = "text") -> str | State:
    if kept == "kept":
        return what
    return State(error=words(w.NOT_KEPT[kept]), at=at, draft=draft, status=REFUSED)


def _length(words: Words, text: str, most: int) -> str:
    if not text:
        return words(w.EMPTY)
    return words(w.LONG, size=len(text), n=most) if len(text) > most else ""


def _lines(words: Words, lines: Sequence[str]) -> str:
    if not lines:
        return words(w.EMPTY)
    if len(lines) > LINES:
        return words(w.MANY, size=len(lines), n=LINES)
    long = too_long(lines)
    return words(w.LONG_LINES, n=LONGEST, lines=words.listed([str(each) for each in long[:5]])) if long else ""
