"""A steward's way to the report of a year: choose one, read it in short, take it along as a page or a print."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Choice, Form, Heading, Link, Note, Open, Option, Text
from bot.words import Words
from bot.yearly import Begins, Year, year_in, year_of
from conversations.results import words as w
from storage import directory
from storage.exports import words as ew
from storage.work import work_of
from storage.yearly import words as yw
from storage.yearly.compose import period, yearly
from storage.yearly.ledger import Wish

YEAR = "year"
BACK = 3
"""So many years of each kind can be chosen."""
KINDS: tuple[Begins, ...] = (1, 4)


async def choose_year(turn: Turn, _event: Opened) -> Show:
    await _only_stewards(turn)
    return Show(_form(turn.words, turn, (Text(turn.words(yw.FORM_TEXT)),), _years(turn)[0]))


async def show_year(turn: Turn, event: Submitted) -> Show:
    """The year in at most ten lines, above the two files."""
    await _only_stewards(turn)
    year = year_of(event.values.get(YEAR, ""))
    if year is None:
        empty = _form(turn.words, turn, (Text(turn.words(yw.FORM_TEXT)),), _years(turn)[0])
        return Show(again(empty, {}, {YEAR: turn.words(yw.CHOOSE)}))
    house, words = turn.house, turn.words
    wish = Wish(year, house.organisation, house.objectives, house.threshold, house.zone, turn.now)
    report = await yearly(work_of(turn).connection, words, wish)
    lines: list[Block] = [Heading(report.title), *(Text(line) for line in report.picture)]
    return Show(_form(words, turn, (*lines, *_links(turn, year)), year))


def way_in(words: Words) -> Buttons:
    """On the list of rounds, for stewards."""
    return Buttons((Open(words(yw.BUTTON), "results.years"),))


def _form(words: Words, turn: Turn, blocks: tuple[Block, ...], chosen: Year) -> Form:
    options = tuple(Option(each.code, period(words, each)) for each in dict.fromkeys((*_years(turn), chosen)))
    return Form(
        title=words(yw.FORM_TITLE),
        close=words(CLOSE),
        blocks=blocks,
        fields=(Choice(YEAR, words(yw.WHICH), options),),
        action="results.year",
        submit=words(yw.LOOK),
        values={YEAR: chosen.code},
    )


def _links(turn: Turn, year: Year) -> tuple[Block, ...]:
    """As the files of a round are reached: by addresses that end after a day."""
    words, at = turn.words, turn.house.downloads
    if not at(year.code, "year_page"):
        return (Note(words(ew.NO_ADDRESS, operator=turn.house.operator)),)
    page = Link(words(yw.PAGE), at(year.code, "year_page"))
    return Note(words(yw.LINKS)), Buttons((page, Link(words(yw.PRINT), at(year.code, "year_print"))))


def _years(turn: Turn) -> list[Year]:
    """The newest first, of both kinds."""
    today = turn.words.today(turn.now)
    newest = [year_in(today, month) for month in KINDS]
    return [Year(each.number - back, each.month) for back in range(BACK) for each in newest]


async def _only_stewards(turn: Turn) -> None:
    if not await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_YOURS))
