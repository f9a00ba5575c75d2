"""What a table writes, gathers and chooses: each found by its own table alone, and refused where the room has moved on."""

from collections.abc import Sequence
from hashlib import blake2b
from secrets import token_hex

from sqlalchemy import ColumnElement, delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.workshop import NOTES, PICKS, THEMES, Kept, Stage, Table, Workshop
from storage import db
from storage.workshops.rows import WorkshopNoteRow, WorkshopPickRow, WorkshopThemeRow

WRITES: tuple[Stage, ...] = ("notes", "themes")
GATHERS: tuple[Stage, ...] = ("themes",)
CHOOSES: tuple[Stage, ...] = ("room",)


async def write(
    connection: AsyncConnection, at: tuple[Workshop, Table], lines: Sequence[str], sending: str, *, paper: bool
) -> Kept:
    """One note a line. Its number is made of the sending's name, so that the same one twice is one."""
    workshop, table = at
    if no := refused(workshop, table, WRITES):
        return no
    if len(table.notes) + len(lines) > NOTES:
        return "full"
    for place, line in enumerate(lines):
        told = f"{table.ref}:{sending}:{place}".encode()
        ref = blake2b(told, digest_size=16).hexdigest()
        row = db.insert(connection, WorkshopNoteRow).values(ref=ref, table_id=table.number, text=line, paper=paper)
        await connection.execute(row.on_conflict_do_nothing())
    return "kept"


async def take_back(connection: AsyncConnection, at: tuple[Workshop, Table], note: str) -> Kept:
    if no := refused(*at, WRITES):
        return no
    await connection.execute(delete(WorkshopNoteRow).where(WorkshopNoteRow.ref == note, _note_of(at[1])))
    return "kept"


async def gather(
    connection: AsyncConnection, at: tuple[Workshop, Table], theme: str, name: str, *, notes: Sequence[str]
) -> Kept:
    """A theme with a name and notes under it; those that lay there and are not named any more lie under none."""
    workshop, table = at
    if no := refused(workshop, table, GATHERS):
        return no
    known = {each.ref for each in table.themes}
    if theme and theme not in known:
        return "gone"
    if not theme and len(known) >= THEMES:
        return "full"
    ref = theme or token_hex(16)
    own = {"ref": ref, "workshop_id": workshop.number, "table_id": table.number, "name": name, "reason": ""}
    row = db.insert(connection, WorkshopThemeRow).values(own)
    await connection.execute(row.on_conflict_do_update(index_elements=[WorkshopThemeRow.ref], set_={"name": name}))
    await _lay(connection, table, WorkshopNoteRow.theme == ref, None)
    await _lay(connection, table, WorkshopNoteRow.ref.in_(list(notes)) & WorkshopNoteRow.theme.is_(None), ref)
    return "kept"


async def name_themes(connection: AsyncConnection, workshop: Workshop, table: Table, names: Sequence[str]) -> Kept:
    """Themes that a table wrote on paper, also when the others have stopped: whoever holds the workshop puts them down."""
    if no := refused(workshop, table, (*GATHERS, "merging")):
        return no
    if len(table.themes) + len(names) > THEMES:
        return "full"
    own = {"workshop_id": workshop.number, "table_id": table.number, "reason": ""}
    await connection.execute(insert(WorkshopThemeRow), [{"ref": token_hex(16), "name": each, **own} for each in names])
    return "kept"


async def drop(connection: AsyncConnection, at: tuple[Workshop, Table], theme: str) -> Kept:
    if no := refused(*at, GATHERS):
        return no
    gone = delete(WorkshopThemeRow).where(WorkshopThemeRow.ref == theme, WorkshopThemeRow.table_id == at[1].number)
    if (await connection.execute(gone)).rowcount:
        await _lay(connection, at[1], WorkshopNoteRow.theme == theme, None)
    return "kept"


async def choose(connection: AsyncConnection, at: tuple[Workshop, Table], device: bytes, picks: Sequence[str]) -> Kept:
    """What one phone chose stands under a hash of what only that phone has. A phone that names no theme of the room has
    chosen nothing, and is not counted."""
    workshop, table = at
    if no := refused(workshop, table, CHOOSES):
        return no
    known = {each.ref for each in workshop.room}
    mine = [each for each in dict.fromkeys(picks) if each in known][:PICKS]
    if not mine:
        return "no_theme"
    tag = blake2b(device, digest_size=32).digest()
    row = db.insert(connection, WorkshopPickRow).values(workshop_id=workshop.number, device=tag, picks=mine)
    keys = [WorkshopPickRow.workshop_id, WorkshopPickRow.device]
    await connection.execute(row.on_conflict_do_update(index_elements=keys, set_={"picks": mine}))
    return "kept"


def refused(workshop: Workshop, table: Table, stages: Sequence[Stage]) -> Kept | None:
    """Why nothing is taken now. The workshop must be held (`reading.hold`): nobody moves it on meanwhile."""
    if table.left:
        return "left"
    return None if workshop.stage in stages else "moved_on"


async def _lay(connection: AsyncConnection, table: Table, which: ColumnElement[bool], theme: str | None) -> None:
    mine = update(WorkshopNoteRow).where(WorkshopNoteRow.table_id == table.number, which)
    await connection.execute(mine.values(theme=theme))


def _note_of(table: Table) -> ColumnElement[bool]:
    return WorkshopNoteRow.table_id == table.number
