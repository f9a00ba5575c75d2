"""What somebody who sorts sees: all themes on one page, one comment with big buttons, one theme with its comments."""

from collections.abc import Sequence

from bot.falls import cut
from bot.finding import named
from bot.limits import BUTTON_LABEL
from bot.question import spoken
from bot.sentences import CLOSE
from bot.theming import Said, ending
from bot.ui import Block, Button, Buttons, Divider, Form, Heading, Note, Open, Press, Quote, Text
from bot.values import dataclass
from bot.words import Words
from conversations.sort import check_cards, inviting_cards
from conversations.sort import words as w
from conversations.sort.board import Board
from conversations.sort.terms import ABOVE, ENOUGH, LEAST, OFFERED
from storage.themes import Theme

NONE = "none"
PILES_A_PAGE, COMMENTS_A_PAGE = 6, 8
TYPICAL, SHOWN, WHOLE = 160, 300, 2_800
"""So many characters of a comment stand in a pile, on a theme's page, and where it is sorted: a dialog of Teams holds 28,000
bytes, and a letter can take four."""
BEGINNING = 18
NO_THEME = "-"
"""The ref of the page with what a person put under no theme, before the round's."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was just done, in a sentence; `undo` is the comment that can be taken out of `theme` again."""

    said: str = ""
    undo: str = ""
    theme: str = NONE


NOTHING = Done()


def called(words: Words, theme: Theme | None) -> str:
    """A theme by its title, a heap by words from it."""
    if theme is None:
        return words(w.NO_THEME)
    return theme.title or words(w.HEAP, words=theme.label)


def overview(
    words: Words, board: Board, typical: dict[str, tuple[str, ...]], *, page: int = 0, done: Done = NOTHING
) -> Form:
    """How far it is, and each pile with what is typical of it. `typical` are quotations by the theme's ref, empty: of those
    that wait. Themes are in the order of `typical`, which holds those of this page."""
    placed = sum(map(len, board.piles.values()))
    stands = words(w.STANDS, n=len(board.texts), placed=placed, none=len(board.neither), waiting=len(board.waiting))
    piles = [block for ref in typical if ref for block in _pile(words, board, ref, typical[ref])]
    more = len(board.piles) > (page + 1) * PILES_A_PAGE
    ways = [
        *([Open(words(w.MORE_PILES), "sort.open", board.ref, str(page + 1))] if more else []),
        *([Open(words(w.PILES_BUTTON), "sort.open", board.ref)] if page else []),
    ]
    return _form(
        words,
        *_said(words, done),
        Heading(cut(spoken(board.pool.subject, words.language), 150)),
        *((Note(spoken(board.pool.prompt, words.language)),) if board.pool.prompt else ()),
        Text(stands),
        *inviting_cards.together(words, board),
        Buttons(_starts(words, board)),
        *_machine(words, board),
        *check_cards.standing(words, board),
        *piles,
        *((Divider(), Buttons(tuple(ways))) if ways else ()),
        *_left_over(words, board, typical.get("", ())),
        Note(words(w.HIDDEN) if len(board.texts) >= LEAST else f"{words(w.BY_HAND, n=LEAST)} {words(w.HIDDEN)}"),
    )


def one(words: Words, board: Board, id_: str, offered: Sequence[str], *, together: int, done: Done = NOTHING) -> Form:
    """One comment, and where it could go: a press places it and shows the next."""
    themes = [Press(_label(called(words, board.themes[ref])), "sort.place", id_, ref) for ref in offered]
    rows = [Buttons(tuple(themes[at : at + OFFERED])) for at in range(0, len(themes), OFFERED)]
    others: list[Button] = [Open(words(w.OTHER_BUTTON), "sort.move", id_)] if len(board.piles) > len(offered) else []
    undo = [_undo(words, done)] if done.undo else []
    return _form(
        words,
        Note(words(w.LEFT, left=len(board.waiting), n=len(board.texts))),
        Quote(cut(board.read(id_), WHOLE)),
        *_by(words, board, id_),
        *((Note(words(w.TOGETHER, n=together)),) if together > 1 else ()),
        *rows,
        Buttons(
            (Press(words(w.NONE_BUTTON), "sort.place", id_, NONE), *others, Open(words(w.ADD_BUTTON), "sort.name", id_))
        ),
        *((Text(done.said),) if done.said else ()),
        Buttons(
            (*undo, Open(words(w.SKIP_BUTTON), "sort.next", id_), Open(words(w.PILES_BUTTON), "sort.open", board.ref))
        ),
    )


