"""Teams by questions as one table, page by page; and which teams may need support, by a fair order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil

from bot.chart_limits import COLUMNS, LABEL, ROWS, TITLE
from bot.charts import Cell as Drawn
from bot.charts import HeatTable, Row, Tone
from bot.falls import cut
from bot.finding import ANSWERS, Cell
from bot.question import Question, spoken
from bot.values import dataclass
from bot.words import Sentence, Words
from conversations.results import options
from conversations.results import words as w
from conversations.results.measures import better, figure, measured, said
from storage.exports.intervals import favourable, mean_interval
from storage.rounds import Asking
from storage.scores.shares import drawn_in, share
from storage.snapshot import WHOLE, Teams

Table = Mapping[str, Mapping[str, Cell]]
"""What was released: by the team's key, then by the question's id."""

GOOD_MEAN, POOR_MEAN = 7.0, 5.0
GOOD_SHARE, POOR_SHARE = 60.0, 40.0


def in_order(teams: Teams) -> list[str]:
    """Every team in which somebody was asked, shown or not, with those that belong to it below it."""
    return teams.in_order(called(teams))


def called(teams: Teams) -> dict[str, str]:
    """Each team's name, with that of the part it belongs to where two are called the same."""
    many = Counter(name for key, name in teams.names.items() if key in teams.parent)
    return {key: cut(_called(teams, key, many), LABEL) for key in teams.parent if key != WHOLE}


def figures(asking: Asking) -> list[Question]:
    """The questions that teams can be compared by."""
    return [each for each in asking.questions if measured(each)]


@dataclass(frozen=True, slots=True)
class Across:
    """What runs across one table: figures of several questions, or the options of one."""

    questions: Sequence[Question]
    options: range | None = None


def across(asking: Asking) -> list[Across]:
    """Questions with figures first, then each one with options."""
    asked = figures(asking)
    found = [Across(asked[first : first + COLUMNS]) for first in range(0, len(asked), COLUMNS)]
    return found + [Across([each], part) for each in options.offered(asking) for part in options.in_parts(each)]


def pages(asking: Asking, teams: Teams) -> int:
    """How many tables it takes."""
    return ceil(len(teams.names) / ROWS) * len(across(asking))


def on_page(asking: Asking, page: int) -> Across:
    """What runs across the table with this number, from 0 on: all questions of the first teams, then those of the next."""
    return across(asking)[page % len(across(asking))]


def heat(words: Words, asking: Asking, teams: Teams, table: Table, *, page: int) -> HeatTable:
    """The page with this number, from 0 on."""
    named, down, right = called(teams), page // len(across(asking)), on_page(asking, page)
    every = teams.in_order(named)
    keys = every[down * ROWS : (down + 1) * ROWS]
    shown = sum(any(each.id in table.get(key, {}) for each in right.questions) for key in every)
    rows = (Row(named[key], _cells(words, right, table.get(key, {})), teams.depth(key)) for key in keys)
    return HeatTable(
        title=_title(words, asking, page, pages(asking, teams)),
        finding=words(w.TEAMS_FINDING, n=shown, teams=len(every)),
        corner=words(w.TEAM),
        columns=_heads(words, right),
        rows=tuple(rows),
        key=() if right.options else (("good", words(w.GOOD)), ("middle", words(w.MIDDLE)), ("poor", words(w.POOR))),
        hidden_said=words(w.HIDDEN),
        note=words(w.SHARES_IN_ORDER) if right.options else key_to(words, right.questions, w.IN_ORDER),
    )


def _heads(words: Words, right: Across) -> tuple[str, ...]:
    if right.options is None:
        return columns(words, right.questions)
    return options.heads(words, right.questions[0], right.options)


def _cells(words: Words, right: Across, cells: Mapping[str, Cell]) -> tuple[Drawn | None, ...]:
    if right.options is None:
        return tuple(drawn(words, each, cells[each.id]) if each.id in cells else None for each in right.questions)
    return options.cells(words, right.questions[0], right.options, cells)


def key_to(words: Words, questions: Sequence[Question], order: Sentence) -> str:
    """From where on a figure is called good or poor, for the kinds of figures that are there, and the rows' order."""
    kinds = {each.kind == "scale" for each in questions if better(each) == "increase"}
    means = words(w.KEY_MEANS, good=words.number(GOOD_MEAN), poor=words.number(POOR_MEAN)) if True in kinds else ""
    many, few = words.percent(round(GOOD_SHARE)), words.percent(round(POOR_SHARE))
    shares = words(w.KEY_SHARES, many=many, few=few) if False in kinds else ""
    return " ".join(filter(None, (means, shares, words(order))))


def support(words: Words, question: Question, teams: Teams, table: Table) -> list[tuple[str, str]]:
    """Each shown team with its plain share of good answers and the interval; the order is by the share drawn towards that
    of the part it belongs to. Hidden teams are not ranked."""
    shown = [key for key in in_order(teams) if question.id in table.get(key, {})]
    ordered = sorted(shown, key=lambda key: _drawn_in(question, teams, table, key))
    names = called(teams)
    return [(names[key], _line(words, table[key][question.id])) for key in ordered]


def _called(teams: Teams, key: str, many: Mapping[str, int]) -> str:
    name, above = teams.names[key], teams.names.get(teams.parent[key] or WHOLE, "")
    return f"{name} ({above})" if above and many[name] > 1 else name


def _drawn_in(question: Question, teams: Teams, table: Table, key: str) -> float:
    own = table[key][question.id]
    above = [table[each][question.id] for each in teams.path(key)[1:] if question.id in table.get(each, {})]
    around = above[0] if above else own
    return drawn_in(own.good, own.answers, around.good / around.answers)


def _line(words: Words, cell: Cell) -> str:
    found = share(cell.good, cell.answers)
    value, low, high = (words.percent(round(100 * each)) for each in (found.value, found.low, found.high))
    return words(w.SUPPORT_LINE, value=value, low=low, high=high, answers=words(ANSWERS, n=cell.answers))


def drawn(words: Words, question: Question, cell: Cell) -> Drawn:
    """A figure as it stands in a table, with how many answered; good or poor only where its whole interval is."""
    if question.kind == "scale":
        sure, good, poor = mean_interval(question, cell), GOOD_MEAN, POOR_MEAN
    else:
        sure, good, poor = favourable(cell), GOOD_SHARE / 100, POOR_SHARE / 100
    tone: Tone = "good" if sure.low >= good else "poor" if sure.high < poor else "middle"
    figure_said, answers = said(words, question, figure(question, cell)), words(ANSWERS, n=cell.answers)
    return Drawn(figure_said, tone if better(question) == "increase" else "plain", answers)


def columns(words: Words, questions: Sequence[Question]) -> tuple[str, ...]:
    """The questions' subjects; their own words where two of them are about the same."""
    subjects = [spoken(each.subject, words.language) for each in questions]
    prompts = [spoken(each.prompt, words.language) for each in questions]
    named = zip(subjects, prompts, strict=True)
    return tuple(cut(prompt if subjects.count(subject) > 1 else subject, LABEL) for subject, prompt in named)


def _title(words: Words, asking: Asking, page: int, of: int) -> str:
    said_ = {"subject": spoken(asking.subject, words.language), "day": words.day(asking.closes_at)}
    title = words(w.TEAMS_TITLE, **said_) if of == 1 else words(w.TEAMS_PAGE, n=page + 1, pages=of, **said_)
    return cut(title, TITLE)
