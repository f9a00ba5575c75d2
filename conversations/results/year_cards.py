"""What stewards see on their way to the report of a year: which one, the year in short, and where its files lie."""

from collections.abc import Sequence

from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Form, Heading, Link, Note, Open, Option, Text
from bot.words import Words
from bot.yearly import Year
from storage.exports import words as ew
from storage.yearly import words as w
from storage.yearly.compose import period

YEAR = "year"


def way_in(words: Words) -> Buttons:
    """On the list of rounds."""
    return Buttons((Open(words(w.BUTTON), "results.years"),))


def choose(words: Words, years: Sequence[Year]) -> Form:
    """Which year; the first one is chosen."""
    return _form(words, years, years[0], (Text(words(w.FORM_TEXT)),))


def in_short(
    words: Words, years: Sequence[Year], chosen: Year, *, lines: Sequence[str], below: Sequence[Block]
) -> Form:
    """The year in at most ten lines, the files, and another year to choose."""
    told = "\n".join(f"• {line}" for line in lines)
    return _form(words, years, chosen, (Heading(period(words, chosen)), Text(told), *below))


def files(words: Words, page: str, printed: str) -> tuple[Block, ...]:
    """By addresses that end after a day."""
    return Note(words(w.LINKS)), Buttons((Link(words(w.PAGE), page), Link(words(w.PRINT), printed)))


def no_files(words: Words, operator: str) -> tuple[Block, ...]:
    return (Note(words(ew.NO_ADDRESS, operator=operator)),)


def _form(words: Words, years: Sequence[Year], chosen: Year, blocks: tuple[Block, ...]) -> Form:
    options = tuple(Option(each.code, period(words, each)) for each in dict.fromkeys((*years, chosen)))
    return Form(
        title=words(w.FORM_TITLE),
        close=words(CLOSE),
        blocks=blocks,
        fields=(Choice(YEAR, words(w.WHICH), options),),
        action="results.year",
        submit=words(w.LOOK),
        values={YEAR: chosen.code},
    )