def theme(words: Words, board: Board, ref: str, *, after: str = "", done: Done = NOTHING) -> Form:
    """One theme with its comments, a page at a time; `after` is the last comment of the page before. With `NO_THEME` what
    stands under none."""
    found = board.themes.get(ref)
    ids = board.piles[ref] if found else board.neither
    left = [id_ for id_ in ids if id_ > after]
    page = left[:COMMENTS_A_PAGE]
    machine = board.machine(page)
    more = [Open(words(w.MORE), "sort.theme", ref, page[-1])] if len(left) > len(page) else []
    right = [Press(words(w.ALL_RIGHT), "sort.confirm", ref, f"{machine[0]},{machine[-1]}")] if len(machine) > 1 else []
    return _form(
        words,
        *_said(words, done),
        Heading(cut(called(words, found), 150)),
        Text(words(w.COMMENTS_N, n=len(ids))),
        *(_about(words, board, found) if found else ()),
        *((Text(words(w.NOTHING_HERE)),) if not page else ()),
        *(block for id_ in page for block in _comment(words, board, id_, ref)),
        Divider(),
        Buttons((*more, *right, Open(words(w.PILES_BUTTON), "sort.open", board.ref))),
    )


def heap_says(words: Words, board: Board, found: Theme) -> tuple[Block, ...]:
    """The words that stand out in a heap, and the comment in its middle, as it was said."""
    if found.title or found.middle not in board.texts:
        return ()
    return (Text(words(w.WORDS_SAY, words=found.label)), Quote(cut(board.read(found.middle), SHOWN)))


def ends(words: Words, found: Theme) -> str:
    """How a theme ends, or that it does not yet."""
    if not found.title:
        return words(w.NO_NAME)
    if found.how is None:
        return words(w.NO_ENDING)
    return words(w.ENDS, ending=ending(words, Said(found.title, found.how, found.reason, 0, found.due_on)))


def _form(words: Words, *blocks: Block) -> Form:
    return Form(title=words(w.TITLE), close=words(CLOSE), blocks=blocks)


def _said(words: Words, done: Done) -> tuple[Block, ...]:
    """What was done, with the way back."""
    return (*((Text(done.said),) if done.said else ()), *((Buttons((_undo(words, done),)),) if done.undo else ()))


def _undo(words: Words, done: Done) -> Button:
    return Press(words(w.UNDO_BUTTON), "sort.undo", done.undo, done.theme)


def _starts(words: Words, board: Board) -> tuple[Button, ...]:
    waits = bool(board.waiting)
    by_hand = sum(1 for link in board.links.values() if link.by == "human" and link.theme)
    return (
        *((Open(words(w.NEXT_BUTTON), "sort.next", board.ref, look="primary"),) if waits else ()),
        Open(words(w.ADD_BUTTON), "sort.name", board.ref),
        *((Press(words(w.HEAPS_BUTTON), "sort.heaps", board.ref),) if may_lay(board) else ()),
        *((Press(words(w.GUESS_BUTTON), "sort.guess", board.ref),) if waits and by_hand >= ENOUGH else ()),
    )


def may_lay(board: Board) -> bool:
    """Whether heaps may be laid to start from: there are many comments, and nobody has begun."""
    return not board.themes and len(board.waiting) > ABOVE


