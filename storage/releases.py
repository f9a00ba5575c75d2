"""Releases: what was published of a form's answers, once, at its close. Every screen reads these and nothing else."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.finding import Cell
from bot.question import Question, values
from bot.values import dataclass, replace
from storage.counting import Written, counted_as
from storage.disclosure.released import Released
from storage.loop import CellRow, CommentRow, FigureRow, MomentRow, ReleaseRow, RoundRow
from storage.prepared import prepared
from storage.rounds import SUMMED
from storage.snapshot import WHOLE

_CELLS = prepared(
    select(CellRow).where(
        CellRow.moment_id == bindparam("moment"), CellRow.node == bindparam("node"), CellRow.attribute == ""
    )
)
_COMMENTS = prepared(select(CommentRow.text).where(CommentRow.moment_id == bindparam("moment")).order_by(CommentRow.id))
_WORDS = select(CommentRow.id, CommentRow.node, CommentRow.question, CommentRow.text)
_WORDS = _WORDS.where(CommentRow.moment_id == bindparam("moment"))
_WRITTEN, _WRITTEN_AT = prepared(_WORDS), prepared(_WORDS.where(CommentRow.node == bindparam("node")))

_FIGURE = [
    getattr(FigureRow, each) for each in ("moment_id", "name", "node", "attribute", "group", "answers", "mean", "exact")
]


@dataclass(frozen=True, slots=True)
class Stored:
    """One released result as it lies there. `question` may be an option's own, `id#2`; `mean` is None where there is none."""

    moment: int
    question: str
    node: str
    attribute: str
    group: str
    cell: Cell
    mean: float | None


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """One released figure as it lies there. `exact`: of people's own scores; else of the questions' means."""

    moment: int
    name: str
    node: str
    attribute: str
    group: str
    answers: int
    mean: float
    exact: bool


async def publish(
    connection: AsyncConnection, moment: int, released: Released, written: Sequence[Written] = ()
) -> None:
    """Stores the one release of a form; a second one for the same form fails."""
    await connection.execute(insert(ReleaseRow).values(moment_id=moment, level=released.verdict.level.value))
    cells = [_cell_row(moment, question.measure, each) for question in released.questions for each in question.cells]
    figures = [_figure_row(moment, each) for each in released.figures]
    texts = [
        {
            "id": secrets.token_hex(16),
            "moment_id": moment,
            "question": each.question,
            "node": each.node,
            "text": each.text,
            "thread": each.thread,
        }
        for each in written
    ]
    for table, rows in ((CellRow, cells), (FigureRow, figures), (CommentRow, texts)):
        if rows:
            await connection.execute(insert(table), rows)


async def cells_of(
    connection: AsyncConnection, moment: int, questions: Sequence[Question], node: str = WHOLE
) -> dict[str, Cell]:
    """The released results for a team, or for everybody asked, by the question's id; without those not to be shown."""
    rows = {row.question: _cell(row) for row in await _CELLS.rows(connection, moment=moment, node=node)}
    return _by_question(rows, questions)


async def table_of(
    connection: AsyncConnection, moment: int, questions: Sequence[Question]
) -> dict[str, dict[str, Cell]]:
    """Every released result of every team: by the team's key, then by the question's id."""
    found = select(CellRow).where(CellRow.moment_id == moment, CellRow.attribute == "")
    by_node: dict[str, dict[str, Cell]] = {}
    for row in await connection.execute(found):
        by_node.setdefault(row.node, {})[row.question] = _cell(row)
    return {node: _by_question(cells, questions) for node, cells in by_node.items()}


async def groups_of(
    connection: AsyncConnection, moment: int, questions: Sequence[Question]
) -> dict[str, dict[str, dict[str, Cell]]]:
    """Every released result of a group of people: by what they are grouped, the group's id, and the question's id.

    Groups are of everybody who was asked; their names stand in `Asking.by`.
    """
    found = select(CellRow).where(CellRow.moment_id == moment, CellRow.node == WHOLE, CellRow.attribute != "")
    rows: dict[str, dict[str, dict[str, Cell]]] = {}
    for row in await connection.execute(found):
        rows.setdefault(row.attribute, {}).setdefault(row.group, {})[row.question] = _cell(row)
    return {
        attribute: {group: _by_question(cells, questions) for group, cells in groups.items()}
        for attribute, groups in rows.items()
    }


async def figures_of(
    connection: AsyncConnection, moments: Sequence[int], name: str, node: str = WHOLE
) -> dict[int, StoredFigure]:
    """A figure made of several questions, by form; without those where it is not shown."""
    found = select(*_FIGURE).where(
        FigureRow.moment_id.in_(list(moments)),
        FigureRow.name == name,
        FigureRow.node == node,
        FigureRow.attribute == "",
    )
    return {row.moment_id: StoredFigure(*row) for row in await connection.execute(found)}


