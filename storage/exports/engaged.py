"""What a board paper says of engagement: the newest published score, how sure it is, and whether it has changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.finding import Cell
from bot.paper import Item
from bot.words import Words
from storage.exports import words as w
from storage.exports.published import Form
from storage.exports.scored import Scored, change, scored
from storage.releases import Stored, StoredFigure
from storage.scores.interval import Estimate, Fall, NoClearChange, Rise
from storage.snapshot import WHOLE

Found = Sequence[tuple[Form, Scored]]


def items(
    words: Words,
    forms: Sequence[Form],
    figures: Mapping[int, StoredFigure],
    *,
    cells: Sequence[Stored],
    begins: datetime,
) -> tuple[Item, ...]:
    """One, where a round that closed from `begins` on has a score; `forms` and `figures` are for all who were asked."""
    found = _found(forms, cells, figures)
    if not found or found[-1][0].closed_at < begins:
        return ()
    return (Item(words(w.ENGAGEMENT), f"{_score(words, found[-1][1])} {_since(words, found)}"),)


def _found(forms: Sequence[Form], cells: Sequence[Stored], figures: Mapping[int, StoredFigure]) -> Found:
    shown: dict[int, dict[str, Cell]] = {}
    for each in cells:
        if (each.node, each.attribute) == (WHOLE, ""):
            shown.setdefault(each.moment, {})[each.question] = each.cell
    known = [form for form in forms if form.moment in figures]
    made = [(form, scored(form.questions, shown.get(form.moment, {}), figures[form.moment])) for form in known]
    return [(form, score) for form, score in made if score]


def _score(words: Words, score: Scored) -> str:
    told = w.SCORE if score.exact else w.SCORE_OF_MEANS
    return words(told, mean=words.number(score.mean, 1), n=score.answers, **_ends(words, score.sure))


def _since(words: Words, found: Found) -> str:
    if len(found) == 1:
        return words(w.FIRST)
    (form, before), (_, now) = found[-2:]
    day = words.dated(form.closed_at)
    match change(before, now):
        case Rise(by):
            return words(w.SCORE_ROSE, by=words.number(by.value, 1), day=day, **_ends(words, by))
        case Fall(by):
            fallen = Estimate(-by.value, -by.high, -by.low)
            return words(w.SCORE_FELL, by=words.number(fallen.value, 1), day=day, **_ends(words, fallen))
        case None:
            return words(w.SCORE_OTHERWISE, day=day)
        case NoClearChange():
            return words(w.SAME, day=day)


def _ends(words: Words, of: Estimate) -> dict[str, str]:
    return {"low": words.number(of.low, 1), "high": words.number(of.high, 1)}
