"""The nine-question figures of a quarterly round, from its published results."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.finding import Cell
from storage import quarterly
from storage.counting import ENGAGEMENT
from storage.exports.lines import Results
from storage.quarterly import Classes, Hidden, Item, Named, Quarter, Row, Score, Spread
from storage.scores.engagement import ITEMS, SUB_SCORES, indicative, nine
from storage.snapshot import WHOLE

FIVE = 5


class NotQuarterly(Exception):
    """The round is none of the three, or lacks one of the nine questions; the sentence says which."""


def quarterly_rows(of: Results) -> list[Row]:
    """For everybody who was asked. Sub-scores are made of the published means of their items, and say so; engagement is
    the published figure. Raises NotQuarterly."""
    parts = nine([question.id for question in of.form.questions])
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
    return quarterly.rows(quarter, items, _scores(of, [cells.get(item.id) for item in items]))


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


def _scores(of: Results, shown: Sequence[Cell | None]) -> dict[Named, Score | None]:
    made = indicative([cell.mean if cell else None for cell in shown])
    found: dict[Named, Score | None] = {}
    for place, name in enumerate(SUB_SCORES):
        mean = (made.motivation, made.involvement, made.advocacy)[place]
        three = [cell.answers for cell in shown[place * ITEMS : (place + 1) * ITEMS] if cell]
        found[name] = Score(mean, min(three), per_person=False) if mean is not None else None
    whole = [each for each in of.figures if (each.name, each.node, each.attribute) == (ENGAGEMENT, WHOLE, "")]
    found["engagement"] = Score(whole[0].mean, whole[0].answers, whole[0].exact) if whole else None
    return found
