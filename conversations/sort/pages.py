"""Draws the pages of sorting from what lies on the board; the machine is asked here, and only from twenty comments on."""

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation import Turn
from bot.ui import Form
from conversations.sort import cards
from conversations.sort import words as w
from conversations.sort.board import Board
from conversations.sort.cards import COMMENTS_A_PAGE, NO_THEME, NOTHING, PILES_A_PAGE, Done, called
from conversations.sort.fold import twins
from conversations.sort.terms import EXAMPLES, LEAST, OFFERED

READ, SOON = 20, 40
"""So many comments of a pile are read to find what is typical of them."""


def overview(turn: Turn, board: Board, page: int = 0, done: Done = NOTHING) -> Form:
    """All themes, the largest first, so many on a page; those without a name last."""
    order = sorted(board.piles, key=lambda ref: (not board.themes[ref].title, -len(board.piles[ref]), ref))
    page = min(page, max(0, len(order) - 1) // PILES_A_PAGE)
    refs = order[page * PILES_A_PAGE : (page + 1) * PILES_A_PAGE]
    shown = {ref: _typical(board, board.piles[ref]) for ref in refs} | {"": _typical(board, board.waiting)}
    return cards.overview(turn.words, board, shown, page=page, done=done)


def next_one(turn: Turn, board: Board, after: str = "", done: Done = NOTHING) -> Form:
    """The next comment that nobody has looked at; when all have been, the overview."""
    if not board.waiting:
        seen = replace(done, said=f"{done.said} {turn.words(w.ALL_SEEN)}".strip())
        return overview(turn, board, done=seen)
    id_ = next((id_ for id_ in board.waiting if id_ > after), board.waiting[0])
    return the_one(turn, board, id_, done)


def the_one(turn: Turn, board: Board, id_: str, done: Done = NOTHING) -> Form:
    return cards.one(turn.words, board, id_, _offered(turn, board, id_), together=len(together(board, id_)), done=done)


def theme(turn: Turn, board: Board, ref: str, after: str = "", *, done: Done = NOTHING) -> Form:
    """One theme from this comment on; from its beginning where nothing is left behind it."""
    ids = board.piles.get(ref, board.neither)
    after = after if any(id_ > after for id_ in ids) else ""
    known = ref if ref in board.piles else f"{NO_THEME}{board.ref}"
    return cards.theme(turn.words, board, known, after=after, done=done)


def together(board: Board, id_: str) -> tuple[str, ...]:
    """The comments that wait and say nearly the same as this one, which is the first of them."""
    return twins({each: board.texts[each] for each in {id_: None} | dict.fromkeys(board.waiting)}, id_)


def alike(board: Board, id_: str, among: Iterable[str]) -> tuple[str, ...]:
    """Of these, the comments that say nearly the same as this one, and itself if it is one of them."""
    here = set(among)
    found = twins({each: text for each, text in board.texts.items() if each == id_ or each in here}, id_)
    return tuple(each for each in found if each in here)


def page_before(board: Board, ref: str, id_: str) -> str:
    """After which comment the page begins on which this one stands."""
    ids = board.piles.get(ref, board.neither)
    begins = len([each for each in ids if each < id_]) // COMMENTS_A_PAGE * COMMENTS_A_PAGE
    return ids[begins - 1] if begins else ""


def examples(board: Board) -> "dict[str, tuple[str, list[str], list[str]]]":
    """Each theme's title, and comments that a person and that a machine placed there, as they may be read."""
    found = {}
    for ref, ids in board.piles.items():
        placed = [board.read(id_) for id_ in ids if board.links[id_].by == "human"][:EXAMPLES]
        guessed = [board.read(id_) for id_ in board.machine(ids)[: EXAMPLES - len(placed)]]
        found[ref] = (called_for_a_machine(board, ref), placed, guessed)
    return found


def called_for_a_machine(board: Board, ref: str) -> str:
    """The words that a theme has for itself, those of its parts included."""
    own = [board.themes[ref], *(each for each in board.themes.values() if _below(board, each.ref, ref))]
    return " ".join(each.title or each.label for each in own)


def _below(board: Board, ref: str, above: str) -> bool:
    return ref != above and board.themes[ref].parent == above


def _offered(turn: Turn, board: Board, id_: str) -> tuple[str, ...]:
    """At most three themes: the likeliest ones, or by name where there are too few comments for a machine."""
    by_name = sorted(board.piles, key=lambda ref: called(turn.words, board.themes[ref]).casefold())
    if len(board.texts) < LEAST or len(board.piles) <= 1:
        return tuple(by_name[:OFFERED])
    from conversations.sort import model, suggest  # noqa: PLC0415 - numpy and scipy: only where sorting happens

    known = {ref: suggest.Theme(title, tuple(p), tuple(g)) for ref, (title, p, g) in examples(board).items()}
    soon = [board.read(each) for each in board.waiting[:SOON]]
    read = model.reads(by_meaning=turn.house.sentences, soon=soon)
    return suggest.likely({ref: known[ref] for ref in by_name}, {id_: board.read(id_)}, read)[id_]


def _typical(board: Board, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Two quotations; with few comments the first two, because then nothing is worked out."""
    if len(board.texts) < LEAST or len(ids) <= 2:
        return tuple(board.read(id_) for id_ in ids[:2])
    from conversations.sort import suggest  # noqa: PLC0415 - numpy and scipy: only where sorting happens

    some = board.all_read(ids[:READ])
    return tuple(some[id_] for id_ in suggest.typical(some))
