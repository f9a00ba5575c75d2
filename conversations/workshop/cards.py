"""How a workshop looks to whoever holds it, on everybody's Home, and in the weekly note when it has been answered."""

from collections.abc import Sequence
from datetime import date

from bot.falls import cut
from bot.finding import about, named
from bot.promises import Promise, stands
from bot.sentences import CLOSE
from bot.settings import House
from bot.ui import Block, Buttons, Facts, Form, Heading, Link, Note, Open, Text
from bot.words import Words
from bot.workshop import FEW, STAGES, Stage, Table, Theme, Workshop, said_code
from conversations.workshop import words as w

A_LIST, SHORT, IN_NOTE = 10, 200, 3


def desk(words: Words, of: Workshop, house: House, *, told: str = "") -> Form:
    """Where it stands, its tables, and what can be done now; `told` is what has just been done."""
    pairs = [(words(w.WHEN), words.dated(of.day)), (words(w.STANDS), _stage(words, of))]
    pairs += [(words(w.WRITTEN), words.number(of.notes))] if of.reached("notes") else []
    pairs += [(words(w.CHOSE), words.number(of.phones))] if of.reached("room") else []
    pairs += [(words(w.TOLD_BY), words.dated(of.answer_by))] if of.stage != "shared" else []
    return Form(
        title=words(w.TITLE),
        close=words(CLOSE),
        blocks=(
            *((Text(told),) if told else ()),
            Heading(of.title),
            Text(of.question),
            Facts(tuple(pairs)),
            *_next(words, of),
            *_room(words, of),
            *_listed(words(w.AT_TABLES), [(each.name, _table(words, each)) for each in of.tables]),
            *_pages(words, of, house),
        ),
    )


def came(words: Words, of: Workshop, promises: Sequence[Promise], today: date) -> Form:
    """What came of each theme, for those inside whom it is for."""
    rows = [(cut(each.name, SHORT), ending(words, each, promises, today)) for each in of.in_order()]
    blocks = (Heading(of.title), Text(of.question), *_listed(words(w.IN_ROOM), rows))
    return Form(words(w.SEE_ALL), words(CLOSE), blocks)


def ending(words: Words, theme: Theme, promises: Sequence[Promise], today: date) -> str:
    """One theme's ending in words; of a promise how it stands."""
    made = next((each for each in promises if each.ref == theme.promise), None)
    if made:
        return f"{cut(made.text, SHORT)} {stands(words, made, today)}"
    return words(w.SAID[theme.how], words=cut(theme.reason, SHORT)) if theme.how in w.SAID else words(w.NO_ENDING)


def home_start(words: Words) -> tuple[Block, ...]:
    return (Buttons((Open(words(w.START), "workshop.start"),)),)


def home_held(words: Words, of: Workshop, *, late: bool = False) -> tuple[Block, ...]:
    """How far it is; or, where the day has passed by which people were to be told, that (P1)."""
    row = Buttons((Open(words(w.OPEN), "workshop.desk", of.ref),))
    said = words(w.TOLD_LATE, day=words.dated(of.answer_by)) if late else _stage(words, of)
    return (about(words, {"en": of.title}, said), row)


def home_listed(words: Words, of: Workshop) -> tuple[Block, ...]:
    """Who asks, what, who answers back by when, and whom to tell if one objects (P12)."""
    told = {"day": words.dated(of.day), "by": words.dated(of.answer_by), "name": named(words, of.facilitator_name)}
    return (about(words, {"en": of.title}, words(w.LISTED, question=of.question, **told)),)


def home_came(words: Words, of: Workshop, promises: int) -> tuple[Block, ...]:
    row = Buttons((Open(words(w.SEE_ALL), "workshop.came", of.ref),))
    return (about(words, {"en": of.title}, _came(words, promises)), row)


def in_note(words: Words, found: Sequence[tuple[Workshop, int]]) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(words(w.NOTE))]
    for of, promises in found[:IN_NOTE]:
        blocks += home_came(words, of, promises)
    return tuple(blocks)


def following(of: Workshop) -> Stage | None:
    """The stage that comes next; None at the end."""
    place = STAGES.index(of.stage) + 1
    return STAGES[place] if place < len(STAGES) else None


