"""The turns in which whoever promised the answer asks others to sort with them, where these can read what was said anyhow."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Person, Turn
from bot.events import Opened, Show, Submitted
from bot.forms import again, only_text
from bot.mishap import Refusal
from bot.ui import Form
from conversations.sort import inviting_cards, pages
from conversations.sort import words as w
from conversations.sort import words_together as t
from conversations.sort.board import Board, board_of, held, looked_at
from storage import directory, sorters
from storage.pools import Pool
from storage.work import work_of

Offered = Sequence[tuple[str, Person]]


async def open_invite(turn: Turn, event: Opened) -> Show:
    board = _own(turn, await looked_at(turn, event.ref))
    offered = await _offered(turn, board)
    if not offered:
        return Show(only_text(turn.words, t.TOGETHER_TITLE, turn.words(t.TOGETHER_NOBODY)))
    return Show(_form(turn, board, offered))


async def invite(turn: Turn, event: Submitted) -> Show:
    """These sort from now on, and nobody else beside the one who promised the answer."""
    board = _own(turn, await held(turn, event.ref))
    offered = await _offered(turn, board)
    known, refs = dict(offered), [each for each in event.values.get(inviting_cards.WITH, "").split(",") if each]
    if error := _wrong(turn, known=known.keys() >= set(refs), size=len(refs)):
        return Show(again(_form(turn, board, offered), event.values, {inviting_cards.WITH: error}))
    await sorters.invite(work_of(turn).connection, board.pool.number, [known[each].id for each in dict.fromkeys(refs)])
    return Show(pages.overview(turn, await board_of(turn, await _again(turn, board))))


def _own(turn: Turn, board: Board) -> Board:
    if not board.mine:
        raise Refusal(turn.words(w.NOT_YOURS, answerer=board.pool.answerer_name))
    if not inviting_cards.may_invite(board):
        raise Refusal(turn.words(t.TOGETHER_OVER))
    return board


async def _again(turn: Turn, board: Board) -> Pool:
    return replace(board.pool, others=await sorters.of(work_of(turn).connection, board.pool.number))


async def _offered(turn: Turn, board: Board) -> Offered:
    work = work_of(turn)
    people = await sorters.offered(work.connection, board.pool.circle)
    return [(directory.opaque(work, each.id), each) for each in people if each.id != turn.somebody.id]


def _form(turn: Turn, board: Board, offered: Offered) -> Form:
    return inviting_cards.invite(turn.words, board, offered, {each.id for each in board.pool.others})


def _wrong(turn: Turn, *, known: bool, size: int) -> str:
    if not known:
        return turn.words(t.TOGETHER_OTHER)
    return turn.words(t.TOGETHER_MANY, size=size, n=sorters.MOST) if size > sorters.MOST else ""
