"""The forms of sorting: a name for a theme, where a comment goes, what is put into what, what is split off, how it ends."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.endings import How
from bot.falls import cut
from bot.limits import OPTION
from bot.promises import FURTHEST
from bot.sentences import CLOSE
from bot.ui import Block, Choice, Day, Field, Form, Option, Quote, Several, Text, Write
from bot.words import Sentence, Words
from conversations.sort import words as w
from conversations.sort import words_together as t
from conversations.sort.board import Board
from conversations.sort.cards import COMMENTS_A_PAGE, NONE, WHOLE, called
from storage.themes import MOST, Theme

NAME, TO, PICKED, HOW, WHAT, BY = "name", "to", "picked", "how", "what", "by"
LONGEST_NAME, LONGEST_WHAT = 60, 300
WAYS: dict[How, Sentence] = {
    "doing": w.DOING,
    "already": w.ALREADY,
    "not_now": w.NOT_NOW,
    "passed_on": w.PASSED_ON,
    "listening": w.LISTENING,
}


def name(words: Words, ref: str, *blocks: Block, title: str = "") -> Form:
    """`ref` is of the round, for a new theme; of a theme that is renamed; of a comment that goes under it."""
    return Form(
        title=words(w.NAME_TITLE),
        close=words(CLOSE),
        blocks=blocks,
        fields=(Write(NAME, words(w.NAME), longest=LONGEST_NAME, hint=words(w.NAME_HINT), tall=False),),
        action="sort.name",
        ref=ref,
        submit=words(w.KEEP),
        values={NAME: title} if title else {},
    )


def name_errors(words: Words, board: Board, title: str, theme: str = "") -> dict[str, str]:
    """What is wrong with a name; `theme` is the one that is renamed, if any."""
    taken = {each.title.casefold() for each in board.themes.values() if each.ref != theme}
    if not title:
        return {NAME: words(w.NAME_NONE)}
    if len(title) > LONGEST_NAME:
        return {NAME: words(w.NAME_LONG, size=len(title), n=LONGEST_NAME)}
    if title.casefold() in taken:
        return {NAME: words(w.NAME_TWICE)}
    return {NAME: words(w.NAME_MANY, n=MOST)} if not theme and len(board.themes) >= MOST else {}


def move(words: Words, board: Board, id_: str) -> Form:
    """One comment, and every theme it could go under."""
    here = board.theme_of(id_)
    options = [(NONE, words(w.NO_THEME)), *((ref, called(words, board.themes[ref])) for ref in board.piles)]
    return Form(
        title=words(w.MOVE_TITLE),
        close=words(CLOSE),
        blocks=(Quote(cut(board.read(id_), WHOLE)),),
        fields=(Choice(TO, words(w.WHERE_TO), _options(options)),),
        action="sort.move",
        ref=id_,
        submit=words(w.MOVE),
        values={TO: here.ref} if here else {},
    )


def into(words: Words, board: Board, theme: Theme) -> Form:
    others = [(ref, called(words, board.themes[ref])) for ref in board.piles if ref != theme.ref]
    return Form(
        title=words(w.INTO_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.INTO_SAYS, title=called(words, theme))),),
        fields=(Choice(TO, words(w.INTO_WHICH), _options(others)),),
        action="sort.into",
        ref=theme.ref,
        submit=words(w.PUT),
    )


def split(words: Words, board: Board, theme: Theme) -> Form:
    """The first comments of a theme to choose from; the rest can be moved one by one."""
    shown = [(id_, " ".join(board.read(id_).split())) for id_ in board.piles[theme.ref][: COMMENTS_A_PAGE + 2]]
    return Form(
        title=words(w.SPLIT_TITLE),
        close=words(CLOSE),
        fields=(
            Several(PICKED, words(w.SPLIT_WHICH), _options(shown)),
            Write(NAME, words(w.NAME), longest=LONGEST_NAME, hint=words(w.NAME_HINT), tall=False),
        ),
        action="sort.split",
        ref=theme.ref,
        submit=words(w.SPLIT),
    )


def drop(words: Words, theme: Theme) -> Form:
    return Form(
        title=words(w.DROP_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.DROP_SAYS, title=called(words, theme))),),
        action="sort.drop",
        ref=theme.ref,
        submit=words(w.DROP_BUTTON),
    )


def end(words: Words, theme: Theme, ways: Sequence[How], owner: str = "") -> Form:
    """How a theme ends: one of the ways that this programme may end it, and what has to be said with it. What is done is
    promised by the `owner`, or by whoever reads this."""
    said = {HOW: theme.how, WHAT: theme.reason} if theme.how else {}
    return Form(
        title=words(w.END_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.END_SAYS, title=called(words, theme))),),
        fields=_end_fields(words, ways, owner),
        action="sort.end",
        ref=theme.ref,
        submit=words(w.KEEP),
        values=said | ({BY: theme.due_on.isoformat()} if theme.due_on else {}),
    )


def _end_fields(words: Words, ways: Sequence[How], owner: str) -> tuple[Field, ...]:
    hint = words(t.BY_HINT_OF, answerer=owner) if owner else words(w.BY_HINT)
    by = (Day(BY, words(w.BY), hint=hint, required=False),) if "doing" in ways else ()
    return (
        Choice(HOW, words(w.HOW), tuple(Option(each, words(WAYS[each])) for each in ways)),
        Write(WHAT, words(w.WHAT), longest=LONGEST_WHAT, hint=words(w.WHAT_HINT), required="listening" not in ways),
        *by,
    )


def end_errors(words: Words, said: Mapping[str, str], ways: Sequence[How], today: date) -> dict[str, str]:
    """What is missing before everybody may read it."""
    errors = {} if said[HOW] in ways else {HOW: words(w.HOW_NONE)}
    if not said[WHAT] and said[HOW] != "listening":
        errors[WHAT] = words(w.WHAT_NONE)
    if len(said[WHAT]) > LONGEST_WHAT:
        errors[WHAT] = words(w.WHAT_LONG, size=len(said[WHAT]), n=LONGEST_WHAT)
    if said[HOW] == "doing" and by_when(said, today) is None:
        errors[BY] = words(w.BY_NONE)
    return errors


def by_when(said: Mapping[str, str], today: date) -> date | None:
    """By when something is done about it; None where nothing is, or that is no day, has passed, or is farther than anybody
    can promise."""
    if said[HOW] != "doing":
        return None
    try:
        day = date.fromisoformat(said[BY])
    except ValueError:
        return None
    return day if today <= day <= today + FURTHEST else None


def _options(pairs: Sequence[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(value, cut(label, OPTION)) for value, label in pairs)