def _machine(words: Words, board: Board) -> tuple[Block, ...]:
    """What a machine could do here, or has done: it is marked, and can be undone in one press."""
    machine = board.machine(board.links)
    if machine:
        undo = Press(words(w.UNDO_MACHINE), "sort.undo_machine", board.ref)
        return (Text(words(w.MACHINE, n=len(machine))), Buttons((undo,)))
    actions = [each.action for each in _starts(words, board) if isinstance(each, Press)]
    said = {"sort.heaps": w.HEAPS_SAY, "sort.guess": w.GUESS_SAY}
    return tuple(Note(words(said[each])) for each in actions)


def _pile(words: Words, board: Board, ref: str, typical: Sequence[str]) -> tuple[Block, ...]:
    found, ids = board.themes[ref], board.piles[ref]
    machine = board.machine(ids)
    many = words(w.COMMENTS_N, n=len(ids))
    lines = [many, *([words(w.MACHINE, n=len(machine))] if machine else []), ends(words, found)]
    return (
        Divider(),
        Heading(called(words, found)),
        Text("\n".join(lines)),
        *(Quote(cut(text, TYPICAL)) for text in typical),
        Buttons((Open(_label(words(w.LOOK, title=called(words, found))), "sort.theme", ref),)),
    )


def _left_over(words: Words, board: Board, typical: Sequence[str]) -> tuple[Block, ...]:
    """What is under no theme, always: what nobody has looked at, and what a person put under none."""
    waiting = words(w.WAITING, comments=words(w.COMMENTS_N, n=len(board.waiting)))
    neither = words(w.NEITHER, comments=words(w.COMMENTS_N, n=len(board.neither)))
    look = Open(words(w.NEITHER_BUTTON), "sort.theme", f"{NO_THEME}{board.ref}")
    return (
        Divider(),
        Text(f"{waiting}\n{neither}"),
        *(Quote(cut(text, TYPICAL)) for text in typical),
        *((Buttons((look,)),) if board.neither else ()),
    )


def _about(words: Words, board: Board, found: Theme) -> tuple[Block, ...]:
    """What stands out in a heap, what was put into a theme, and what can be done with it."""
    parts = board.parts(found.ref)
    named = words(w.RENAME_BUTTON if found.title else w.NAME_BUTTON)
    others = [Open(words(w.INTO_BUTTON), "sort.into", found.ref)] if len(board.piles) > 1 else []
    split = [Open(words(w.SPLIT_BUTTON), "sort.split", found.ref)] if len(board.piles[found.ref]) > 1 else []
    apart = [Press(_label(words(w.APART_BUTTON, title=called(words, each))), "sort.apart", each.ref) for each in parts]
    listed = words.listed([called(words, each) for each in parts])
    return (
        Text(ends(words, found)),
        *heap_says(words, board, found),
        Buttons((Open(named, "sort.name", found.ref), Open(words(w.END_BUTTON), "sort.end", found.ref))),
        Buttons((*others, *split, Open(words(w.DROP_BUTTON), "sort.drop", found.ref))),
        *((Text(words(w.PARTS, titles=listed)),) if parts else ()),
        *(Buttons(tuple(apart[at : at + 4])) for at in range(0, len(apart), 4)),
    )


def _comment(words: Words, board: Board, id_: str, ref: str) -> tuple[Block, ...]:
    text, link = board.read(id_), board.links[id_]
    begins = cut(" ".join(text.split()), BEGINNING)
    move = Open(_label(words(w.MOVE_BUTTON, text=begins)), "sort.move", id_)
    if link.by == "human":
        return (Quote(cut(text, SHOWN)), *_by(words, board, id_), Buttons((move,)))
    right = Press(_label(words(w.RIGHT_BUTTON, text=begins)), "sort.confirm", ref, f"{id_},{id_}")
    clear = Note(words(w.BY_MACHINE, share=words.percent(link.confidence or 0)))
    return (Quote(cut(text, SHOWN)), *_by(words, board, id_), clear, Buttons((right, move)))


def _by(words: Words, board: Board, id_: str) -> tuple[Block, ...]:
    """Who said it, where what was said with names is shown so."""
    return (Note(named(words, board.by.get(id_, ""))),) if board.by else ()


def _label(text: str) -> str:
    return cut(text, BUTTON_LABEL)
