"""The turns in which a theme is named, put into another, split, dropped, and given its ending."""

from collections.abc import Sequence
from typing import cast

from bot.conversation import Turn
from bot.endings import How, ways
from bot.events import Opened, Pressed, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from bot.ui import Form
from conversations.sort import asked, cards, pages, store
from conversations.sort import words as w
from conversations.sort.board import Board, board_of, held, looked_at
from conversations.sort.cards import Done, called
from storage import themes
from storage.themes import Theme
from storage.work import work_of

MOST_DOING = 11
"""With what is promised beside them, as many as one round has room for (conversations/commitments)."""


async def open_name(turn: Turn, event: Opened) -> Show:
    """A name for a new theme, for a heap, or another one for a theme."""
    board = await looked_at(turn, event.ref)
    found = board.themes.get(event.ref)
    blocks = cards.heap_says(turn.words, board, found) if found else ()
    return Show(asked.name(turn.words, event.ref, *blocks, title=found.title if found else ""))


async def name(turn: Turn, event: Submitted) -> Show:
    """Keeps the name. A new theme that was made for a comment takes it, and those that say nearly the same."""
    board, work, title = await held(turn, event.ref), work_of(turn), " ".join(event.values.get(asked.NAME, "").split())
    renamed = event.ref if event.ref in board.themes else ""
    if errors := asked.name_errors(turn.words, board, title, renamed):
        return Show(again(asked.name(turn.words, event.ref), event.values, errors))
    if renamed:
        await store.rename(work, renamed, title)
        return Show(pages.theme(turn, await board_of(turn, board.pool), renamed))
    made = await store.add(work, board.pool, title)
    if event.ref not in board.texts:
        return Show(pages.overview(turn, await board_of(turn, board.pool)))
    many = await store.place(work, board.pool, pages.together(board, event.ref), made)
    done = Done(turn.words(w.PLACED, title=title), event.ref, made) if many else Done(turn.words(w.MOVED_ON))
    return Show(pages.next_one(turn, await board_of(turn, board.pool), event.ref, done))


async def open_into(turn: Turn, event: Opened) -> Show:
    board, theme = _theme(turn, await looked_at(turn, event.ref), event.ref)
    if len(board.piles) < 2:
        return Show(pages.overview(turn, board))
    return Show(asked.into(turn.words, board, theme))


async def put_into(turn: Turn, event: Submitted) -> Show:
    """One theme becomes a part of another; its comments keep their own place in it, so that it can be taken out again."""
    board, theme = _theme(turn, await held(turn, event.ref), event.ref)
    to = event.values.get(asked.TO, "")
    if to not in board.piles or to == theme.ref:
        return Show(again(asked.into(turn.words, board, theme), event.values, {asked.TO: turn.words(w.THEME_GONE)}))
    await store.put_into(work_of(turn), theme.ref, to)
    return Show(pages.theme(turn, await board_of(turn, board.pool), to))


async def take_apart(turn: Turn, event: Pressed) -> Show:
    """A theme that had been put into another is its own again, with all that was under it."""
    board = await held(turn, event.ref)
    if event.ref not in board.themes or event.ref in board.piles:
        return Show(pages.overview(turn, board, done=Done(turn.words(w.MOVED_ON))))
    await store.put_into(work_of(turn), event.ref, None)
    return Show(pages.theme(turn, await board_of(turn, board.pool), event.ref))


async def open_split(turn: Turn, event: Opened) -> Show:
    board, theme = _theme(turn, await looked_at(turn, event.ref), event.ref)
    if not board.piles[theme.ref]:
        return Show(pages.theme(turn, board, theme.ref))
    return Show(asked.split(turn.words, board, theme))


