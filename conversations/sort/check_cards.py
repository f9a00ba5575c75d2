"""How it looks when those who were asked see the themes before they are published, and say whether theirs is missing."""

from collections.abc import Sequence

from bot.finding import about, named
from bot.question import spoken
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Buttons, Form, Note, Open, Press, Quote, Text, Write
from bot.words import Words
from conversations.sort import words as w
from conversations.sort import words_together as t
from conversations.sort.board import Board
from storage.checking import TITLES
from storage.given import Given
from storage.happenings import Happening
from storage.pools import FEWEST, SAID

LONGEST = 300
MOST = 60
"""So many words about what is missing are read on one page."""


def standing(words: Words, board: Board) -> tuple[Block, ...]:
    """For whoever sorts: that they will be asked, are asked, or were."""
    if board.pool.by is None or not board.piles:
        return ()
    if board.check is None and not board.mine:
        theirs = words(t.CHECK_THEIRS, answerer=named(words, board.pool.answerer_name))
        return (Note(f"{words(w.CHECK_FIRST)} {theirs}"),)
    if board.check is None:
        named_ones = all(board.themes[ref].title for ref in board.piles)
        press = (Buttons((Press(words(w.CHECK_BUTTON), "sort.check", board.ref),)),) if named_ones else ()
        return (Note(words(w.CHECK_FIRST)), *press)
    closes = words.when(board.check.closes_at or board.check.answer_by)
    if not board.check.closed:
        return (Note(words(w.CHECK_RUNS, closes=closes)),)
    look = Open(words(w.MISSED_BUTTON), "sort.missed", board.ref)
    return (Note(words(w.CHECK_OVER, closes=closes)), Buttons((look,)))


def home(words: Words, one: Happening, sorters: Sequence[str] = ()) -> tuple[Block, ...]:
    """For everybody who was asked; the same whether one has said something or not."""
    said = words(w.LOOK_SAYS, answerer=_listed(words, one, sorters), closes=words.when(one.closes_at or one.answer_by))
    return (about(words, one.spec["title"], said), Buttons((Open(words(w.LOOK_BUTTON), "sort.look", one.on.ref),)))


def look(words: Words, one: Happening, house: House, sorters: Sequence[str] = ()) -> Form:
    """The titles, and one press with a few words or none."""
    return Form(
        title=words(w.LOOK_TITLE),
        close=words(CLOSE),
        blocks=_looked_at(words, one, house, sorters),
        fields=(Write(SAID, words(w.MISSING), LONGEST, hint=words(w.MISSING_HINT), required=False),),
        action="sort.missing",
        ref=one.on.ref,
        submit=words(w.MINE_IS_MISSING),
    )


def _looked_at(words: Words, one: Happening, house: House, sorters: Sequence[str]) -> tuple[Block, ...]:
    return (
        Text(spoken(one.spec["prompt"], words.language)),
        Text(words(w.LOOK_TITLES, answerer=_listed(words, one, sorters))),
        Text("\n".join(f"– {title}" for title in one.spec[TITLES])),
        Text(_kept(words, one, house, _listed(words, one, sorters))),
        Note(words(w.TAKE_BACK_SAYS)),
        Buttons((Press(words(w.TAKE_BACK), "sort.take_back", one.on.ref),)),
    )


def kept(words: Words, one: Happening) -> str:
    closes = words.when(one.closes_at or one.answer_by)
    return words(w.MISSING_KEPT, answerer=named(words, one.answerer_name), closes=closes)


def missed(words: Words, board: Board, said: Sequence[Given]) -> Form:
    """For whoever sorts, when it is over: in confidence nothing below five people, and a number from k on only (P5)."""
    back = Buttons((Open(words(w.PILES_BUTTON), "sort.open", board.ref),))
    return Form(title=words(w.MISSED_TITLE), close=words(CLOSE), blocks=(*_missed(words, board, said), back))


def _missed(words: Words, board: Board, said: Sequence[Given]) -> tuple[Block, ...]:
    if board.pool.voice == "named":
        lines = [f"{named(words, each.by)}: {each.value[SAID] or words(w.NO_WORDS)}" for each in said[:MOST]]
        return tuple(Quote(line) for line in lines) or (Text(words(w.MISSED_NOBODY)),)
    if len(said) < FEWEST:
        return (Text(words(w.MISSED_FEW, few=FEWEST)),)
    many = words(w.MISSED_MANY, n=len(said)) if len(said) >= board.pool.k else words(w.MISSED_SOME, few=FEWEST)
    texts = [str(each.value[SAID]) for each in said if each.value[SAID]]
    return (Text(many), *(Quote(text) for text in texts[:MOST]))


def _kept(words: Words, one: Happening, house: House, readers: str) -> str:
    """Who reads it, and who could find out whose it is."""
    if one.on.voice == "named":
        return words(w.MISSING_NAMED, readers=readers)
    return words(w.MISSING_CONFIDENTIAL, few=FEWEST, readers=readers, operator=house.operator)


def _listed(words: Words, one: Happening, sorters: Sequence[str]) -> str:
    """Everybody who sorts, by name: they read what is missing, too."""
    return words.listed([named(words, each) for each in sorters or (one.answerer_name,)])
