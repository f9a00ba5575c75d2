"""The forms of whoever holds a workshop: set it up, put down what is on paper, put themes together, end each, move on."""

from collections.abc import Sequence
from datetime import date

from bot.falls import cut
from bot.limits import LONGEST_WRITTEN, OPTION, PARAGRAPH
from bot.sentences import CLOSE
from bot.ui import Block, Choice, Day, Form, Note, Option, Several, Text, Write
from bot.words import Words
from bot.workshop import BY, LONGEST, NAME, QUESTION, THEMES, TITLE, Stage, Table, Theme, Workshop, quarters
from conversations.workshop import words as w
from conversations.workshop.cards import said_table

NAMED, ASKED, DAY, TABLES, WHOM = "name", "question", "day", "tables", "whom"
TABLE, WHAT, LINES = "table", "what", "lines"
NOTES_, THEMES_ = "notes", "themes"
WHICH, CALLED = "which", "called"
THEME, HOW, WORDS, WHO, ROLE, BY_DAY = "theme", "how", "words", "who", "role", "by"
LONGEST_WORDS, LONGEST_NAME, LONGEST_ROLE = 600, 200, 80


def start(words: Words, circles: Sequence[tuple[str, str]], first: date) -> Form:
    """`circles` are what stands for each in a form, and its name, empty for all staff; `first` is the earliest day."""
    options = tuple(Option(ref, cut(name, OPTION) or words(w.EVERYBODY)) for ref, name in circles)
    hint = words(w.DAY_HINT, day=words.dated(first))
    return Form(
        title=words(w.START),
        close=words(CLOSE),
        blocks=(Text(words(w.OFFER)), Text(words(w.MEANS, days=BY.days))),
        fields=(
            Write(NAMED, words(w.NAME), TITLE, tall=False),
            Write(ASKED, words(w.ASK), QUESTION, tall=False),
            Day(DAY, words(w.DAY), hint=hint),
            Write(TABLES, words(w.TABLES), LONGEST_WRITTEN, hint=words(w.TABLES_HINT)),
            Choice(WHOM, words(w.WHOM), options, hint=words(w.WHOM_HINT)),
        ),
        action="workshop.start",
        submit=words(w.SET_UP),
        values={DAY: first.isoformat()} | ({WHOM: options[0].value} if options else {}),
    )


def paper(words: Words, of: Workshop, *, shown: tuple[Table, Sequence[str]] | None = None) -> Form:
    """What stands on a paper. `shown` are the lines as they would be put down: sending it once more does so."""
    tables = tuple(Option(each.ref, cut(said_table(words, each), OPTION)) for each in of.tables)
    what = (Option(NOTES_, words(w.PAPER_NOTES)), Option(THEMES_, words(w.PAPER_THEMES, n=THEMES)))
    looked: tuple[Block, ...] = (Text(words(w.PAPER_SAYS)),)
    if shown:
        table, lines = shown
        head = w.PREVIEW if len(lines) > 1 else w.PREVIEW_ONE
        first = Text(words(head, table=table.name, voice=table.voice, n=len(lines)))
        looked = (first, *(Text(part) for part in _parts(lines)))
    return Form(
        title=words(w.PAPER),
        close=words(CLOSE),
        blocks=looked,
        fields=(
            Choice(TABLE, words(w.PAPER_TABLE), tables),
            Choice(WHAT, words(w.PAPER_WHAT), what),
            Write(LINES, words(w.PAPER_LINES), LONGEST_WRITTEN, hint=words(w.PAPER_HINT, n=LONGEST)),
        ),
        action="workshop.keep" if shown else "workshop.paper",
        ref=of.ref,
        submit=words(w.PUT_DOWN if shown else w.LOOK),
        values={WHAT: NOTES_ if of.stage == "notes" else THEMES_},
    )


def tables(words: Words, of: Workshop) -> Form:
    options = tuple(Option(each.ref, cut(said_table(words, each), OPTION)) for each in of.tables)
    return Form(
        title=words(w.TABLES_BUTTON),
        close=words(CLOSE),
        blocks=(Text(words(w.LEAVES)),),
        fields=(Several(WHICH, words(w.WHICH_LEFT), options, required=False),),
        action="workshop.tables",
        ref=of.ref,
        submit=words(w.SAVE),
        values={WHICH: ",".join(each.ref for each in of.tables if each.left)},
    )


