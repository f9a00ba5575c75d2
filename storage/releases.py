"""Releases: what was published of a question's answers, once, at its close. Every screen reads these and nothing else."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.finding import Cell
from storage.loop import CellRow, CommentRow, ReleaseRow
from storage.prepared import prepared

WHOLE = "all-staff"
_CELL = prepared(
    select(CellRow.answers, CellRow.mean, CellRow.good, CellRow.middle, CellRow.poor).where(
        CellRow.moment_id == bindparam("moment"), CellRow.node == WHOLE
    )
)


@dataclass(frozen=True, slots=True)
class Release:
    """What may be shown of one question: one result for everybody asked, or None where too few answered; comments."""

    cell: Cell | None
    comments: tuple[str, ...] = ()


async def publish(connection: AsyncConnection, moment: int, release: Release) -> None:
    """Stores the one release of a question; a second one for the same question fails."""
    await connection.execute(insert(ReleaseRow).values(moment_id=moment, shown=release.cell is not None))
    if release.cell:
        cell = release.cell
        row = {"answers": cell.answers, "mean": cell.mean, "good": cell.good, "middle": cell.middle, "poor": cell.poor}
        await connection.execute(insert(CellRow).values(moment_id=moment, node=WHOLE, **row))
    for text in release.comments:
        await connection.execute(insert(CommentRow).values(id=secrets.token_hex(16), moment_id=moment, text=text))


async def cell_of(connection: AsyncConnection, moment: int) -> Cell | None:
    """The released result, or None where there is none to show."""
    row = await _CELL.first(connection, moment=moment)
    return Cell(*row) if row else None


async def comments_of(connection: AsyncConnection, moment: int) -> Sequence[str]:
    """The released comments in the random order of their ids."""
    found = select(CommentRow.text).where(CommentRow.moment_id == moment).order_by(CommentRow.id)
    return (await connection.execute(found)).scalars().all()
