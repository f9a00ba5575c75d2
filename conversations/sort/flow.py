"""The turns of sorting: the way in from Home, and what every button of it leads to."""

from bot.conversation import Conversation, HomeParts, Turn
from bot.events import Opened, Show
from bot.ui import Block
from conversations.sort import cards, pages
from conversations.sort.board import FEWEST, looked_at
from conversations.sort.cards import NO_THEME
from conversations.sort.guessing import lay_heaps, place_clear, undo_machine
from conversations.sort.placing import confirm, move, open_move, open_next, place, undo
from conversations.sort.shaping import (
    drop,
    end,
    name,
    open_drop,
    open_end,
    open_into,
    open_name,
    open_split,
    put_into,
    split,
    take_apart,
)
from storage import rounds, themes
from storage.work import work_of

DIGITS = 4


async def open_sorting(turn: Turn, event: Opened) -> Show:
    """Every theme with what is typical of it; `choice` is the page."""
    page = int(event.choice) if event.choice.isdecimal() and len(event.choice) < DIGITS else 0
    return Show(pages.overview(turn, await looked_at(turn, event.ref), page))


async def open_theme(turn: Turn, event: Opened) -> Show:
    """One theme, or what is under none; `choice` is the last comment of the page before."""
    board = await looked_at(turn, event.ref.removeprefix(NO_THEME))
    if event.ref in board.themes and event.ref not in board.piles:  # it was put into another one
        return Show(pages.overview(turn, board))
    return Show(pages.theme(turn, board, event.ref, event.choice))


async def home(turn: Turn) -> HomeParts:
    """For whoever answers back: the way to sorting, where there is enough to sort."""
    connection, blocks = work_of(turn).connection, list[Block]()
    for asking in await rounds.to_answer(connection, turn.somebody.id):
        many = await themes.how_many(connection, asking)
        if many >= FEWEST:
            blocks += cards.home(turn.words, asking, many)
    return {"now": tuple(blocks)}


CONVERSATION = Conversation(
    name="sort",
    opens={
        "sort.open": open_sorting,
        "sort.next": open_next,
        "sort.theme": open_theme,
        "sort.move": open_move,
        "sort.name": open_name,
        "sort.into": open_into,
        "sort.split": open_split,
        "sort.drop": open_drop,
        "sort.end": open_end,
    },
    presses={
        "sort.place": place,
        "sort.undo": undo,
        "sort.confirm": confirm,
        "sort.apart": take_apart,
        "sort.heaps": lay_heaps,
        "sort.guess": place_clear,
        "sort.undo_machine": undo_machine,
    },
    submits={
        "sort.move": move,
        "sort.name": name,
        "sort.into": put_into,
        "sort.split": split,
        "sort.drop": drop,
        "sort.end": end,
    },
    home=home,
)
