"""A steward's way to the report of a year: choose one, read it in short, take it along as a page or a print."""

from bot.conversation import Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.ui import Block
from bot.yearly import Begins, Year, year_in, year_of
from conversations.results import words as w
from conversations.results import year_cards as cards
from storage import directory
from storage.work import work_of
from storage.yearly import words as yw
from storage.yearly.compose import yearly
from storage.yearly.ledger import Wish

BACK = 3
"""So many years of each kind can be chosen."""
KINDS: tuple[Begins, ...] = (1, 4)


async def choose_year(turn: Turn, _event: Opened) -> Show:
    await _only_stewards(turn)
    return Show(cards.choose(turn.words, _years(turn)))


async def show_year(turn: Turn, event: Submitted) -> Show:
    """Reads what was published and told to all staff, and nothing else."""
    await _only_stewards(turn)
    year, years = year_of(event.values.get(cards.YEAR, "")), _years(turn)
    if year not in years:
        return Show(again(cards.choose(turn.words, years), {}, {cards.YEAR: turn.words(yw.CHOOSE)}))
    house = turn.house
    wish = Wish(year, house.organisation, house.objectives, house.threshold, house.zone, turn.now)
    report = await yearly(work_of(turn).connection, turn.words, wish)
    return Show(cards.in_short(turn.words, years, year, lines=report.picture, below=_files(turn, year)))


def _files(turn: Turn, year: Year) -> tuple[Block, ...]:
    """As the files of a round are reached."""
    page, printed = (turn.house.downloads(year.code, form) for form in ("year_page", "year_print"))
    return cards.files(turn.words, page, printed) if page else cards.no_files(turn.words, turn.house.operator)


def _years(turn: Turn) -> list[Year]:
    """The newest first, of both kinds."""
    today = turn.words.today(turn.now)
    newest = [year_in(today, month) for month in KINDS]
    return [Year(each.number - back, each.month) for back in range(BACK) for each in newest]


async def _only_stewards(turn: Turn) -> None:
    if not await directory.belongs(work_of(turn).connection, turn.somebody.id, directory.STEWARDS):
        raise Refusal(turn.words(w.NOT_YOURS))