async def split(turn: Turn, event: Submitted) -> Show:
    """The chosen comments go to a new theme."""
    board, theme = _theme(turn, await held(turn, event.ref), event.ref)
    if not board.piles[theme.ref]:
        return Show(pages.theme(turn, board, theme.ref, done=Done(turn.words(w.MOVED_ON))))
    title = " ".join(event.values.get(asked.NAME, "").split())
    picked = [id_ for id_ in event.values.get(asked.PICKED, "").split(",") if id_ in board.piles[theme.ref]]
    errors = asked.name_errors(turn.words, board, title)
    errors |= {} if picked else {asked.PICKED: turn.words(w.SPLIT_NONE)}
    if errors:
        return Show(again(asked.split(turn.words, board, theme), event.values, errors))
    made = await store.add(work_of(turn), board.pool, title)
    await store.move(work_of(turn), board.pool, picked, made)
    return Show(pages.theme(turn, await board_of(turn, board.pool), made))


async def open_drop(turn: Turn, event: Opened) -> Show:
    _, theme = _theme(turn, await looked_at(turn, event.ref), event.ref)
    return Show(asked.drop(turn.words, theme))


async def drop(turn: Turn, event: Submitted) -> Show:
    board, theme = _theme(turn, await held(turn, event.ref), event.ref)
    await store.drop(work_of(turn), theme.ref)
    return Show(pages.overview(turn, await board_of(turn, board.pool)))


async def open_end(turn: Turn, event: Opened) -> Show:
    board, theme = _to_end(turn, await looked_at(turn, event.ref), event.ref)
    return Show(_end_form(turn, board, theme, await _ways(turn, board)))


async def end(turn: Turn, event: Submitted) -> Show:
    """How a theme ends: everybody who was asked reads it when the round is answered back."""
    board, theme = _to_end(turn, await held(turn, event.ref), event.ref)
    allowed = await _ways(turn, board)
    said = {key: event.values.get(key, "").strip() for key in (asked.HOW, asked.WHAT, asked.BY)}
    today = turn.words.today(turn.now)
    errors = asked.end_errors(turn.words, said, allowed, today)
    if said[asked.HOW] == "doing" and _doing(board, theme) >= MOST_DOING:
        errors[asked.HOW] = turn.words(w.DOING_MANY, n=MOST_DOING)
    if errors:
        return Show(again(_end_form(turn, board, theme, allowed), said, errors))
    how, by = cast("How", said[asked.HOW]), asked.by_when(said, today)
    await themes.end(work_of(turn).connection, theme.ref, how, said[asked.WHAT], due_on=by)
    return Show(pages.overview(turn, await board_of(turn, board.pool), done=_ended(turn, theme)))


def _end_form(turn: Turn, board: Board, theme: Theme, ways: Sequence[How]) -> Form:
    return asked.end(turn.words, theme, ways, "" if board.mine else board.pool.answerer_name)


def _doing(board: Board, but: Theme) -> int:
    """How many other themes promise something."""
    return sum(each.how == "doing" for ref in board.piles if (each := board.themes[ref]).ref != but.ref)


def _ended(turn: Turn, theme: Theme) -> Done:
    return Done(turn.words(w.ENDED, title=called(turn.words, theme)))


async def _ways(turn: Turn, board: Board) -> Sequence[How]:
    """A programme that listens promises nothing in its first round, and it alone may go on listening."""
    work, pool = work_of(turn), board.pool
    intent = pool.intent or await store.intent_of(work, pool.round, turn.house.templates)
    return ways(intent, first=await store.is_first(work, pool.round))


def _to_end(turn: Turn, board: Board, ref: str) -> tuple[Board, Theme]:
    """The same, unless it became a promise already: nothing of a promise is edited."""
    board, theme = _theme(turn, board, ref)
    if theme.promise:
        raise Refusal(turn.words(w.PROMISED))
    return board, theme


def _theme(turn: Turn, board: Board, ref: str) -> tuple[Board, Theme]:
    """The theme behind a ref, unless it was put into another or dropped meanwhile."""
    if ref not in board.piles:
        raise Refusal(turn.words(w.THEME_GONE))
    return board, board.themes[ref]