def merge(words: Words, of: Workshop) -> Form:
    """Which themes of tables say the same, and what that is called in the room."""
    said = [(theme.ref, f"{theme.name} · {said_table(words, table)}") for table, theme in of.alone()]
    options = tuple(Option(ref, cut(label, OPTION)) for ref, label in said)
    return Form(
        title=words(w.MERGE),
        close=words(CLOSE),
        blocks=(Text(words(w.MERGE_SAYS)),),
        fields=(Several(WHICH, words(w.WHICH), options), Write(CALLED, words(w.CALLED), NAME, tall=False)),
        action="workshop.merge",
        ref=of.ref,
        submit=words(w.TOGETHER),
    )


def apart(words: Words, of: Workshop) -> Form:
    options = tuple(Option(each.ref, cut(each.name, OPTION)) for each in of.room)
    return Form(
        title=words(w.APART),
        close=words(CLOSE),
        fields=(Choice(WHICH, words(w.APART_WHICH), options),),
        action="workshop.apart",
        ref=of.ref,
        submit=words(w.APART),
    )


def end(words: Words, of: Workshop, today: date) -> Form:
    """How one theme ends; a priority has somebody who sees to it, a role and a quarter."""
    left = [each for each in of.in_order() if not each.promise]
    themes = tuple(Option(each.ref, cut(_counted(words, of, each), OPTION)) for each in left)
    ways = (("doing", w.DOING), ("already", w.ALREADY), ("not_now", w.NOT_NOW), ("passed_on", w.PASSED_ON))
    days = tuple(Option(each.isoformat(), words(w.BY_QUARTER, day=words.dated(each))) for each in quarters(today))
    return Form(
        title=words(w.END_TITLE),
        close=words(CLOSE),
        blocks=(Text(words(w.END_SAYS)),),
        fields=(
            Choice(THEME, words(w.END_THEME), themes),
            Choice(HOW, words(w.END_HOW), tuple(Option(value, words(said)) for value, said in ways)),
            Write(WORDS, words(w.END_WORDS), LONGEST_WORDS, hint=words(w.END_WORDS_HINT)),
            Write(WHO, words(w.END_WHO), LONGEST_NAME, hint=words(w.END_WHO_HINT), required=False, tall=False),
            Write(ROLE, words(w.END_ROLE), LONGEST_ROLE, hint=words(w.END_ROLE_HINT), required=False, tall=False),
            Choice(BY_DAY, words(w.END_BY), days, hint=words(w.END_BY_HINT), required=False),
        ),
        action="workshop.end",
        ref=of.ref,
        submit=words(w.SAVE),
    )


def move(words: Words, of: Workshop, to: Stage) -> Form:
    """What moving on does; `ref` has the stage it stood at, so that two who press move it once."""
    return Form(
        title=words(w.MOVE[to]),
        close=words(CLOSE),
        blocks=(Text(words(w.MOVES[to])), Note(of.title)),
        action="workshop.move",
        ref=f"{of.ref}:{of.stage}",
        submit=words(w.MOVE[to]),
    )


def _counted(words: Words, of: Workshop, theme: Theme) -> str:
    """A theme with what it was chosen by; where two are called alike, also with the first of its tables."""
    twice = sum(each.name == theme.name for each in of.room) > 1
    parts = [theme.name, *(said_table(words, table) for table in of.whose(theme)[:1] if twice)]
    parts += [words(w.CHOSEN_BY, n=theme.picks)] if theme.picks is not None else []
    return " · ".join(parts)


def _parts(lines: Sequence[str]) -> list[str]:
    """The lines in paragraphs that every platform shows whole."""
    parts = [""]
    for line in (f"{number}. {each}" for number, each in enumerate(lines, 1)):
        joined = f"{parts[-1]}\n{line}" if parts[-1] else line
        parts[-1:] = [joined] if len(joined) <= PARAGRAPH else [parts[-1], line]
    return parts