async def comments_of(connection: AsyncConnection, moment: int) -> Sequence[str]:
    """All the released comments, in the random order of their ids."""
    return [row.text for row in await _COMMENTS.rows(connection, moment=moment)]


async def written_in(
    connection: AsyncConnection, moment: int, nodes: Iterable[str] | None = None
) -> list[tuple[str, str, str]]:
    """The same as `comments_of` with where each stands: the page's team, the question or nothing, and the words."""
    if nodes is None:
        rows = list(await _WRITTEN.rows(connection, moment=moment))
    else:
        rows = [row for node in nodes for row in await _WRITTEN_AT.rows(connection, moment=moment, node=node)]
    return [(row.node, row.question, row.text) for row in sorted(rows, key=lambda row: row.id)]


async def stored(connection: AsyncConnection, moments: Sequence[int], *, node: str | None = None) -> list[Stored]:
    """Every released result of these forms, of all teams and groups or of one team with its groups, in no order."""
    found = select(CellRow).where(CellRow.moment_id.in_(list(moments)))
    found = found if node is None else found.where(CellRow.node == node)
    return [
        Stored(row.moment_id, row.question, row.node, row.attribute, row.group, _cell(row), row.mean)
        for row in await connection.execute(found)
    ]


async def nodes_of(connection: AsyncConnection, moment: int) -> set[str]:
    """Everybody and the teams of which anything was released."""
    return set((await connection.execute(select(CellRow.node).where(CellRow.moment_id == moment).distinct())).scalars())


async def figures(connection: AsyncConnection, moment: int) -> list[StoredFigure]:
    """Every released figure of a form."""
    rows = await connection.execute(select(*_FIGURE).where(FigureRow.moment_id == moment))
    return [StoredFigure(*each) for each in rows]


async def series(
    connection: AsyncConnection, programme: int, question: str, node: str = WHOLE, *, summed: bool = False
) -> list[tuple[datetime, Cell | None]]:
    """One question of a programme over time, the oldest first: when each form closed, and its result or a gap (A12). With
    `summed` the ends of whole cycles, else every round by itself."""
    found = (
        select(MomentRow.id, MomentRow.closes_at, MomentRow.spec)
        .join(RoundRow, RoundRow.id == MomentRow.round_id)
        .join(ReleaseRow, ReleaseRow.moment_id == MomentRow.id)
        .where(RoundRow.programme_id == programme, MomentRow.closes_at.is_not(None), SUMMED if summed else ~SUMMED)
        .order_by(MomentRow.closes_at)
    )
    asked = [row for row in await connection.execute(found) if _holds(row.spec, question)]
    shown = select(CellRow).where(
        CellRow.moment_id.in_([row.id for row in asked]),
        CellRow.question == question,
        CellRow.node == node,
        CellRow.attribute == "",
    )
    cells = {row.moment_id: _cell(row) for row in await connection.execute(shown)}
    return [(row.closes_at, cells.get(row.id)) for row in asked]


def _holds(spec: Mapping[str, Any], question: str) -> bool:
    return any(each["id"] == question for each in spec["questions"])


def _by_question(cells: Mapping[str, Cell], questions: Sequence[Question]) -> dict[str, Cell]:
    found = {each.id: cells[each.id] for each in questions if each.id in cells}
    for each in questions:
        if each.kind == "one_of" and each.id in found:
            found[each.id] = replace(found[each.id], spread=(), chosen=found[each.id].spread)
    for each in questions:
        several = each.kind == "several_of"
        options = [cells.get(counted_as(each, value)) for value in values(each)] if several else []
        shown = [option for option in options if option]
        if shown and len(shown) == len(options):
            chosen = tuple(option.poor for option in shown)
            found[each.id] = replace(shown[0], good=0, middle=0, poor=0, mean=0.0, spread=(), chosen=chosen)
    return found


def _cell(row: Any) -> Cell:
    return Cell(
        row.answers, row.mean or 0.0, row.good, row.middle, row.poor, tuple(row.spread or ()), capped=row.capped
    )


def _cell_row(moment: int, question: str, each: Any) -> dict[str, Any]:
    return {
        "moment_id": moment,
        "question": question,
        "node": each.node,
        "attribute": each.attribute,
        "group": each.group,
        "answers": each.n,
        "good": each.good,
        "middle": each.middle,
        "poor": each.poor,
        "mean": each.mean,
        "spread": list(each.spread) if each.spread else None,
        "capped": each.capped,
    }


def _figure_row(moment: int, each: Any) -> dict[str, Any]:
    return {
        "moment_id": moment,
        "name": each.name,
        "node": each.node,
        "attribute": each.attribute,
        "group": each.group,
        "answers": each.n,
        "mean": each.mean,
        "exact": each.exact,
    }
