"""The turns of sorting: the way in from Home, and what every button of it leads to."""

from bot.conversation import Conversation, HomeParts, Issue, Message, NotePart, Turn
from bot.events import Due, Opened, Show
from bot.ui import Block, Card
from conversations.sort import checking, inviting, pages, reading, ways_in
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
from storage import happenings, pools, sorting
from storage.work import work_of

DIGITS = 4


async def opens(turn: Turn, event: Due) -> None:
    """A practice wants what was said to be sorted: whoever promised an answer is asked. It is news of their own promise."""
    connection = work_of(turn).connection
    one = await happenings.take_opening(connection, event.ref, turn.now)
    ask = await sorting.asked_by(connection, one) if one else None
    if one and ask:
        await sorting.begin(connection, ask, by=one.by)
        turn.tell(Message(one.answerer, "sort.to_sort", ask.on.ref, f"{one.on.ref}:sort", counts=False))


async def draw_to_sort(turn: Turn, ref: str) -> Card | None:
    """Not wanted where there is nothing that anybody may read, or it has been answered back."""
    pool = await pools.behind(work_of(turn).connection, ref)
    if pool is None or pool.by is None or pool.stage not in pool.while_in or pool.answerer != turn.somebody.id:
        return None
    return ways_in.to_sort(turn.words, pool) if await pools.how_many(work_of(turn).connection, pool) else None


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
    """For those who sort: the way to it, where there is enough. For everybody who was asked: the themes of what has been
    answered back."""
    connection, late, now = work_of(turn).connection, list[Block](), list[Block]()
    for pool in await pools.to_sort(connection, turn.somebody.id):
        many = await pools.how_many(connection, pool)
        if pool.by or many >= FEWEST:
            overdue = pool.by is not None and turn.now > pool.by
            mine = pool.answerer == turn.somebody.id
            (late if overdue else now).extend(ways_in.home(turn.words, pool, many, mine=mine))
    return {"late": tuple(late), "now": (*now, *await checking.home(turn)), "came": tuple(await reading.home(turn))}


async def note(turn: Turn, issue: Issue) -> tuple[NotePart, ...]:
    """Themes to be looked at, and themes that were answered back, since the last note."""
    return (*await checking.note(turn, issue), *await reading.note(turn, issue))


CONVERSATION = Conversation(
    name="sort",
    opens={
        "sort.open": open_sorting,
        "sort.read": reading.read,
        "sort.look": checking.open_look,
        "sort.missed": checking.open_missed,
        "sort.together": inviting.open_invite,
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
        "sort.check": checking.begin,
        "sort.take_back": checking.take_back,
    },
    submits={
        "sort.move": move,
        "sort.name": name,
        "sort.into": put_into,
        "sort.split": split,
        "sort.drop": drop,
        "sort.end": end,
        "sort.missing": checking.keep,
        "sort.together": inviting.invite,
    },
    dues={"sort.opens": opens},
    cards={"sort.to_sort": draw_to_sort},
    home=home,
    note=note,
)
