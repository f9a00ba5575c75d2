"""The turns in which a comment is placed, moved, confirmed, or taken out again."""

from bot.conversation import Turn
from bot.events import Opened, Pressed, Show, Submitted
from bot.forms import again
from bot.mishap import Refusal
from conversations.sort import asked, pages, store
from conversations.sort import words as w
from conversations.sort.board import Board, board_of, held, looked_at
from conversations.sort.cards import NONE, Done, called
from storage.work import work_of


async def open_next(turn: Turn, event: Opened) -> Show:
    """The next comment. `ref` is the round's, or that of the comment after which it comes."""
    board = await looked_at(turn, event.ref)
    return Show(pages.next_one(turn, board, event.ref if event.ref in board.texts else ""))


async def place(turn: Turn, event: Pressed) -> Show:
    """Puts a comment, and those that say nearly the same, where somebody pressed; then the next one. `choice` is the theme."""
    board = await held(turn, event.ref)
    _known(turn, board, event.ref)
    if event.choice != NONE and event.choice not in board.piles:
        return Show(pages.next_one(turn, board, done=Done(turn.words(w.THEME_GONE))))
    theme = None if event.choice == NONE else event.choice
    many = await store.place(work_of(turn), board.pool, pages.together(board, event.ref), theme)
    after = await board_of(turn, board.pool)
    if not many:
        return Show(pages.next_one(turn, after, event.ref, Done(_before(turn, after, event.ref))))
    said = turn.words(w.PLACED, title=called(turn.words, board.themes[theme])) if theme else turn.words(w.PLACED_NONE)
    return Show(pages.next_one(turn, after, event.ref, Done(said, event.ref, event.choice)))


async def undo(turn: Turn, event: Pressed) -> Show:
    """Takes the comment out of where it was put, and shows it again. `choice` is where it was put."""
    board = await held(turn, event.ref)
    _known(turn, board, event.ref)
    theme = None if event.choice == NONE else event.choice
    here = [id_ for id_, link in board.links.items() if link.theme == theme and link.by == "human"]
    same = pages.alike(board, event.ref, here)
    many = await store.take_out(work_of(turn), board.pool, same, theme)
    after = await board_of(turn, board.pool)
    if not many:
        return Show(pages.next_one(turn, after, done=Done(turn.words(w.MOVED_ON))))
    return Show(pages.the_one(turn, after, event.ref, Done(turn.words(w.TAKEN_OUT))))


async def open_move(turn: Turn, event: Opened) -> Show:
    board = await looked_at(turn, event.ref)
    _known(turn, board, event.ref)
    return Show(asked.move(turn.words, board, event.ref))


async def move(turn: Turn, event: Submitted) -> Show:
    """Puts one comment under another theme; one that was waiting takes those along that say nearly the same."""
    board = await held(turn, event.ref)
    _known(turn, board, event.ref)
    to, waited = event.values.get(asked.TO, ""), event.ref in board.waiting
    if to != NONE and to not in board.piles:
        errors = {asked.TO: turn.words(w.THEME_GONE)}
        return Show(again(asked.move(turn.words, board, event.ref), event.values, errors))
    before = board.theme_of(event.ref)
    theme = None if to == NONE else to
    moved = pages.together(board, event.ref) if waited else (event.ref,)
    await store.move(work_of(turn), board.pool, moved, theme)
    said = turn.words(w.PLACED, title=called(turn.words, board.themes[to])) if theme else turn.words(w.PLACED_NONE)
    after = await board_of(turn, board.pool)
    if waited:
        return Show(pages.next_one(turn, after, event.ref, Done(said, event.ref, to)))
    ref = before.ref if before else ""
    return Show(pages.theme(turn, after, ref, pages.page_before(after, ref, event.ref), done=Done(said)))


async def confirm(turn: Turn, event: Pressed) -> Show:
    """A person says that what a machine placed is right. `choice` is the first and the last of these comments."""
    board = await held(turn, event.ref)
    first, _, last = event.choice.partition(",")
    right = [id_ for id_ in board.machine(board.piles.get(event.ref, ())) if first <= id_ <= last]
    await store.confirm(work_of(turn), board.pool, right)
    after = await board_of(turn, board.pool)
    said = turn.words(w.CONFIRMED if right else w.MOVED_ON)
    return Show(pages.theme(turn, after, event.ref, pages.page_before(after, event.ref, first), done=Done(said)))


def _known(turn: Turn, board: Board, said: str) -> None:
    """A ref that is no comment of this round is a page that is out of date."""
    if said not in board.texts:
        raise Refusal(turn.words(w.GONE))


def _before(turn: Turn, board: Board, id_: str) -> str:
    """Who came second is told where the comment is."""
    theme = board.theme_of(id_)
    return turn.words(w.BEFORE_YOU, title=called(turn.words, theme)) if theme else turn.words(w.BEFORE_YOU_NONE)
