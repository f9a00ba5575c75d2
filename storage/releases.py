"""Releases: what was published of a question's answers, once, at its close. Every screen reads these and nothing else."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.finding import Cell
from storage.loop import CellRow, CommentRow, ReleaseRow
from storage.prepared import prepared

WHOLE = "all-staff"
_CELLS = prepared(
    select(
        CellRow.question, CellRow.answers, CellRow.mean, CellRow.good, CellRow.middle, CellRow.poor, CellRow.shares
    ).where(CellRow.moment_id == bindparam("moment"), CellRow.node == WHOLE)
)


@dataclass(frozen=True, slots=True)
class Release:
    """What may be shown of one form: a result by the question's id, for everybody asked; without those that too few
    answered. And comments."""

    cells: Mapping[str, Cell] = field(default_factory=dict)
    comments: tuple[str, ...] = ()


async def publish(connection: AsyncConnection, moment: int, release: Release) -> None:
    """Stores the one release of a form; a second one for the same form fails."""
    await connection.execute(insert(ReleaseRow).values(moment_id=moment, shown=bool(release.cells)))
    for question, cell in release.cells.items():
        row = {"answers": cell.answers, "mean": cell.mean, "good": cell.good, "middle": cell.middle, "poor": cell.poor}
        at = {"moment_id": moment, "node": WHOLE, "question": question, "shares": list(cell.shares)}
        await connection.execute(insert(CellRow).values(**at, **row))
    for text in release.comments:
        await connection.execute(insert(CommentRow).values(id=secrets.token_hex(16), moment_id=moment, text=text))


async def cells_of(connection: AsyncConnection, moment: int) -> dict[str, Cell]:
    """The released results by the question's id, without those of which there is none to show."""
    rows = await _CELLS.rows(connection, moment=moment)
    return {
        row.question: Cell(row.answers, row.mean, row.good, row.middle, row.poor, tuple(row.shares)) for row in rows
    }


async def comments_of(connection: AsyncConnection, moment: int) -> Sequence[str]:
    """The released comments in the random order of their ids."""
    found = select(CommentRow.text).where(CommentRow.moment_id == moment).order_by(CommentRow.id)
    return (await connection.execute(found)).scalars().all()
