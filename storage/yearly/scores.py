"""Published scores over time, with the promises that should move them on the line at their days."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from bot.chart_limits import EVENTS, FINDING, POINTS, TITLE
from bot.charts import Axis, Estimate, Event, Mark, Trend, marks
from bot.finding import share
from bot.question import spoken
from bot.words import Words
from bot.yearly import Drawn, Section
from storage.counting import nine_in
from storage.exports import words as ew
from storage.exports.findings import Finding, findings
from storage.exports.pictured import estimate
from storage.exports.published import Form
from storage.exports.said import asked, change, shortened
from storage.exports.scored import Scored, scored
from storage.yearly import words as w
from storage.yearly.ledger import Ledger
from storage.yearly.steps import Step, steps

MOST, TELLING = 16, 3


def section(words: Words, ledger: Ledger) -> Section:
    """Engagement, every question that a promise should move, and the three most telling others."""
    drawn, hidden = list[Drawn](), list[str]()
    for forms in by_programme(ledger):
        done = steps(ledger, forms[-1].programme)
        drawn += _engagement(words, ledger, forms, done)
        found = findings(forms, ledger.cells, ledger.begins)
        moved = frozenset(question for each in done for question in each.moves)
        first = [each for each in found if each.question.id in moved]
        first += [each for each in found if each not in first][:TELLING]
        drawn += [_question(words, each, done) for each in first]
        shown = {each.question.id for each in found}
        questions = {each.id: each for form in forms for each in form.questions if form.closed_at >= ledger.begins}
        left = [each for id_, each in questions.items() if id_ in moved and id_ not in shown and each.kind != "text"]
        hidden += [words(w.SCORE_HIDDEN, question=asked(words, each)) for each in left]
    told = (words(w.SCORES_TEXT),) if drawn else (words(w.NO_SCORES),)
    return Section(words(w.SCORES), (*told, *hidden), tuple(drawn[:MOST]))


def by_programme(ledger: Ledger) -> list[list[Form]]:
    """The forms of each programme that closed one in this year, the oldest first."""
    ids = dict.fromkeys(each.programme for each in ledger.asked)
    return [[each for each in ledger.forms if each.programme == id_] for id_ in ids]


def engagement(ledger: Ledger, forms: Sequence[Form]) -> list[tuple[Form, Scored | None]]:
    """The score of each form that asks the nine questions; None where it may not be shown."""
    nine = [each for each in forms if nine_in(each.questions)]
    figures = ledger.figures
    made = [
        (each, scored(each.questions, ledger.shown[each.moment], figures[each.moment]))
        if each.moment in figures
        else (each, None)
        for each in nine
    ]
    return made if any(score and form.closed_at >= ledger.begins for form, score in made) else []


def _engagement(words: Words, ledger: Ledger, forms: list[Form], done: Sequence[Step]) -> list[Drawn]:
    made = engagement(ledger, forms)[-POINTS:]
    if not made:
        return []
    points = tuple(_scored(words, form, score) for form, score in made)
    last = next(score for _, score in reversed(made) if score)
    asks = {id_ for ids in nine_in(made[-1][0].questions) or () for id_ in ids}
    days = [form.closed_at for form, _ in made]
    subject = spoken(made[-1][0].subject, words.language)
    told = words(w.SCORE, told=_said(words, last))
    axis = Axis(words(w.SCORE_AXIS), words(ew.CHART_ACROSS), _scale(points, lambda value: words.number(value, 1)))
    title = shortened(words(w.SCORE_TITLE, subject=subject), TITLE)
    mine = [each for each in done if each.moves & asks]
    return [_drawn(words, Trend(title, told, axis, points, interval_said=words(w.SCORE_BAND)), days, mine)]


def _said(words: Words, score: Scored) -> str:
    ends = {"low": words.number(score.sure.low, 1), "high": words.number(score.sure.high, 1)}
    told = ew.SCORE if score.exact else ew.SCORE_OF_MEANS
    return words(told, mean=words.number(score.mean, 1), n=score.answers, **ends)


def _scored(words: Words, form: Form, score: Scored | None) -> Estimate:
    if score is None:
        return Estimate(words.dated(form.closed_at), words(ew.CHART_HIDDEN), None)
    low, high = min(score.mean, round(score.sure.low, 1)), max(score.mean, round(score.sure.high, 1))
    return Estimate(words.dated(form.closed_at), words.number(score.mean, 1), score.mean, low, high)


def _question(words: Words, found: Finding, done: Sequence[Step]) -> Drawn:
    kept = found.points[-POINTS:]
    points = tuple(estimate(words, each) for each in kept)
    good, day = share(words, found.cell, found.cell.good), words.dated(found.closed_at)
    told = words(ew.CHART_FIRST, share=good, day=day)
    if found.change:
        told = words(ew.CHART_FINDING, share=good, day=day, change=change(words, found))
    axis = Axis(words(ew.CHART_AXIS), words(ew.CHART_ACROSS), _scale(points, lambda value: words.percent(round(value))))
    trend = Trend(shortened(asked(words, found.question), TITLE), shortened(told, FINDING), axis, points)
    mine = [each for each in done if found.question.id in each.moves]
    return _drawn(words, trend, [each.closed_at for each in kept], mine)


def _drawn(words: Words, trend: Trend, days: Sequence[datetime], done: Sequence[Step]) -> Drawn:
    """The chart with its events, and what each of their numbers means."""
    last = done[-EVENTS:]
    events = tuple(Event(_place(days, each.at), each.marked(words), each.said(words)) for each in last)
    band = trend.interval_said or words(ew.CHART_BAND)
    key = tuple(f"{each.marked(words)}: {each.said(words)}" for each in last)
    return Drawn(replace(trend, interval_said=band, events=events), key)


def _place(days: Sequence[datetime], at: datetime) -> float:
    """Where a day stands among the points, which stand at equal distances."""
    if at < days[0]:
        return -0.4
    for place, (one, two) in enumerate(pairwise(days)):
        if at <= two:
            return place + (at - one) / (two - one)
    return len(days) - 0.6 if at > days[-1] else len(days) - 1.0


def _scale(points: Sequence[Estimate], say: Callable[[float], str]) -> tuple[Mark, ...]:
    ends = [end for each in points for end in (each.low, each.high, each.value) if end is not None]
    return marks(min(ends), max(ends), lambda value, _: say(value))
