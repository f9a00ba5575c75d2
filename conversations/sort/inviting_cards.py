"""What those see who sort together: with whom, and the form in which somebody is asked to."""

from collections.abc import Collection, Sequence

from bot.conversation import Person
from bot.finding import named
from bot.sentences import CLOSE
from bot.ui import Block, Buttons, Form, Note, Open, Option, Several, Text
from bot.words import Words
from conversations.sort import words_together as t
from conversations.sort.board import Board
from storage.sorters import MOST

WITH = "with"


def together(words: Words, board: Board) -> tuple[Block, ...]:
    """With whom one sorts; and the way to ask somebody, where what was said can be read by them anyhow."""
    names = [each.name for each in board.pool.others]
    if not board.mine:
        told = {"names": words.listed(list(board.pool.sorters)), "answerer": named(words, board.pool.answerer_name)}
        return (Note(words(t.TOGETHER_OF, **told)),)
    said = (Note(words(t.TOGETHER_WITH, names=words.listed(names))),) if names else ()
    ask = (Buttons((Open(words(t.TOGETHER_BUTTON), "sort.together", board.ref),)),) if may_invite(board) else ()
    return (*said, *ask)


def may_invite(board: Board) -> bool:
    """With names everybody in the circle can read it. Once people were asked whether theirs is there, it is settled who reads
    what they say."""
    return board.mine and board.pool.voice == "named" and board.pool.by is not None and board.check is None


def invite(words: Words, board: Board, offered: Sequence[tuple[str, Person]], chosen: Collection[int]) -> Form:
    options = tuple(Option(ref, each.name[:75]) for ref, each in offered)
    return Form(
        title=words(t.TOGETHER_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(t.TOGETHER_ASK)),),
        fields=(Several(WITH, words(t.TOGETHER_WHO), options, hint=words(t.TOGETHER_HINT, n=MOST), required=False),),
        action="sort.together",
        ref=board.ref,
        submit=words(t.TOGETHER_SAVE),
        values={WITH: ",".join(ref for ref, each in offered if each.id in chosen)},
    )
