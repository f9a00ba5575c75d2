"""The nine-question figures of a quarterly round, from its published results."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.finding import Cell
from storage import quarterly
from storage.counting import ENGAGEMENT, nine_in
from storage.exports.lines import Results
from storage.exports.scored import scored, subscore
from storage.quarterly import Classes, Hidden, Item, Named, Quarter, Row, Score, Spread
from storage.releases import StoredFigure
from storage.scores.engagement import ITEMS, SUB_SCORES, indicative
from storage.snapshot import WHOLE

FIVE = 5


class NotQuarterly(Exception):
    """The round is none of the three, or lacks one of the nine questions; the sentence says which."""


def quarterly_rows(of: Results) -> list[Row]:
    """For everybody who was asked. Sub-scores are made of the published means of their items, and say so; engagement is
    the published figure. Both have an interval that is at least as wide as the truth. Raises NotQuarterly."""
    parts = nine_in(of.form.questions)
    if parts is None:
        raise NotQuarterly("this round did not ask the nine questions in one form")
    try:
        quarter = _quarter(of.form.opened_at, of.form.zone)
    except ValueError as error:
        raise NotQuarterly(str(error)) from None
    cells = {each.question: each.cell for each in of.cells if (each.node, each.attribute) == (WHOLE, "")}
    items = [
        Item(each, area, _cell(cells.get(each)))
        for area, three in zip(SUB_SCORES, parts, strict=True)
        for each in three
    ]
    return quarterly.rows(quarter, items, _scores(of, items, cells))


def _quarter(opened: datetime, zone: str) -> Quarter:
    local = opened.astimezone(ZoneInfo(zone))
    return Quarter(local.year, local.month)


def _cell(cell: Cell | None) -> quarterly.Cell:
    if cell is None:
        return Hidden()
    if len(cell.spread) == FIVE:
        one, two, three, four, five = cell.spread
        return Spread((one, two, three, four, five), cell.capped)
    return Classes(cell.good, cell.middle, cell.poor, cell.capped)


def _scores(of: Results, items: Sequence[Item], cells: Mapping[str, Cell]) -> dict[Named, Score | None]:
    shown = [cells.get(item.id) for item in items]
    made = indicative([cell.mean if cell else None for cell in shown])
    means = (made.motivation, made.involvement, made.advocacy)
    found: dict[Named, Score | None] = {}
    for place, (name, mean) in enumerate(zip(SUB_SCORES, means, strict=True)):
        ids = [item.id for item in items[place * ITEMS : (place + 1) * ITEMS]]
        found[name] = _subscore(of, cells, ids, mean) if mean is not None else None
    whole = [each for each in of.figures if (each.name, each.node, each.attribute) == (ENGAGEMENT, WHOLE, "")]
    found["engagement"] = _engagement(of, cells, whole[0]) if whole else None
    return found


def _subscore(of: Results, cells: Mapping[str, Cell], ids: Sequence[str], mean: float) -> Score:
    sure = subscore(of.form.questions, cells, ids, mean)
    ends = (sure.low, sure.high) if sure else (None, None)
    return Score(mean, min(cells[each].answers for each in ids), False, *ends)


def _engagement(of: Results, cells: Mapping[str, Cell], figure: StoredFigure) -> Score:
    found = scored(of.form.questions, cells, figure)
    ends = (found.sure.low, found.sure.high) if found else (None, None)
    return Score(figure.mean, figure.answers, figure.exact, *ends)
