"""The turns in which a machine does something by itself: lays heaps to start from, or places what is clear. Both are marked,
and both are undone in one press."""

import asyncio

from bot.conversation import Turn
from bot.events import Pressed, Show
from conversations.sort import cards, pages, store
from conversations.sort import words as w
from conversations.sort.board import Board, board_of, held
from conversations.sort.cards import Done
from conversations.sort.terms import EXAMPLES, LEAST, Guess
from storage.work import Work, work_of

LABEL = 120


async def lay_heaps(turn: Turn, event: Pressed) -> Show:
    """Only where there are many comments and nobody has begun."""
    board = await held(turn, event.ref)
    if not cards.may_lay(board):
        return Show(pages.overview(turn, board))
    many = await _lay(work_of(turn), board, by_meaning=turn.house.sentences)
    said = turn.words(w.HEAPS_LAID, n=many) if many else turn.words(w.HEAPS_NONE)
    return Show(pages.overview(turn, await board_of(turn, board.pool), done=Done(said)))


async def place_clear(turn: Turn, event: Pressed) -> Show:
    """Places what would have been placed alike, going by what a person has placed."""
    board = await held(turn, event.ref)
    if len(board.texts) < LEAST:
        return Show(pages.overview(turn, board))
    many = await _place(work_of(turn), board, by_meaning=turn.house.sentences)
    said = turn.words(w.GUESSED, n=many) if many else turn.words(w.GUESSED_NONE)
    return Show(pages.overview(turn, await board_of(turn, board.pool), done=Done(said)))


async def undo_machine(turn: Turn, event: Pressed) -> Show:
    board = await held(turn, event.ref)
    gone = await store.undo_machine(work_of(turn), board.pool)
    said = Done(turn.words(w.UNDONE_MACHINE, n=gone))
    return Show(pages.overview(turn, await board_of(turn, board.pool), done=said))


async def _lay(work: Work, board: Board, *, by_meaning: bool) -> int:
    from conversations.sort import heaps, model  # noqa: PLC0415 - numpy and scipy: only where sorting happens

    read = model.reads(by_meaning=by_meaning)
    found = await asyncio.to_thread(heaps.heaps, board.all_read(board.waiting), read)
    for heap in found:
        ref = await store.lay(work, board.pool, ", ".join(heap.words)[:LABEL], heap.middle)
        placed = [Guess(id_, ref, clear) for id_, clear in heap.comments]
        await store.guess(work, board.pool, placed)
    return len(found)


async def _place(work: Work, board: Board, *, by_meaning: bool) -> int:
    from conversations.sort import model, suggest  # noqa: PLC0415 - numpy and scipy: only where sorting happens

    known = {ref: suggest.Theme(title, tuple(p), tuple(g)) for ref, (title, p, g) in pages.examples(board).items()}
    neither = [board.read(id_) for id_ in board.neither[:EXAMPLES]]
    read = model.reads(by_meaning=by_meaning)
    found = await asyncio.to_thread(suggest.clear, known, board.all_read(board.waiting), neither, read)
    return await store.guess(work, board.pool, found)