def said_table(words: Words, table: Table) -> str:
    return words(w.OF_TABLE, table=table.name, voice=table.voice)


def _stage(words: Words, of: Workshop) -> str:
    return words(w.STAGE[of.stage], day=words.dated(of.day))


def _came(words: Words, promises: int) -> str:
    return words(w.CAME, promises=words(w.PRIORITIES, n=promises))


def _next(words: Words, of: Workshop) -> tuple[Block, ...]:
    """What is done in this stage, and the way on."""
    row, above = list[Open](), list[Open]()
    if of.stage == "merging":
        above.append(Open(words(w.MERGE), "workshop.merge", of.ref))
        above += [Open(words(w.APART), "workshop.apart", of.ref)] if of.room else []
    if of.stage in ("notes", "themes", "merging"):
        row.append(Open(words(w.PAPER), "workshop.paper", of.ref))
    if of.stage == "promises":
        row.append(Open(words(w.END), "workshop.end", of.ref))
    if to := following(of):
        row.append(Open(words(w.MOVE[to]), "workshop.move", of.ref))
    return tuple(Buttons(tuple(each)) for each in (above, row) if each)


def _room(words: Words, of: Workshop) -> tuple[Block, ...]:
    """The room's themes and whose they are; while they are put together, also what is alone so far."""
    if not of.reached("merging"):
        return ()
    rows = [(cut(each.name, SHORT), _theme(words, of, each)) for each in of.in_order()]
    alone = [(cut(theme.name, SHORT), words(w.FROM, listed=said_table(words, table))) for table, theme in of.alone()]
    loose = sum(each.theme is None for table in of.tables for each in table.notes)
    few = of.reached("promises") and of.phones < FEW
    return (
        *(_listed(words(w.ALONE), alone) if of.stage == "merging" else ()),
        *_listed(words(w.IN_ROOM), rows),
        *((Note(words(w.NOT_COUNTED, n=FEW)),) if few else ()),
        *((Note(words(w.UNPLACED, n=loose)),) if loose else ()),
    )


def _theme(words: Words, of: Workshop, theme: Theme) -> str:
    whose = words.listed([said_table(words, table) for table in of.whose(theme)])
    parts = [words(w.FROM, listed=whose)] if whose else []
    parts += [words(w.CHOSEN_BY, n=theme.picks)] if theme.picks is not None else []
    said = " · ".join(parts)
    if not of.reached("promises"):
        return cut(said, SHORT)
    end = words(w.DOING) if theme.promise else words(w.NO_ENDING)
    end = words(w.SAID[theme.how], words=cut(theme.reason, SHORT)) if theme.how in w.SAID else end
    return f"{cut(said, SHORT)}\n{end}"


def _table(words: Words, table: Table) -> str:
    counts = {"notes": words(w.NOTES_N, n=len(table.notes)), "themes": words(w.THEMES_N, n=len(table.themes))}
    if table.left:
        return words(w.TABLE_LEFT, voice=table.voice, **counts)
    return words(w.TABLE, voice=table.voice, code=said_code(table.code), **counts)


def _pages(words: Words, of: Workshop, house: House) -> tuple[Block, ...]:
    leaves = (Open(words(w.TABLES_BUTTON), "workshop.tables", of.ref),) if not of.reached("room") else ()
    own = (Buttons(leaves),) if leaves else ()
    if not house.tables:
        return (*own, Note(words(w.NO_PAGES)))
    screen = f"{house.tables}/room/{of.screen}"
    links = (
        Link(words(w.SCREEN), screen),
        Link(words(w.PRINT), f"{screen}/cards"),
        Link(words(w.PROGRESS), f"{house.tables}/progress/{of.token}"),
    )
    return (*own, Note(words(w.LINK_SAYS)), Buttons(links))


def _listed(heading: str, rows: Sequence[tuple[str, str]]) -> tuple[Block, ...]:
    parts = [Facts(tuple(rows[at : at + A_LIST])) for at in range(0, len(rows), A_LIST)]
    return (Heading(heading), *parts) if rows else ()
