"""Published results as lines of one table: each question, team and group, what may not be shown among them, all alike."""

from collections.abc import Iterator, Mapping, Sequence

from bot.exports import Row, Value
from bot.finding import Cell
from bot.question import Question, labels, spoken, values
from bot.values import dataclass
from bot.words import Words
from storage.counting import ENGAGEMENT, counted_as, nine_in
from storage.exports import words as w
from storage.exports.dictionary import RESULTS
from storage.exports.intervals import AVERAGED, favourable, mean_interval
from storage.exports.published import Form
from storage.exports.scored import scored
from storage.releases import Stored, StoredFigure
from storage.snapshot import WHOLE, Teams

CLASSED = ("scale", "agreement", "frequency", "yes_no")
EXACT, INDICATIVE = "per person", "indicative, item means"


@dataclass(frozen=True, slots=True)
class Results:
    """All that was published of one form, with the teams as they were when it opened. `day` is when it closed there."""

    form: Form
    teams: Teams
    cells: Sequence[Stored]
    figures: Sequence[StoredFigure]
    day: str


def lines(words: Words, of: Results) -> list[Row]:
    """Question by question in the form's order, then figures; in each everybody first, then each team with its own below
    it, shown and hidden together, so that their order says nothing."""
    cells: dict[tuple[str, str], list[Stored]] = {}
    for each in sorted(of.cells, key=of.form.group_order):
        cells.setdefault((each.question, each.node), []).append(each)
    places = in_order(of.teams)
    found: list[Row] = []
    for question in of.form.questions:
        for measure, answer in _measures(words, question):
            for place in places:
                shown = cells.get((measure, place), [])
                found += _of_place(_Line(words, of, question, answer), place, shown)
    return [*found, *_figures(words, of, places)]


def in_order(teams: Teams) -> list[str]:
    """Everybody first, then each team with those that belong to it below."""
    return [WHOLE, *teams.in_order()]


@dataclass(frozen=True, slots=True)
class _Line:
    """What the lines of one question have in common; `answer` where it is a choice of several, each counted by itself."""

    words: Words
    of: Results
    question: Question
    answer: str = ""


def _measures(words: Words, question: Question) -> Iterator[tuple[str, str]]:
    """What was counted of a question: itself, or each option by itself; nothing where people wrote words."""
    if question.kind == "several_of":
        for value, label in zip(values(question), labels(question, words), strict=True):
            yield counted_as(question, value), label
    elif question.kind != "text":
        yield question.id, ""


def _of_place(line: _Line, place: str, shown: Sequence[Stored]) -> Iterator[Row]:
    """The lines of one team: its own, hidden or not, then those of its groups."""
    if not any(each.attribute == "" for each in shown):
        yield _row(line.of, _named(line, place))
    for each in shown:
        told = {**_named(line, place), **_grouped(line.words, line.of.form, each)}
        yield _row(line.of, {**told, **_figures_of(line, each)})
        if not line.answer and each.cell.spread:
            given = zip(labels(line.question, line.words), each.cell.spread, strict=True)
            for label, many in given:
                yield _row(line.of, {**told, "kind": "answer", "answer": label, **_share(each.cell, many)})


def _named(line: _Line, place: str) -> dict[str, Value]:
    return {
        "kind": "answer" if line.answer else "question",
        "id": line.question.id,
        "wording": spoken(line.question.prompt, line.words.language),
        "answer": line.answer or None,
        "team": place,
        "team_name": _name(line.words, line.of.teams, place),
    }


def _grouped(words: Words, form: Form, each: Stored | StoredFigure) -> Mapping[str, Value]:
    return {
        "attribute": each.attribute,
        "attribute_name": form.attribute_named(each.attribute, words.language),
        "group": each.group,
        "group_name": form.group_named(each.group, words.language),
    }


def _name(words: Words, teams: Teams, place: str) -> str:
    return teams.names.get(place, place) if place else words(w.EVERYBODY)


def _figures_of(line: _Line, each: Stored) -> Mapping[str, Value]:
    cell, kind = each.cell, line.question.kind
    if line.answer:
        return _share(cell, cell.poor)  # an option that was chosen is counted there, so that the cap protects it
    found: dict[str, Value] = {"shown": True, "n": cell.answers, "capped": cell.capped}
    if kind in CLASSED:
        sure = favourable(cell)
        found |= {"percent_favourable": cell.percent(cell.good), "percent_neutral": cell.percent(cell.middle)}
        found |= {"percent_unfavourable": cell.percent(cell.poor)}
        found |= {"favourable_low": round(100 * sure.low), "favourable_high": round(100 * sure.high)}
    if kind in AVERAGED and each.mean is not None:
        sure = mean_interval(line.question, cell)
        found |= {"mean": round(each.mean, 1), "mean_low": round(sure.low, 1), "mean_high": round(sure.high, 1)}
    return found


def _share(cell: Cell, many: int) -> Mapping[str, Value]:
    return {"shown": True, "n": cell.answers, "percent": cell.percent(many), "capped": cell.capped}


def _figures(words: Words, of: Results, places: Sequence[str]) -> Iterator[Row]:
    """Engagement, wherever the form has its nine questions: shown, or hidden like everything else that is."""
    if nine_in(of.form.questions) is None:
        return
    known: dict[str, list[StoredFigure]] = {}
    for each in sorted(of.figures, key=of.form.group_order):
        known.setdefault(each.node, []).append(each)
    cells: dict[tuple[str, str, str], dict[str, Cell]] = {}
    for cell in of.cells:
        cells.setdefault((cell.node, cell.attribute, cell.group), {})[cell.question] = cell.cell
    for place in places:
        named: dict[str, Value] = {"kind": "figure", "id": ENGAGEMENT, "wording": words(w.ENGAGEMENT), "team": place}
        named["team_name"] = _name(words, of.teams, place)
        if not any(each.attribute == "" for each in known.get(place, [])):
            yield _row(of, named)
        for each in known.get(place, []):
            told: dict[str, Value] = {"n": each.answers, "mean": round(each.mean, 1), "shown": True, "capped": False}
            told |= {**_grouped(words, of.form, each), **_sure(of, each, cells)}
            yield _row(of, {**named, **told, "method": EXACT if each.exact else INDICATIVE})


def _sure(
    of: Results, each: StoredFigure, cells: Mapping[tuple[str, str, str], Mapping[str, Cell]]
) -> dict[str, Value]:
    """At least as wide as the truth: of the questions as they were published in the same place."""
    found = scored(of.form.questions, cells.get((each.node, each.attribute, each.group), {}), each)
    return {"mean_low": round(found.sure.low, 1), "mean_high": round(found.sure.high, 1)} if found else {}


def _row(of: Results, told: Mapping[str, Value]) -> Row:
    """Every column, in the dictionary's order. A hidden line is the same whatever it hides."""
    usual: dict[str, Value] = {
        "round": of.form.ref,
        "closed_on": of.day,
        **dict.fromkeys(("attribute", "attribute_name", "group", "group_name"), ""),
        "shown": False,
        "k": of.form.threshold,
        "uncounted": of.form.uncounted,
    }
    found = {**usual, **told}
    return {column: found.get(column) for column in RESULTS}
